"""One customer's state: laid out, begun, and told what changes about them."""

from journeys.program.operations import (
    KIND_TRUTH,
    R_ATTRIBUTES,
    R_CALENDAR,
    R_CONSENTS,
    R_COUNTED,
    R_DATED,
    R_DISTINGUISHES,
    R_GENERATED,
    R_INSTANCE,
    R_JOURNEY_COUNT,
    R_KINDS,
    R_ROW,
    R_RUNNING,
    R_SPANNED,
    R_TIMED,
    UNSUBSCRIBES_SHIFT,
)
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import zone_in_force
from journeys.simulation.kernel.finding import size_for
from journeys.simulation.kernel.places import (
    ARM_ROW,
    C_ATTRIBUTE,
    C_ROW,
    C_TIME,
    C_VALUE,
    CHANGE_ROW,
    D_ARRIVALS,
    D_ATTRIBUTES,
    D_CHANGE_OFFSETS,
    D_CHANGES,
    D_HASHES,
    D_OFFSETS,
    DATED_ROW,
    FAR,
    FORMAT,
    H_ARM_COUNT,
    H_ARM_MOST,
    H_ARM_OPEN,
    H_ASKED,
    H_ATTRIBUTES,
    H_CALLED,
    H_CALLS,
    H_CANDIDATES,
    H_CHANGE,
    H_CHANGED,
    H_CUSTOMER,
    H_DATED_COUNT,
    H_DATED_MOST,
    H_DUE,
    H_ENTRIES,
    H_EVENTS,
    H_FORMAT,
    H_FROM,
    H_FULL,
    H_HASH,
    H_INSTANCE_COUNT,
    H_INSTANCE_MOST,
    H_JUMPED_AT,
    H_JUMPS,
    H_LAST_CHANGE,
    H_LATE,
    H_LATEST_SIZE,
    H_MADE_COUNT,
    H_MADE_MOST,
    H_MET_SIZE,
    H_MOVED,
    H_NEXT,
    H_NOW,
    H_OPENED,
    H_PAUSED,
    H_RANKED,
    H_RECENT,
    H_RECHECK,
    H_RECHECK_KNOWN,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    H_SENT_COUNT,
    H_SENT_MOST,
    H_SWEPT,
    H_TALLY,
    H_TIMER,
    H_TIMER_KNOWN,
    H_TRACE_MOST,
    H_TRACED,
    H_UNITS_SIZE,
    H_UPDATED_AT,
    H_UPDATES,
    H_WAITING,
    H_WATCHED,
    H_WAY_DUE,
    H_ZONE,
    HEAD,
    SCRATCH_WIDTH,
    SENT_ROW,
    WAY_WIDTH,
)
from journeys.simulation.kernel.running import forget_running, running_size
from journeys.simulation.kernel.spans import forget_spans, spans_size
from journeys.simulation.kernel.tallying import MET_ROW

# A table that finds is at most half full and its size a power of two: four times its entries.
TABLE = 4


@jit
def lay_out(p: list[int], s: list[int], rows: int, room: int, traced: int) -> int:
    """Give every section its place for `rows` recorded rows and `room` of everything else.

    The table of values met is at most half full, however many rows there are. Returns how many
    numbers the whole needs; writes nothing when `s` is shorter than the head.
    """
    made = room
    met = size_for(rows + made, 0) if p[R_DISTINGUISHES] else 0
    place = HEAD
    sizes = (
        p[R_ATTRIBUTES],
        (rows + made) * p[R_ROW],
        rows + made,
        made * p[R_GENERATED],
        room * p[R_INSTANCE],
        room,
        room,
        made,
        p[R_JOURNEY_COUNT],
        TABLE * room,
        TABLE * room,
        room * ARM_ROW,
        room * SENT_ROW,
        p[p[R_TIMED]] * WAY_WIDTH,
        room * DATED_ROW if p[R_DATED] else 0,
        p[R_COUNTED],
        traced,
        1 + met * MET_ROW,
        p[R_RUNNING] * running_size(rows + made),
        p[R_SPANNED] * spans_size(rows + made),
        SCRATCH_WIDTH,
    )
    for at in range(len(sizes)):
        if len(s) >= HEAD:
            s[H_ATTRIBUTES + at] = place
        place += sizes[at]
    if len(s) >= HEAD:
        s[H_SEEN_MOST] = rows + made
        s[H_MADE_MOST] = made
        s[H_INSTANCE_MOST] = room
        s[H_ARM_MOST] = room
        s[H_SENT_MOST] = room
        s[H_DATED_MOST] = room if p[R_DATED] else 0
        s[H_TRACE_MOST] = traced
        s[H_MET_SIZE] = met
    return place


@jit
def attach(d: list[int], s: list[int], customer: int) -> None:
    """Point a state at the rows of its customer."""
    s[H_CUSTOMER] = customer
    s[H_HASH] = d[d[D_HASHES] + customer]
    offsets = d[D_OFFSETS] + customer
    s[H_EVENTS] = d[offsets + 1] - d[offsets]
    s[H_LAST_CHANGE] = d[d[D_CHANGE_OFFSETS] + customer + 1]
    s[H_LATE] = 1 if d[D_ARRIVALS] else 0
    s[H_FULL] = 0


@jit
def clear(p: list[int], s: list[int]) -> None:
    """Count from nothing, and say nothing yet."""
    for at in range(p[R_COUNTED]):
        s[s[H_TALLY] + at] = 0
    s[H_FULL] = 0
    s[H_TRACED] = 0


@jit
def begin(p: list[int], d: list[int], s: list[int], customer: int) -> None:
    """Make the empty state of a customer: attributes as known at import, nothing handled."""
    attach(d, s, customer)
    s[H_FORMAT] = FORMAT
    s[H_CHANGE] = d[d[D_CHANGE_OFFSETS] + customer]
    s[H_NEXT] = 0
    s[H_NOW] = -FAR
    s[H_DUE] = -FAR
    s[H_TIMER] = FAR
    s[H_TIMER_KNOWN] = 1
    s[H_ASKED] = -FAR
    s[H_RECHECK] = FAR
    s[H_RECHECK_KNOWN] = 1
    s[H_CANDIDATES] = 0
    s[H_MOVED] = 0
    s[H_CHANGED] = 0
    s[H_CALLS] = 0
    s[H_CALLED] = 0
    s[H_FROM] = 0
    s[H_JUMPS] = 0
    s[H_JUMPED_AT] = -FAR
    s[H_UPDATES] = 0
    s[H_PAUSED] = 0
    s[H_UPDATED_AT] = -FAR
    s[H_SEEN_COUNT] = 0
    s[H_MADE_COUNT] = 0
    s[H_INSTANCE_COUNT] = 0
    s[H_RANKED] = 0
    s[H_WATCHED] = 0
    s[H_SWEPT] = 0
    s[H_WAITING] = 0
    s[H_ARM_OPEN] = 0
    s[H_RECENT] = 0
    s[H_OPENED] = 0
    s[H_WAY_DUE] = FAR
    s[H_LATEST_SIZE] = 0
    s[H_UNITS_SIZE] = 0
    s[H_ARM_COUNT] = 0
    s[H_SENT_COUNT] = 0
    s[H_DATED_COUNT] = 0
    forget_running(p, s)
    forget_spans(p, s)
    for journey in range(p[R_JOURNEY_COUNT]):
        s[s[H_ENTRIES] + journey] = 0
    count, place = p[R_ATTRIBUTES], s[H_ATTRIBUTES]
    source = d[D_ATTRIBUTES] + customer * count
    for attribute in range(count):
        s[place + attribute] = d[source + attribute]
    s[H_ZONE] = zone_in_force(p, s) if p[R_CALENDAR] else 0


@jit
def change(d: list[int], s: list[int], row: int) -> None:
    """Apply the changes an event carries, or, for row -1, those of a customer file at once."""
    at = s[H_CHANGE]
    place = d[D_CHANGES] + at * CHANGE_ROW
    last, time = s[H_LAST_CHANGE], 0
    if at < last:
        time = d[place + C_TIME]
    while at < last and d[place + C_ROW] == row and (row >= 0 or d[place + C_TIME] == time):
        s[s[H_ATTRIBUTES] + d[place + C_ATTRIBUTE]] = d[place + C_VALUE]
        at += 1
        place += CHANGE_ROW
    s[H_CHANGE] = at


@jit
def skip_changes(d: list[int], s: list[int], row: int) -> None:
    """Leave out the changes of an event that is dropped (R100)."""
    at = s[H_CHANGE]
    while at < s[H_LAST_CHANGE] and d[d[D_CHANGES] + at * CHANGE_ROW + C_ROW] == row:
        at += 1
    s[H_CHANGE] = at


@jit
def unsubscribe(p: list[int], s: list[int], flags: int) -> None:
    """Take back the consent of a channel when an event of these flags does so (R128)."""
    channel = ((flags >> UNSUBSCRIBES_SHIFT) & 7) - 1
    if channel < 0:
        return
    attribute = p[p[R_CONSENTS] + channel]
    if attribute < 0:
        return
    kind = p[p[R_KINDS] + attribute]
    s[s[H_ATTRIBUTES] + attribute] = 0 if kind == KIND_TRUTH else MISSING
