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
        if not self.may_lack(node):
            return None
        edges: list[Edge] = []
        here = (node, True)
        while (before := self._came[here].before) is not None:
            here, edge = before
            edges.append(edge)
        return Way(here[0], tuple(reversed(edges)), is_certain=self.is_certain(node))

    def may_lack(self, node: str) -> bool:
        """Return whether somebody may come to a step without the variable."""
        return (node, True) in self._came

    def turns(self, node: str) -> tuple[str, ...]:
        """Return the turns of the way that matter: where they start, and where another would tell.

        What the start does not give is gained on other ways, so there every turn matters.
        """
        return self._turned[(node, True)]

    def is_certain(self, node: str) -> bool:
        """Return whether nobody who comes by the way to a step has the variable."""
        return not self._came[(node, True)].bits.there & self._bit

    @cached_property
    def _turned(self) -> Mapping[State, tuple[str, ...]]:
        """The turns that matter on the way to each step, each told once for all that follows."""
        has_starts = len(self._begun) > 1
        turned: dict[State, tuple[str, ...]] = {}
        starts: dict[State, str] = {}
        for state, step in self._came.items():  # what leads to a step was come to before it
            if step.before is None:
                starts[state] = state[0]
                turned[state] = (self._journey.by_id[state[0]].name,) if has_starts else ()
                continue
            before, edge = step.before
            starts[state] = starts[before]
            is_gained = not self._lineage.starts[starts[state]].there & self._bit
            asks_all = is_gained and not has_starts
            turn = self._turn(edge) if self._matters(edge, asks_all=asks_all) else ()
            turned[state] = turned[before] + turn if turn else turned[before]
        return turned

    def _matters(self, edge: Edge, *, asks_all: bool) -> bool:
        told = self._told(edge.source)
        is_other = told[edge.port] is None and True in told.values()
        return (told[edge.port] is False or is_other or asks_all) and self._splits(edge.source)

    def _turn(self, edge: Edge) -> tuple[str]:
        step = self._journey.by_id[edge.source]
        ways = step.ways(self._journey.names)
        title = next(port.title for port in ways if port.id == edge.port)
        return (f"{step.name}{ARROW}{title}",)

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


def said(turns: tuple[str, ...], name: str, *, is_certain: bool) -> str:
    """Return in words who has no such variable, by the turns of the way that matter."""
    if not turns:
        return f"Not everyone who comes here has {name}."
    have = "have no" if is_certain else "may have no"
    return f"Customers who come by {', then '.join(map(repr, turns))} {have} {name}."
