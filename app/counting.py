"""The counts of a run as the canvas shows them."""

from collections.abc import Mapping
from typing import cast

from journeys.document.journey import Journey
from journeys.values import Json
from widgets.canvas.counts import Counts

REACTIONS = ("opened", "clicked")


def counts(result: Mapping[str, Json], journey: Journey) -> Counts:
    """Return how many came by each step and path of a journey, from the result of its run."""
    runs = cast("Mapping[str, Mapping[str, Json]]", result["journeys"])
    run = runs[journey.id]
    steps = cast("Mapping[str, Mapping[str, Json]]", run["steps"])
    reached = {node: _whole(of.get("reached")) for node, of in steps.items()}
    through = {
        (node, port): _whole(count)
        for node, of in steps.items()
        for port, count in cast("Mapping[str, Json]", of["ports"]).items()
    }
    return Counts(
        entered=_whole(run["entries"]),
        reached=reached,
        through=through,
        waiting={node: _whole(of.get("waiting")) for node, of in steps.items()},
        sentences={node: _sentence(of) for node, of in steps.items()},
    )


def _sentence(of: Mapping[str, Json]) -> str:
    """Return what is worth saying beside the count of a step: for messages, what became of them."""
    ports = cast("Mapping[str, Json]", of["ports"])
    if "sent" not in ports:
        return ""
    sent = _whole(ports["sent"])
    said = [f"{sent:,} sent"]
    if sent:
        said += [f"{_whole(of[name]) / sent:.0%} {name}" for name in REACTIONS if name in of]
    return ", ".join(said)


def _whole(count: Json) -> int:
    return count if isinstance(count, int) else 0
