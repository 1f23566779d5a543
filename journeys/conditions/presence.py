"""What a condition that holds, or fails, tells about which values are there at all (R31, R71)."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    AttributeTest,
    BehaviourTest,
    Leaf,
    Not,
    NotFilter,
    Tree,
)

Presence: TypeAlias = Mapping[str, bool]

NOTHING: Presence = {}


def implied(tree: Tree | None, *, holds: bool) -> Presence:
    """Return which variables are certainly there (True) or missing (False) where a tree holds.

    With `holds` false: where it fails. A comparison that is true has its value, as one with a
    missing value is false; one that is false says nothing. Of parts that contradict each other
    the later one is believed: nobody passes there.
    """
    if isinstance(tree, (Not, NotFilter)):
        return implied(tree.of, holds=not holds)
    if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
        parts = [implied(part, holds=holds) for part in tree.of]
        needs_all = isinstance(tree, (AllOf, AllOfFilter))
        return together(parts) if needs_all is holds else either(parts)
    if tree is None or isinstance(tree, BehaviourTest):
        return NOTHING
    if tree.operator is Operator.MISSING:
        return {variable(tree): not holds}
    if holds or tree.operator is Operator.PRESENT:
        return {variable(tree): holds}
    return NOTHING


def variable(leaf: Leaf) -> str:
    """Return the variable a comparison looks at (R70)."""
    owner = "customer" if isinstance(leaf, AttributeTest) else "event"
    return f"{owner}.{getattr(leaf, 'name', '')}"


def together(parts: Iterable[Presence]) -> Presence:
    """Return what holds where every part holds."""
    return {name: there for part in parts for name, there in part.items()}


def either(parts: Iterable[Presence]) -> Presence:
    """Return what holds where at least one part holds, whichever it is."""
    first, *rest = [*parts] or [NOTHING]
    return {
        name: there
        for name, there in first.items()
        if all(other.get(name) is there for other in rest)
    }
