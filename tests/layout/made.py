"""Large journeys as people draw them: steps in a row, splits whose ways meet again or end."""

from itertools import pairwise
from random import Random

from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from tests.document.drawings import branch, email, finish, trigger, wait

End = tuple[str, str]


class Sketch:
    """A drawing in the making: steps and paths so far."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def add(self, node: Node, ends: list[End]) -> str:
        """Add a step under open ends of paths."""
        self.nodes.append(node)
        self.edges.extend(Edge(source=step, port=port, target=node.id) for step, port in ends)
        return node.id

    def name(self) -> str:
        """Return the id of the next step."""
        return f"step_{len(self.nodes):05}"

    def light(self, ends: list[End]) -> list[End]:
        """Add a wait or an e-mail; return the way on."""
        if self.draw.random() < 0.5:
            return [(self.add(wait(self.name()), ends), "next")]
        return [(self.add(email(self.name()), ends), "sent")]

    def split(self, ends: list[End], most: int) -> list[End]:
        """Add a branch with steps under each of its ways; return the ways that are still open."""
        ways = [f"way_{count}" for count in range(self.draw.choice((1, 1, 1, 2, 3)))]
        step = self.add(branch(self.name(), *ways), ends)
        opened: list[End] = []
        for port in (*ways, "else"):
            rest = self.stretch([(step, port)], most // 3)
            if self.draw.random() < 0.3:
                self.add(finish(self.name()), rest)
            else:
                opened.extend(rest)
        return opened

    def stretch(self, ends: list[End], most: int) -> list[End]:
        """Add up to so many steps one after the other, splits among them."""
        for _ in range(self.draw.randint(0, most)):
            if not ends:
                break
            is_split = most > 2 and self.draw.random() < 0.3
            ends = self.split(ends, most) if is_split else self.light(ends)
        return ends


def large_journey(steps: int, seed: int) -> Journey:
    """Return a journey of just so many steps, the same for one seed; all but a few are reached."""
    sketch = Sketch(seed)
    ends: list[End] = [(sketch.add(trigger("step_start"), []), "next")]
    while len(sketch.nodes) < steps:
        ends = sketch.stretch(ends, 9) or [(sketch.nodes[-1].id, "next")]
    kept = {node.id for node in sketch.nodes[:steps]}
    return Journey(
        id="large",
        nodes=tuple(sketch.nodes[:steps]),
        edges=tuple(edge for edge in sketch.edges if {edge.source, edge.target} <= kept),
    )


def rescued(steps: int) -> Journey:
    """Return a row of questions, each with a way straight to the one end of them all."""
    names = [f"step_{count:05}" for count in range(steps - 1)]
    following = [*names[1:], "the_end"]
    edges = [
        Edge(source=name, port=port, target=target)
        for name, after in zip(names, following, strict=True)
        for port, target in (("on", after), ("else", "the_end"))
    ]
    nodes = [*(branch(name, "on") for name in names), finish("the_end")]
    return Journey(id="rescued", nodes=tuple(nodes), edges=tuple(edges))


def row_of(steps: int) -> Journey:
    """Return steps one after the other."""
    names = [f"step_{count:05}" for count in range(steps)]
    edges = [Edge(source=name, port="next", target=after) for name, after in pairwise(names)]
    return Journey(id="row", nodes=tuple(map(wait, names)), edges=tuple(edges))
