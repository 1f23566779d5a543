"""What the customer did: how often, how much, how many different, what first and what last."""

from decimal import Decimal
from typing import Literal

from pydantic import model_validator

from journeys.conditions.comparison import ORDERED, PRESENCE, TIMED, Comparison, Operator
from journeys.conditions.filters import Filter
from journeys.conditions.windows import Since, Window, one_beginning
from journeys.values import Name

MOST_DECIMALS = 9
TOTALS = frozenset({"count", "sum", "distinct"})
OF_ONE = frozenset({"first", "last"})
NUMERIC = ORDERED | {Operator.IS, Operator.IS_NOT}

Measure = Literal["count", "sum", "average", "minimum", "maximum", "distinct", "first", "last"]


class BehaviourTest(Comparison):
    """What the customer did: how often, how much, or when last, within a window before now.

    With `since` it looks at what they did after the event they entered by, instead (R153).

    `measure` says what is measured of these events (R200): count needs no property; sum,
    average, minimum, maximum and distinct look at `of`; first and last are the time of the oldest
    and of the newest event, or its property `of`. Counts, sums and distinct counts of nothing are
    0, all else of nothing is missing (R31).
    """

    kind: Literal["behaviour"] = "behaviour"
    event: Name
    where: Filter | None = None
    within: Window | None = None
    since: Since = None
    measure: Measure = "count"
    of: Name | None = None

    @model_validator(mode="after")
    def _measure_fits(self) -> "BehaviourTest":
        one_beginning(self.within, self.since)
        if self.measure not in OF_ONE and (self.measure == "count") != (self.of is None):
            needs = "counts events: it has no 'of'" if self.of else "names its property in 'of'"
            raise ValueError(f"'{self.measure}' {needs}")
        allowed = operators(self.measure, has_property=self.of is not None)
        if self.operator not in allowed:
            raise ValueError(f"'{self.operator}' does not fit the measure '{self.measure}'")
        is_number = self.measure not in OF_ONE
        if is_number and any(isinstance(value, (bool, str)) for value in self.values):
            raise ValueError(f"'{self.measure}' is held against a number")
        decimals = max(map(_decimals, self.values), default=0)
        if self.measure == "average" and decimals > MOST_DECIMALS:
            raise ValueError(f"an average is held against at most {MOST_DECIMALS} decimals")
        return self


def operators(measure: Measure, *, has_property: bool) -> frozenset[Operator]:
    """Return the operators that fit a measure, with or without a property (R31, R200)."""
    if measure in TOTALS:
        return NUMERIC
    if measure not in OF_ONE:
        return NUMERIC | PRESENCE
    return frozenset(Operator) if has_property else TIMED | PRESENCE


def _decimals(value: object) -> int:
    """Return how many decimals a number is written with."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 0
