"""What a tree of comparisons is made of: a condition asks of customers, a filter of one event."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    Condition,
    Filter,
    Leaf,
    Not,
    NotFilter,
    Tree,
)
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import Option
from widgets.inspector.sentences.beginnings import fresh
from widgets.inspector.speech import translate

Joining = Literal["all", "any"]

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

    def sorts(self, context: Context) -> tuple[Option, ...]:
        """Return what can be added to a group."""
        group = Option(GROUP, translate("Inspector", "A group of conditions"))
        if self.is_filter:
            return (Option("property", translate("Inspector", "A property of the event")), group)
        own, of_entries = context.choices.own, not context.is_of_customers
        sorts = (
            ("behaviour", translate("Inspector", "Something they did"), True),
            ("sequence", translate("Inspector", "One thing after another"), True),
            ("attribute", translate("Inspector", "Something known about them"), True),
            ("entry", translate("Inspector", "What they entered by"), of_entries),
            ("context", translate("Inspector", "Their visit, cart or past"), of_entries),
            ("engagement", translate("Inspector", "A message they got"), bool(own.messages)),
            ("arm", translate("Inspector", "Their version in a test"), bool(own.tests)),
            ("segment", translate("Inspector", "A segment they are in"), bool(own.segments)),
            ("list", translate("Inspector", "A list they are on"), True),
            ("sample", translate("Inspector", "A random part of them"), True),
        )
        hidden = {"engagement", "arm"} if context.is_of_customers else set()
        some = (Option(sort, words) for sort, words, fits in sorts if fits and sort not in hidden)
        return (*some, group)

    def fresh(self, sort: str, context: Context) -> Tree:
        """Return a new part of a sort, filled with what the data has."""
        if sort == GROUP:
            begin = "property" if self.is_filter else "behaviour"
            return self.group("any", (self.fresh(begin, context),))
        return fresh(sort, context, self.events)


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
