"""What each filter and operator can be given, by the kind of a value: it fits, may fit, or never.

It says beforehand what rendering would find: see `filters` and the operators of `delivery`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "number", "yes or no", "time", "list", "object"]

KINDS: Mapping[Kind, str] = {
    "text": "text",
    "number": "a number",
    "yes or no": "a yes or no",
    "time": "a time",
    "list": "a list",
    "object": "several things at once",
}
WORDS: frozenset[Kind] = frozenset(("text", "time"))
SCALARS: frozenset[Kind] = frozenset(("text", "time", "number", "yes or no"))
NUMBERS: frozenset[Kind] = frozenset(("number",))
LISTS: frozenset[Kind] = frozenset(("list",))
ROWS: frozenset[Kind] = frozenset(("list", "text", "time"))

OF_NUMBERS = ("money", "round", "abs", "int", "float", "plural")
OF_TEXT = (
    *("title", "upper", "lower", "capitalize", "trim", "truncate", "replace", "urlencode"),
    *("show", "join to text"),
)
OF_LISTS = ("join", "sort", "unique", "map", "sum", "min", "max", "loop")
MAKES: Mapping[str, Kind] = {
    **dict.fromkeys(("money", "date", "plural", "join"), "text"),
    **dict.fromkeys(OF_TEXT, "text"),
    **dict.fromkeys(("length", "count", "sum", "round", "abs", "int", "float"), "number"),
    **dict.fromkeys(("sort", "unique", "map", "items"), "list"),
}
"""What filters make; of the others it depends on what they are given."""


class Fit(IntEnum):
    """How values fit what is done with them."""

    FINE = 0
    DOUBTFUL = 1
    NEVER = 2


Rule: TypeAlias = "tuple[frozenset[Kind], frozenset[Kind]]"
"""The kinds that always fit, and those of which some values do."""

UNARY: Mapping[str, Rule] = {
    **dict.fromkeys(OF_NUMBERS, (NUMBERS, frozenset(("text",)))),
    **dict.fromkeys(OF_TEXT, (SCALARS, frozenset())),
    **dict.fromkeys(OF_LISTS, (LISTS, frozenset())),
    **dict.fromkeys(("first", "last", "reverse"), (ROWS, frozenset())),
    **dict.fromkeys(("length", "count"), (ROWS | {"object"}, frozenset())),
    "money": (NUMBERS, frozenset(("text", "object"))),
    "date": (frozenset(("time",)), frozenset(("text", "number"))),
    "items": (frozenset(("object",)), frozenset()),
    "loop": (LISTS | {"object"}, frozenset()),
    "sign": (NUMBERS, frozenset(("text",))),
    "in": (ROWS | {"object"}, frozenset()),
}


def fit(what: str, kinds: Sequence[Kind | None]) -> Fit:
    """Return how values of these kinds fit a filter or an operator; unknown ones always do."""
    if len(kinds) > 1:
        one, other = kinds[0], kinds[1]
        return PAIRS[what](one, other) if one and other else Fit.FINE
    kind = kinds[0]
    fine, some = UNARY.get(what, (frozenset(KINDS), frozenset()))
    if kind is None or kind in fine:
        return Fit.FINE
    return Fit.DOUBTFUL if kind in some else Fit.NEVER


def fits_text(what: str, text: str) -> bool:
    """Return whether a text that is written there can be read as what is wanted of it."""
    try:
        if what == "date":
            datetime.fromisoformat(text)
        else:
            float(text)
    except ValueError:
        return False
    return True


def _order(one: Kind, other: Kind) -> Fit:
    """Text and numbers have no order, lists and objects none at all (R171)."""
    are_words = (one in WORDS, other in WORDS)
    is_plain = {one, other} <= SCALARS
    return Fit.FINE if is_plain and are_words[0] == are_words[1] else Fit.NEVER


def _alike(one: Kind, other: Kind) -> Fit:
    """Text is never like a number; lists and objects are not compared."""
    if not {one, other} <= SCALARS:
        return Fit.NEVER
    return Fit.FINE if (one in WORDS) == (other in WORDS) else Fit.DOUBTFUL


def _added(one: Kind, other: Kind) -> Fit:
    """Two numbers, two texts or two lists can be added."""
    both = {one, other}
    return Fit.FINE if both <= WORDS or both <= NUMBERS or both <= LISTS else Fit.NEVER


def _calculated(one: Kind, other: Kind) -> Fit:
    return Fit.FINE if {one, other} <= NUMBERS else Fit.NEVER


PAIRS: Mapping[str, Callable[[Kind, Kind], Fit]] = {
    "order": _order,
    "alike": _alike,
    "add": _added,
    "calculate": _calculated,
}
