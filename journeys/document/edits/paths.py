"""Edits of paths: connect and disconnect steps."""

from dataclasses import dataclass

from journeys.document.edits.edit import Alone
from journeys.document.journey import Edge, Journey
from journeys.errors import EditRefusedError
from journeys.values import evolve


@dataclass(frozen=True, slots=True)
class Connect(Alone):
    """Lead a port to a step; where it led before is forgotten."""

    source: str
    port: str
    target: str
    said: str = ""

    @property
    def words(self) -> str:
        """What the edit does."""
        return self.said or "Connect steps"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the path."""
        before = leaving(journey, self.source, self.port)
        target = journey.node(self.target)
        if target.is_trigger:
            raise EditRefusedError(
                f"No path can lead into {target.name!r}.", "Customers enter the journey there."
            )
        made = Edge(source=self.source, port=self.port, target=self.target)
        if before == (made,):
            return journey
        kept = tuple(each for each in journey.edges if each not in before)
        return evolve(journey, edges=(*kept, made))


@dataclass(frozen=True, slots=True)
class Disconnect(Alone):
    """Take paths away; the steps stay."""

    edges: tuple[Edge, ...]
    said: str = ""

    @property
    def words(self) -> str:
        """What the edit does."""
        return self.said or ("Delete a path" if len(self.edges) == 1 else "Delete paths")

    def apply(self, journey: Journey) -> Journey:
        """Return the journey without the paths."""
        there = {each.order for each in journey.edges}
        gone = {each.order for each in self.edges}
        if not gone <= there:
            source, port, target = min(gone - there)
            raise EditRefusedError(
                f"No path leads from {source!r} ({port}) to {target!r}.",
                "It may have been deleted.",
            )
        return evolve(
            journey, edges=tuple(each for each in journey.edges if each.order not in gone)
        )


def leaving(journey: Journey, source: str, port: str) -> tuple[Edge, ...]:
    """Return what leaves a port: mostly one edge or none.

    Raises EditRefusedError where there is no such step or port.
    """
    step = journey.node(source)
    if port not in {each.id for each in step.ports()}:
        raise EditRefusedError(
            f"{step.name!r} has no way out called {port!r}.", "It may have been deleted."
        )
    return tuple(each for each in journey.edges if (each.source, each.port) == (source, port))
