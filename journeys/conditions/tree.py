"""Condition trees: what a branch, a filter or an exit rule asks."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from journeys.conditions.behaviours import BehaviourTest
from journeys.conditions.chance import ArmTest, SampleTest
from journeys.conditions.engagement import EngagementTest
from journeys.conditions.facts import AttributeTest, ContextTest, EntryTest
from journeys.conditions.filters import AllOfFilter, AnyOfFilter, Filter, NotFilter, PropertyTest
from journeys.conditions.groups import ListTest, SegmentTest
from journeys.conditions.sequences import SequenceTest
from journeys.values import Value

__all__ = [
    "AllOf",
    "AllOfFilter",
    "AnyOf",
    "AnyOfFilter",
    "ArmTest",
    "AttributeTest",
    "BehaviourTest",
    "Compared",
    "Condition",
    "ContextTest",
    "EngagementTest",
    "EntryTest",
    "Filter",
    "Leaf",
    "ListTest",
    "Not",
    "NotFilter",
    "PropertyTest",
    "SampleTest",
    "SegmentTest",
    "SequenceTest",
    "Tree",
    "leaves",
]

DEEPEST = 40


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
    AllOf
    | AnyOf
    | Not
    | AttributeTest
    | EntryTest
    | ContextTest
    | BehaviourTest
    | SequenceTest
    | SampleTest
    | ArmTest
    | EngagementTest
    | SegmentTest
    | ListTest,
    Field(discriminator="kind"),
]

Compared: TypeAlias = (
    PropertyTest
    | AttributeTest
    | EntryTest
    | ContextTest
    | BehaviourTest
    | ArmTest
    | EngagementTest
)
Leaf: TypeAlias = Compared | SequenceTest | SampleTest | SegmentTest | ListTest
Tree: TypeAlias = AllOf | AnyOf | Not | AllOfFilter | AnyOfFilter | NotFilter | Leaf


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield the comparisons of a tree from left to right, the order in which they are numbered."""
    if isinstance(tree, (AllOf, AnyOf, AllOfFilter, AnyOfFilter)):
        for part in tree.of:
            yield from leaves(part)
    elif isinstance(tree, (Not, NotFilter)):
        yield from leaves(tree.of)
    else:
        yield tree


for _model in (AllOf, AnyOf, Not):
    _model.model_rebuild()
