"""Schedules: a local day and time, and how it comes again, as RFC 5545 has its RRULE (R219)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic.json_schema import JsonSchemaValue

from journeys.written import Written

if TYPE_CHECKING:
    from dateutil.rrule import weekday

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 local times have no zone of their own
FIRST_YEAR, LAST_YEAR = 1900, 2199
LAST = datetime(LAST_YEAR, 12, 31, 23, 59)  # noqa: DTZ001
PATTERN = r"(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)"
WRITTEN = "%Y-%m-%dT%H:%M"
UNTIL = "%Y%m%dT%H%M%S"
END_OF_DAY = "T235959"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
FINER = frozenset({"HOURLY", "MINUTELY", "SECONDLY", "BYHOUR", "BYMINUTE", "BYSECOND"})
LISTS = {
    "BYMONTH": (1, 12, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYSETPOS": (1, 366, True),
}
SINGLE = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY")
DAYS_OF = dict(enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1))
LONGEST_YEAR, MOST_WEEKS = 366, 53
KEPT = 256
MOST_TIMES = 20_000


@dataclass(frozen=True, slots=True, order=True)
class WallTime(Written):
    """A day and a time to the minute, as clock and calendar on the wall show them.

    `seconds` count from 1970-01-01T00:00 on that wall, without any zone.
    """

    seconds: int

    written: ClassVar[JsonSchemaValue] = {
        "pattern": f"^{PATTERN}$",
        "examples": ["2026-12-24T09:00"],
    }

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read `2026-12-24T09:00`; raises ValueError with what is expected."""
        if isinstance(text, cls):
            return text
        match = re.fullmatch(PATTERN, text, re.ASCII) if isinstance(text, str) else None
        if match is None:
            raise ValueError("a day and a time are expected, such as 2026-12-24T09:00")
        year, month, day, hour, minute = (int(part) for part in match.groups())
        try:
            found = datetime(year, month, day, hour, minute)  # noqa: DTZ001
        except ValueError:
            found = None
        if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise ValueError(f"there is no day {match[1]}-{match[2]}-{match[3]} for a schedule")
        return cls.of(found)

    @classmethod
    def of(cls, shown: datetime) -> Self:
        """Return what a clock shows, cut to seconds."""
        return cls((shown - EPOCH) // timedelta(seconds=1))

    @property
    def shown(self) -> datetime:
        """The same as a date without a zone."""
        return EPOCH + timedelta(seconds=self.seconds)

    def __str__(self) -> str:
        return self.shown.strftime(WRITTEN)


class TooOftenError(ValueError):
    """A rule comes more often than daily; the message says which part of it does."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which a day comes again, read from its text and known to make sense.

    `days` are (ordinal or 0, day of the week from Monday = 0); `lists` the other BY parts.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    week_start: int = 0
    days: tuple[tuple[int, int], ...] = ()
    lists: tuple[tuple[str, tuple[int, ...]], ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read an RRULE; raises TooOftenError, or ValueError that says what is wrong with it."""
        parts = _parts(text)
        for name, said in (*((part, part) for part in parts), ("FREQ", parts.get("FREQ", ""))):
            if said in FINER:
                raise TooOftenError(f"{said} is finer than a day")
            if name not in LISTS and name not in SINGLE:
                raise ValueError(f"a rule has no part {name!r}")
        frequency = parts.get("FREQ", "")
        if frequency not in FREQUENCIES:
            raise ValueError("FREQ is one of DAILY, WEEKLY, MONTHLY and YEARLY")
        if "COUNT" in parts and "UNTIL" in parts:
            raise ValueError("a rule ends by COUNT or by UNTIL, not by both")
        made = cls(
            frequency,
            _number("INTERVAL", parts.get("INTERVAL", "1")),
            _number("COUNT", parts["COUNT"]) if "COUNT" in parts else None,
            _until(parts["UNTIL"]) if "UNTIL" in parts else None,
            _weekday("WKST", parts.get("WKST", "MO"))[1],
            tuple(_weekday("BYDAY", each) for each in _listed(parts, "BYDAY")),
            tuple(
                (name, tuple(_listed_number(name, each) for each in _listed(parts, name)))
                for name in LISTS
                if name in parts
            ),
        )
        made._demand_sense()
        return made

    def __str__(self) -> str:
        """Return the rule as a text, its parts in a fixed order."""
        days = [f"{ordinal or ''}{DAYS[day]}" for ordinal, day in self.days]
        parts = {
            "FREQ": self.frequency,
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            **{name: ",".join(map(str, values)) for name, values in self.lists},
            "BYDAY": ",".join(days),
            "WKST": DAYS[self.week_start] if self.week_start else "",
            "COUNT": "" if self.count is None else str(self.count),
            "UNTIL": "" if self.until is None else self.until.strftime(UNTIL),
        }
        return ";".join(f"{name}={said}" for name, said in parts.items() if said)

    def on_last_day(self) -> "Rule":
        """Return the rule with the last day of the month in the place of days by their number."""
        kept = tuple((name, values) for name, values in self.lists if name != "BYMONTHDAY")
        return replace(self, lists=(*kept, ("BYMONTHDAY", (-1,))))

    def _demand_sense(self) -> None:
        """Raise ValueError for parts that RFC 5545 does not have together."""
        named = {name for name, _ in self.lists}
        is_counted = any(ordinal for ordinal, _ in self.days)
        if self.frequency in ("DAILY", "WEEKLY") and is_counted:
            raise ValueError("the first or last day of its kind needs FREQ=MONTHLY or YEARLY")
        if "BYWEEKNO" in named and (self.frequency != "YEARLY" or is_counted):
            raise ValueError("BYWEEKNO needs FREQ=YEARLY and days without a number")
        if "BYMONTHDAY" in named and self.frequency == "WEEKLY":
            raise ValueError("BYMONTHDAY does not go with FREQ=WEEKLY")
        if "BYYEARDAY" in named and self.frequency != "YEARLY":
            raise ValueError("BYYEARDAY needs FREQ=YEARLY")
        if "BYSETPOS" in named and not self.days and named == {"BYSETPOS"}:
            raise ValueError("BYSETPOS needs another BY part to choose from")

    def _can_come(self, start: WallTime) -> bool:
        """Say no for what never comes at a glance: to find that out by trying takes seconds."""
        lists = dict(self.lists)
        months = lists.get("BYMONTH", tuple(DAYS_OF))
        longest = max(DAYS_OF[month] for month in months)
        days = {day for _, day in self.days} or {start.shown.weekday()}
        chosen = {"DAILY": 1, "WEEKLY": len(days)}.get(self.frequency, LONGEST_YEAR)
        by_week = self.frequency == "DAILY" and self.interval % len(DAYS) == 0
        return (
            any(abs(day) <= longest for day in lists.get("BYMONTHDAY", (1,)))
            and any(abs(place) <= chosen for place in lists.get("BYSETPOS", (1,)))
            and (not by_week or start.shown.weekday() in days)
        )

    def times(self, start: WallTime) -> Iterator[datetime]:
        """Yield the local times it comes from a start on, to the end of the year 2199."""
        from dateutil import rrule

        if not self._can_come(start):
            return iter(())
        known: dict[str, Any] = {name.lower(): values for name, values in self.lists}
        if self.days:
            week: tuple[weekday, ...] = rrule.weekdays
            known["byweekday"] = [week[day](ordinal or None) for ordinal, day in self.days]
        found = rrule.rrule(
            FREQUENCIES.index(self.frequency),
            dtstart=start.shown,
            interval=self.interval,
            wkst=self.week_start,
            until=LAST if self.until is None else min(self.until, LAST),
            **known,
        )
        return islice(iter(found), self.count)


def times(start: WallTime, repeat: str | None) -> Iterator[datetime]:
    """Yield the local times of a schedule in their order; raises ValueError for a wrong rule."""
    return iter([start.shown]) if repeat is None else Rule.parse(repeat).times(start)


def times_between(
    start: WallTime, repeat: str | None, first: int, last: int
) -> tuple[int, ...] | None:
    """Return the times of a schedule in [first, last), in seconds as a `WallTime` has them.

    None where there are more than `MOST_TIMES` of them; raises ValueError for a wrong rule.
    """
    found: list[int] = []
    for shown in times(start, repeat):
        seconds = WallTime.of(shown).seconds
        if seconds >= last:
            break
        if seconds >= first:
            found.append(seconds)
        if len(found) > MOST_TIMES:
            return None
    return tuple(found)


@lru_cache(maxsize=KEPT)
def ever_comes(start: WallTime, repeat: str | None) -> bool:
    """Say whether a schedule ever comes; raises ValueError for a wrong rule."""
    return next(times(start, repeat), None) is not None


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, equals, said = part.partition("=")
        if not equals or not name or not said:
            raise ValueError("a rule is written like FREQ=WEEKLY;BYDAY=MO,TH")
        if name in parts:
            raise ValueError(f"{name} is there twice")
        parts[name] = said
    return parts


def _listed(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _number(name: str, said: str) -> int:
    if not re.fullmatch(r"\d{1,4}", said, re.ASCII) or int(said) == 0:
        raise ValueError(f"{name} is a number from 1 to 9999")
    return int(said)


def _listed_number(name: str, said: str) -> int:
    least, most, goes_back = LISTS[name]
    is_number = re.fullmatch(r"[+-]?\d{1,3}", said, re.ASCII) is not None
    number = int(said) if is_number else 0
    if not least <= abs(number) <= most or (number < 0 and not goes_back):
        raise ValueError(f"{name} has numbers from {least} to {most}, and {said!r} is none")
    return number


def _until(said: str) -> datetime:
    """Return the last moment; a day alone is meant with all of its hours."""
    whole = said if "T" in said else f"{said}{END_OF_DAY}"
    try:
        found = datetime.strptime(whole, UNTIL) if len(whole) == len("20261231T235900") else None  # noqa: DTZ007
    except ValueError:
        found = None
    if found is None:
        raise ValueError("UNTIL is a local day, like 20261231, or a day and time: 20261231T235900")
    return found


def _weekday(name: str, said: str) -> tuple[int, int]:
    match = re.fullmatch(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", said, re.ASCII)
    ordinal = int(match[1] or 0) if match else 0
    is_known = match is not None and abs(ordinal) <= MOST_WEEKS and (match[1] is None or ordinal)
    if match is None or not is_known or (name == "WKST" and match[1]):
        raise ValueError(f"{name} has days like MO, TH or 1MO, and {said!r} is none")
    return ordinal, DAYS.index(match[2])
