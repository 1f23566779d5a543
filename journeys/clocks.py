"""Times of day and days of the week, as the clock and the calendar on the wall show them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field
from pydantic.json_schema import JsonSchemaValue

from journeys.written import Written

PATTERN = r"([01]\d|2[0-3]):([0-5]\d)"

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS = dict(
    zip(WEEK, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True)
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay(Written):
    """A time of day to the minute, in seconds since midnight."""

    seconds: int

    written: ClassVar[JsonSchemaValue] = {"pattern": f"^{PATTERN}$", "examples": ["09:00"]}

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read `09:00` and the like; raises ValueError with what is expected."""
        if isinstance(text, cls):
            return text
        match = re.fullmatch(PATTERN, text, re.ASCII) if isinstance(text, str) else None
        if match is None:
            raise ValueError("a time of day is expected, such as 09:00")
        return cls(3_600 * int(match[1]) + 60 * int(match[2]))

    def __str__(self) -> str:
        return f"{self.seconds // 3_600:02}:{self.seconds // 60 % 60:02}"


A_FEW = 3
MORNING = TimeOfDay(9 * 3_600)


def _in_order(days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    if len(set(days)) != len(days):
        raise ValueError("each day of the week stands there once")
    return tuple(day for day in WEEK if day in days)


Weekdays = Annotated[tuple[Weekday, ...], Field(max_length=7), AfterValidator(_in_order)]


def spoken_days(days: Iterable[Weekday]) -> str:
    """Return days of the week in words, nothing for all of them: 'Monday to Friday'."""
    places = [WEEK.index(day) for day in days]
    if len(places) in {0, len(WEEK)}:
        return ""
    names = [DAYS[WEEK[place]] for place in places]
    is_row = len(places) >= A_FEW and places[-1] - places[0] == len(places) - 1
    if is_row:
        return f"{names[0]} to {names[-1]}"
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
