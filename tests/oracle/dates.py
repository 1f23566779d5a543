"""The ends of waits until a date or a time of day, on the customer's clock (R22, R211, R212)."""

import re
from datetime import date, datetime, time, timedelta

from journeys.clocks import WEEK, TimeOfDay
from journeys.nodes.wait_date import WaitDate
from journeys.nodes.wait_time import WaitTime
from journeys.people.population import ColumnType, Content, Held
from tests.oracle.calendar import first_valid, later, local

DAY = r"(?:19|20|21)\d\d-\d\d-\d\d"
OF_DAY = r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?"
OFFSET = r"(?:Z|[+-]\d\d:\d\d)"
WRITTEN = re.compile(rf"{DAY}(?:[T ]{OF_DAY}{OFFSET}?)?", re.ASCII)
DAYS_ONLY = 10


def is_date(value: Content, held: Held | None) -> bool:
    """Return whether a value is a date: an instant, or a text that is all of it one (R211)."""
    if isinstance(value, str):
        try:
            return bool(WRITTEN.fullmatch(value)) and bool(datetime.fromisoformat(value))
        except ValueError:
            return False
    return value is not None and held is not None and held.type is ColumnType.INSTANT


def date_end(value: Content, node: WaitDate, zone: str) -> int:
    """Return where a wait until a date ends, past or not."""
    base = value if isinstance(value, int) else written(str(value), node.time, zone)
    return base if node.offset is None else later(base, node.offset, zone, back=node.before)


def written(text: str, at: TimeOfDay, zone: str) -> int:
    """Return the instant of a date as text; without an offset it is local, finer parts cut (R5)."""
    if len(text) == DAYS_ONLY:
        return first_valid(on(date.fromisoformat(text), at), zone)
    read = datetime.fromisoformat(text).replace(microsecond=0)
    return first_valid(read, zone) if read.tzinfo is None else int(read.timestamp())


def time_end(start: int, node: WaitTime, zone: str) -> int:
    """Return the first instant from start on that is the time, or lies in the window (R212)."""
    today = local(start, zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(-1, 9)):
        if node.weekdays and WEEK[day.weekday()] not in node.weekdays:
            continue
        begins = first_valid(on(day, node.time), zone)
        if begins >= start:
            return begins
        if node.until is not None:
            is_over_night = node.until < node.time
            closes = first_valid(on(day + timedelta(days=is_over_night), node.until), zone)
            if start < closes:
                return start
    raise AssertionError("a week has every day")


def on(day: date, at: TimeOfDay) -> datetime:
    """Return a time of day on a day."""
    return datetime.combine(day, time()) + timedelta(seconds=at.seconds)
