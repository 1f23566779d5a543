"""The shortest ways to steps on which a variable may be missing, and how to say them (R71)."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from journeys.context.lineage import Bits, Lineage
from journeys.document.journey import Edge, Journey

State: TypeAlias = tuple[str, bool]

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


@dataclass(frozen=True, slots=True)
class _Step:
    """How a step was come to, and what can be there on all of that way."""

    before: tuple[State, Edge] | None
    bits: Bits


class Breaking:
    """The ways that break one variable, found once for all steps."""

    def __init__(self, journey: Journey, lineage: Lineage, name: str) -> None:
        self._journey, self._lineage, self._name = journey, lineage, name
        self._bit = 1 << lineage.place(name)
        self._tells: dict[str, Mapping[str, bool | None]] = {}

    def way(self, node: str) -> Way | None:
        """Return a shortest way to a step on which the variable may be missing.

        None where it never is, or where nobody comes to the step.
        """
        if (node, True) not in self._came:
            return None
        edges: list[Edge] = []
        here = (node, True)
        bits = self._came[here].bits
        while (before := self._came[here].before) is not None:
            here, edge = before
            edges.append(edge)
        return Way(here[0], tuple(reversed(edges)), is_certain=not bits.there & self._bit)

    def turns(self, way: Way) -> tuple[str, ...]:
        """Return the turns that matter: where customers start, and where another turn would tell.

        What the start does not give is gained on other ways, so there every turn matters.
        """
        has_starts = len(self._begun) > 1
        is_gained = not self._lineage.starts[way.start].there & self._bit
        found = [self._journey.by_id[way.start].name] if has_starts else []
        for edge in way.edges:
            told = self._told(edge.source)
            is_other = told[edge.port] is None and True in told.values()
            matters = told[edge.port] is False or is_other
            if (matters or (is_gained and not has_starts)) and self._splits(edge.source):
                step = self._journey.by_id[edge.source]
                title = next(port.title for port in step.ports() if port.id == edge.port)
                found.append(f"{step.name}{ARROW}{title}")
        return tuple(found)

    @cached_property
    def _came(self) -> Mapping[State, _Step]:
        """How each step was come to first, with the variable and without it."""
        came: dict[State, _Step] = {}
        waiting: deque[State] = deque()
        for start, bits in self._lineage.starts.items():
            for is_missing in self._ways(bits):
                came.setdefault((start, is_missing), _Step(None, bits))
                waiting.append((start, is_missing))
        while waiting:
            here = waiting.popleft()
            state = Bits(missing=self._bit) if here[1] else Bits(there=self._bit)
            chosen = self._lineage.leaving(here[0], state)
            open_ = self._lineage.leaving(here[0], came[here].bits)
            for (edge, bits), (_, all_bits) in zip(chosen, open_, strict=True):
                for is_missing in self._ways(bits):
                    there = (edge.target, is_missing)
                    if there not in came:
                        came[there] = _Step((here, edge), all_bits)
                        waiting.append(there)
        return came

    def _ways(self, bits: Bits) -> Iterator[bool]:
        if bits.missing & self._bit:
            yield True
        if bits.there & self._bit:
            yield False

    @cached_property
    def _begun(self) -> frozenset[tuple[bool, bool]]:
        """Whether the variable can be there and can be missing, once customers have started."""
        found = set()
        for start, bits in self._lineage.starts.items():
            told = [is_there for is_there in self._told(start).values() if is_there is not None]
            is_open = bool(bits.there & self._bit), bool(bits.missing & self._bit)
            found.add((told[0], not told[0]) if told else is_open)
        return frozenset(found)

    def _told(self, node: str) -> Mapping[str, bool | None]:
        """Return what each way out of a step tells of the variable."""
        if node not in self._tells:
            step = self._journey.by_id[node]
            self._tells[node] = {
                port.id: step.tells(port.id).get(self._name) for port in step.ports()
            }
        return self._tells[node]

    def _splits(self, node: str) -> bool:
        ports = self._told(node)
        return len({self._journey.target(node, port) for port in ports} - {None}) > 1


def said(way: Way, turns: tuple[str, ...], name: str) -> str:
    """Return in words who has no such variable, by the turns of the way that matter."""
    if not turns:
        return f"Not everyone who comes here has {name}."
    have = "have no" if way.is_certain else "may have no"
    return f"Customers who come by {', then '.join(map(repr, turns))} {have} {name}."
