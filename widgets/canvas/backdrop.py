"""The ground of the canvas: dots every 24 pixels that show how far things were moved."""

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets.canvas import batch
from widgets.canvas.shown import Shown
from widgets.canvas.snapping import GRID
from widgets.canvas.table import Floats
from widgets.theme import Theme

CLOSEST = 14
NONE_UNDER = 0.2
DOT = 2
TILE = 512


def paint_backdrop(painter: QPainter, view: Shown, theme: Theme) -> None:
    """Fill the view; further out there are fewer dots, then none."""
    scale, zoom, sight = view.camera.scale, view.zoom, view.sight
    if scale < NONE_UNDER:
        painter.fillRect(0, 0, view.width, view.height, QColor(theme.background))
        return
    step = GRID
    while step * scale < CLOSEST:
        step *= 2
    size = max(1, round(DOT * view.ratio * min(1.0, scale)))
    apart = step * zoom
    if apart == round(apart):
        tile = _tile(theme.background, theme.dot, round(apart), size)
        at = QPoint(view.left % tile.width(), view.top % tile.height())
        painter.drawTiledPixmap(QRect(0, 0, view.width, view.height), tile, at)
        return
    painter.fillRect(0, 0, view.width, view.height, QColor(theme.background))
    across = np.rint(_line(sight.x, sight.right, step) * zoom) - view.left
    down = np.rint(_line(sight.y, sight.bottom, step) * zoom) - view.top
    _paint_dots(painter, across, down, size, theme.dot)


@lru_cache(maxsize=16)
def _tile(ground: str, dot: str, apart: int, size: int) -> QPixmap:
    """Return a piece of ground that can be laid side by side: its dots are whole pixels apart."""
    many = max(1, TILE // apart)
    picture = QPixmap(many * apart, many * apart)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    line = np.arange(many + 1, dtype=np.float64) * apart
    _paint_dots(painter, line, line, size, dot)
    painter.end()
    return picture


def _paint_dots(painter: QPainter, across: Floats, down: Floats, size: int, colour: str) -> None:
    dots = np.empty((len(across) * len(down), 4))
    dots[:, 0] = np.tile(across, len(down)) - size // 2
    dots[:, 1] = np.repeat(down, len(across)) - size // 2
    dots[:, 2:] = size
    batch.fill(painter, dots, QColor(colour))


def _line(begin: float, end: float, step: int) -> Floats:
    places = np.arange(math.floor(begin / step), math.ceil(end / step) + 1, dtype=np.float64)
    return places * step
