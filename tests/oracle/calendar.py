"""The clock on the customer's wall: zones, local hours and durations (R20, R21)."""

import calendar
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journeys.durations import Duration


@cache
def zone_exists(name: str) -> bool:
    """Return whether there is a zone of exactly this name."""
    try:
        return ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def local(instant: int, zone: str) -> datetime:
    """Return what the wall clock of a zone shows."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone))


def later(start: int, duration: Duration, zone: str, *, back: bool = False) -> int:
    """Return start plus a duration: months, then days on the wall, then exact seconds.

    With `back` it is start minus the duration, in the same order.
    """
    sign = -1 if back else 1
    if not duration.months and not duration.days:
        return start + sign * duration.seconds
    wall = local(start, zone).replace(tzinfo=None)
    months = wall.year * 12 + wall.month - 1 + sign * duration.months
    year, month = months // 12, months % 12 + 1
    clipped = min(wall.day, calendar.monthrange(year, month)[1])
    day = date(year, month, clipped) + sign * timedelta(days=duration.days)
    return first_valid(datetime.combine(day, wall.time()), zone) + sign * duration.seconds


def first_valid(wall: datetime, zone: str) -> int:
    """Return the first instant of a wall time that exists twice; one in a gap is the gap's end."""
    earlier, other = (
        int(wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC).timestamp())
        for fold in (0, 1)
    )
    if earlier <= other:
        return earlier
    # In a gap the two readings lie on either side of the switch: look for it second by second.
    before, after = other, earlier
    switched = local(after, zone).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if local(middle, zone).utcoffset() == switched:
            after = middle
        else:
            before = middle
    return after
