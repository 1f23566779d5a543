"""The way a path takes across the canvas: right angles, around the steps that stand in between."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from widgets.canvas.geometry import Point, Rect

FALL = 22
RISE = 26
BESIDE = (140, 150)
OUTSIDE = 24

Route = tuple[Point, ...]
Obstacles = NDArray[np.float64]


def obstacles(frames: Sequence[Rect]) -> Obstacles:
    """Return what paths go around, float64 (frames, 4): left, top, right, bottom in pixels."""
    corners = [(frame.x, frame.y, frame.right, frame.bottom) for frame in frames]
    return np.array(corners, dtype=np.float64).reshape(-1, 4)


def covered(frame: Rect, by: Obstacles) -> float:
    """Return how much of a frame lies over these, in square pixels, summed over all."""
    wide = np.minimum(by[:, 2], frame.right) - np.maximum(by[:, 0], frame.x)
    high = np.minimum(by[:, 3], frame.bottom) - np.maximum(by[:, 1], frame.y)
    return float((np.maximum(wide, 0) * np.maximum(high, 0)).sum())


def route(start: Point, end: Point, around: Obstacles, *, joins: bool) -> Route:
    """Return the corners of a path from where it begins to where it ends.

    A path that joins others bends close to its end, any other close to its start. The first of the
    simple ways that meets no step is taken, else the one that meets the fewest.
    """
    best: Route = (start, end)
    fewest = np.inf
    for way in _ways(start, end, around, joins=joins):
        met = _met(way, around)
        if met < fewest:
            best, fewest = way, met
        if met == 0:
            break
    return best


def _ways(start: Point, end: Point, around: Obstacles, *, joins: bool) -> Iterator[Route]:
    gap = end.y - start.y
    high = start.y + (min(FALL, gap / 2) if gap > 0 else FALL)
    low = end.y - (min(RISE, gap / 2) if gap > 0 else RISE)
    if gap > 0 and start.x == end.x:
        yield (start, end)
    elif gap > 0:
        for bend in (low, high) if joins else (high, low):
            yield (start, Point(start.x, bend), Point(end.x, bend), end)
    for aside in _asides(start, end, around):
        turns = (Point(start.x, high), Point(aside, high), Point(aside, low), Point(end.x, low))
        yield _without_straight_corners((start, *turns, end))


def _asides(start: Point, end: Point, around: Obstacles) -> list[float]:
    """Return where a path may run down or up beside the steps, the shortest way first."""
    beside = [point.x + side * by for by in BESIDE for side in (1, -1) for point in (start, end)]
    outside = (
        [float(around[:, 2].max()) + OUTSIDE, float(around[:, 0].min()) - OUTSIDE]
        if len(around)
        else []
    )
    return sorted([*beside, *outside], key=lambda x: abs(x - start.x) + abs(x - end.x))


def _without_straight_corners(way: Route) -> Route:
    kept = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        is_straight = before.x == corner.x == after.x or before.y == corner.y == after.y
        if not is_straight:
            kept.append(corner)
    return (*kept, way[-1])


def _met(way: Route, around: Obstacles) -> int:
    """Return how many times a way runs through a step."""
    met = 0
    for begin, end in pairwise(way):
        left, right = sorted((begin.x, end.x))
        top, bottom = sorted((begin.y, end.y))
        through = (
            (around[:, 0] < right + 1)
            & (around[:, 2] > left - 1)
            & (around[:, 1] < bottom - 0.5)
            & (around[:, 3] > top + 0.5)
        )
        met += int(np.count_nonzero(through))
    return met
