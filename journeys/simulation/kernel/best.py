"""The hour at which a customer opens most messages, within a day from now (R306)."""

from journeys.program.dispatch import (
    O_HOURS,
    O_OPENS,
    TS_BEST_HOUR,
)
from journeys.program.operations import (
    OPENS,
    R_TYPES,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import DAY, HOUR, instant, local, zone_in_force
from journeys.simulation.kernel.holding import PASSES, put_off
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import (
    H_NOW,
    H_SCRATCH,
    H_SEEN_COUNT,
    I_CHOSEN,
    I_JOURNEY,
    I_NODE,
    OPENED_BY_HOUR,
    PUT_OFF,
    S_TIME,
    S_TYPE,
)
from journeys.simulation.kernel.quiet import is_quiet
from journeys.simulation.kernel.records import count_of_message, tell
from journeys.simulation.kernel.rows import row_at

BEST_HOUR = int(Reason.BEST_HOUR)

HOURS = 24
OWN, OTHERS = 10_000, 5


@jit
def count_opens(p: list[int], s: list[int], zone: int) -> None:
    """Count the messages the customer opened, by the hour of the zone."""
    first = s[H_SCRATCH] + OPENED_BY_HOUR
    for hour in range(HOURS):
        s[first + hour] = 0
    for number in range(s[H_SEEN_COUNT]):
        row = row_at(p, s, number)
        if p[p[R_TYPES] + s[row + S_TYPE]] & OPENS:
            s[first + local(p, zone, s[row + S_TIME]) % DAY // HOUR] += 1


@jit
def best_of(p: list[int], s: list[int], hours: int, prior: int, zone: int) -> int:
    """Return the best instant of the day from now on that is not quiet, or -1 where all are.

    The hour that now lies in counts at now.
    """
    now, shown = s[H_NOW], local(p, zone, s[H_NOW])
    last, found, most = instant(p, zone, shown + DAY), -1, -1
    for ahead in range(HOURS):
        begin = shown - shown % HOUR + ahead * HOUR
        time = now if ahead == 0 else instant(p, zone, begin)
        if time < now or time > last or (hours and is_quiet(p, hours, local(p, zone, time))):
            continue
        hour = begin % DAY // HOUR
        score = OWN * s[s[H_SCRATCH] + OPENED_BY_HOUR + hour] + OTHERS * p[prior + hour]
        if score > most:
            found, most = ahead, score
    return found


@jit
def pass_best_hour(p: list[int], s: list[int], instance: int, rules: int) -> int:
    """Put a message off to the best hour, once in a visit; return PASSES or STAYS."""
    if p[rules + O_OPENS] == 0 or s[instance + I_CHOSEN]:
        return PASSES
    s[instance + I_CHOSEN] = 1
    zone = zone_in_force(p, s) // 4
    count_opens(p, s, zone)
    ahead = best_of(p, s, p[rules + O_HOURS], p[rules + O_OPENS], zone)
    if ahead < 0:
        return PASSES
    shown, release, place = local(p, zone, s[H_NOW]), s[H_NOW], s[instance + I_NODE]
    begin = shown - shown % HOUR + ahead * HOUR
    if ahead:
        release = instant(p, zone, begin)
    count_of_message(p, s, node_at(p, place), TS_BEST_HOUR)
    hour = begin % DAY // HOUR
    tell(s, BEST_HOUR, s[instance + I_JOURNEY], instance, place, 2, hour, release)
    if release == s[H_NOW]:
        return PASSES
    return put_off(s, instance, release, PUT_OFF)
