"""The ground of the canvas: dots every 24 pixels that show how far things were moved."""

import math

import numpy as np
from PySide6.QtGui import QColor, QPainter

from widgets.canvas import batch
from widgets.canvas.shown import Shown
from widgets.canvas.snapping import GRID
from widgets.canvas.table import Floats
from widgets.theme import Theme

CLOSEST = 14
NONE_UNDER = 0.2
DOT = 2


def paint_backdrop(painter: QPainter, view: Shown, theme: Theme) -> None:
    """Fill the view; further out there are fewer dots, then none."""
    painter.fillRect(0, 0, view.width, view.height, QColor(theme.background))
    scale, zoom, sight = view.camera.scale, view.zoom, view.sight
    if scale < NONE_UNDER:
        return
    step = GRID
    while step * scale < CLOSEST:
        step *= 2
    size = max(1, round(DOT * view.ratio * min(1.0, scale)))
    across = np.rint(_line(sight.x, sight.right, step) * zoom) - view.left
    down = np.rint(_line(sight.y, sight.bottom, step) * zoom) - view.top
    dots = np.empty((len(across) * len(down), 4))
    dots[:, 0] = np.tile(across, len(down)) - size // 2
    dots[:, 1] = np.repeat(down, len(across)) - size // 2
    dots[:, 2:] = size
    batch.fill(painter, dots, QColor(theme.dot))


def _line(begin: float, end: float, step: int) -> Floats:
    places = np.arange(math.floor(begin / step), math.ceil(end / step) + 1, dtype=np.float64)
    return places * step
