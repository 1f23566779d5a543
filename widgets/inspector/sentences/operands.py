"""Which comparisons fit what is compared, and what becomes of a value when the words change."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from decimal import Decimal

from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PRESENCE,
    RELATIVE,
    TEXTUAL,
    TIMED,
    Comparison,
    Operator,
    instant,
    look_back,
)
from journeys.conditions.tree import BehaviourTest, Leaf
from journeys.people.population import ColumnType
from widgets.inspector.amending import amended
from widgets.inspector.reading import Scalar, type_of

EQUAL = (Operator.IS, Operator.IS_NOT)
LISTED = (Operator.ONE_OF, Operator.NONE_OF)
WRITTEN = (Operator.CONTAINS, Operator.CONTAINS_NOT, Operator.STARTS_WITH)
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
BY_MEASURE: Mapping[str, tuple[Operator, ...]] = {
    "count": (*NUMBERED, *EQUAL),
    "sum": (*NUMBERED, *EQUAL),
    "last": (*DATED, *KNOWN),
}
EVERY = tuple(dict.fromkeys((*EQUAL, *LISTED, *WRITTEN, *NUMBERED, *DATED, *KNOWN)))

ONE = Decimal(1)
A_WEEK = "P7D"


def operators(leaf: Leaf, held: ColumnType | None) -> tuple[Operator, ...]:
    """Return the comparisons offered for a leaf; the one it has is always among them."""
    if isinstance(leaf, BehaviourTest):
        offered: tuple[Operator, ...] = BY_MEASURE[leaf.measure]
    else:
        offered = BY_TYPE[held] if held else EVERY
    return offered if leaf.operator in offered else (*offered, leaf.operator)


def with_operator(leaf: Leaf, operator: Operator, held: ColumnType | None) -> Leaf:
    """Return a leaf compared in another way; its value is kept as far as it still fits."""
    value = _fitting(leaf, operator, held)
    changes = {"operator": operator, "value": value, "exactly": leaf.exactly and has_text(value)}
    return amended(leaf, changes)


def with_value(leaf: Leaf, value: object) -> Leaf:
    """Return a leaf held against another value; raises ValidationError where it does not fit."""
    return amended(leaf, {"value": value, "exactly": leaf.exactly and has_text(value)})


def with_measure(leaf: BehaviourTest, measure: str, of: str) -> BehaviourTest:
    """Return what is asked of an event asked in another way: how often, how much, when last."""
    operator = leaf.operator
    if operator not in BY_MEASURE[measure]:
        operator = BY_MEASURE[measure][0]
    held = None if measure == "last" else ColumnType.DECIMAL
    changes = {
        "measure": measure,
        "of": (leaf.of or of) if measure == "sum" else None,
        "operator": operator,
        "value": _fitting(leaf, operator, held),
        "exactly": False,
    }
    return amended(leaf, changes)


def with_name(leaf: Leaf, name: str, held: ColumnType | None, seen: tuple[str, ...] = ()) -> Leaf:
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


def _fitting(leaf: Comparison, operator: Operator, held: ColumnType | None) -> object:
    """Return the leaf's value, or one that the operator can be held against."""
    if operator in PRESENCE:
        return None
    first = leaf.values[0] if leaf.values else _first(held)
    if operator in LISTS:
        return leaf.values or (first,)
    if operator in ORDERED:
        return first if isinstance(first, Decimal) else ONE
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


def _reads(reading: Callable[[object], int], value: object) -> bool:
    try:
        reading(value)
    except ValueError:
        return False
    return True


def _today() -> str:
    midnight = datetime.combine(datetime.now(UTC).date(), time(), UTC)
    return midnight.isoformat().replace("+00:00", "Z")
