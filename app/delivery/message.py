"""What is to be rendered for a customer, and what came of it: words, or a named reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from journeys.content.part import Part
from journeys.content.sort import Sort


class Reason(StrEnum):
    """Why a message was not rendered."""

    REFUSED = "refused"
    MISSING = "missing"
    UNFIT = "unfit"
    TOO_MUCH = "too_much"
    TOO_SLOW = "too_slow"
    OUT_OF_MEMORY = "out_of_memory"
    DIED = "died"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Template:
    """The parts of one message, as written; they are rendered in this order."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """A message for one customer: `context` is what is known, as JSON knows it; `zone` is theirs.

    Dates may stand in the context as dates, and decimals as decimals.
    """

    template: Template
    context: Mapping[str, object]
    zone: str = "UTC"


Scalar: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """The words of a message, part by part, with what was put in.

    `used` holds every variable that was looked at and there, with its value (of a list or an
    object, how many entries it has); `fallbacks` those that were missing, with the words that
    stood in; `blanks` those that put in nothing at all. `changes` says in words what was taken out
    of the text, such as a line break in a subject.
    """

    parts: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, Scalar], ...] = ()
    fallbacks: tuple[tuple[str, str], ...] = ()
    blanks: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str:
        return dict(self.parts)[name]


@dataclass(frozen=True, slots=True)
class Failed:
    """A message that was not rendered: why, in words, with what to try.

    `part` names the part; line and column are those in its template, 0 where there is no place.
    `path` names the variable that is missing.
    """

    reason: Reason
    words: str
    attempt: str = ""
    part: str = ""
    line: int = 0
    column: int = 0
    path: str = ""


Outcome: TypeAlias = Rendered | Failed

__all__ = ["Failed", "Job", "Outcome", "Part", "Reason", "Rendered", "Scalar", "Sort", "Template"]
