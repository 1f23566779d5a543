"""A step to show each kind by, and the drawing in which its ways out can be seen."""

from journeys.document.format import loads
from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.nodes.finish import Finish
from journeys.samples import samples

EXAMPLE = "newsletter"  # what kinds that name something after themselves call it


def specimen(made: type[Node]) -> Node:
    """Return a step of a kind from the samples, the one with most ways out; else a fresh one."""
    nodes = [node for content in samples().values() for node in loads(content).nodes]
    found = [node for node in nodes if isinstance(node, made)]
    return max(found, key=lambda node: len(node.ports()), default=made.fresh(EXAMPLE))


def with_ways_out(node: Node) -> Journey:
    """Return a drawing of a step alone, in which each of its ways out leads to an end."""
    ends = {port.id: Finish(id=f"{node.id}_{port.id}") for port in node.ports()}
    edges = tuple(Edge(source=node.id, port=port, target=end.id) for port, end in ends.items())
    return Journey(id=node.kind, nodes=(node, *ends.values()), edges=edges)
