"""How long something lasts: calendar parts that follow the clock on the wall, and exact seconds."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from pydantic.json_schema import JsonSchemaValue

from journeys.written import Written

DAY = 86_400
LONGEST = 100 * 366 * DAY
LONGEST_TEXT = 40
PATTERN = (
    r"P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class Duration(Written):
    """An ISO-8601 duration: whole months and days move the local calendar, seconds are exact.

    `PT24H` is 24 hours (seconds = 86,400); `P1D` is the same time on the next day (days = 1).
    """

    months: int = 0
    days: int = 0
    seconds: int = 0

    written: ClassVar[JsonSchemaValue] = {
        "pattern": f"^{PATTERN}$",
        "maxLength": LONGEST_TEXT,
        "examples": ["PT1H", "P1D"],
    }

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read `P1DT2H` and the like; raises ValueError with what is expected."""
        if isinstance(text, cls):
            return text
        written = isinstance(text, str) and len(text) <= LONGEST_TEXT
        match = re.fullmatch(PATTERN, str(text), re.ASCII) if written else None
        if match is None:
            shown = str(text)[:LONGEST_TEXT]
            raise ValueError(f"{shown!r} is no duration; write PT1H, P1D, P2W or P1M")
        years, months, weeks, days, hours, minutes, seconds = (
            int(part or 0) for part in match.groups()
        )
        made = cls(12 * years + months, 7 * weeks + days, 3600 * hours + 60 * minutes + seconds)
        if made.at_most > LONGEST:
            raise ValueError(f"{text} is longer than a hundred years")
        return made

    @classmethod
    def of(cls, seconds: int) -> Self:
        """Return so many seconds in whole days and the rest, as they are said."""
        days, rest = divmod(seconds, DAY)
        return cls(days=days, seconds=rest)

    @property
    def is_exact(self) -> bool:
        """True when no part of it depends on a calendar."""
        return self.months == 0 and self.days == 0

    @property
    def at_most(self) -> int:
        """Seconds it can last at most: a month as 31 days, a year as 366 (rule R7)."""
        years, months = divmod(self.months, 12)
        return (years * 366 + months * 31 + self.days) * DAY + self.seconds

    @property
    def window(self) -> int:
        """Seconds when it looks back: a day is 24 hours here (rule R20); months cannot be."""
        return self.days * DAY + self.seconds

    def __str__(self) -> str:
        years, months = divmod(self.months, 12)
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        date = _parts((years, "Y"), (months, "M"), (self.days, "D"))
        time = _parts((hours, "H"), (minutes, "M"), (seconds, "S"))
        return f"P{date}T{time}" if time else f"P{date}" if date else "PT0S"

    @property
    def words(self) -> str:
        """The duration in plain words: '1 day 2 hours'."""
        years, months = divmod(self.months, 12)
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        amounts = (
            (years, "year"),
            (months, "month"),
            (self.days, "day"),
            (hours, "hour"),
            (minutes, "minute"),
            (seconds, "second"),
        )
        said = [
            f"{amount} {unit}{'s' if amount != 1 else ''}" for amount, unit in amounts if amount
        ]
        return " ".join(said) or "no time"


def _parts(*amounts: tuple[int, str]) -> str:
    return "".join(f"{amount}{unit}" for amount, unit in amounts if amount)
