"""And, or, not: which comparisons of a condition are asked, and what they come to (R124)."""

from collections.abc import Callable

from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    Leaf,
    Not,
    NotFilter,
    Tree,
)
from journeys.people.population import Content

Tell = Callable[[int, bool, Content], None]
Judge = Callable[[Leaf], tuple[bool, Content]]


def silently(_number: int, _held: bool, _actual: Content) -> None:  # noqa: FBT001
    """Ask without a word in the trace."""


def decide(tree: Tree, judge: Judge, tell: Tell = silently, number: int = 0) -> bool:
    """Return whether a tree holds; its leftmost comparison has this number."""
    if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
        decisive = isinstance(tree, (AnyOf, AnyOfFilter))
        for part in tree.of:
            if decide(part, judge, tell, number) is decisive:
                return decisive
            number += width(part)
        return not decisive
    if isinstance(tree, (Not, NotFilter)):
        return not decide(tree.of, judge, tell, number)
    held, actual = judge(tree)
    tell(number, held, actual)
    return held


def width(tree: Tree) -> int:
    """Return how many comparisons a condition has."""
    if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
        return sum(width(part) for part in tree.of)
    return width(tree.of) if isinstance(tree, (Not, NotFilter)) else 1
