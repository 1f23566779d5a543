"""Edits of steps: add, take away, change, rename and move them."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from journeys.document.edits.edit import Alone, refusing
from journeys.document.edits.paths import leaving
from journeys.document.journey import MOST_NODES, Edge, Journey, Position
from journeys.document.node import Node
from journeys.errors import EditRefusedError
from journeys.values import evolve


@dataclass(frozen=True, slots=True)
class AddNode(Alone):
    """Put a new step on the canvas, or into the path that leaves a port.

    `after` is (step, port). Where that port leads somewhere already, the new step's first port
    leads there afterwards.
    """

    node: Node
    x: int = 0
    y: int = 0
    after: tuple[str, str] | None = None

    @property
    def words(self) -> str:
        """What the edit does."""
        return f"Add {self.node.name}"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the step."""
        if self.node.id in journey.by_id:
            raise EditRefusedError(f"There is already a step {self.node.id!r}.", "Use another id.")
        if len(journey.nodes) >= MOST_NODES:
            raise EditRefusedError(f"A journey has at most {MOST_NODES:,} steps.")
        with refusing():
            position = Position(node=self.node.id, x=self.x, y=self.y)
        others = tuple(place for place in journey.layout if place.node != self.node.id)
        return evolve(
            journey,
            nodes=(*journey.nodes, self.node),
            edges=self._edges(journey) if self.after else journey.edges,
            layout=(*others, position),
        )

    def _edges(self, journey: Journey) -> tuple[Edge, ...]:
        source, port = self.after or ("", "")
        way = leaving(journey, source, port)
        if self.node.is_trigger:
            raise EditRefusedError(
                f"No path can lead into {self.node.name!r}.", "Customers enter the journey there."
            )
        kept = tuple(each for each in journey.edges if each not in way)
        into = Edge(source=source, port=port, target=self.node.id)
        ports = self.node.ports()
        onward = (
            Edge(source=self.node.id, port=ports[0].id, target=each.target) for each in way if ports
        )
        return (*kept, into, *onward)


@dataclass(frozen=True, slots=True)
class RemoveNodes(Alone):
    """Take steps away with their paths, closing the gap where there is one way on."""

    nodes: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Delete a step" if len(self.nodes) == 1 else f"Delete {len(self.nodes)} steps"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey without the steps.

        A path that led into what is gone leads on to what came after, unless there were several
        ways on: then it ends.
        """
        gone = {journey.node(node).id for node in self.nodes}
        return evolve(
            journey,
            nodes=tuple(node for node in journey.nodes if node.id not in gone),
            edges=tuple({each.order: each for each in _closed(journey, gone)}.values()),
            layout=tuple(place for place in journey.layout if place.node not in gone),
        )


@dataclass(frozen=True, slots=True)
class ChangeNode:
    """Give a step other fields; paths of ports that it no longer has are taken away.

    `said` replaces the words of the edit, where it mends a problem.
    """

    node: Node
    said: str = ""

    @property
    def words(self) -> str:
        """What the edit does."""
        return self.said or f"Change {self.node.name}"

    @property
    def key(self) -> Hashable | None:
        """Changes of one step in a row are undone as one."""
        return ("change", self.node.id)

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the step changed; its kind stays."""
        before = journey.node(self.node.id)
        if type(before) is not type(self.node):
            raise EditRefusedError(
                f"{before.name!r} stays what it is: {before.card.title}.",
                "Add a new step instead.",
            )
        lost = {port.id for port in before.ports()} - {port.id for port in self.node.ports()}
        changed = journey.with_node(self.node.id, lambda _: self.node)
        if not lost:
            return changed
        edges = (
            each for each in journey.edges if each.source != before.id or each.port not in lost
        )
        return evolve(changed, edges=tuple(edges))


@dataclass(frozen=True, slots=True)
class Rename:
    """Call a step something else."""

    node: str
    title: str

    @property
    def words(self) -> str:
        """What the edit does."""
        return f"Rename to {self.title!r}"

    @property
    def key(self) -> Hashable | None:
        """Letters typed one after the other are undone as one."""
        return ("rename", self.node)

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the step renamed."""
        with refusing():
            return journey.with_node(self.node, lambda node: evolve(node, title=self.title))


def _closed(journey: Journey, gone: set[str]) -> Iterator[Edge]:
    """Yield the edges that are left, those into what is gone led on where that is clear."""
    onward: dict[str, set[str]] = {node: set() for node in gone}
    for each in journey.edges:
        if each.source in gone:
            onward[each.source].add(each.target)
    for each in journey.edges:
        if each.source in gone:
            continue
        target = _way_on(each.target, onward)
        if target is not None and (target == each.target or target != each.source):
            yield evolve(each, target=target) if target != each.target else each


def _way_on(target: str, onward: dict[str, set[str]]) -> str | None:
    """Follow the one way on through what is gone; None where there is none or several."""
    seen: set[str] = set()
    while target in onward:
        ways = onward[target]
        if len(ways) != 1 or target in seen:
            return None
        seen.add(target)
        target = next(iter(ways))
    return target
