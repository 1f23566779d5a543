"""Which comparisons fit what a property or an attribute holds, and how that is said."""

from collections.abc import Mapping

from journeys.conditions.comparison import (
    LISTS,
    ORDERED,
    PRESENCE,
    TEXTUAL,
    TIMED,
    Comparison,
    Operator,
)
from journeys.people.population import ColumnType

EVEN = LISTS | {Operator.IS, Operator.IS_NOT}
FITTING: Mapping[ColumnType, frozenset[Operator]] = {
    ColumnType.TEXT: EVEN | TEXTUAL,
    ColumnType.TRUTH: EVEN,
    ColumnType.WHOLE: EVEN | ORDERED,
    ColumnType.DECIMAL: EVEN | ORDERED,
    ColumnType.INSTANT: TIMED,
}
HOLDS: Mapping[ColumnType, tuple[str, str]] = {
    ColumnType.TEXT: ("text", 'Compare it with text in quotes, such as "3".'),
    ColumnType.TRUTH: ("yes or no", "Ask whether it is true or false, without quotes."),
    ColumnType.WHOLE: ("whole numbers", "Compare it with a number, without quotes."),
    ColumnType.DECIMAL: ("numbers", "Compare it with a number, without quotes."),
    ColumnType.INSTANT: ("times", "Ask with before, after, within_last or longer_ago."),
}


def fits(leaf: Comparison, held: ColumnType) -> bool:
    """Say whether a comparison can be true of values of a type."""
    if leaf.operator in PRESENCE:
        return True
    if leaf.operator not in FITTING[held]:
        return False
    if held in (ColumnType.TEXT, ColumnType.INSTANT):
        return all(isinstance(value, str) for value in leaf.values)
    is_truth = held is ColumnType.TRUTH
    return all(
        isinstance(value, bool) == is_truth and not isinstance(value, str) for value in leaf.values
    )
