"""Messages that are held back: until when, for how long at most, and what a zone makes of it."""

from journeys.program.dispatch import (
    O_HOURS,
    TS_DEFERRAL_MOVED,
    TS_DEFERRED,
    TS_DEFERRED_TOO_LONG,
)
from journeys.program.operations import (
    N_RULES,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import DAY
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import (
    CANDIDATE,
    FAR,
    H_CANDIDATES,
    H_NOW,
    H_TIMER_KNOWN,
    I_BEGAN,
    I_CHOSEN,
    I_DEFERRED,
    I_DUE,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_STARTED,
    I_STATUS,
    I_UNTIL,
    STANDING,
    STAYS,
    WAITS,
)
from journeys.simulation.kernel.quiet import first_free
from journeys.simulation.kernel.records import count_of_message, tell, tell_more

DEFERRED = int(Reason.DEFERRED)
DEFERRAL_MOVED = int(Reason.DEFERRAL_MOVED)
DEFERRED_TOO_LONG = int(Reason.DEFERRED_TOO_LONG)

BY_SENT, BY_NOT_SENT, BY_FAILED = range(3)
PASSES = -3
LONGEST = 3 * DAY


@jit
def try_anew(s: list[int], instance: int) -> None:
    """Begin a visit of a message: it was held back by nothing yet."""
    s[instance + I_STARTED] = s[H_NOW]
    s[instance + I_DEFERRED] = MISSING
    s[instance + I_UNTIL] = MISSING
    s[instance + I_CHOSEN] = 0


@jit
def stand_ready(s: list[int], instance: int) -> None:
    """Let an instance that came to a message be checked in the next round (R44)."""
    s[instance + I_STATUS] = CANDIDATE
    s[H_CANDIDATES] += 1


@jit
def become_candidate(s: list[int], instance: int) -> None:
    """Let an instance be checked again that was held back at its message."""
    stand_ready(s, instance)
    s[instance + I_HELD] = WAITS
    s[instance + I_DUE] = FAR
    s[H_TIMER_KNOWN] = 0


@jit
def stand_at(s: list[int], instance: int, due: int, held: int) -> None:
    """Let an instance stand at its message until an instant."""
    s[instance + I_STATUS] = STANDING
    s[instance + I_BEGAN] = s[H_NOW]
    s[instance + I_DUE] = due
    s[instance + I_HELD] = held
    s[H_TIMER_KNOWN] = 0


@jit
def put_off(s: list[int], instance: int, release: int, held: int) -> int:
    """Hold a message back until its release."""
    if s[instance + I_DEFERRED] == MISSING:
        s[instance + I_DEFERRED] = s[H_NOW]
    stand_at(s, instance, release, held)
    return STAYS


@jit
def defer(
    p: list[int],
    s: list[int],
    instance: int,
    release: int,
    held: int,
    cap: int,
    counted: int,
    journey: int,
    time: int,
) -> int:
    """Hold a message back, unless that would be for too long (R303); return STAYS or the port.

    Of a cap (-1: by none) it is told how many messages it counts, and where and when the newest
    was sent.
    """
    place, own = s[instance + I_NODE], s[instance + I_JOURNEY]
    begun = s[instance + I_DEFERRED]
    if begun == MISSING:
        begun = s[H_NOW]
    if release > begun + LONGEST:
        count_of_message(p, s, node_at(p, place), TS_DEFERRED_TOO_LONG)
        late = MISSING if release == FAR else release
        tell(s, DEFERRED_TOO_LONG, own, instance, place, 2, late, cap)
        return BY_NOT_SENT
    count_of_message(p, s, node_at(p, place), TS_DEFERRED)
    tell_more(s, DEFERRED, own, instance, place, 5, release, cap, counted, journey, time)
    return put_off(s, instance, release, held)


@jit
def move_release(p: list[int], s: list[int], instance: int, zone: int) -> None:
    """Compute the end of quiet hours again, by a zone that came into force (R303)."""
    place = s[instance + I_NODE]
    hours = p[p[node_at(p, place) + N_RULES] + O_HOURS]
    computed = first_free(p, hours, zone, s[instance + I_BEGAN])
    due, old = max(s[H_NOW], computed), s[instance + I_DUE]
    if old in (due, computed):
        return
    count_of_message(p, s, node_at(p, place), TS_DEFERRAL_MOVED)
    tell(s, DEFERRAL_MOVED, s[instance + I_JOURNEY], instance, place, 2, old, due)
    s[instance + I_DUE] = due
    s[H_TIMER_KNOWN] = 0
