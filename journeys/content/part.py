"""The parts of a message, such as its subject: what they are called, what they hold, how long."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from journeys.content.limits import LONGEST_LINE, LONGEST_TEMPLATE
from journeys.content.sort import Sort
from journeys.lines import LINES, single

SPOKEN = {"heading": "title", "html": "HTML"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a message: its name, what it is, and its template, which may be empty."""

    name: str
    sort: Sort
    source: str

    @property
    def spoken(self) -> str:
        """What people call it."""
        return SPOKEN.get(self.name, self.name)

    @property
    def most(self) -> int:
        """How many letters it may have."""
        return LONGEST_LINE if self.sort is Sort.LINE else LONGEST_TEMPLATE


OneLine = Annotated[
    str,
    StringConstraints(strict=True, max_length=LONGEST_LINE),
    BeforeValidator(single),
    Sort.LINE,
]
Text = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_TEMPLATE), LINES, Sort.TEXT]
Html = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_TEMPLATE), LINES, Sort.HTML]
