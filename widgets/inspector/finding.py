"""Finds among things what somebody writes: the same word first, then beginnings, then the rest."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def closest(things: Iterable[T], text: str, words: Callable[[T], tuple[str, ...]]) -> list[T]:
    """Return the things one of whose words holds a text, the closest first, else in their order.

    Upper and lower case are the same. An empty text is held by everything.
    """
    sought = text.casefold().strip()
    ranked = [
        (rank, thing) for thing in things if (rank := _rank(sought, words(thing))) is not None
    ]
    ranked.sort(key=lambda each: each[0])
    return [thing for _, thing in ranked]


def _rank(sought: str, words: tuple[str, ...]) -> int | None:
    folded = [word.casefold() for word in words]
    if not sought:
        return 0
    if sought in folded:
        return 0
    if any(word.startswith(sought) for word in folded):
        return 1
    return 2 if any(sought in word for word in folded) else None
