"""Circles of segments that ask for each other (R209), and how one is opened."""

from collections.abc import Iterator, Mapping

from journeys.conditions.segments import asked_in, depths
from journeys.conditions.tree import AllOf, AnyOf, Condition, Not, SegmentTest
from journeys.document.edits.instead import Instead
from journeys.document.journey import Journey
from journeys.document.problems import Fix, Problem
from journeys.document.rules import Segment
from journeys.values import evolve

MOST_TRIED = 50


def circles(journey: Journey) -> Iterator[Problem]:
    """Yield that segments come back to themselves, with the question that can be left out."""
    known = {segment.id: segment for segment in journey.segments}
    found = _in_circles(known)
    if found:
        names = ", ".join(repr(known[each].name) for each in found)
        words = f"The segments {names} ask for each other in a circle."
        brief = "Segments in a circle"
        fix = _opening(known, found)
        yield Problem("circle_of_segments", words, fix=fix, brief=brief, rule="segments")


def _in_circles(known: Mapping[str, Segment]) -> list[str]:
    """Return the segments that lead into a circle."""
    depth_of = depths({name: segment.condition for name, segment in known.items()})
    return [name for name, depth in depth_of.items() if depth is None]


def _opening(known: Mapping[str, Segment], found: list[str]) -> Fix | None:
    """Return the edit that leaves out the last question that closes all circles.

    None where no segment would have anything left to ask.
    """
    legs = [
        (name, asked)
        for name in reversed(found)
        for asked in asked_in(known[name].condition)
        if asked in found
    ]
    for name, asked in legs[:MOST_TRIED]:
        left = _without(known[name].condition, asked)
        if left is None:
            continue
        made = evolve(known[name], condition=left)
        if not _in_circles({**known, name: made}):
            said = f"Take {known[asked].name!r} out of {known[name].name!r}"
            return Instead(known[name], made, said)
    return None


def _without(condition: Condition, segment: str) -> Condition | None:
    """Return a condition that does not ask for a segment; None where nothing is left of it."""
    if isinstance(condition, SegmentTest) and condition.segment == segment:
        return None
    if isinstance(condition, Not):
        inner = _without(condition.of, segment)
        return None if inner is None else evolve(condition, of=inner)
    if isinstance(condition, (AllOf, AnyOf)):
        parts = [_without(part, segment) for part in condition.of]
        kept = tuple(part for part in parts if part is not None)
        is_empty = bool(condition.of) and not kept
        return None if is_empty else evolve(condition, of=kept)
    return condition
