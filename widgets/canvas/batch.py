"""Thousands of rectangles and sprites handed to Qt at once, straight from an array."""

from functools import cache
from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

Floats = NDArray[np.float64]
FRAGMENT = 10
PROBE = 8


def fill(painter: QPainter, rects: Floats, colour: QColor) -> None:
    """Fill rectangles, float64 (n, 4): left, top, width and height in pixels, without a border."""
    if not len(rects):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    _draw(painter, rects)


def outline(painter: QPainter, rects: Floats) -> None:
    """Draw rectangles, float64 (n, 4), with the pen and brush of the painter."""
    if len(rects):
        _draw(painter, rects)


def _draw(painter: QPainter, rects: Floats) -> None:
    rows = np.ascontiguousarray(rects, dtype=np.float64)
    if arrays_work():
        first = cast("QRectF", shiboken6.wrapInstance(rows.ctypes.data, QRectF))
        painter.drawRects(first, len(rows))
    else:
        painter.drawRects([QRectF(*row) for row in rows.tolist()])


def sprites(painter: QPainter, places: Floats, parts: Floats, of: QPixmap) -> None:
    """Draw parts of a picture, float64 (n, 4) each: where their corners go, and what to take.

    `places` is left, top, width and height on the painter, `parts` the same in the picture; a part
    is stretched to its place.
    """
    if not len(places):
        return
    if not arrays_work():
        for place, part in zip(places.tolist(), parts.tolist(), strict=True):
            painter.drawPixmap(QRectF(*place), of, QRectF(*part))
        return
    rows = np.zeros((len(places), FRAGMENT))
    rows[:, 0:2] = places[:, 0:2] + places[:, 2:4] / 2
    rows[:, 2:6] = parts
    rows[:, 6:8] = places[:, 2:4] / parts[:, 2:4]
    rows[:, 9] = 1.0
    fragment = QPainter.PixmapFragment
    first = cast("QPainter.PixmapFragment", shiboken6.wrapInstance(rows.ctypes.data, fragment))
    painter.drawPixmapFragments(first, len(rows), of)


@cache
def arrays_work() -> bool:
    """Say whether this Qt paints from arrays as it should: tried once, on a small picture."""
    image = QImage(PROBE, PROBE, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    rows = np.array([[0, 0, 2, 2], [4, 4, 3, 2]], dtype=np.float64)
    painter.drawRects(cast("QRectF", shiboken6.wrapInstance(rows.ctypes.data, QRectF)), 2)
    painter.end()
    shown = {
        (x, y)
        for x in range(PROBE)
        for y in range(PROBE)
        if image.pixelColor(x, y) == QColor("white")
    }
    expected = {(x, y) for x in range(2) for y in range(2)}
    return shown == expected | {(x, y) for x in range(4, 7) for y in range(4, 6)}
