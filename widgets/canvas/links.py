"""Paths between steps as they are drawn, with a chip that says who goes that way."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from journeys.document.checks import FALLS_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.routing import Obstacles, Route, covered, obstacles, route
from widgets.canvas.steps import PlacedStep
from widgets.lettering import cut, visible, width
from widgets.theme import CHIP

CHIP_HEIGHT = 22
CHIP_PADDING = 8
CHIP_WIDEST = 230
CHIP_FROM_END = 22
CHIP_FROM_START = 50
CLEARANCE = 3
SHARE = 34


@dataclass(frozen=True, slots=True)
class Chip:
    """The words on a path, and where they stand."""

    title: str
    frame: Rect

    @property
    def reserved(self) -> Rect:
        """The frame with room for the share of customers that went this way."""
        return Rect.around(self.frame.centre, self.frame.width + SHARE, self.frame.height)


@dataclass(frozen=True, slots=True)
class Link:
    """All paths from one step to another, drawn as one."""

    source: str
    target: str
    way: Route
    chip: Chip | None = None

    @property
    def goes_back(self) -> bool:
        """True when it leads up, against the flow."""
        return self.way[-1].y <= self.way[0].y


def linked(
    journey: Journey, steps: Mapping[str, PlacedStep], others: Sequence[Rect]
) -> tuple[Link, ...]:
    """Return the paths whose two ends are there; `others` is what they go around besides steps."""
    around = obstacles([*(step.frame for step in steps.values()), *others])
    ports = ports_between(journey, steps)
    leaving = Counter(source for source, _ in ports)
    arriving = Counter(target for _, target in ports)
    ways = {
        (source, target): route(
            steps[source].way_out,
            steps[target].entrance,
            around,
            joins=arriving[target] > 1,
        )
        for source, target in ports
    }
    found: list[Link] = []
    taken = np.concatenate([around, np.zeros((len(ways), 4))])
    for (source, target), way in ways.items():
        title = said(journey, source, ports[source, target])
        splits, joins = leaving[source] > 1, arriving[target] > 1
        chip = chip_on(title, way, taken, splits=splits, joins=joins) if title else None
        if chip:
            taken[len(around) + len(found)] = obstacles([chip.reserved])[0]
        found.append(Link(source, target, way, chip))
    return tuple(found)


def ports_between(journey: Journey, steps: Container[str]) -> dict[tuple[str, str], list[str]]:
    """Return the ports that lead from one step to another, by these two."""
    found: dict[tuple[str, str], list[str]] = {}
    for edge in journey.edges:
        if edge.source in steps and edge.target in steps:
            found.setdefault((edge.source, edge.target), []).append(edge.port)
    return found


def said(journey: Journey, source: str, ports: Sequence[str]) -> str:
    """Return what is written on a path: who goes this way, where there are others."""
    return " or ".join(_titles(journey, source, ports))


def _titles(journey: Journey, source: str, ports: Sequence[str]) -> Iterator[str]:
    """Yield what the ports are called where a customer could have gone another way."""
    node = journey.by_id[source]
    if len(_ways_out(journey, node)) > 1:
        ways = (port for port in node.ways(journey.names) if port.id in ports)
        yield from (visible(port.short) for port in ways if port.title)


def _ways_out(journey: Journey, node: Node) -> list[str]:
    return [
        port.id
        for port in node.ports()
        if port.id not in FALLS_BACK or journey.target(node.id, port.id) is not None
    ]


def chip_on(title: str, way: Route, taken: Obstacles, *, splits: bool, joins: bool) -> Chip:
    """Return the chip at the first place where it covers nothing, else where it covers least."""
    shown = cut(title, CHIP, CHIP_WIDEST - 2 * CHIP_PADDING)
    wide = 2 * round((width(shown, CHIP) + 2 * CHIP_PADDING) / 2)
    found = [
        Chip(shown, Rect.around(place, wide, CHIP_HEIGHT))
        for place in _places(way, wide + SHARE, splits=splits, joins=joins)
    ]
    return min(found, key=lambda each: covered(each.reserved.grown(CLEARANCE), taken))


def _places(way: Route, wide: float, *, splits: bool, joins: bool) -> list[Point]:
    """Return where a chip may stand, best first: where no other path of the two steps runs."""
    begin, end = way[0], way[-1]
    near_end = Point(end.x, max(end.y - CHIP_FROM_END, (way[-2].y + end.y) / 2))
    near_start = Point(begin.x, begin.y + CHIP_FROM_START)
    legs = list(pairwise(way))
    under_bends = [
        Point(corner.x, corner.y + CHIP_FROM_START - CHIP_FROM_END)
        for corner, after in legs[1:]
        if corner.x == after.x and after.y - corner.y > CHIP_FROM_START
    ]
    inner = [
        _middle(begin, after)
        for begin, after in legs[1 if splits else 0 : -1 if joins else None]
        if begin.x == after.x or abs(begin.x - after.x) > wide + CHIP_HEIGHT
    ]
    falls = way[1].y - begin.y > CHIP_FROM_START + CHIP_HEIGHT
    alone = [near_end] if not joins else [near_start] if falls else []
    return [*alone, *under_bends, *inner, near_end, *([near_start] if falls else [])]


def _middle(begin: Point, end: Point) -> Point:
    return Point((begin.x + end.x) / 2, (begin.y + end.y) / 2)
