"""The thread of a variable as it is painted: solid where everyone has it, dashed where some do."""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from journeys.context.lineage import Verdict
from widgets.canvas.brush import area, box, shadow, words
from widgets.canvas.edges import RADIUS, line_along
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.routing import Route
from widgets.canvas.shown import Shown
from widgets.canvas.strokes import paint_ways
from widgets.canvas.table import Floats
from widgets.canvas.threadline import Threadline
from widgets.canvas.tinting import mixed
from widgets.canvas.ways import CORNERS
from widgets.icons import paint_icon
from widgets.lettering import visible, width
from widgets.theme import CHIP, COUNT, Theme

SOLID, DASHED, HALO = 5, 4, 14
HALO_STRENGTH = 0.16
DASH = (11.0, 6.5)
BEAD, HOLE = 11, 6
DISC, DISC_ICON = 30, 16
TAG, TAG_GAP, TAG_ICON, TAG_ASIDE = 26, 12, 14, 36
BADGE, BADGE_ICON, BADGE_PADDING, BADGE_IN, BADGE_UP = 22, 12, 9, 4, 7
SAID = {
    Verdict.GUARANTEED: ("circle-check", "Always known"),
    Verdict.POSSIBLE: ("circle-dashed", "Sometimes"),
    Verdict.IMPOSSIBLE: ("ban", "Never"),
}


def paint_thread(painter: QPainter, line: Threadline, view: Shown, theme: Theme) -> None:
    """Paint the stretches of a thread from arrays, their halos first."""
    sure, perhaps = _points(line.sure, view), _points(line.perhaps, view)
    radius = round(RADIUS * view.zoom)
    for points, colour in ((perhaps, theme.sometimes), (sure, theme.accent)):
        halo = mixed(colour, theme.background, HALO_STRENGTH)
        paint_ways(painter, points, halo, _thick(HALO, view), radius)
    _paint_dashes(painter, line.perhaps, view, theme)
    paint_ways(painter, sure, QColor(theme.accent), _thick(SOLID, view), radius)


def paint_thread_lines(painter: QPainter, line: Threadline, theme: Theme) -> None:
    """Paint the stretches of a thread as lines, for pictures, their halos first."""
    strokes = (
        (line.perhaps, mixed(theme.sometimes, theme.background, HALO_STRENGTH), HALO),
        (line.sure, mixed(theme.accent, theme.background, HALO_STRENGTH), HALO),
    )
    for ways, colour, thick in strokes:
        _paint_lines(painter, ways, _pen(colour, thick))
    _paint_lines(painter, line.perhaps, _dashes(theme))
    _paint_lines(painter, line.sure, _pen(QColor(theme.accent), SOLID))


def marks(line: Threadline) -> Iterator[Rect]:
    """Yield the frames of what is painted beside steps, to be kept in a picture."""
    for place in line.breaks:
        yield Rect.around(place, DISC, DISC)
    for frame, is_sure in line.starts:
        yield _tag_frame(visible(line.thread.name), _starts(is_sure=is_sure), frame)
    for frame, _ in line.uses:
        yield Rect(frame.x, frame.bottom - BADGE_UP, frame.width, BADGE)


def paint_knots(painter: QPainter, line: Threadline, theme: Theme) -> None:
    """Paint where a thread starts, meets steps, breaks and is used."""
    for bead in line.beads:
        _paint_bead(painter, bead.at, theme, is_sure=bead.is_sure)
    for place in line.breaks:
        _paint_break(painter, place, theme)
    for frame, is_sure in line.starts:
        _paint_tag(painter, line.thread.name, frame, theme, is_sure=is_sure)
    for frame, verdict in line.uses:
        _paint_badge(painter, frame, verdict, theme)


def _points(ways: Sequence[Route], view: Shown) -> Floats:
    """Return the corners of ways in pixels of the device."""
    rows = np.zeros((len(ways), 4 + 2 * CORNERS))
    for place, way in enumerate(ways):
        points = [*way, *[way[-1]] * (CORNERS - len(way))]
        rows[place, 4:] = [number for point in points for number in (point.x, point.y)]
    return view.points(rows)


def _thick(size: float, view: Shown) -> int:
    return max(1, round(size * view.zoom))


def _paint_dashes(painter: QPainter, ways: Sequence[Route], view: Shown, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-view.left, -view.top)
    painter.scale(view.zoom, view.zoom)
    _paint_lines(painter, ways, _dashes(theme))
    painter.restore()


def _paint_lines(painter: QPainter, ways: Sequence[Route], pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(QBrush())
    for way in ways:
        painter.drawPath(line_along(way))


def _dashes(theme: Theme) -> QPen:
    pen = _pen(QColor(theme.sometimes), DASHED)
    pen.setDashPattern([length / DASHED for length in DASH])
    return pen


def _pen(colour: QColor, thick: int) -> QPen:
    pen = QPen(colour, thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_bead(painter: QPainter, at: Point, theme: Theme, *, is_sure: bool) -> None:
    colour = theme.accent if is_sure else theme.sometimes
    box(painter, Rect.around(at, BEAD, BEAD), BEAD / 2, colour)
    if not is_sure:
        box(painter, Rect.around(at, HOLE, HOLE), HOLE / 2, theme.card)


def _paint_break(painter: QPainter, at: Point, theme: Theme) -> None:
    disc = Rect.around(at, DISC, DISC)
    painter.setPen(QPen(QColor(theme.sometimes), 2))
    painter.setBrush(QColor(theme.warning_ground))
    painter.drawEllipse(area(disc.grown(-1)))
    paint_icon(painter, "unlink", area(Rect.around(at, DISC_ICON, DISC_ICON)), theme.warning)


def _starts(*, is_sure: bool) -> str:
    if is_sure:
        return QCoreApplication.translate("Canvas", "starts here")
    return QCoreApplication.translate("Canvas", "starts here, for some")


def _tag_frame(called: str, said: str, step: Rect) -> Rect:
    wide = 2 * TAG_GAP + TAG_ICON + 6 + width(called, COUNT) + 6 + width(said, CHIP)
    return Rect(step.centre.x + TAG_ASIDE, step.bottom + 3, wide, TAG)


def _paint_tag(painter: QPainter, name: str, frame: Rect, theme: Theme, *, is_sure: bool) -> None:
    """Paint beside the way out of a step that the variable comes from here."""
    called = visible(name)
    said = _starts(is_sure=is_sure)
    tag = _tag_frame(called, said, frame)
    left, middle = tag.x, tag.centre.y
    ground, ink = (
        (theme.accent, theme.on_accent) if is_sure else (theme.warning_ground, theme.warning)
    )
    shadow(painter, tag, TAG / 2, theme)
    box(painter, tag, TAG / 2, ground, "" if is_sure else theme.warning_border)
    icon = Rect.around(Point(left + TAG_GAP + TAG_ICON / 2, middle), TAG_ICON, TAG_ICON)
    paint_icon(painter, "spline", area(icon), ink)
    begin = left + TAG_GAP + TAG_ICON + 6
    words(painter, called, Point(begin, middle), COUNT, ink)
    words(painter, said, Point(begin + width(called, COUNT) + 6, middle), CHIP, ink)


def _paint_badge(painter: QPainter, frame: Rect, verdict: Verdict, theme: Theme) -> None:
    """Paint over the foot of a step that asks for the variable how surely it is there."""
    icon, said = SAID[verdict]
    text = QCoreApplication.translate("Canvas", said)
    ink, ground, border = {
        Verdict.GUARANTEED: (theme.good, theme.good_ground, theme.good_border),
        Verdict.POSSIBLE: (theme.warning, theme.warning_ground, theme.warning_border),
        Verdict.IMPOSSIBLE: (theme.second_ink, theme.track, theme.border),
    }[verdict]
    wide = 2 * BADGE_PADDING + BADGE_ICON + 5 + width(text, COUNT)
    badge = Rect(frame.right - BADGE_IN - wide, frame.bottom - BADGE_UP, wide, BADGE)
    box(painter, badge, BADGE / 2, ground, border)
    sign = Point(badge.x + BADGE_PADDING + BADGE_ICON / 2, badge.centre.y)
    paint_icon(painter, icon, area(Rect.around(sign, BADGE_ICON, BADGE_ICON)), ink)
    begin = badge.x + BADGE_PADDING + BADGE_ICON + 5
    words(painter, text, Point(begin, badge.centre.y), COUNT, ink)
