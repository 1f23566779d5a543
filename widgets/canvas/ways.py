"""The ways of all paths: drawn simply at once, and around the steps as soon as there is time."""

import time
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from journeys.document.journey import Journey
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.links import Chip, Link, chip_on, ports_between, said
from widgets.canvas.routing import BESIDE, FALL, OUTSIDE, RISE, Route, route
from widgets.canvas.table import Floats, Table
from widgets.canvas.tag import Tag

CORNERS = 6
NEAR = max(BESIDE) + 252 + OUTSIDE
NEAR_CHIP = 160
NOWHERE = (np.inf, np.inf, -np.inf, -np.inf)

Pair = tuple[str, str]
Placed = tuple[Tag, Rect]


class Ways:
    """Owns the way of every path between two steps, and the chips on them.

    A row of `table` is left, top, right and bottom of a way, then its six corners; a way of fewer
    repeats its end. `rough` names the ways that do not go around steps yet; `tags` keeps what was
    found to stand on a way, until the way changes; `revision` grows whenever a way does.
    """

    def __init__(self, steps: Table[str], notes: Table[str]) -> None:
        self.table: Table[Pair] = Table(4 + 2 * CORNERS)
        self.ports: dict[Pair, tuple[str, ...]] = {}
        self.chips: dict[Pair, Chip] = {}
        self.rough: dict[Pair, None] = {}
        self._next: list[Pair] = []
        self._sight: Rect | None = None
        self.tags: dict[Pair, Placed | None] = {}
        self._chip_frames: Table[Pair] = Table(4)
        self.revision = 0
        self._legs: Floats | None = None
        self._steps = steps
        self._notes = notes
        self._touching: dict[str, list[Pair]] = {}
        self._leaving: Counter[str] = Counter()
        self._arriving: Counter[str] = Counter()

    def connect(self, journey: Journey) -> set[Pair]:
        """Take over which steps are connected; return the paths that are new or led otherwise."""
        found = {
            pair: tuple(ports) for pair, ports in ports_between(journey, journey.by_id).items()
        }
        changed = {pair for pair, ports in found.items() if self.ports.get(pair) != ports}
        gone = self.ports.keys() - found.keys()
        ends = {end for pair in (*changed, *gone) for end in pair}
        self.ports = found
        self._leaving = Counter(source for source, _ in found)
        self._arriving = Counter(target for _, target in found)
        self._touching = {}
        for pair in found:
            for end in set(pair):
                self._touching.setdefault(end, []).append(pair)
        self._forget(gone)
        return changed | self.touching(ends)

    def touching(self, steps: Iterable[str]) -> set[Pair]:
        """Return the paths that begin or end at one of these steps."""
        return {pair for step in steps for pair in self._touching.get(step, ())}

    def splits(self, pair: Pair) -> bool:
        """Say whether other paths leave the step where this one begins."""
        return self._leaving[pair[0]] > 1

    def joins(self, pair: Pair) -> bool:
        """Say whether other paths lead to the step where this one ends."""
        return self._arriving[pair[1]] > 1

    def between(self, pair: Pair) -> Route:
        """Return the corners of a path."""
        row = self.table.row(pair)[4:].reshape(-1, 2).tolist()
        points = [Point(x, y) for x, y in row]
        while len(points) > 2 and points[-1] == points[-2]:  # noqa: PLR2004 a way has two ends
            points.pop()
        return tuple(points)

    @property
    def legs(self) -> Floats:
        """The straight parts of all ways, float64 (legs, 4): left, top, right and bottom."""
        if self._legs is None:
            points = self.table.rows[:, 4:].reshape(-1, CORNERS, 2)
            before, after = points[:, :-1], points[:, 1:]
            is_there = (before != after).any(axis=2)
            before, after = before[is_there], after[is_there]
            ends = [np.minimum(before, after), np.maximum(before, after)]
            self._legs = np.concatenate(ends, axis=1)
        return self._legs

    def draw(self, pairs: Iterable[Pair]) -> None:
        """Lead paths the simplest way at once; `settle` then takes them around the steps."""
        asked = [pair for pair in pairs if pair in self.ports]
        if not asked:
            return
        rows, place = self._steps.rows, self._steps.place
        sources = rows[[place[source] for source, _ in asked]]
        targets = rows[[place[target] for _, target in asked]]
        joins = np.array([self._arriving[target] > 1 for _, target in asked])
        found = simple_ways(sources, targets, joins)
        self.table.put(dict(zip(asked, found, strict=True)))
        self._chip_frames.put({pair: NOWHERE for pair in asked if pair not in self.chips})
        self._legs = None
        self.revision += 1
        self.rough.update(dict.fromkeys(asked))
        self._next = []
        for pair in asked:
            self.tags.pop(pair, None)

    def take(self, links: Iterable[Link]) -> None:
        """Have the ways and chips of paths that were led around the steps already."""
        found = {(link.source, link.target): link for link in links}
        self.table.put({pair: _row(link.way) for pair, link in found.items()})
        self.chips.update({pair: link.chip for pair, link in found.items() if link.chip})

    def settle(self, journey: Journey, seconds: float, sight: Rect | None = None) -> bool:
        """Lead rough paths around the steps, those in sight first; True when none is left.

        Stops after so many seconds.
        """
        if not self.rough:
            return True
        ends = time.perf_counter() + seconds
        if self._sight != sight or not self._next:
            seen = self.table.meeting(sight) if sight is not None else []
            self._sight, self._next = sight, [*reversed(self.rough), *reversed(seen)]
        while self._next:
            pair = self._next.pop()
            if pair in self.rough:
                del self.rough[pair]
                self._lead(journey, pair)
                if time.perf_counter() > ends:
                    break
        return not self.rough

    def _lead(self, journey: Journey, pair: Pair) -> None:
        source, target = pair
        start, end = self._steps.frame(source), self._steps.frame(target)
        begin, finish = Point(start.centre.x, start.y + start.height), Point(end.centre.x, end.y)
        around = self._near(_between(begin, finish).grown(NEAR))
        way = route(begin, finish, around, joins=self._arriving[target] > 1)
        self.table.put({pair: _row(way)})
        self._legs = None
        self.revision += 1
        self._put_chip(journey, pair, way)

    def _put_chip(self, journey: Journey, pair: Pair, way: Route) -> None:
        self.chips.pop(pair, None)
        self.tags.pop(pair, None)
        self._chip_frames.put({pair: NOWHERE})
        title = said(journey, pair[0], self.ports[pair])
        if not title:
            return
        sight = self.table.frame(pair).grown(NEAR_CHIP)
        chips = self._chip_frames.rows[self._chip_frames.inside(sight)]
        taken = np.concatenate([self._near(sight), chips])
        chip = chip_on(title, way, taken, splits=self.splits(pair), joins=self.joins(pair))
        frame = chip.reserved
        self.chips[pair] = chip
        self._chip_frames.put({pair: (frame.x, frame.y, frame.right, frame.bottom)})

    def _near(self, sight: Rect) -> Floats:
        steps, notes = self._steps, self._notes
        found = [steps.rows[steps.inside(sight), :4], notes.rows[notes.inside(sight), :4]]
        return np.concatenate(found)

    def _forget(self, pairs: Iterable[Pair]) -> None:
        gone = tuple(pairs)
        self.table.drop(gone)
        self._legs = None
        self.revision += 1
        self._chip_frames.drop(gone)
        for pair in gone:
            self.chips.pop(pair, None)
            self.rough.pop(pair, None)
            self.tags.pop(pair, None)


def simple_ways(sources: Floats, targets: Floats, joins: NDArray[np.bool_]) -> Floats:
    """Return rows of ways that heed no step in between, from frames of steps to frames of steps.

    As `route` begins: straight down, else with one bend, else around the side.
    """
    begin_x, begin_y = (sources[:, 0] + sources[:, 2]) / 2, sources[:, 3]
    end_x, end_y = (targets[:, 0] + targets[:, 2]) / 2, targets[:, 1]
    gap = end_y - begin_y
    falls = gap > 0
    high = begin_y + np.where(falls, np.minimum(FALL, gap / 2), FALL)
    low = end_y - np.where(falls, np.minimum(RISE, gap / 2), RISE)
    bend = np.where(joins, low, high)
    aside = np.where(falls, end_x, np.maximum(begin_x, end_x) + max(BESIDE))
    first, last = np.where(falls, bend, high), np.where(falls, bend, low)
    corners = [begin_x, begin_y, begin_x, first, aside, first, aside, last, end_x, last]
    way = np.stack([*corners, end_x, end_y], axis=1)
    across, along = way[:, 0::2], way[:, 1::2]
    frames = [across.min(axis=1), along.min(axis=1), across.max(axis=1), along.max(axis=1)]
    return np.concatenate([np.stack(frames, axis=1), way], axis=1)


def _between(begin: Point, end: Point) -> Rect:
    left, top = min(begin.x, end.x), min(begin.y, end.y)
    return Rect(left, top, abs(begin.x - end.x), abs(begin.y - end.y))


def _row(way: Route) -> list[float]:
    points = [*way, *[way[-1]] * (CORNERS - len(way))]
    across, along = [point.x for point in way], [point.y for point in way]
    frame = [min(across), min(along), max(across), max(along)]
    return [*frame, *(number for point in points for number in (point.x, point.y))]
