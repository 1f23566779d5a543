"""Problems of starts that bring no key into a journey that has one (R14, R217)."""

from collections.abc import Iterator

from journeys.document.edits.instead import Instead
from journeys.document.edits.steps import RemoveNodes
from journeys.document.journey import Journey
from journeys.document.problems import Fix, Problem
from journeys.document.trigger import TimedTrigger
from journeys.values import evolve


def keyless(journey: Journey) -> Iterator[Problem]:
    """Yield each start at an instant: with no event, nothing says which key it is about."""
    key, starts = journey.entry.key, journey.triggers
    if key is None:
        return
    for node in starts:
        if isinstance(node, TimedTrigger):
            words = f"{node.name!r} lets nobody in: no event says which {key!r} it is about."
            fix = Instead(journey.entry, evolve(journey.entry, key=None), f"Do without {key!r}")
            also: tuple[Fix, ...] = (RemoveNodes((node.id,)),) if len(starts) > 1 else ()
            brief = f"Nothing says which {key!r} it is about"
            yield Problem("keyless_start", words, node.id, fix=fix, brief=brief, also=also)
