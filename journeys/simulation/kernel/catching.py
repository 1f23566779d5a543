"""Waits for something to happen: what is looked back at, and what is asked while one stands."""

from journeys.program.operations import (
    AWAITED,
    B_CHAIN,
    B_KEPT,
    B_KEYED,
    B_TYPE,
    CATCH_WIDTH,
    LOOKS_NOT,
    LOOKS_SINCE_ENTRY,
    LOOKS_SINCE_TRIGGER,
    LOOKS_WINDOW,
    N_B,
    N_C,
    N_D,
    N_E,
    N_OP,
    OP_WAIT_EVENT,
    R_PAUSES,
    R_TYPES,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.exits import key_agrees
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.gates import try_gate
from journeys.simulation.kernel.instances import node_at, ranked
from journeys.simulation.kernel.leaves import asked
from journeys.simulation.kernel.pausing import is_paused
from journeys.simulation.kernel.places import (
    CAUGHT,
    FAR,
    H_LATE,
    H_MOVED,
    H_NOW,
    H_RANKED,
    H_SEEN_COUNT,
    H_TIMER_KNOWN,
    I_BORN,
    I_DUE,
    I_ENTERED,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_PORT,
    I_ROW,
    I_STATUS,
    MOVED,
    S_TIME,
    S_TYPE,
    STANDING,
    STAYS,
)
from journeys.simulation.kernel.records import tell, tell_more
from journeys.simulation.kernel.rows import first_later, row_at
from journeys.simulation.kernel.waits import remember_leaving, wait

HAS_CAUGHT = int(Reason.CAUGHT)
WAIT_KEY_MISSING = int(Reason.WAIT_KEY_MISSING)
NOTHING = -1


@jit
def branch_at(p: list[int], s: list[int], instance: int, which: int) -> int:
    """Return the place of a branch of the wait an instance stands at."""
    return p[node_at(p, s[instance + I_NODE]) + N_B] + 1 + which * CATCH_WIDTH


@jit
def branches_of(p: list[int], s: list[int], instance: int) -> int:
    """Return how many branches the wait has that an instance stands at."""
    return p[p[node_at(p, s[instance + I_NODE]) + N_B]]


@jit
def matches(p: list[int], s: list[int], instance: int, branch: int, row: int) -> int:
    """Hold a row against an event branch: 1 fits, 0 does not, -1 says not which one it is about."""
    if p[branch + B_TYPE] != s[row + S_TYPE] or not passes(p, s, p[branch + B_CHAIN], row):
        return 0
    return key_agrees(p, s, instance, row, p[branch + B_KEYED])


@jit
def is_true(p: list[int], s: list[int], instance: int, branch: int) -> bool:
    """Ask the condition of a branch in silence; an event branch has none."""
    return p[branch + B_TYPE] < 0 and asked(p, s, p[branch + B_CHAIN], instance, -1)


@jit
def ask(p: list[int], s: list[int], instance: int, row: int, paused: int) -> int:
    """Return the first branch of a standing wait that a row satisfies, a condition as of now.

    Without a row (-1) only conditions are asked; while the journey is paused (1) none is.
    """
    for which in range(branches_of(p, s, instance)):
        branch = branch_at(p, s, instance, which)
        if paused == 0 and is_true(p, s, instance, branch):
            return which
        if row >= 0:
            fits = matches(p, s, instance, branch, row)
            if fits > 0:
                return which
            if fits < 0:
                journey, place = s[instance + I_JOURNEY], s[instance + I_NODE]
                tell(s, WAIT_KEY_MISSING, journey, instance, place, 1, which, 0)
    return NOTHING


@jit
def catch(
    p: list[int],
    s: list[int],
    instance: int,
    which: int,
    number: int,
    looking: int,
    paused: int,
) -> None:
    """Take note of what was caught: a row by its number, or a condition (-1)."""
    journey, place = s[instance + I_JOURNEY], s[instance + I_NODE]
    kept, time = p[branch_at(p, s, instance, which) + B_KEPT], MISSING
    if number >= 0:
        time = s[row_at(p, s, number) + S_TIME]
        if kept:
            s[instance + kept] = number + 1
    tell_more(s, HAS_CAUGHT, journey, instance, place, 5, which, time, looking, number, paused)
    remember_leaving(p, s, instance)


@jit
def let_go(p: list[int], s: list[int], instance: int, which: int, row: int, paused: int) -> None:
    """Let a waiting instance go on by a branch that came true, by a row or without (-1).

    While the journey is paused (1) it stands, and its timer is due now (R226).
    """
    number = s[H_SEEN_COUNT] - 1 if row >= 0 else NOTHING
    is_event = p[branch_at(p, s, instance, which) + B_TYPE] >= 0
    catch(p, s, instance, which, number if is_event else NOTHING, 0, paused)
    s[H_TIMER_KNOWN] = 0
    s[instance + I_PORT] = which
    if paused:
        s[instance + I_HELD] = CAUGHT
        s[instance + I_DUE] = s[H_NOW]
        return
    s[instance + I_DUE] = FAR
    s[instance + I_STATUS] = MOVED
    s[H_MOVED] += 1


@jit
def waits_for_events(p: list[int], s: list[int], instance: int) -> bool:
    """Say whether an instance stands at a wait for something to happen."""
    if s[instance + I_STATUS] != STANDING or s[instance + I_HELD]:
        return False
    return p[node_at(p, s[instance + I_NODE]) + N_OP] == OP_WAIT_EVENT


@jit
def ask_again(p: list[int], s: list[int], instance: int, row: int) -> None:
    """Ask what an instance waits for, if it does; without a row (-1) conditions alone (R213).

    The gate of a message is such a condition (R302).
    """
    if not waits_for_events(p, s, instance):
        try_gate(p, s, instance)
        return
    paused = is_paused(p, s, instance) if p[R_PAUSES] else 0
    which = ask(p, s, instance, row, paused)
    if which >= 0:
        let_go(p, s, instance, which, row, paused)


@jit
def look_at_waits(p: list[int], s: list[int], row: int) -> None:
    """Let every waiting instance look at an event, or at a profile change (-1) (R4)."""
    for rank in range(s[H_RANKED]):
        ask_again(p, s, ranked(p, s, rank), row)


@jit
def first_looked_at(p: list[int], s: list[int], instance: int) -> int:
    """Return the number of the first row a wait looks back at (R23).

    Where rows can be late, one handled before can be later: only those of visits before are past.
    """
    node = node_at(p, s[instance + I_NODE])
    first = 0
    if s[H_LATE]:
        first = 0
    elif p[node + N_C] == LOOKS_SINCE_TRIGGER:
        first = s[instance + I_ROW] + 1
    elif p[node + N_C] == LOOKS_SINCE_ENTRY:
        first = s[instance + I_BORN] + 1
    elif p[node + N_C] == LOOKS_WINDOW:
        first = first_later(p, s, s[H_NOW] - p[node + N_D])
    return max(first, s[instance + p[node + N_E]])


@jit
def lies_behind(p: list[int], s: list[int], instance: int, number: int) -> bool:
    """Say whether a row is too early by its time to be looked back at (R23, R227)."""
    looks, time = p[node_at(p, s[instance + I_NODE]) + N_C], s[row_at(p, s, number) + S_TIME]
    if looks == LOOKS_SINCE_TRIGGER:
        entry = s[instance + I_ROW]
        begin = s[row_at(p, s, entry) + S_TIME]
        return time < begin or (time == begin and number <= entry)
    if looks == LOOKS_SINCE_ENTRY:
        begin = s[instance + I_ENTERED]
        return time < begin or (time == begin and number <= s[instance + I_BORN])
    return False


@jit
def fitting(p: list[int], s: list[int], instance: int, row: int) -> int:
    """Return the first event branch that a row fits, in silence, or NOTHING."""
    if p[p[R_TYPES] + s[row + S_TYPE]] & AWAITED:
        for which in range(branches_of(p, s, instance)):
            branch = branch_at(p, s, instance, which)
            if p[branch + B_TYPE] >= 0 and matches(p, s, instance, branch, row) > 0:
                return which
    return NOTHING


@jit
def look_back(p: list[int], s: list[int], instance: int) -> int:
    """Catch the earliest row that fits; return its branch, or NOTHING (R213)."""
    node = node_at(p, s[instance + I_NODE])
    is_window, begin = p[node + N_C] == LOOKS_WINDOW, s[H_NOW] - p[node + N_D]
    caught, branch, earliest = NOTHING, NOTHING, FAR
    for number in range(first_looked_at(p, s, instance), s[H_SEEN_COUNT]):
        row = row_at(p, s, number)
        time = s[row + S_TIME]
        if time > earliest or (is_window and (time <= begin or number == s[instance + I_ROW])):
            continue
        if s[H_LATE] and lies_behind(p, s, instance, number):
            continue
        which = fitting(p, s, instance, row)
        if which >= 0 and (time < earliest or which < branch):
            caught, branch, earliest = number, which, time
    if caught >= 0:
        catch(p, s, instance, branch, caught, 1, 0)
    return branch


@jit
def wait_for_events(p: list[int], s: list[int], instance: int) -> int:
    """Begin to wait; return the port of what is there already, or STAYS (R213)."""
    wait(p, s, instance)
    which = NOTHING
    if p[node_at(p, s[instance + I_NODE]) + N_C] != LOOKS_NOT:
        which = look_back(p, s, instance)
    if which < 0:
        which = ask(p, s, instance, -1, 0)
        if which < 0:
            return STAYS
        catch(p, s, instance, which, NOTHING, 0, 0)
    s[instance + I_DUE] = FAR
    s[H_TIMER_KNOWN] = 0
    return which
