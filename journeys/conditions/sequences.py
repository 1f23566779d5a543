"""One thing after another: what was done, and what came, or did not come, of it (R207)."""

from typing import Literal

from pydantic import model_validator

from journeys.conditions.filters import Filter
from journeys.conditions.windows import Since, Window, one_beginning
from journeys.values import Name, Truth, Value


class Happening(Value):
    """An event with a filter."""

    event: Name
    where: Filter | None = None


class SequenceTest(Value):
    """True where `then` came after `first`, no later than `gap`, with the same `same`.

    With `but_not` it is true where a `first` came, its gap is over, and no such `then` followed.
    It looks at a window before now, at all since the entry, or at all there is.
    """

    kind: Literal["sequence"] = "sequence"
    first: Happening
    then: Happening
    but_not: Truth = False
    gap: Window | None = None
    same: Name | None = None
    within: Window | None = None
    since: Since = None

    @model_validator(mode="after")
    def _begins_once(self) -> "SequenceTest":
        one_beginning(self.within, self.since)
        return self
