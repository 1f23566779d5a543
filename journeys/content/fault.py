"""What is wrong with the words of a message: where, in plain words, and what to try."""

import re
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a template: line and column, both from 1, and the offset from 0."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a template from being rendered: `code` for programs, words for people.

    `attempt` says what to try, and is empty where nothing is known.
    """

    code: str
    words: str
    place: Place
    attempt: str = ""


class Places:
    """Finds line and column of any offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> Place:
        """Return the place of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1, offset)
