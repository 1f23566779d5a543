"""Hours in which it is quiet for a message, by the customer's own clock (R300, R303)."""

from journeys.program.dispatch import (
    HOURS_DAYS,
    HOURS_END,
    HOURS_START,
    HOURS_WIDTH,
    HOURS_WINDOW,
)
from journeys.program.operations import (
    R_ZONES,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import DAY, local, segment_at, weekday_of
from journeys.simulation.kernel.places import FAR

# Hours come round every week; a clock that changes can skip them once or twice.
FARTHEST = 22 * DAY


@jit
def lies_in(p: list[int], row: int, shown: int) -> bool:
    """Say whether what the clock shows lies in some hours, of the day before if over night."""
    day, second = shown // DAY, shown % DAY
    start, end, days = p[row + HOURS_START], p[row + HOURS_END], p[row + HOURS_DAYS]
    is_named = (days >> weekday_of(day)) & 1
    if start < end:
        return is_named == 1 and start <= second < end
    if second >= start:
        return is_named == 1
    return second < end and (days >> weekday_of(day - 1)) & 1 == 1


@jit
def is_quiet(p: list[int], hours: int, shown: int) -> bool:
    """Say whether it is quiet for a message at what the clock shows."""
    for at in range(p[hours]):
        row = hours + 1 + at * HOURS_WIDTH
        inside = 1 if lies_in(p, row, shown) else 0
        if inside != p[row + HOURS_WINDOW]:
            return True
    return False


@jit
def next_turn(p: list[int], hours: int, zone: int, time: int) -> int:
    """Return an instant up to which it stays as it is: a bound of hours, or a change of a clock."""
    second = local(p, zone, time) % DAY
    ahead = DAY - second
    for at in range(p[hours]):
        row = hours + 1 + at * HOURS_WIDTH
        for bound in (p[row + HOURS_START], p[row + HOURS_END]):
            if bound > second:
                ahead = min(ahead, bound - second)
    table = p[p[R_ZONES] + zone]
    later = segment_at(p, table, time) + 1
    if later < p[table]:
        ahead = min(ahead, p[table + 1 + later] - time)
    return time + ahead


@jit
def first_free(p: list[int], hours: int, zone: int, start: int) -> int:
    """Return the first instant from `start` on that is not quiet, or FAR where there is none."""
    time = start
    while time <= start + FARTHEST:
        if not is_quiet(p, hours, local(p, zone, time)):
            return time
        time = next_turn(p, hours, zone, time)
    return FAR
