"""Which comparisons fit what is compared, and what becomes of a value when the words change."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any

from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PATTERNS,
    PRESENCE,
    RELATIVE,
    TEXTUAL,
    TIMED,
    Comparison,
    Operator,
    instant,
    look_back,
)
from journeys.conditions.patterns import pattern
from journeys.conditions.tree import Compared
from journeys.people.population import ColumnType
from widgets.inspector.amending import amended
from widgets.inspector.reading import Scalar, type_of

EQUAL = (Operator.IS, Operator.IS_NOT)
LISTED = (Operator.ONE_OF, Operator.NONE_OF)
WRITTEN = (
    Operator.CONTAINS,
    Operator.CONTAINS_NOT,
    Operator.STARTS_WITH,
    Operator.ENDS_WITH,
    Operator.MATCHES,
    Operator.MATCHES_NOT,
)
NUMBERED = (Operator.AT_LEAST, Operator.AT_MOST, Operator.GREATER, Operator.LESS)
DATED = (Operator.WITHIN_LAST, Operator.LONGER_AGO, Operator.BEFORE, Operator.AFTER)
KNOWN = (Operator.PRESENT, Operator.MISSING)

BY_TYPE: Mapping[ColumnType, tuple[Operator, ...]] = {
    ColumnType.TEXT: (*EQUAL, *LISTED, *WRITTEN, *KNOWN),
    ColumnType.TRUTH: (*EQUAL, *KNOWN),
    ColumnType.WHOLE: (*EQUAL, *NUMBERED, *LISTED, *KNOWN),
    ColumnType.DECIMAL: (*EQUAL, *NUMBERED, *LISTED, *KNOWN),
    ColumnType.INSTANT: (*DATED, *KNOWN),
}
EVERY = tuple(dict.fromkeys((*EQUAL, *LISTED, *WRITTEN, *NUMBERED, *DATED, *KNOWN)))

ONE = Decimal(1)
A_WEEK = "P7D"


def with_operator(leaf: Compared, operator: Operator, held: ColumnType | None) -> Compared:
    """Return a leaf compared in another way; its value is kept as far as it still fits."""
    value = fitting(leaf, operator, held)
    exactly = leaf.exactly and operator not in PATTERNS and has_text(value)
    return amended(leaf, {"operator": operator, "value": value, "exactly": exactly})


def with_value(leaf: Compared, value: object) -> Compared:
    """Return a leaf held against another value; raises ValidationError where it does not fit."""
    return amended(leaf, {"value": value, "exactly": leaf.exactly and has_text(value)})


def with_name(
    leaf: Compared, name: str, held: ColumnType | None, seen: tuple[str, ...] = ()
) -> Compared:
    """Return a leaf that asks for another property; what it is compared with fits its type.

    Where there are texts `seen` in it, the most frequent first, it is compared with one of them.
    """
    renamed = amended(leaf, {"name": name})
    offered = BY_TYPE[held] if held else EVERY
    operator = leaf.operator if leaf.operator in offered else offered[0]
    made = with_operator(renamed, operator, held)
    is_picked = held is ColumnType.TEXT and operator in (*EQUAL, *LISTED)
    if not is_picked or not seen or any(value in seen for value in made.values):
        return made
    return with_value(made, (seen[0],) if operator in LISTED else seen[0])


def has_text(value: object) -> bool:
    """Return whether there is text in a value, so that upper and lower case can matter."""
    values = value if isinstance(value, tuple) else (value,)
    return any(isinstance(item, str) for item in values)


def fitting(leaf: Comparison, operator: Operator, held: ColumnType | None) -> object:  # noqa: PLR0911 a line a sort
    """Return the leaf's value, or one that the operator can be held against."""
    if operator in PRESENCE:
        return None
    first = leaf.values[0] if leaf.values else _first(held)
    if operator in LISTS:
        return leaf.values or (first,)
    if operator in ORDERED:
        return first if isinstance(first, Decimal) else ONE
    if operator in PATTERNS:
        return first if isinstance(first, str) and _reads(pattern, first) else ""
    if operator in TEXTUAL:
        return first if isinstance(first, str) else ""
    if operator in TIMED:
        return _moment(operator, first)
    fits = held is None or type_of(first) is _plain(held)
    return first if fits else _first(held)


def _moment(operator: Operator, first: object) -> object:
    """Return a look-back or a moment."""
    if operator in RELATIVE:
        return first if _reads(look_back, first) else A_WEEK
    return first if _reads(instant, first) else _today()


def _plain(held: ColumnType) -> ColumnType:
    return ColumnType.DECIMAL if held is ColumnType.WHOLE else held


def _first(held: ColumnType | None) -> Scalar:
    if held is ColumnType.TRUTH:
        return True
    return ONE if held in (ColumnType.WHOLE, ColumnType.DECIMAL) else ""


def _reads(reading: Callable[[Any], object], value: object) -> bool:
    try:
        reading(value)
    except ValueError:
        return False
    return True


def _today() -> str:
    midnight = datetime.combine(datetime.now(UTC).date(), time(), UTC)
    return midnight.isoformat().replace("+00:00", "Z")
