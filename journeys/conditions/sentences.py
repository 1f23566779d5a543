"""Conditions as sentences, the way a marketer reads them."""

from journeys.conditions.comparison import RELATIVE, WORDS, Comparison
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    BehaviourTest,
    EntryTest,
    Not,
    NotFilter,
    Tree,
)
from journeys.durations import Duration

MEASURES = {"count": "times", "last": "last time"}


def sentence(tree: Tree) -> str:
    """Return a condition in plain words: 'purchase in the last 1 hour: times is at least 1'."""
    if isinstance(tree, (AllOf, AllOfFilter)):
        return " and ".join(_inside(part) for part in tree.of) or "always"
    if isinstance(tree, (AnyOf, AnyOfFilter)):
        return " or ".join(_inside(part) for part in tree.of) or "never"
    if isinstance(tree, (Not, NotFilter)):
        return f"not ({sentence(tree.of)})"
    if isinstance(tree, BehaviourTest):
        return _behaviour(tree)
    name = f"the entry's {tree.name}" if isinstance(tree, EntryTest) else tree.name
    return f"{name} {compared(tree)}"


def compared(comparison: Comparison) -> str:
    """Return the right-hand side: 'is at least 1'."""
    words = WORDS[comparison.operator]
    if comparison.operator in RELATIVE:
        return f"{words} {Duration.parse(comparison.value).words}"
    said = ", ".join(_said(value) for value in comparison.values)
    exactly = " exactly" if comparison.exactly else ""
    return f"{words}{exactly} {said}".rstrip()


def _behaviour(tree: BehaviourTest) -> str:
    where = f" where {sentence(tree.where)}" if tree.where else ""
    window = f" in the last {tree.within.words}" if tree.within else ""
    measure = f"sum of {tree.of}" if tree.measure == "sum" else MEASURES[tree.measure]
    return f"{tree.event}{where}{window}: {measure} {compared(tree)}"


def _inside(tree: Tree) -> str:
    said = sentence(tree)
    return f"({said})" if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)) else said


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (
        f"'{value}'"
        if isinstance(value, str)
        else f"{value:f}"
        if hasattr(value, "as_tuple")
        else str(value)
    )
