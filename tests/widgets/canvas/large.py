"""Large journeys for speed: columns of steps with branches and joins, every step in a place."""

from random import Random

from journeys.document.journey import Edge, Journey, Position
from journeys.document.node import Node
from journeys.durations import Duration
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.finish import Finish
from journeys.nodes.push import Push
from journeys.nodes.sms import Sms
from journeys.nodes.wait import Wait

ACROSS, DOWN = 300, 140
SEED = 7


def large(steps: int) -> Journey:
    """Return a journey of so many steps in about as many columns as rows."""
    draw = Random(SEED)
    rows = max(2, round(steps**0.5))
    nodes = [_node(draw, number, rows) for number in range(steps)]
    edges: set[tuple[str, str, str]] = set()
    for number, node in enumerate(nodes[:-1]):
        is_last = number % rows == rows - 1
        ports = node.ports()
        if ports and not is_last:
            edges.add((node.id, ports[0].id, nodes[number + 1].id))
        aside = number + rows + 1
        if len(ports) > 1 and not is_last and aside < steps and draw.random() < 0.5:
            edges.add((node.id, ports[1].id, nodes[aside].id))
    return Journey(
        id="large",
        nodes=tuple(nodes),
        edges=tuple(Edge(source=s, port=p, target=t) for s, p, t in sorted(edges)),
        layout=tuple(
            Position(node=node.id, x=number // rows * ACROSS, y=number % rows * DOWN)
            for number, node in enumerate(nodes)
        ),
    )


def _node(draw: Random, number: int, rows: int) -> Node:
    name, row = f"step_{number}", number % rows
    if row == 0:
        return EventTrigger(id=name, title=f"Trigger {number}", event="visit")
    if row == rows - 1:
        return Finish(id=name, title=f"Finish {number}")
    made: tuple[Node, ...] = (
        Email(id=name, title=f"E-mail {number}"),
        Sms(id=name, title=f"Text message {number}"),
        Push(id=name, title=f"Push {number}"),
        Wait(id=name, duration=Duration(seconds=3_600 * draw.randint(1, 20))),
    )
    return draw.choice(made)
