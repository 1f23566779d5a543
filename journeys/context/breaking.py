"""The shortest way to a step on which a variable may be missing, and how to say it (R71)."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from journeys.context.lineage import Bits, Lineage
from journeys.document.journey import Edge, Journey

State: TypeAlias = tuple[str, bool]
Came: TypeAlias = Mapping[State, tuple[State, Edge] | None]

ARROW = " \u2192 "


@dataclass(frozen=True, slots=True)
class Way:
    """A way through the drawing: the start customers enter by, and the paths they take.

    With `is_certain` a variable is missing for everyone who comes this way, else for some.
    """

    start: str
    edges: tuple[Edge, ...]
    is_certain: bool

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the way, the first and the last included."""
        return (self.start, *(edge.target for edge in self.edges))


def breaking(lineage: Lineage, node: str, name: str) -> Way | None:
    """Return a shortest way to a step on which a variable may be missing.

    None where it never is, or where nobody comes to the step.
    """
    bit = 1 << lineage.place(name)
    came: dict[State, tuple[State, Edge] | None] = {}
    waiting: deque[State] = deque()
    for start, bits in lineage.starts.items():
        for is_missing in _ways(bits, bit):
            came.setdefault((start, is_missing), None)
            waiting.append((start, is_missing))
    while waiting:
        here = waiting.popleft()
        if here == (node, True):
            return _way(lineage, came, here, bit)
        state = Bits(missing=bit) if here[1] else Bits(there=bit)
        for edge, bits in lineage.leaving(here[0], state):
            for is_missing in _ways(bits, bit):
                there = (edge.target, is_missing)
                if there not in came:
                    came[there] = here, edge
                    waiting.append(there)
    return None


def said(way: Way, turns: tuple[str, ...], name: str) -> str:
    """Return in words who has no such variable, by the turns of the way that matter."""
    if not turns:
        return f"Not everyone who comes here has {name}."
    have = "have no" if way.is_certain else "may have no"
    return f"Customers who come by {', then '.join(map(repr, turns))} {have} {name}."


def turns(journey: Journey, lineage: Lineage, way: Way, name: str) -> tuple[str, ...]:
    """Return the turns that matter: where customers start, and where another turn would tell.

    What the start does not give is gained on other ways, so there every turn matters.
    """
    bit = 1 << lineage.place(name)
    begun = {_begun(journey, name, start, bits, bit) for start, bits in lineage.starts.items()}
    is_gained = not lineage.starts[way.start].there & bit
    found = [journey.by_id[way.start].name] if len(begun) > 1 else []
    for edge in way.edges:
        step = journey.by_id[edge.source]
        told = {port.id: step.tells(port.id).get(name) for port in step.ports()}
        matters = told[edge.port] is False or (told[edge.port] is None and True in told.values())
        splits = len({other.target for other in journey.edges if other.source == edge.source}) > 1
        if splits and (matters or (is_gained and len(begun) == 1)):
            title = next(port.title for port in step.ports() if port.id == edge.port)
            found.append(f"{step.name}{ARROW}{title}")
    return tuple(found)


def _begun(journey: Journey, name: str, start: str, bits: Bits, bit: int) -> tuple[bool, bool]:
    """Return whether a variable can be there, and can be missing, once customers have started."""
    step = journey.by_id[start]
    for port in step.ports():
        told = step.tells(port.id).get(name)
        if told is not None:
            return told, not told
    return bool(bits.there & bit), bool(bits.missing & bit)


def _way(lineage: Lineage, came: Came, last: State, bit: int) -> Way:
    edges: list[Edge] = []
    here = last
    while (before := came[here]) is not None:
        here, edge = before
        edges.append(edge)
    edges.reverse()
    bits = lineage.starts[here[0]]
    for edge in edges:
        bits = next(after for out, after in lineage.leaving(edge.source, bits) if out == edge)
    return Way(here[0], tuple(edges), not bits.there & bit)


def _ways(bits: Bits, bit: int) -> Iterator[bool]:
    if bits.missing & bit:
        yield True
    if bits.there & bit:
        yield False
