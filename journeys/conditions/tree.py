"""Condition trees: what a branch, a filter or an exit rule asks."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from journeys.conditions.comparison import (
    ORDERED,
    PRESENCE,
    TIMED,
    Comparison,
    Operator,
    look_back,
)
from journeys.durations import Duration
from journeys.values import Name, Value

DEEPEST = 40


def _as_window(content: object) -> Duration:
    look_back(content)
    return Duration.parse(content)


Window = Annotated[Duration, AfterValidator(_as_window)]


class PropertyTest(Comparison):
    """A property of the very event that is being looked at, such as `platform`."""

    kind: Literal["property"] = "property"
    name: Name


class AttributeTest(Comparison):
    """Something known about the customer as of now, such as `tier` (R33)."""

    kind: Literal["attribute"] = "attribute"
    name: Name


class EntryTest(Comparison):
    """A property of the event the customer entered by."""

    kind: Literal["entry"] = "entry"
    name: Name


class BehaviourTest(Comparison):
    """What the customer did: how often, how much, or when last, within a window before now.

    With `since` it looks at what they did after the event they entered by, instead (R153).

    `measure` count needs no property; sum adds up `of`; last is the time of the newest event.
    Counts and sums of nothing are 0, the last time of nothing is missing (R31).
    """

    kind: Literal["behaviour"] = "behaviour"
    event: Name
    where: "Filter | None" = None
    within: Window | None = None
    since: Literal["entry"] | None = None
    measure: Literal["count", "sum", "last"] = "count"
    of: Name | None = None

    @model_validator(mode="after")
    def _measure_fits(self) -> "BehaviourTest":
        if self.within is not None and self.since is not None:
            raise ValueError(
                "'within' is a window before now, 'since' begins at the entry: one only"
            )
        if (self.measure == "sum") != (self.of is not None):
            raise ValueError(
                "'sum' names the property it adds up in 'of'; other measures have none"
            )
        allowed = (
            TIMED | PRESENCE if self.measure == "last" else ORDERED | {Operator.IS, Operator.IS_NOT}
        )
        if self.operator not in allowed:
            raise ValueError(f"'{self.operator}' does not fit the measure '{self.measure}'")
        if self.measure != "last" and any(isinstance(value, (bool, str)) for value in self.values):
            raise ValueError("a count or a sum is held against a number")
        return self


class AllOf(Value):
    """True when every part is true; of no parts it is true."""

    kind: Literal["all"] = "all"
    of: Annotated[tuple["Condition", ...], Field(max_length=200)]


class AnyOf(Value):
    """True when at least one part is true; of no parts it is false."""

    kind: Literal["any"] = "any"
    of: Annotated[tuple["Condition", ...], Field(max_length=200)]


class Not(Value):
    """True when its part is false, missing values included (R31)."""

    kind: Literal["not"] = "not"
    of: "Condition"


Condition = Annotated[
    AllOf | AnyOf | Not | AttributeTest | EntryTest | BehaviourTest, Field(discriminator="kind")
]


class AllOfFilter(Value):
    """True when every part of a filter is true."""

    kind: Literal["all"] = "all"
    of: Annotated[tuple["Filter", ...], Field(max_length=200)]


class AnyOfFilter(Value):
    """True when at least one part of a filter is true."""

    kind: Literal["any"] = "any"
    of: Annotated[tuple["Filter", ...], Field(max_length=200)]


class NotFilter(Value):
    """True when its part of a filter is false."""

    kind: Literal["not"] = "not"
    of: "Filter"


Filter = Annotated[
    AllOfFilter | AnyOfFilter | NotFilter | PropertyTest, Field(discriminator="kind")
]

Leaf = PropertyTest | AttributeTest | EntryTest | BehaviourTest
Tree = AllOf | AnyOf | Not | AllOfFilter | AnyOfFilter | NotFilter | Leaf


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield the comparisons of a tree from left to right, the order in which they are numbered."""
    if isinstance(tree, (AllOf, AnyOf, AllOfFilter, AnyOfFilter)):
        for part in tree.of:
            yield from leaves(part)
    elif isinstance(tree, (Not, NotFilter)):
        yield from leaves(tree.of)
    else:
        yield tree


for _model in (BehaviourTest, AllOf, AnyOf, Not, AllOfFilter, AnyOfFilter, NotFilter):
    _model.model_rebuild()
