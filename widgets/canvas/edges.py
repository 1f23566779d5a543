"""How paths look: lines with round corners, and chips that say who goes that way."""

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from widgets.canvas.brush import box, words
from widgets.canvas.geometry import Point
from widgets.canvas.links import CHIP_PADDING, Chip, Link
from widgets.theme import CHIP, Theme

THICKNESS = 2
RADIUS = 12
HEAD = 5
ARROW_FROM_END = 32


def paint_link(painter: QPainter, link: Link, theme: Theme) -> None:
    """Paint the line of a path; one that leads back up carries a small arrow."""
    pen = QPen(QColor(theme.edge), THICKNESS)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush())
    painter.drawPath(line_along(link.way))
    if link.goes_back:
        _paint_arrow(painter, link)


def paint_chip(painter: QPainter, chip: Chip, theme: Theme) -> None:
    """Paint the words on a path."""
    box(painter, chip.frame, chip.frame.height / 2, theme.panel, theme.border)
    beginning = Point(chip.frame.x + CHIP_PADDING, chip.frame.centre.y)
    words(painter, chip.title, beginning, CHIP, theme.second_ink)


def line_along(way: tuple[Point, ...]) -> QPainterPath:
    """Return the line through these corners, with the corners made round."""
    path = QPainterPath(_at(way[0]))
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        radius = min(RADIUS, _length(before, corner) / 2, _length(corner, after) / 2)
        path.lineTo(_at(_towards(corner, before, radius)))
        path.quadTo(_at(corner), _at(_towards(corner, after, radius)))
    path.lineTo(_at(way[-1]))
    return path


def _paint_arrow(painter: QPainter, link: Link) -> None:
    """Paint an arrow head near the end of the longest stretch that leads up."""
    up = [leg for leg in pairwise(link.way) if leg[0].y - leg[1].y > 2 * ARROW_FROM_END]
    if not up:
        return
    begin, end = max(up, key=lambda leg: leg[0].y - leg[1].y)
    tip = QPointF(begin.x, end.y + ARROW_FROM_END)
    head = QPainterPath(tip + QPointF(-HEAD, HEAD))
    head.lineTo(tip)
    head.lineTo(tip + QPointF(HEAD, HEAD))
    painter.drawPath(head)


def _length(begin: Point, end: Point) -> float:
    return abs(begin.x - end.x) + abs(begin.y - end.y)


def _towards(begin: Point, end: Point, far: float) -> Point:
    length = _length(begin, end) or 1.0
    share = far / length
    return Point(begin.x + (end.x - begin.x) * share, begin.y + (end.y - begin.y) * share)


def _at(point: Point) -> QPointF:
    return QPointF(point.x, point.y)
