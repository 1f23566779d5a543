"""The counts of a run as the canvas shows them."""

from collections.abc import Mapping
from typing import cast

from app.captions import caption
from journeys.content.message import Message
from journeys.document.checks import FALLS_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.values import Json
from widgets.canvas.counts import Counts


def counts(result: Mapping[str, Json], journey: Journey, customers: str = "") -> Counts:
    """Return how many came by each step and path of a journey, from the result of its run.

    `customers` names where they are from, as "of the sample shop".

    Where `not_sent` or `failed` lead nowhere, those customers went along the path of `sent` (R123).
    """
    runs = cast("Mapping[str, Mapping[str, Json]]", result["journeys"])
    run = runs[journey.id]
    steps = cast("Mapping[str, Mapping[str, Json]]", run["steps"])
    reached = {node: _whole(of.get("reached")) for node, of in steps.items()}
    through: dict[tuple[str, str], int] = {}
    for node, of in steps.items():
        for port, count in cast("Mapping[str, Json]", of["ports"]).items():
            way = node, _went_by(journey, node, port)
            through[way] = through.get(way, 0) + _whole(count)
    return Counts(
        entered=_whole(run["entries"]),
        reached=reached,
        through=through,
        waiting={node: _whole(of.get("waiting")) for node, of in steps.items()},
        sentences={node: _sentence(journey.by_id[node], of) for node, of in steps.items()},
        journey=journey,
        told=caption(result, _whole(run["entries"]), customers),
    )


def reactions(step: Node) -> tuple[str, ...]:
    """Return what can be told of who got a message of this step."""
    is_opened = isinstance(step, Message) and step.can_be_opened
    return ("opened", "clicked") if is_opened else ("clicked",)


def _went_by(journey: Journey, node: str, port: str) -> str:
    is_loose = journey.target(node, port) is None
    falls_back = port in FALLS_BACK and is_loose and journey.target(node, "sent") is not None
    return "sent" if falls_back else port


def _sentence(step: Node, of: Mapping[str, Json]) -> str:
    """Return what is worth saying beside the count of a step: for messages, what became of them."""
    ports = cast("Mapping[str, Json]", of["ports"])
    if "sent" not in ports:
        return ""
    sent = _whole(ports["sent"])
    said = [f"{sent:,} sent"]
    if sent:
        found = [name for name in reactions(step) if name in of]
        said += [f"{_whole(of[name]) / sent:.0%} {name}" for name in found]
    return ", ".join(said)


def _whole(count: Json) -> int:
    return count if isinstance(count, int) else 0
