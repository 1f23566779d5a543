"""Gates of messages: asked right before sending, and for a while again and again (R302)."""

from journeys.program.dispatch import (
    O_CHANGES,
    O_GATE,
    O_TRY,
    TS_GATE_CLOSED,
    TS_GATE_WAITING,
)
from journeys.program.operations import (
    ALWAYS,
    N_RULES,
    R_PAUSES,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.holding import (
    BY_NOT_SENT,
    PASSES,
    become_candidate,
    stand_at,
)
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.leaves import asked
from journeys.simulation.kernel.pausing import is_paused
from journeys.simulation.kernel.places import (
    GATED,
    H_NOW,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_STATUS,
    I_UNTIL,
    STANDING,
    STAYS,
)
from journeys.simulation.kernel.records import count_of_message, tell

GATE_CLOSED = int(Reason.GATE_CLOSED)
GATE_WAITING = int(Reason.GATE_WAITING)


@jit
def rules_of(p: list[int], s: list[int], instance: int) -> int:
    """Return the place of the rules of sending of the message an instance stands at."""
    return p[node_at(p, s[instance + I_NODE]) + N_RULES]


@jit
def close_gate(p: list[int], s: list[int], instance: int) -> int:
    """Say that the gate is closed; return the port of who is not sent to."""
    place = s[instance + I_NODE]
    count_of_message(p, s, node_at(p, place), TS_GATE_CLOSED)
    tell(s, GATE_CLOSED, s[instance + I_JOURNEY], instance, place, 0, 0, 0)
    return BY_NOT_SENT


@jit
def pass_gate(p: list[int], s: list[int], instance: int, rules: int) -> int:
    """Ask the gate as one of the checks; return PASSES, STAYS, or the port."""
    place = s[instance + I_NODE]
    if p[rules + O_GATE] == ALWAYS or asked(p, s, p[rules + O_GATE], instance, place):
        return PASSES
    if p[rules + O_TRY] < 0:
        return close_gate(p, s, instance)
    if s[instance + I_UNTIL] == MISSING:
        s[instance + I_UNTIL] = s[H_NOW] + p[rules + O_TRY]
    until = s[instance + I_UNTIL]
    if s[H_NOW] >= until:
        return close_gate(p, s, instance)
    count_of_message(p, s, node_at(p, place), TS_GATE_WAITING)
    tell(s, GATE_WAITING, s[instance + I_JOURNEY], instance, place, 1, until, 0)
    stand_at(s, instance, until, GATED)
    return STAYS


@jit
def tries_gate(p: list[int], s: list[int], instance: int) -> bool:
    """Say whether an instance stands before a gate that may be asked now."""
    if s[instance + I_STATUS] != STANDING or s[instance + I_HELD] != GATED:
        return False
    return not (p[R_PAUSES] and is_paused(p, s, instance))


@jit
def try_gate(p: list[int], s: list[int], instance: int) -> None:
    """Ask the gate alone, in silence; where it is true the whole list is asked next."""
    if tries_gate(p, s, instance) and asked(
        p, s, p[rules_of(p, s, instance) + O_GATE], instance, -1
    ):
        become_candidate(s, instance)


@jit
def changes_of_gate(p: list[int], s: list[int], instance: int) -> int:
    """Return the place of what changes with time in a gate that is tried, or 0."""
    if s[instance + I_STATUS] != STANDING or s[instance + I_HELD] != GATED:
        return 0
    return p[rules_of(p, s, instance) + O_CHANGES]
