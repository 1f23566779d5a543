"""The drawing seen as a net: what can be reached from where, and where customers go in circles."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from journeys.document.journey import Journey


def reachable(journey: "Journey") -> frozenset[str]:
    """Return the steps some path leads to from a trigger, the triggers included."""
    starts = frozenset(trigger.id for trigger in journey.triggers)
    return starts | behind(journey, starts)


def behind(journey: "Journey", steps: Iterable[str]) -> frozenset[str]:
    """Return the steps some path leads to from one of these."""
    drawing = _drawing(journey)
    return frozenset().union(*(nx.descendants(drawing, step) for step in steps))


def loops(journey: "Journey") -> tuple[frozenset[str], ...]:
    """Return the loops in the order of their smallest step (R105).

    A loop is a strongly connected part of more than one step, or a step with a path to itself.
    """
    return _loops(_drawing(journey))


def zero_time_loops(journey: "Journey") -> tuple[frozenset[str], ...]:
    """Return the parts in which a customer could go in circles for ever without any time passing.

    Every loop must pass a step that takes time (R26), so what still is a loop without those
    steps is wrong.
    """
    drawing = _drawing(journey)
    drawing.remove_nodes_from([node.id for node in journey.nodes if node.takes_time])
    return _loops(drawing)


def _drawing(journey: "Journey") -> "nx.DiGraph[str]":
    drawing: nx.DiGraph[str] = nx.DiGraph()
    drawing.add_nodes_from(journey.by_id)
    drawing.add_edges_from(
        (edge.source, edge.target)
        for edge in journey.edges
        if edge.source in journey.by_id and edge.target in journey.by_id
    )
    return drawing


def _loops(drawing: "nx.DiGraph[str]") -> tuple[frozenset[str], ...]:
    found = [
        frozenset(part)
        for part in nx.strongly_connected_components(drawing)
        if len(part) > 1 or any(drawing.has_edge(step, step) for step in part)
    ]
    return tuple(sorted(found, key=min))
