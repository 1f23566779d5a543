"""Dates as texts: what counts as one, and which instant or local time it names (R211)."""

import re
from dataclasses import dataclass
from datetime import date, datetime

DAY = 86_400
LONGEST_TEXT = 40
FIRST_YEAR, LAST_YEAR = 1900, 2199
PATTERN = (
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?)?)?"
)
LAST_HOUR, LAST_MINUTE = 23, 59
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it was written: seconds since 1970, of UTC where it is an instant, else local.

    A day alone has no time, and its seconds are those of its midnight.
    """

    seconds: int
    is_instant: bool
    has_time: bool

    @classmethod
    def parse(cls, text: str) -> "WrittenDate | None":
        """Return the date a text is, all of it; None for any other text."""
        match = re.fullmatch(PATTERN, text, re.ASCII) if len(text) <= LONGEST_TEXT else None
        if match is None:
            return None
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
        try:
            datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 only whether it exists
        except ValueError:
            return None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        shown = (date(year, month, day).toordinal() - EPOCH) * DAY
        shown += 3_600 * hour + 60 * minute + second
        zone = match[7]
        if zone is None:
            return cls(shown, is_instant=False, has_time=match[4] is not None)
        ahead = _ahead(zone)
        return None if ahead is None else cls(shown - ahead, is_instant=True, has_time=True)


def _ahead(zone: str) -> int | None:
    """Return the seconds an offset such as +02:00 is ahead of UTC; None for an impossible one."""
    digits = zone.lstrip("Z+-").replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > LAST_HOUR or minutes > LAST_MINUTE:
        return None
    return (3_600 * hours + 60 * minutes) * (-1 if zone.startswith("-") else 1)
