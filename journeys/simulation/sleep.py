"""When a run slept: spans in which nothing ran (R228)."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from journeys.errors import ThroughlineError
from journeys.simulation.explain import clock


def spans_of(asleep: Iterable[tuple[int, int]], start: int) -> tuple[tuple[int, int], ...]:
    """Return the spans [from, to) from the start of a run on; those that touch are one.

    Raises ThroughlineError for one that ends before it begins.
    """
    found: list[tuple[int, int]] = []
    for begin, over in sorted(asleep):
        if over <= begin:
            raise ThroughlineError(
                "A time in which nothing ran would end before it begins.", "Choose a later end."
            )
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(over, found[-1][1]))
        elif over > start:
            found.append((max(begin, start), over))
    return tuple(found)


def said(begin: int, over: int, zone: str) -> str:
    """Return that nothing ran, when, and what becomes of what would have happened then."""
    first, last = (clock(each, ZoneInfo(zone)) for each in (begin, over))
    return f"Nothing ran from {first} to {last}: what fell into that time is handled at its end."
