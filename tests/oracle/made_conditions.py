"""Made-up conditions: questions of all kinds, nested two deep, and segments of them."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from journeys.conditions.tree import AllOf, AnyOf, Condition, Not
from journeys.document.rules import Segment
from tests.oracle.made_questions import Around, question


def condition(chance: Random, around: Around, depth: int = 2) -> Condition:
    """Return a condition of any kind."""
    form = chance.random()
    if depth and form < 0.3:
        parts = tuple(
            condition(chance, around, depth - 1) for _ in range(chance.choice((0, 2, 2, 3)))
        )
        return AllOf(of=parts) if form < 0.15 else AnyOf(of=parts)
    if depth and form < 0.4:
        return Not(of=condition(chance, around, depth - 1))
    return question(chance, around)


def segments(chance: Random, around: Around) -> Iterator[Segment]:
    """Yield segments; later ones may ask for earlier ones."""
    names: tuple[str, ...] = ()
    for number in range(chance.choice((0, 1, 2, 3))):
        inside = replace(around, segments=names, is_segment=True)
        yield Segment(id=f"s{number}", condition=condition(chance, inside))
        names = (*names, f"s{number}")
