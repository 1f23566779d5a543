"""How segments lie in each other: how deep, and whether one comes back to itself (R209)."""

from collections.abc import Mapping

from journeys.conditions.groups import SegmentTest
from journeys.conditions.tree import Condition, leaves

DEEPEST = 16


def asked_in(condition: Condition) -> tuple[str, ...]:
    """Return the segments that a condition asks for, each once."""
    found = (leaf.segment for leaf in leaves(condition) if isinstance(leaf, SegmentTest))
    return tuple(dict.fromkeys(found))


def depths(segments: Mapping[str, Condition]) -> dict[str, int | None]:
    """Return how many segments lie in each other in each one, itself included.

    None stands for one that leads into a circle. Segments that are not there count for nothing.
    """
    inside = {name: asked_in(condition) for name, condition in segments.items()}
    asking = {name: [each for each in parts if each in segments] for name, parts in inside.items()}
    found: dict[str, int | None] = dict.fromkeys(segments)
    settled: set[str] = set()
    while True:
        ready = [
            name for name in segments if name not in settled and settled.issuperset(asking[name])
        ]
        if not ready:
            return found
        for name in ready:
            found[name] = 1 + max((found[each] or 0 for each in asking[name]), default=0)
        settled.update(ready)
