"""What a tree of comparisons is made of: a condition asks of customers, a filter of one event."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    AttributeTest,
    BehaviourTest,
    Condition,
    EntryTest,
    Filter,
    Leaf,
    Not,
    NotFilter,
    PropertyTest,
    Tree,
)
from journeys.document.node import UNNAMED
from journeys.people.population import ColumnType
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import Option
from widgets.inspector.sentences.operands import BY_TYPE
from widgets.inspector.speech import translate

Joining = Literal["all", "any"]

UNNAMED_PROPERTY = "property"
GROUP = "group"


@dataclass(frozen=True, slots=True)
class Flavour:
    """A condition, or the filter of an event; `events` are those whose properties are offered."""

    is_filter: bool
    events: tuple[str, ...] = ()

    def group(self, joining: Joining, parts: Iterable[Tree]) -> Tree:
        """Return parts joined."""
        if self.is_filter:
            filters = cast("tuple[Filter, ...]", tuple(parts))
            return AllOfFilter(of=filters) if joining == "all" else AnyOfFilter(of=filters)
        conditions = cast("tuple[Condition, ...]", tuple(parts))
        return AllOf(of=conditions) if joining == "all" else AnyOf(of=conditions)

    def negated(self, tree: Tree, times: int) -> Tree:
        """Return the opposite of a tree, or the opposite of that, and so on."""
        for _ in range(times):
            if self.is_filter:
                tree = NotFilter(of=cast("Filter", tree))
            else:
                tree = Not(of=cast("Condition", tree))
        return tree

    def sorts(self) -> tuple[Option, ...]:
        """Return what can be added to a group."""
        group = Option(GROUP, translate("Inspector", "A group of conditions"))
        if self.is_filter:
            return (Option("property", translate("Inspector", "A property of the event")), group)
        return (
            Option("behaviour", translate("Inspector", "Something they did")),
            Option("attribute", translate("Inspector", "Something known about them")),
            Option("entry", translate("Inspector", "What they entered by")),
            group,
        )

    def fresh(self, sort: str, context: Context) -> Tree:
        """Return a new part of a sort, filled with what the data has."""
        choices = context.choices
        if sort == GROUP:
            begin = "property" if self.is_filter else "behaviour"
            return self.group("any", (self.fresh(begin, context),))
        if sort == "behaviour":
            return fresh_behaviour(context)
        if sort == "attribute":
            name = choices.plainest(choices.attributes) or UNNAMED_PROPERTY
            return _begun(AttributeTest(name=name, operator=Operator.PRESENT), context)
        if sort == "entry":
            offered = choices.properties_of(context.entry_events)
            name = choices.plainest(offered) or UNNAMED_PROPERTY
            return _begun(EntryTest(name=name, operator=Operator.PRESENT), context)
        name = choices.plainest(choices.properties_of(self.events)) or UNNAMED_PROPERTY
        return _begun(PropertyTest(name=name, operator=Operator.PRESENT), context)


def fresh_behaviour(context: Context) -> BehaviourTest:
    """Return whether the most frequent event happened since they entered."""
    return BehaviourTest(
        event=next(iter(context.choices.events), UNNAMED),
        operator=Operator.AT_LEAST,
        value=Decimal(1),
        since="entry",
    )


def joined(tree: Tree) -> tuple[Joining, tuple[Tree, ...]] | None:
    """Return how a group joins its parts, or None where the tree is no group."""
    if isinstance(tree, (AllOf, AllOfFilter)):
        return "all", tree.of
    if isinstance(tree, (AnyOf, AnyOfFilter)):
        return "any", tree.of
    return None


def bare(tree: Tree) -> tuple[Tree, int]:
    """Return a tree without what turns it into its opposite, and how often that was done."""
    times = 0
    while isinstance(tree, (Not, NotFilter)):
        tree, times = tree.of, times + 1
    return tree, times


def as_leaf(tree: Tree) -> Leaf:
    """Return a tree that is neither a group nor turned round."""
    return cast("Leaf", tree)


def _begun(leaf: AttributeTest | EntryTest | PropertyTest, context: Context) -> Leaf:
    """Return a leaf held against the text seen most often, where there is one."""
    choices = context.choices
    known = choices.attributes if isinstance(leaf, AttributeTest) else choices.columns
    seen = choices.values.get(leaf.name, ())
    if known.get(leaf.name) is not ColumnType.TEXT or not seen:
        return leaf
    first = BY_TYPE[ColumnType.TEXT][0]
    return type(leaf)(name=leaf.name, operator=first, value=seen[0])
