"""Made-up journeys that lead into each other: jumps, and no circle of them without a wait."""

from random import Random

import networkx as nx

from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.document.rules import EntryRule
from journeys.nodes.call_trigger import CallTrigger
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.finish import Finish
from journeys.nodes.jump import Jump
from journeys.nodes.segment_trigger import SegmentTrigger
from journeys.nodes.wait_date import WaitDate
from journeys.values import evolve
from tests.oracle.made_waits import WAITS

Drawings = tuple[Journey, ...]
ROUND = "round"


def linked(chance: Random, drawings: Drawings) -> Drawings:
    """Return journeys whose jumps lead to calls that are there, where that takes time."""
    ways = [
        (drawing.id, node.call)
        for drawing in drawings
        for node in drawing.nodes
        if isinstance(node, CallTrigger)
    ]
    led = tuple(
        evolve(drawing, nodes=tuple(to_somewhere(chance, node, ways) for node in drawing.nodes))
        for drawing in drawings
    )
    endless = in_circles(led)
    kept = (
        without(drawing, {node for where, node in endless if where == drawing.id})
        for drawing in led
    )
    return tuple(bounded(chance, drawing) for drawing in kept)


def to_somewhere(chance: Random, node: Node, ways: list[tuple[str, str]]) -> Node:
    """Return a jump to one of the calls there are; where there is none, it ends there."""
    if not isinstance(node, Jump):
        return node
    if not ways:
        return Finish(id=node.id)
    journey, call = chance.choice(ways)
    return Jump(id=node.id, journey=journey, call=call)


def in_circles(drawings: Drawings) -> set[tuple[str, str]]:
    """Return the steps from which no time may pass until they are come to again."""
    found = nx.DiGraph()
    for drawing in drawings:
        waits = {node.id for node in drawing.nodes if isinstance(node, WAITS)}
        found.add_edges_from(
            ((drawing.id, edge.source), (drawing.id, edge.target))
            for edge in drawing.edges
            if not waits & {edge.source, edge.target}
        )
        found.add_edges_from(
            ((drawing.id, node.id), (other.id, trigger.id))
            for node in drawing.nodes
            if isinstance(node, Jump)
            for other in drawings
            for trigger in other.nodes
            if isinstance(trigger, CallTrigger) and trigger.call == node.call
        )
    return {
        step for part in nx.strongly_connected_components(found) if len(part) > 1 for step in part
    }


def without(drawing: Journey, steps: set[str]) -> Journey:
    """Return a journey in which these jumps end it instead."""
    nodes = (
        Finish(id=node.id) if isinstance(node, Jump) and node.id in steps else node
        for node in drawing.nodes
    )
    return evolve(drawing, nodes=tuple(nodes))


def bounded(chance: Random, drawing: Journey) -> Journey:
    """Return a journey that calls and segments let in only so often, so that every world ends."""
    if not any(isinstance(node, (CallTrigger, SegmentTrigger)) for node in drawing.nodes):
        return drawing
    return evolve(drawing, entry=evolve(drawing.entry, maximum=chance.choice((2, 3, 5, 8))))


def circle(chance: Random) -> Journey:
    """Return a journey that leads into itself by a wait that is over at once."""
    steps = (
        EventTrigger(id="t0", event=chance.choice(("note", "view"))),
        CallTrigger(id="t1", call=ROUND),
        WaitDate.model_validate({"id": "n0", "date": "2001-01-01", "if_past": "continue"}),
        Jump(id="n1", journey=ROUND, call=ROUND),
    )
    paths = (("t0", "n0"), ("t1", "n0"), ("n0", "n1"))
    return Journey(
        id=ROUND,
        entry=EntryRule(mode="every", maximum=chance.choice((19, 20, 50, 90))),
        nodes=steps,
        edges=tuple(
            Edge.model_validate({"from": one, "port": "next", "to": other}) for one, other in paths
        ),
    )
