"""Where something that is dragged comes to rest: in line with its neighbours, else on the grid."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from widgets.canvas.geometry import Point, Rect
from widgets.canvas.scene import Scene
from widgets.canvas.steps import CARD_WIDTH
from widgets.canvas.table import Floats

GRID = 24
REACH = 9
NEAR = 1_200
BEYOND = 16


@dataclass(frozen=True, slots=True)
class Snapped:
    """The corner where it rests, and thin lines along what it is in line with."""

    corner: Point
    guides: tuple[Rect, ...] = ()


def snapped(
    scene: Scene, step: str, wanted: Point, moving: AbstractSet[str], *, reach: float
) -> Snapped:
    """Return the rest nearest to a wanted corner of a step's column, or of a note.

    `reach` is how many pixels of the canvas a pixel of the view is; 0 snaps to nothing. Steps line
    up by their middles across, and by their tops down.
    """
    if reach == 0:
        return Snapped(Point(round(wanted.x), round(wanted.y)))
    grid = Point(GRID * round(wanted.x / GRID), GRID * round(wanted.y / GRID))
    if not step:
        return Snapped(grid)
    sight = Rect(wanted.x, wanted.y, CARD_WIDTH, 0).grown(NEAR)
    places = [
        place for place in scene.steps.inside(sight) if scene.steps.names[place] not in moving
    ]
    rows = scene.steps.rows[places]
    middles = (rows[:, 0] + rows[:, 2]) / 2 - CARD_WIDTH / 2
    x = _nearest(middles, wanted.x, REACH * reach)
    y = _nearest(rows[:, 1], wanted.y, REACH * reach)
    corner = Point(grid.x if x is None else x, grid.y if y is None else y)
    height = scene.steps.frame(step).height
    guides = []
    if x is not None:
        guides.append(_upright(rows[middles == x], corner, height))
    if y is not None:
        guides.append(_level(rows[rows[:, 1] == y], corner))
    return Snapped(corner, tuple(guides))


def _nearest(lines: Floats, wanted: float, reach: float) -> float | None:
    if not len(lines):
        return None
    found = float(lines[np.argmin(np.abs(lines - wanted))])
    return found if abs(found - wanted) <= reach else None


def _upright(rows: Floats, corner: Point, height: float) -> Rect:
    top = min(corner.y, float(rows[:, 1].min())) - BEYOND
    bottom = max(corner.y + height, float(rows[:, 3].max())) + BEYOND
    return Rect(corner.x + CARD_WIDTH / 2, top, 0, bottom - top)


def _level(rows: Floats, corner: Point) -> Rect:
    left = min(corner.x, float(rows[:, 0].min())) - BEYOND
    right = max(corner.x + CARD_WIDTH, float(rows[:, 2].max())) + BEYOND
    return Rect(left, corner.y, right - left, 0)
