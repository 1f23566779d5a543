"""The lines of paths as plain rectangles and corner sprites, all of them in a few calls."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from widgets.canvas import batch
from widgets.canvas.table import Floats
from widgets.canvas.tinting import clear

THICKNESS = 2
RADIUS = 12
SMALLEST_RADIUS = 3
SHORTEST = 3


def paint_ways(painter: QPainter, ways: Floats, colour: QColor, width: int, radius: int) -> None:
    """Paint ways, float64 (n, corners, 2) in pixels of the painter, with round corners.

    The ways run upright or level; a way of fewer corners repeats its end.
    """
    if not len(ways):
        return
    points = np.rint(ways)
    before, after = points[:, :-1], points[:, 1:]
    step = after - before
    lengths = np.abs(step).sum(axis=2)
    bends = _bends(step, lengths, radius)
    half = width // 2
    _paint_legs(painter, points, lengths, bends, (colour, width, half))
    _paint_corners(painter, points, step, bends, (colour, width, half))


def paint_legs(painter: QPainter, frames: Floats, colour: QColor, width: int) -> None:
    """Paint legs seen from far away, where no corner is round and the shortest are not seen.

    `frames`, float64 (n, 4), are left, top, width and height in pixels of the painter.
    """
    seen = frames[np.maximum(frames[:, 2], frames[:, 3]) >= SHORTEST]
    rects = seen - width // 2
    rects[:, 2:] = seen[:, 2:] + width
    batch.fill(painter, rects, colour)


def _bends(step: Floats, lengths: Floats, radius: int) -> NDArray[np.intp]:
    """Return the radius of each inner corner, int (n, corners - 2); 0 where it is square."""
    turns = (step[:, :-1, 0] != 0) == (step[:, 1:, 1] != 0)
    real = (lengths[:, :-1] > 0) & (lengths[:, 1:] > 0)
    room = np.minimum(lengths[:, :-1], lengths[:, 1:]) // 2
    found = np.where(turns & real, np.minimum(radius, room), 0).astype(np.intp)
    found[found < SMALLEST_RADIUS] = 0
    return found


def _paint_legs(
    painter: QPainter,
    points: Floats,
    lengths: Floats,
    bends: NDArray[np.intp],
    line: tuple[QColor, int, int],
) -> None:
    colour, width, half = line
    before, after = points[:, :-1], points[:, 1:]
    cut_begin = np.zeros(lengths.shape)
    cut_end = np.zeros(lengths.shape)
    cut_begin[:, 1:] = bends
    cut_end[:, :-1] = bends
    shown = (lengths > 0) & (lengths >= cut_begin + cut_end)
    way = np.sign(after - before)[shown]
    start = before[shown] + way * cut_begin[shown][:, None]
    end = after[shown] - way * cut_end[shown][:, None]
    # A square corner is filled by the leg that reaches into it.
    start -= way * (np.where(cut_begin[shown] == 0, half, 0) * _inner(shown))[:, None]
    corner = np.minimum(start, end)
    size = np.abs(end - start)
    level = way[:, 0] != 0
    rects = np.empty((len(corner), 4))
    rects[:, 0] = corner[:, 0] - np.where(level, 0, half)
    rects[:, 1] = corner[:, 1] - np.where(level, half, 0)
    rects[:, 2] = np.where(level, size[:, 0], width)
    rects[:, 3] = np.where(level, width, size[:, 1])
    batch.fill(painter, rects, colour)


def _inner(shown: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return for each leg that is shown whether it is not the first of its way."""
    place = np.broadcast_to(np.arange(shown.shape[1]), shown.shape)
    found: NDArray[np.bool_] = place[shown] > 0
    return found


def _paint_corners(
    painter: QPainter,
    points: Floats,
    step: Floats,
    bends: NDArray[np.intp],
    line: tuple[QColor, int, int],
) -> None:
    colour, width, half = line
    for bend in np.unique(bends[bends > 0]).tolist():
        here = bends == bend
        corner = points[:, 1:-1][here]
        came, goes = np.sign(step[:, :-1][here]), np.sign(step[:, 1:][here])
        # Which sides of the corner the line touches: where it came from, and where it goes.
        to_right = np.where(came[:, 0] != 0, -came[:, 0], goes[:, 0]) > 0
        to_below = np.where(came[:, 1] != 0, -came[:, 1], goes[:, 1]) > 0
        side = bend + width
        parts = np.empty((len(corner), 4))
        parts[:, 0] = (to_right * 1 + to_below * 2) * side
        parts[:, 1] = 0
        parts[:, 2:] = side
        places = np.empty((len(corner), 4))
        places[:, 0] = corner[:, 0] - np.where(to_right, half, bend + half)
        places[:, 1] = corner[:, 1] - np.where(to_below, half, bend + half)
        places[:, 2:] = side
        batch.sprites(painter, places, parts, _arcs(_name(colour), width, bend))


@lru_cache(maxsize=128)
def _arcs(colour: str, width: int, radius: int) -> QPixmap:
    """Return four quarter rings side by side: line to the left and above, right and above, ..."""
    side = radius + width
    picture = QPixmap(4 * side, side)
    picture.fill(clear())
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    size = 2 * radius
    for number in range(4):
        to_right, to_below = number % 2 == 1, number > 1
        quarter = radius + (width + 1) // 2
        aside, down = (0 if to_right else side - quarter), (0 if to_below else side - quarter)
        painter.setClipRect(number * side + aside, down, quarter, quarter)
        left = width / 2 if to_right else side - width / 2 - size
        top = width / 2 if to_below else side - width / 2 - size
        painter.drawEllipse(QRectF(number * side + left, top, size, size))
    painter.end()
    return picture


def _name(colour: QColor) -> str:
    return colour.name(QColor.NameFormat.HexArgb)
