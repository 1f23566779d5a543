"""Conditions as sentences, the way a marketer reads them."""

from journeys.conditions.comparison import RELATIVE, WORDS, Comparison, Operator
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
from journeys.spoken import spoken

ONCE = " at least once"


def sentence(tree: Tree) -> str:
    """Return a condition in plain words: 'purchase at least once in the last hour'."""
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


def gist(tree: Tree) -> str:
    """Return a condition in fewer words: 'purchase in the last hour', once being enough."""
    said = sentence(tree)
    return said.replace(ONCE, "", 1) if isinstance(tree, BehaviourTest) else said


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
    what = f"{spoken(tree.event)}{where}"
    window = f" in the last {_span(tree.within)}" if tree.within else ""
    window = " since they entered" if tree.since else window
    if tree.measure == "sum":
        return f"{tree.of} of {what}{window} adds up to {compared(tree).removeprefix('is ')}"
    if tree.measure == "last":
        return f"last {what}{window} {compared(tree)}"
    return f"{what} {_times(tree)}{window}"


def _times(tree: BehaviourTest) -> str:
    """Return how often: 'at least once', 'exactly 3 times'."""
    said = compared(tree)
    is_plain = tree.operator is Operator.IS
    how = f"exactly {said.removeprefix('is ')}" if is_plain else said.removeprefix("is ")
    return f"{how[:-1]}once" if how.endswith(" 1") else f"{how} times"


def _span(within: Duration) -> str:
    """Return a window in words: 'hour' rather than '1 hour', where that is all of it."""
    words = within.words
    return words.removeprefix("1 ") if words.count(" ") == 1 else words


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
