"""What an outline of a journey says: its steps in the order of the flow, every step once."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from journeys.document.checks import FALLS_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.layout.dominators import blocks_of
from journeys.layout.flow import Flow, flow_of

What: TypeAlias = Literal["step", "way", "on", "back", "apart", "further"]
Key: TypeAlias = tuple[str, str, str]

DEEPEST = 5
LONGEST = 200
TOP = -1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline.

    A `step`; a `way` out of a split; a path `on` to a step that has its line elsewhere, or `back`
    up to one; or the heading of steps that stand `apart` from all others, or `further` on than
    an outline is deep or a run of steps is long. `target` is the step a way leads to, if any.
    """

    what: What
    node: str = ""
    port: str = ""
    target: str = ""

    @property
    def key(self) -> Key:
        """What stays the same about a line when the journey changes."""
        return self.what, self.node, self.port


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines from top to bottom, and for each the number of the one it stands under, or -1.

    `children` holds the numbers of the lines under each, `tops` those under none, `places` where
    each stands among those beside it.
    """

    all: tuple[Line, ...]
    parents: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    tops: tuple[int, ...]
    places: tuple[int, ...]
    by_key: Mapping[Key, int]

    def under(self, number: int) -> tuple[int, ...]:
        """Return the numbers of the lines under a line, or those at the top."""
        return self.tops if number == TOP else self.children[number]


def lines_of(journey: Journey) -> Lines:
    """Return the outline of a journey.

    Under a step with several ways on stands a line for each, and under it what follows on that
    way alone. Where ways come together again the outline goes on beside the split.
    """
    writing = _Writing(journey)
    writing.write()
    return writing.lines()


class _Writing:
    """Lines as they are being written."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._flow: Flow = flow_of(journey)
        self._joins = blocks_of(self._flow).joins
        self._numbers = {node.id: number for number, node in enumerate(self._flow.steps)}
        self._lines: list[Line] = []
        self._parents: list[int] = []
        self._further: deque[int] = deque()
        self._stale = _stale(journey)

    def write(self) -> None:
        """Write everything: what begins with a trigger first."""
        flow = self._flow
        begins = [number for number in range(len(flow.steps)) if not flow.before[number]]
        for number in begins:
            if flow.steps[number].is_trigger:
                self._run(TOP, number, 0)
        for number in self._joins[len(flow.steps)]:
            self._run(TOP, number, 0)
        apart = [number for number in begins if not flow.steps[number].is_trigger]
        heading = self._add(TOP, Line("apart")) if apart else TOP
        for number in apart:
            self._run(heading, number, 0)
        while self._further:
            number = self._further.popleft()
            self._run(self._add(TOP, Line("further", flow.steps[number].id)), number, 0)

    def lines(self) -> Lines:
        """Return what was written."""
        children: list[list[int]] = [[] for _ in self._lines]
        tops: list[int] = []
        places = []
        for number, parent in enumerate(self._parents):
            beside = tops if parent == TOP else children[parent]
            places.append(len(beside))
            beside.append(number)
        return Lines(
            tuple(self._lines),
            tuple(self._parents),
            tuple(map(tuple, children)),
            tuple(tops),
            tuple(places),
            {line.key: number for number, line in enumerate(self._lines)},
        )

    def _add(self, parent: int, line: Line) -> int:
        self._lines.append(line)
        self._parents.append(parent)
        return len(self._lines) - 1

    def _run(self, parent: int, start: int, depth: int) -> None:
        """Write a step and all that follows beside it."""
        waiting = [start]
        for _ in range(LONGEST):
            if not waiting:
                return
            step = waiting.pop()
            node = self._flow.steps[step]
            line = self._add(parent, Line("step", node.id))
            ways = self._ways(node)
            if len(ways) == 1:
                self._lead(parent, step, ways[0], waiting)
            else:
                waiting.extend(reversed(self._split(line, step, ways, depth)))
        self._further.extend(reversed(waiting))

    def _lead(self, parent: int, step: int, way: Line, waiting: list[int]) -> None:
        target = self._numbers.get(way.target)
        if target is not None and self._is_only_way(step, target):
            waiting.append(target)
        elif target is not None:
            self._refer(parent, step, way, target)

    def _split(self, line: int, step: int, ways: Sequence[Line], depth: int) -> list[int]:
        """Write the ways out of a step; return the steps where they come together again."""
        ends = [way.target for way in ways]
        beside = list(self._joins[step])
        for way in ways:
            place = self._add(line, way)
            target = self._numbers.get(way.target)
            if target is None:
                continue
            if ends.count(way.target) > 1 and self._is_only_way(step, target):
                self._refer(place, step, way, target)
                if target not in beside:
                    beside.append(target)
            elif not self._is_only_way(step, target):
                self._refer(place, step, way, target)
            elif depth < DEEPEST:
                self._run(place, target, depth + 1)
            else:
                self._refer(place, step, way, target)
                self._further.append(target)
        return beside

    def _refer(self, parent: int, step: int, way: Line, target: int) -> None:
        what: What = "on" if target in self._flow.after[step] else "back"
        self._add(parent, Line(what, way.node, way.port, way.target))

    def _is_only_way(self, step: int, target: int) -> bool:
        return self._flow.before[target] == (step,) and target in self._flow.after[step]

    def _ways(self, node: Node) -> list[Line]:
        """Return the ways out of a step that are drawn: those that lead on, or should."""
        targets = self._journey.targets
        ports = [port.id for port in node.ports()]
        has_main = any(port not in FALLS_BACK for port in ports)
        shown = [
            port
            for port in ports
            if (node.id, port) in targets or not (has_main and port in FALLS_BACK)
        ]
        shown += [port for port in self._stale.get(node.id, ()) if port not in ports]
        return [Line("way", node.id, port, self._target(node.id, port)) for port in shown]

    def _target(self, node: str, port: str) -> str:
        target = self._journey.target(node, port) or ""
        return target if target in self._numbers else ""


def _stale(journey: Journey) -> dict[str, list[str]]:
    """Return the ports that paths leave from, by step: some may be of ports that are no more."""
    found: dict[str, list[str]] = {}
    for edge in journey.edges:
        found.setdefault(edge.source, []).append(edge.port)
    return found
