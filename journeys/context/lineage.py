"""Lineage: at each step, which variables are there for everyone, for some, or for nobody (R71).

A forward data flow over the drawing. For each variable two questions are kept apart: can a
customer come here with it, and can one come here without it. Both answers only ever grow along
the paths, so going round the loops until nothing changes gives exactly the union over all paths.
All variables are asked at once: an answer is an integer with a bit a variable.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from journeys.conditions.presence import Presence, either
from journeys.content.message import SENT_PORT
from journeys.document.checks import FALLS_BACK
from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.program.updates import opened

OF_THE_ENTRY = ("from.", "event.", "session.", "before.", "cart.")


class Verdict(StrEnum):
    """What can be said of a variable at a step, for everyone who comes there."""

    GUARANTEED = "guaranteed"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Origin:
    """How a variable is there when customers enter: which starts give it surely, or perhaps.

    A start in neither set never gives it. `changes` says that its value is read anew as time goes
    by, so that what was seen earlier says nothing any more. `doubted` holds what no step is
    believed that tells it: that it is there, or that it is missing (R152).
    """

    surely: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    changes: bool = False
    doubted: frozenset[bool] = frozenset()


@dataclass(frozen=True, slots=True)
class Bits:
    """Of many variables at one place: which can be there, and which can be missing."""

    there: int = 0
    missing: int = 0

    def __or__(self, other: "Bits") -> "Bits":
        return Bits(self.there | other.there, self.missing | other.missing)

    def verdict(self, place: int) -> Verdict:
        """Return what can be said of one variable."""
        if not self.there >> place & 1:
            return Verdict.IMPOSSIBLE
        return Verdict.POSSIBLE if self.missing >> place & 1 else Verdict.GUARANTEED

    def known(self, there: int, missing: int) -> "Bits":
        """Return the same where some are certainly there, and some certainly missing."""
        return Bits(self.there & ~missing | there, self.missing & ~there | missing)

    def anew(self, changing: int, start: "Bits") -> "Bits":
        """Return the same with the changing ones as they are at the start."""
        return Bits(
            self.there & ~changing | start.there & changing,
            self.missing & ~changing | start.missing & changing,
        )


NOTHING = Bits()


class Lineage:
    """The verdicts on some variables at every step of a journey.

    `origins` holds the variables by their names (R70). What a step adds, and what a way out of it
    tells, is asked of the steps themselves.
    """

    def __init__(self, journey: Journey, origins: Mapping[str, Origin]) -> None:
        self._journey = journey
        self._origins = origins
        self._places = {name: place for place, name in enumerate(origins)}
        self._changing = self._changing_bits()
        self.starts = {node.id: self._start(node) for node in journey.triggers}
        self._entered = self._joined(
            bits.known(*self._bits(self._journey.by_id[start].tells(port.id)))
            for start, bits in self.starts.items()
            for port in self._journey.by_id[start].ports()
        )

    def place(self, name: str) -> int:
        """Return which bit of an answer speaks of a variable."""
        return self._places[name]

    def verdict(self, node: str, name: str) -> Verdict:
        """Return what can be said of a variable when customers come to a step."""
        return self.arriving.get(node, Bits()).verdict(self._places[name])

    def verdict_of_asking(self, node: str, name: str) -> Verdict:
        """Return what can be said of a variable whenever a step asks for it.

        One where customers stand may ask again and again, while what changes is read anew.
        """
        bits = self.arriving.get(node, Bits())
        if self._journey.by_id[node].takes_time:
            bits |= bits.anew(self._changing, self._entered)
        return bits.verdict(self._places[name])

    def along(self, name: str) -> Iterator[tuple[Edge, Verdict]]:
        """Yield every path that customers take, with what can be said of a variable on it."""
        for node, came in self.arriving.items():
            for edge, bits in self.leaving(node, came):
                yield edge, bits.verdict(self._places[name])

    @cached_property
    def arriving(self) -> Mapping[str, Bits]:
        """What customers come to each step with."""
        found = dict(self.starts)
        waiting = deque(found)
        while waiting:
            node = waiting.popleft()
            for edge, bits in self.leaving(node, found[node]):
                before = found.get(edge.target)
                after = bits if before is None else before | bits
                if after != before:
                    found[edge.target] = after
                    waiting.append(edge.target)
        return found

    def leaving(self, node: str, bits: Bits) -> Iterator[tuple[Edge, Bits]]:
        """Yield the paths that leave a step, with what customers take along."""
        if self._journey.by_id[node].may_take_time:
            bits = bits.anew(self._changing, self._entered)
        bits |= self._opened.get(node, NOTHING)
        for edge, brought, there, missing in self._edges.get(node, ()):
            either_way = bits | Bits(brought, brought)
            yield edge, either_way.known(there, missing)

    @cached_property
    def _opened(self) -> Mapping[str, Bits]:
        """What may be there, and may be missing, once a step has changed the profile."""
        found = {}
        for node in self._journey.nodes:
            if node.updates:
                there = missing = 0
                for name, (may_be, may_lack) in opened(node.updates, self._origins).items():
                    there |= int(may_be) << self._places[name]
                    missing |= int(may_lack) << self._places[name]
                found[node.id] = Bits(there, missing)
        return found

    @cached_property
    def _edges(self) -> Mapping[str, Sequence[tuple[Edge, int, int, int]]]:
        """The paths that leave each step, with what each brings anew, and what it tells."""
        found: dict[str, list[tuple[Edge, int, int, int]]] = {}
        for edge in self._journey.edges:
            source, target = (self._journey.by_id.get(each) for each in (edge.source, edge.target))
            is_real = source is not None and edge.port in {port.id for port in source.ports()}
            if source is not None and is_real and target is not None and not target.is_trigger:
                told = self._told(source, self._ports(edge))
                brought = self._brought(source, edge.port)
                found.setdefault(edge.source, []).append((edge, brought, *told))
        return found

    def _told(self, node: Node, ports: Iterable[str]) -> tuple[int, int]:
        """Return what ways out tell to be there, and to be missing.

        What a waiting step saw of the entry event may be of the one that was replaced since (R152).
        """
        there, missing = self._bits(either(self._tells(node, port) for port in ports))
        if not node.takes_time:
            return there, missing
        return there & ~self._replaced, missing & ~self._replaced

    def _tells(self, node: Node, port: str) -> Presence:
        """Return what a way out tells; an event that was to be about the same key has it (R14)."""
        key = self._journey.entry.key
        keyed = [each for each in node.catches() if each.port == port and each.is_keyed]
        of_key = {f"{each.name}.{key}": True for each in keyed if key is not None}
        return {**node.tells(port), **of_key}

    def _brought(self, node: Node, port: str) -> int:
        """Return what a way out brings into the context, so that any of it may be there (R214)."""
        caught = [each.name for each in node.catches() if each.port == port]
        answered = [each.name for each in node.declares() if each.port == port and each.name]
        names = tuple(f"{name}." for name in (*caught, *answered))
        if not names:
            return 0
        return sum(1 << place for name, place in self._places.items() if name.startswith(names))

    def _ports(self, edge: Edge) -> Iterator[str]:
        """Yield the ways out by which customers take a path: a message's may fall back (R123)."""
        yield edge.port
        if edge.port == SENT_PORT:
            yield from (
                port for port in FALLS_BACK if self._journey.target(edge.source, port) is None
            )

    def _bits(self, told: Presence) -> tuple[int, int]:
        there = missing = 0
        for name, is_there in told.items():
            place = self._places.get(name)
            if place is None or is_there in self._origins[name].doubted:
                continue
            if is_there:
                there |= 1 << place
            else:
                missing |= 1 << place
        return there, missing

    def _start(self, node: Node) -> Bits:
        there = missing = 0
        for name, origin in self._origins.items():
            bit = 1 << self._places[name]
            there |= bit * (node.id in origin.surely | origin.perhaps)
            missing |= bit * (node.id not in origin.surely)
        return Bits(there, missing)

    def _changing_bits(self) -> int:
        changing = (name for name, origin in self._origins.items() if origin.changes)
        return self._replaced | sum(1 << self._places[name] for name in changing)

    @cached_property
    def _replaced(self) -> int:
        """What is of another event once the entry event is replaced (R13)."""
        if self._journey.entry.when_active != "update_context":
            return 0
        of_entry = (name for name in self._origins if name.startswith(OF_THE_ENTRY))
        return sum(1 << self._places[name] for name in of_entry)

    @staticmethod
    def _joined(parts: Iterable[Bits]) -> Bits:
        found = Bits()
        for part in parts:
            found |= part
        return found
