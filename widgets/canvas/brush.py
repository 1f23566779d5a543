"""Strokes everything on the canvas is painted with: boxes, shadows, text and tiles."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from widgets.canvas.geometry import Point, Rect
from widgets.lettering import font, metrics
from widgets.theme import Style, Theme

# How far a shadow reaches beyond the box, and how strong that ring of it is.
SHADOW = ((10, 0.75), (7, 1.0), (4, 1.25), (2, 1.75))
SHADOW_DROP = 2
# A dash with its gap, how much of it is inked, and how wide its line is.
DASH, INKED, DASHED = 8, 0.6, 1.5


def area(frame: Rect) -> QRectF:
    """Return a rectangle as Qt knows it."""
    return QRectF(frame.x, frame.y, frame.width, frame.height)


def box(painter: QPainter, frame: Rect, radius: float, fill: str, border: str = "") -> None:
    """Paint a box with round corners; a border lies one pixel wide inside its edge."""
    painter.setPen(QPen(QColor(border), 1) if border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(fill))
    inner = frame.grown(-0.5) if border else frame
    painter.drawRoundedRect(area(inner), radius, radius)


def dashed_box(painter: QPainter, frame: Rect, radius: float, border: str) -> None:
    """Paint the outline of something that is not there yet: whole dashes go around it."""
    inner = frame.grown(-DASHED / 2)
    bend = min(radius, inner.width / 2, inner.height / 2)
    around = 2 * (inner.width + inner.height) + (2 * math.pi - 8) * bend
    dash = around / max(1, round(around / DASH)) / DASHED
    pen = QPen(QColor(border), DASHED)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dash * INKED, dash * (1 - INKED)])
    painter.setPen(pen)
    painter.setBrush(QBrush())
    painter.drawRoundedRect(area(inner), bend, bend)


def shadow(painter: QPainter, frame: Rect, radius: float, theme: Theme) -> None:
    """Paint the soft shadow a box throws."""
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    for reach, strength in SHADOW:
        colour = QColor(theme.shadow)
        colour.setAlpha(round(theme.shade * strength))
        painter.setBrush(colour)
        ring = Rect(
            frame.x - reach / 2,
            frame.y - reach / 4 + SHADOW_DROP,
            frame.width + reach,
            frame.height + reach * 3 / 4,
        )
        painter.drawRoundedRect(area(ring), radius + reach / 2, radius + reach / 2)


def words(painter: QPainter, text: str, middle_left: Point, style: Style, colour: str) -> None:
    """Paint one line of text that begins here, its small letters around this height."""
    if not text:
        return
    painter.setFont(font(style))
    painter.setPen(QColor(colour))
    known = metrics(style)
    baseline = middle_left.y + (known.ascent() - known.descent()) / 2
    painter.drawText(QPointF(middle_left.x, baseline), text)
