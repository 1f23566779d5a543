"""Moving on: an instance runs from step to step until one of them makes it stand."""

from journeys.program.operations import (
    J_TALLY,
    J_VISITS,
    N_A,
    N_OP,
    N_PORTS,
    N_TALLY,
    OP_ASK,
    OP_BRANCH,
    OP_CHANNEL,
    OP_FINISH,
    OP_JUMP,
    OP_SEND,
    OP_SPLIT,
    OP_UPDATE,
    OP_WAIT_EVENT,
    T_PORTS,
    T_REACHED,
    TJ_FINISHED,
    TJ_PATH_ENDED,
    TJ_TOO_MANY,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.answers import ask
from journeys.simulation.kernel.arms import split
from journeys.simulation.kernel.catching import wait_for_events
from journeys.simulation.kernel.channels import choose
from journeys.simulation.kernel.holding import stand_ready, try_anew
from journeys.simulation.kernel.instances import end, journey_at, node_at, ranked
from journeys.simulation.kernel.jumps import jump
from journeys.simulation.kernel.leaves import asked
from journeys.simulation.kernel.places import (
    ARRIVED,
    ENDED,
    FAR,
    H_MOVED,
    H_NOW,
    H_RANKED,
    H_TIMER_KNOWN,
    I_DUE,
    I_JOURNEY,
    I_NODE,
    I_PORT,
    I_STATUS,
    MOVED,
    STAYS,
)
from journeys.simulation.kernel.profile import update
from journeys.simulation.kernel.records import mark, tell
from journeys.simulation.kernel.visits import count_visit, held_until
from journeys.simulation.kernel.waits import is_wait, stand, wait

HELD = int(Reason.HELD)
TOO_MANY_VISITS = int(Reason.TOO_MANY_VISITS)
BRANCH_TAKEN = int(Reason.BRANCH_TAKEN)
FINISHED = int(Reason.FINISHED)
PATH_ENDED = int(Reason.PATH_ENDED)


@jit
def end_path(p: list[int], s: list[int], instance: int) -> None:
    """End an instance at a way that leads nowhere; it left its step by a port."""
    s[instance + I_STATUS] = ENDED
    s[instance + I_DUE] = FAR
    s[H_TIMER_KNOWN] = 0
    mark(s, p[journey_at(p, s[instance + I_JOURNEY]) + J_TALLY] + TJ_PATH_ENDED)


@jit
def leave_by(p: list[int], s: list[int], instance: int, port: int) -> int:
    """Return the step a port leads to; where it leads nowhere the instance ends (R122, R123)."""
    place = s[instance + I_NODE]
    node = node_at(p, place)
    ports = p[node + N_PORTS]
    mark(s, p[node + N_TALLY] + T_PORTS + port)
    target = p[ports + 1 + port]
    if target < 0 and p[node + N_OP] == OP_SEND:
        target = p[ports + 1]
    if target < 0:
        tell(s, PATH_ENDED, s[instance + I_JOURNEY], instance, place, 1, port, 0)
        end_path(p, s, instance)
    return target


@jit
def arrive(p: list[int], s: list[int], instance: int) -> bool:
    """Count an arrival; say whether the step may act now."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    mark(s, p[node_at(p, place) + N_TALLY] + T_REACHED)
    visit = count_visit(p, s, instance, place)
    if visit > p[journey_at(p, journey) + J_VISITS]:
        tell(s, TOO_MANY_VISITS, journey, instance, place, 1, visit, 0)
        end(p, s, instance, TJ_TOO_MANY)
        return False
    due = held_until(p, s, instance, place)
    if due > s[H_NOW]:
        tell(s, HELD, journey, instance, place, 1, due, 0)
        stand(s, instance, due, 1)
        return False
    return True


@jit
def branch(p: list[int], s: list[int], instance: int) -> int:
    """Return the port of the first condition that is true, else the last (R30)."""
    place = s[instance + I_NODE]
    starts = p[node_at(p, place) + N_A]
    port = p[starts]
    for at in range(p[starts]):
        if asked(p, s, p[starts + 1 + at], instance, place):
            port = at
            break
    tell(s, BRANCH_TAKEN, s[instance + I_JOURNEY], instance, place, 1, port, 0)
    return port


@jit
def act(p: list[int], s: list[int], instance: int) -> int:
    """Do what the step does; return the port to leave by, or STAYS."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    node = node_at(p, place)
    operation = p[node + N_OP]
    if operation == OP_WAIT_EVENT:
        return wait_for_events(p, s, instance)
    if is_wait(operation):
        return wait(p, s, instance)
    if operation == OP_BRANCH:
        return branch(p, s, instance)
    if operation == OP_SPLIT:
        return split(p, s, instance)
    if operation == OP_SEND:
        try_anew(s, instance)
        stand_ready(s, instance)
        return STAYS
    if operation == OP_FINISH:
        tell(s, FINISHED, journey, instance, place, 0, 0, 0)
        end(p, s, instance, TJ_FINISHED)
        return STAYS
    if operation == OP_ASK:
        return ask(p, s, instance)
    if operation == OP_JUMP:
        jump(p, s, instance)
        return STAYS
    if operation == OP_UPDATE:
        return update(p, s, instance)
    if operation == OP_CHANNEL:
        return choose(p, s, instance)
    return 0


@jit
def run(p: list[int], s: list[int], instance: int) -> None:
    """Run an instance until it stands or ends; ARRIVED as its port means it acts where it is."""
    port = s[instance + I_PORT]
    while True:
        if port != ARRIVED:
            target = leave_by(p, s, instance, port)
            if target < 0:
                return
            s[instance + I_NODE] = target
            if not arrive(p, s, instance):
                return
        port = act(p, s, instance)
        if port == STAYS:
            return


@jit
def run_moved(p: list[int], s: list[int]) -> None:
    """Let everything that moved run on, in the order of R4."""
    if s[H_MOVED] == 0:
        return
    s[H_MOVED] = 0
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_STATUS] == MOVED:
            run(p, s, instance)
