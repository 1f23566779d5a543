"""Waits: when each is over, where one begins, and what a change of zone makes of it."""

from journeys.program.operations import (
    DATE_ATTRIBUTE,
    DATE_FIXED,
    J_TALLY,
    N_A,
    N_E,
    N_OP,
    N_PORTS,
    OP_WAIT,
    OP_WAIT_DATE,
    OP_WAIT_EVENT,
    OP_WAIT_TIME,
    R_CALENDAR,
    TJ_PUT_OFF,
    TJ_STOPPED,
    U_A,
    U_MISSING,
    U_PAST,
    U_SIGN,
    U_SOURCE,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import (
    after,
    at_time,
    instant,
    moved,
    zone_in_force,
)
from journeys.simulation.kernel.dates import dated
from journeys.simulation.kernel.dues import move_ways
from journeys.simulation.kernel.holding import move_release
from journeys.simulation.kernel.instances import end, journey_at, node_at, ranked
from journeys.simulation.kernel.places import (
    H_ATTRIBUTES,
    H_NOW,
    H_RANKED,
    H_SEEN_COUNT,
    H_TIMER_KNOWN,
    H_ZONE,
    I_ADDED,
    I_BEGAN,
    I_DUE,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_PORT,
    I_ROW,
    I_STARTED,
    I_STATUS,
    QUIET,
    S_VALUES,
    STANDING,
    STAYS,
)
from journeys.simulation.kernel.records import mark, tell, tell_more
from journeys.simulation.kernel.rows import row_at

WAIT_STARTED = int(Reason.WAIT_STARTED)
WAIT_MOVED = int(Reason.WAIT_MOVED)
WAIT_OVER = int(Reason.WAIT_OVER)
TIMED_OUT = int(Reason.TIMED_OUT)
DATE_PAST = int(Reason.DATE_PAST)
DATE_MISSING = int(Reason.DATE_MISSING)
STOPPED = int(Reason.STOPPED)


@jit
def is_wait(operation: int) -> bool:
    """Say whether a step of this operation lets customers stand until a timer."""
    return operation in (OP_WAIT, OP_WAIT_TIME, OP_WAIT_DATE, OP_WAIT_EVENT)


@jit
def stand(s: list[int], instance: int, due: int, held: int) -> None:
    """Let an instance stand until an instant."""
    s[instance + I_STATUS] = STANDING
    s[instance + I_BEGAN] = s[H_NOW]
    s[instance + I_DUE] = due
    s[instance + I_HELD] = held
    s[H_TIMER_KNOWN] = 0


@jit
def read_date(p: list[int], s: list[int], instance: int, table: int) -> int:
    """Return the date a wait is for: twice its seconds, plus 1 where they are local; or MISSING."""
    source, at = p[table + U_SOURCE], p[table + U_A]
    if source == DATE_FIXED:
        return at
    if source == DATE_ATTRIBUTE:
        value = s[s[H_ATTRIBUTES] + at]
    else:
        value = s[row_at(p, s, s[instance + I_ROW]) + S_VALUES + at]
    return dated(p, table, value)


@jit
def end_of(p: list[int], s: list[int], instance: int, zone: int) -> int:
    """Return when the wait an instance stands at is over, from what was stored as it began."""
    node, start = node_at(p, s[instance + I_NODE]), s[instance + I_STARTED]
    operation, table = p[node + N_OP], p[node + N_A]
    if operation == OP_WAIT_TIME:
        return at_time(p, zone, start, table)
    if operation == OP_WAIT_DATE:
        base = start // 2
        if start & 1:
            base = instant(p, zone, base)
        return moved(p, zone, base, table, p[table + U_SIGN])
    return after(p, zone, start, table)


@jit
def go_without(p: list[int], s: list[int], instance: int, port: int) -> int:
    """Return the port for who has no such date; where there is none, the instance ends."""
    if port >= 0:
        return port
    tell(s, STOPPED, s[instance + I_JOURNEY], instance, s[instance + I_NODE], 0, 0, 0)
    end(p, s, instance, TJ_STOPPED)
    return STAYS


@jit
def wait(p: list[int], s: list[int], instance: int) -> int:
    """Begin a wait and let the instance stand; return STAYS, or the port where it does not wait."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    node = node_at(p, place)
    table, zone = p[node + N_A], zone_in_force(p, s)
    s[instance + I_STARTED] = s[H_NOW]
    s[instance + I_ADDED] = 0
    if p[node + N_OP] == OP_WAIT_DATE:
        read = read_date(p, s, instance, table)
        if read == MISSING:
            tell(s, DATE_MISSING, journey, instance, place, 0, 0, 0)
            return go_without(p, s, instance, p[table + U_MISSING])
        s[instance + I_STARTED] = read
    due = end_of(p, s, instance, zone // 4)
    if due < s[H_NOW]:
        tell(s, DATE_PAST, journey, instance, place, 1, due, 0)
        return go_without(p, s, instance, p[table + U_PAST])
    tell(s, WAIT_STARTED, journey, instance, place, 2, due, zone)
    stand(s, instance, due, 0)
    return STAYS


@jit
def remember_leaving(p: list[int], s: list[int], instance: int) -> None:
    """Note up to which row a wait for events has looked: it looks at none of them again (R23)."""
    s[instance + p[node_at(p, s[instance + I_NODE]) + N_E]] = s[H_SEEN_COUNT]


@jit
def wait_is_over(p: list[int], s: list[int], instance: int, paused: int) -> None:
    """Let the timer of a wait act: its time has come, or it is out of time.

    `paused` is 1 where that was while the journey was paused.
    """
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    node = node_at(p, place)
    s[instance + I_PORT] = 0
    if paused:
        mark(s, p[journey_at(p, journey) + J_TALLY] + TJ_PUT_OFF)
    if p[node + N_OP] != OP_WAIT_EVENT:
        tell(s, WAIT_OVER, journey, instance, place, 1, paused, 0)
        return
    tell(s, TIMED_OUT, journey, instance, place, 1, paused, 0)
    remember_leaving(p, s, instance)
    s[instance + I_PORT] = p[p[node + N_PORTS]] - 1


@jit
def move(s: list[int], instance: int, due: int, paused: int) -> None:
    """Let a wait end at another time, by a zone or by a pause (1), and tell it."""
    journey, place = s[instance + I_JOURNEY], s[instance + I_NODE]
    old = s[instance + I_DUE]
    tell_more(s, WAIT_MOVED, journey, instance, place, 3, old, due, paused, 0, 0)
    s[instance + I_DUE] = due
    s[H_TIMER_KNOWN] = 0


@jit
def follow_zone(p: list[int], s: list[int]) -> None:
    """Compute waits again from their start when the zone in force changed (R21, R104)."""
    if p[R_CALENDAR] == 0:
        return
    zone = zone_in_force(p, s) // 4
    if zone == s[H_ZONE] // 4:
        return
    s[H_ZONE] = 4 * zone
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        place = s[instance + I_NODE]
        operation = p[node_at(p, place) + N_OP]
        if s[instance + I_STATUS] == STANDING and s[instance + I_HELD] == QUIET:
            move_release(p, s, instance, zone)
        if s[instance + I_STATUS] != STANDING or s[instance + I_HELD] or not is_wait(operation):
            continue
        computed = end_of(p, s, instance, zone) + s[instance + I_ADDED]
        due = max(s[H_NOW], computed)
        if s[instance + I_DUE] not in (due, computed):
            move(s, instance, due, 0)
    move_ways(p, s)
