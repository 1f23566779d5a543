"""The edit that lets time pass on a path, so that nobody goes round in no time (R26, R222)."""

from dataclasses import dataclass

from journeys.document.edits.edit import Alone, refusing
from journeys.document.edits.paste import fresh
from journeys.document.journey import Edge, Journey, Position
from journeys.document.kinds import kinds
from journeys.errors import EditRefusedError
from journeys.values import evolve

ROOM = 124


@dataclass(frozen=True, slots=True)
class WaitFirst(Alone):
    """Put a wait into paths that all lead to one step."""

    edges: tuple[Edge, ...]

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Put a wait before it"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the wait; what stands below makes room for it."""
        there = {edge.order for edge in journey.edges}
        if not there.issuperset(edge.order for edge in self.edges):
            raise EditRefusedError("The path is not there any more.", "It may have been deleted.")
        target = journey.node(self.edges[0].target).id
        (name,) = fresh(("wait",), set(journey.by_id)).values()
        wait = kinds()["wait"].fresh(name)
        onward = Edge(source=name, port=wait.ports()[0].id, target=target)
        edges = (
            evolve(edge, target=name) if edge in self.edges else edge for edge in journey.edges
        )
        with refusing():
            return evolve(
                journey,
                nodes=(*journey.nodes, wait),
                edges=(*edges, onward),
                layout=self._layout(journey, name),
            )

    def _layout(self, journey: Journey, wait: str) -> tuple[Position, ...]:
        """Return where steps stand: the wait above its step, or below the one that leads back."""
        source, target = (
            journey.positions.get(each) for each in (self.edges[0].source, self.edges[0].target)
        )
        if source is None or target is None:
            return journey.layout
        x, y = target if target[1] > source[1] else (source[0], source[1] + ROOM)
        return (*lowered(journey.layout, y), Position(node=wait, x=x, y=y))


def lowered(layout: tuple[Position, ...], y: int) -> tuple[Position, ...]:
    """Return a layout in which what stands at a height or below it has made room for a step."""
    return tuple(evolve(each, y=each.y + ROOM) if each.y >= y else each for each in layout)
