"""Frequency caps: how many messages a customer got lately, over all journeys (R304)."""

from journeys.program.dispatch import (
    CAP_CATEGORY,
    CAP_CHANNEL,
    CAP_COUNT,
    CAP_NUMBER,
    CAP_WIDTH,
    CAP_WITHIN,
    DEFERS,
    O_CAPS,
    O_CATEGORY,
    O_FREE,
    O_WHEN_CAPPED,
    TS_CAPPED,
)
from journeys.program.operations import (
    N_A,
    N_RULES,
    NOWHERE,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.holding import PASSES, defer
from journeys.simulation.kernel.instances import instance_at, node_at
from journeys.simulation.kernel.places import (
    FAR,
    H_NOW,
    H_SENT,
    H_SENT_COUNT,
    I_JOURNEY,
    I_NODE,
    PUT_OFF,
    SENT_INSTANCE,
    SENT_NODE,
    SENT_ROW,
    SENT_TIME,
)
from journeys.simulation.kernel.records import count_of_message, tell_more

CAPPED = int(Reason.CAPPED)


@jit
def sent_at(s: list[int], number: int) -> int:
    """Return the place of a message that was sent."""
    return s[H_SENT] + number * SENT_ROW


@jit
def counts(p: list[int], s: list[int], cap: int, sent: int) -> bool:
    """Say whether a cap counts a message that was sent, but for its time."""
    node = node_at(p, s[sent + SENT_NODE])
    if p[cap + CAP_CHANNEL] not in (NOWHERE, p[node + N_A]):
        return False
    rules = p[node + N_RULES]
    if rules == 0:
        return p[cap + CAP_CATEGORY] == NOWHERE
    if p[rules + O_FREE]:
        return False
    return p[cap + CAP_CATEGORY] in (NOWHERE, p[rules + O_CATEGORY])


@jit
def counted(p: list[int], s: list[int], cap: int) -> int:
    """Return how many messages a cap counts now."""
    found, number = 0, s[H_SENT_COUNT] - 1
    first = s[H_NOW] - p[cap + CAP_WITHIN]
    while number >= 0 and s[sent_at(s, number) + SENT_TIME] > first:
        found += 1 if counts(p, s, cap, sent_at(s, number)) else 0
        number -= 1
    return found


@jit
def newest(p: list[int], s: list[int], cap: int, place: int) -> int:
    """Return where the newest message that a cap counts stands, or the one so many before it."""
    number = s[H_SENT_COUNT] - 1
    while True:
        if counts(p, s, cap, sent_at(s, number)):
            if place == 0:
                return sent_at(s, number)
            place -= 1
        number -= 1


@jit
def room_at(p: list[int], s: list[int], cap: int) -> int:
    """Return when a cap that is full has room again, or FAR where it never has any."""
    most = p[cap + CAP_COUNT]
    if most == 0:
        return FAR
    return s[newest(p, s, cap, most - 1) + SENT_TIME] + p[cap + CAP_WITHIN]


@jit
def pass_caps(p: list[int], s: list[int], instance: int, rules: int) -> int:
    """Ask the caps; return PASSES, STAYS, or the port."""
    caps, what = p[rules + O_CAPS], p[rules + O_WHEN_CAPPED]
    full, release = -1, -1
    for at in range(p[caps] if caps else 0):
        cap = caps + 1 + at * CAP_WIDTH
        if counted(p, s, cap) < p[cap + CAP_COUNT]:
            continue
        free = room_at(p, s, cap) if what == DEFERS else 0
        if free > release:
            full, release = cap, free
        if what != DEFERS:
            break
    if full < 0:
        return PASSES
    many, journey, time = counted(p, s, full), MISSING, MISSING
    if many:
        sent = newest(p, s, full, 0)
        journey = s[instance_at(p, s, s[sent + SENT_INSTANCE]) + I_JOURNEY]
        time = s[sent + SENT_TIME]
    number = p[full + CAP_NUMBER]
    if what == DEFERS:
        return defer(p, s, instance, release, PUT_OFF, number, many, journey, time)
    place = s[instance + I_NODE]
    count_of_message(p, s, node_at(p, place), TS_CAPPED)
    own = s[instance + I_JOURNEY]
    tell_more(s, CAPPED, own, instance, place, 5, what, number, many, journey, time)
    return what
