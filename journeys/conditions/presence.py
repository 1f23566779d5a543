"""What a condition that holds, or fails, tells about which values are there at all (R31, R71)."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from journeys.conditions.comparison import Operator
from journeys.conditions.facts import TRAIL
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    AttributeTest,
    ContextTest,
    EntryTest,
    Not,
    NotFilter,
    PropertyTest,
    Tree,
)

Presence: TypeAlias = Mapping[str, bool]
Asked: TypeAlias = PropertyTest | EntryTest | AttributeTest | ContextTest

NOTHING: Presence = {}
WORTH = "cart.value"


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
    if not isinstance(tree, Asked):
        return NOTHING
    if tree.operator is Operator.MISSING:
        return _missing(tree) if holds else {variable(tree): True}
    if holds:
        return {variable(tree): True}
    return _missing(tree) if tree.operator is Operator.PRESENT else NOTHING


def variable(leaf: Asked) -> str:
    """Return the variable a comparison looks at (R70); of trails that is the newest event."""
    if isinstance(leaf, ContextTest):
        trail = TRAIL.fullmatch(leaf.name)
        return f"before.{trail[1]}[0]" if trail else leaf.name
    owner = "customer" if isinstance(leaf, AttributeTest) else "event"
    return f"{owner}.{leaf.name}"


def _missing(leaf: Asked) -> Presence:
    """Return that a variable is missing, where what was asked for is all of it.

    A trail may be there without what is asked of it, and a worth be too large to be held (R208).
    """
    is_all = variable(leaf) != WORTH and not _is_inside(leaf)
    return {variable(leaf): False} if is_all else NOTHING


def _is_inside(leaf: Asked) -> bool:
    return isinstance(leaf, ContextTest) and TRAIL.fullmatch(leaf.name) is not None


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
