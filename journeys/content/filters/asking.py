"""What filters ask of their values, and how they say that a value does not fit."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from journeys.content.limits import LARGEST_NUMBER, LONGEST_LIST, LONGEST_TEXT

Content: TypeAlias = "str | int | float | bool | Sequence[Content] | Mapping[str, Content] | None"
"""A value in a message: what JSON knows; None is missing."""


class UnfitError(Exception):
    """A value is not what a filter or an operator can work with; the message says why."""


class TooMuchError(Exception):
    """A template asks for more than a message may use up; the message says of what."""


def kind(value: object) -> str:
    """Return what a value is, in words."""
    match value:
        case bool():
            return "true or false"
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list() | tuple():
            return "a list"
        case dict():
            return "an object"
        case _:
            return "something else"


def text(value: object) -> str:
    """Return a text, or a number as it is shown; raises UnfitError for anything else."""
    return value if type(value) is str else shown(value)


def shown(value: object) -> str:
    """Return how a value reads: numbers without needless digits, truth as in JSON."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return format(value, ".15g")
        case _:
            raise UnfitError(f"{kind(value).capitalize()} cannot be shown as it is.")


def number(value: object) -> int | float:
    """Return a number, also one written as text; raises UnfitError for anything else."""
    if type(value) is int or type(value) is float:
        return bounded(value)
    if isinstance(value, str) and len(value) <= LONGEST_NUMBER:
        try:
            found = float(value)
        except ValueError:
            pass
        else:
            return bounded(int(found) if found.is_integer() else found)
    raise UnfitError(f"A number is needed, and this is {kind(value)}.")


LONGEST_NUMBER = 40


def bounded(found: float) -> int | float:
    """Return a number that may be calculated with; raises TooMuchError."""
    if not abs(found) <= LARGEST_NUMBER:
        raise TooMuchError("A number is too large.")
    return found


def whole(value: object, least: int, most: int) -> int:
    """Return a whole number within bounds; raises UnfitError."""
    found = number(value)
    if found != int(found) or not least <= found <= most:
        raise UnfitError(f"A whole number from {least:,} to {most:,} is needed.")
    return int(found)


def listed(value: object) -> list[object]:
    """Return the entries of a list; raises UnfitError and TooMuchError."""
    if not isinstance(value, (list, tuple)):
        raise UnfitError(f"A list is needed, and this is {kind(value)}.")
    if len(value) > LONGEST_LIST:
        raise TooMuchError(f"A list has more than {LONGEST_LIST:,} entries.")
    return [*value]


def not_too_long(letters: int) -> None:
    """Refuse a text before it is made; raises TooMuchError."""
    if letters > LONGEST_TEXT:
        raise TooMuchError(f"A text has more than {LONGEST_TEXT:,} letters.")
