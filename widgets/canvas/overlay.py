"""What is shown while a person works on the canvas: frames around things, guides, slots."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from widgets.canvas.brush import area, box, dashed_box, words
from widgets.canvas.edges import line_along
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.handles import FALL, SIZE, Handle
from widgets.canvas.spots import NOTHING, Spot
from widgets.canvas.tinting import faint
from widgets.canvas.ways import Pair
from widgets.icons import paint_icon
from widgets.lettering import width
from widgets.theme import CHIP, CONTROL_SMALL, Theme

RING = 2
HALO = 5
HALO_STRENGTH = 0.18
BAND_STRENGTH = 0.08
PLUS_HALO = 3.5
PLUS_ICON = 14
TIP_HEIGHT = 30
TIP_LEFT = 14
KEY_SIZE = 20
CORNER = 12


@dataclass(frozen=True, slots=True)
class Overlay:
    """What to show above the drawing, in places of the canvas.

    `leading` is the way of a path that is being drawn, `aimed` the step it would lead to; `slots`
    shows where a step that is being dragged can be dropped, `slot` the one it would go to.
    `chosen_way` is the path that is chosen, or the port of a way out that leads nowhere.
    """

    hovered: Spot = NOTHING
    band: Rect | None = None
    guides: tuple[Rect, ...] = ()
    leading: tuple[Point, ...] = ()
    aimed: str = ""
    slots: bool = False
    slot: Spot = NOTHING
    chosen_way: Spot = NOTHING

    @property
    def chosen_path(self) -> Pair | None:
        """The path that is chosen, if one is."""
        return self.chosen_way.pair if self.chosen_way.what == "path" else None


def paint_ring(painter: QPainter, frame: Rect, radius: float, theme: Theme) -> None:
    """Paint the ring and the halo around something that is selected."""
    _stroke(painter, frame.grown(RING + HALO / 2 - 1), radius + HALO / 2 + 1, _halo(theme), HALO)
    _stroke(painter, frame.grown(0), radius, QColor(theme.accent), RING)


def paint_outline(painter: QPainter, frame: Rect, radius: float, theme: Theme) -> None:
    """Paint the ring around a step that a customer came by."""
    _stroke(painter, frame.grown(0), radius, QColor(theme.accent), RING)


def paint_focus(painter: QPainter, frame: Rect, radius: float, colour: str) -> None:
    """Paint a darker border around what the mouse is on."""
    _stroke(painter, frame.grown(-0.5), radius, QColor(colour), 1)


def paint_band(painter: QPainter, frame: Rect, theme: Theme, pixel: float) -> None:
    """Paint the rubber band; `pixel` is how large a pixel of the view is."""
    painter.setPen(QPen(QColor(theme.accent), pixel))
    painter.setBrush(faint(theme.accent, BAND_STRENGTH))
    painter.drawRect(area(frame))


def paint_surround(painter: QPainter, frame: Rect, theme: Theme) -> None:
    """Paint the ring around all that says that the keys go here."""
    painter.setPen(QPen(QColor(theme.accent), RING))
    painter.setBrush(QBrush())
    painter.drawRect(area(frame.grown(-RING / 2)))


def paint_leading(painter: QPainter, way: tuple[Point, ...], theme: Theme) -> None:
    """Paint a path that is being drawn."""
    pen = QPen(QColor(theme.accent), RING)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(QBrush())
    painter.drawPath(line_along(way))
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(area(Rect.around(way[-1], 8, 8)))


def paint_handle(painter: QPainter, handle: Handle, theme: Theme, *, is_hovered: bool) -> None:
    """Paint a port: hanging under the step where it leads nowhere, else a dot on its border."""
    frame = handle.frame
    ink = theme.accent if is_hovered else theme.edge
    if not handle.is_open:
        box(painter, frame.grown(1.5 if is_hovered else 0), 8, theme.card, ink)
        painter.setPen(QPen(QColor(ink), RING))
        painter.drawEllipse(area(frame.grown(-1)))
        return
    x = frame.x + SIZE / 2
    stem = Rect(frame.centre.x - RING / 2, frame.y - FALL, RING, FALL)
    if handle.is_aside:
        stem = Rect(frame.x - FALL, frame.centre.y - RING / 2, FALL, RING)
    painter.fillRect(area(stem), QColor(ink))
    box(painter, frame, SIZE / 2, theme.accent_soft if is_hovered else theme.panel)
    dashed_box(painter, frame, SIZE / 2, ink)
    icon = Rect.around(Point(x, frame.centre.y), PLUS_ICON, PLUS_ICON)
    paint_icon(painter, "plus", area(icon), theme.accent if is_hovered else theme.second_ink)
    colour = theme.accent if is_hovered else theme.second_ink
    words(painter, handle.title, Point(frame.x + SIZE, frame.centre.y), CHIP, colour)


def paint_chosen_handle(painter: QPainter, handle: Handle, theme: Theme) -> None:
    """Paint a port that leads nowhere and is chosen: its line as that of a chosen path."""
    paint_handle(painter, handle, theme, is_hovered=True)
    _stroke(painter, handle.frame.grown(-RING / 2), SIZE / 2, QColor(theme.accent), RING)


def paint_plus(painter: QPainter, frame: Rect, theme: Theme) -> None:
    """Paint the sign that adds a step to a path."""
    halo = frame.grown(PLUS_HALO)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(_halo(theme))
    painter.drawEllipse(area(halo))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(area(frame))
    icon = Rect.around(frame.centre, PLUS_ICON, PLUS_ICON)
    paint_icon(painter, "plus", area(icon), theme.on_accent)


def paint_slot(painter: QPainter, frame: Rect, theme: Theme, *, is_taken: bool) -> None:
    """Paint a place where a step that is being dragged can be dropped."""
    if is_taken:
        paint_plus(painter, frame.grown(2), theme)
        return
    box(painter, frame, frame.height / 2, theme.accent_soft)
    dashed_box(painter, frame, frame.height / 2, theme.accent)


def paint_tip(painter: QPainter, left_middle: Point, said: str, key: str, theme: Theme) -> None:
    """Paint what a sign does, with its key, in the colours of the other theme."""
    text = width(said, CONTROL_SMALL)
    key_left = left_middle.x + TIP_LEFT + text + 10
    frame = Rect(left_middle.x, left_middle.y - TIP_HEIGHT / 2, 0, TIP_HEIGHT)
    frame = Rect(frame.x, frame.y, key_left + KEY_SIZE + 6 - frame.x, TIP_HEIGHT)
    box(painter, frame, 7, theme.ink)
    words(painter, said, Point(frame.x + TIP_LEFT, frame.centre.y), CONTROL_SMALL, theme.card)
    around = Rect(key_left, frame.centre.y - KEY_SIZE / 2, KEY_SIZE, KEY_SIZE)
    box(painter, around, 5, theme.ink, theme.second_ink)
    begin = around.centre.x - width(key, CHIP) / 2
    words(painter, key, Point(begin, around.centre.y), CHIP, theme.card)


def paint_corner(painter: QPainter, frame: Rect, theme: Theme) -> None:
    """Paint the corner a note is made larger by."""
    painter.setPen(QPen(QColor(theme.third_ink), 1.5))
    for inset in (4, 8):
        path = QPainterPath()
        path.moveTo(frame.right - inset, frame.bottom - 3)
        path.lineTo(frame.right - 3, frame.bottom - inset)
        painter.drawPath(path)


def _stroke(painter: QPainter, frame: Rect, radius: float, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(QBrush())
    painter.drawRoundedRect(QRectF(frame.x, frame.y, frame.width, frame.height), radius, radius)


def _halo(theme: Theme) -> QColor:
    return faint(theme.accent, HALO_STRENGTH)
