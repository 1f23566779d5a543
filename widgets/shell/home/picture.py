"""A journey as a small picture: all its steps and paths, each step with its icon and two bars."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeys.document.journey import Journey
from widgets.canvas.brush import area, box, shadow
from widgets.canvas.drawing import Drawing, laid_out
from widgets.canvas.edges import line_along
from widgets.canvas.geometry import Rect, surrounding
from widgets.canvas.overlay import HALO_STRENGTH
from widgets.canvas.steps import PlacedStep
from widgets.canvas.tinting import faint
from widgets.icons import paint_icon
from widgets.theme import Theme

LARGEST = 0.3
ICONS_FROM = 0.14
PATH = 1.2
MARGIN = 12
DOTS = 12
MOST_KNOWN = 30
RADIUS = 12
BAR = 10
TILE, PILL_TILE = 46, 28
ICON_SHARE = 0.68


class JourneyPicture(QWidget):
    """Paints a journey as large as it has room for, on a field of dots; round at the top.

    `at` is the step that was changed last, if that is known: it wears the ring of a selection.
    """

    def __init__(
        self,
        drawing: Drawing | None,
        high: int,
        theme: Theme,
        parent: QWidget | None = None,
        at: str = "",
    ) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._theme = theme
        self._at = at
        self.setFixedHeight(high)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def scale(self) -> float:
        """How large the journey is painted: 1 is 100 %."""
        bounds = _bounds(self._drawing) if self._drawing is not None else Rect(0, 0, 1, 1)
        wide, high = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        return min(wide / max(bounds.width, 1), high / max(bounds.height, 1), LARGEST)

    @property
    def covered(self) -> QRectF:
        """The part of the picture that steps and paths take."""
        bounds = _bounds(self._drawing) if self._drawing is not None else Rect(0, 0, 0, 0)
        taken = QRectF(0, 0, bounds.width * self.scale, bounds.height * self.scale)
        taken.moveCenter(QRectF(self.rect()).center())
        return taken

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the journey in its middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QPainterPath()
        frame = QRectF(self.rect()).adjusted(0, 0, 0, RADIUS * 2)
        field.addRoundedRect(frame, RADIUS - 1, RADIUS - 1)
        painter.setClipPath(field)
        painter.fillRect(self.rect(), QColor(self._theme.background))
        paint_dots(painter, self.rect().toRectF(), self._theme)
        if self._drawing is not None:
            self._paint(painter, self._drawing)
        painter.end()

    def _paint(self, painter: QPainter, drawing: Drawing) -> None:
        scale = self.scale
        centre = _bounds(drawing).centre
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-centre.x, -centre.y)
        pen = QPen(QColor(self._theme.edge), PATH / scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for link in drawing.links:
            painter.drawPath(line_along(link.way))
        for step in drawing.steps:
            self._paint_step(painter, step, scale)

    def _paint_step(self, painter: QPainter, step: PlacedStep, scale: float) -> None:
        theme, frame = self._theme, step.frame
        radius = frame.height / 2 if step.is_pill else RADIUS * 1.3
        shadow(painter, frame, radius, theme)
        painter.setPen(QPen(QColor(theme.border), 1 / scale))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(area(frame), radius, radius)
        if step.node.id == self._at:
            self._paint_ring(painter, frame, radius, 1 / scale)
        size = PILL_TILE if step.is_pill else TILE
        inset = (frame.height - size) / 2 if step.is_pill else 13
        tile = Rect(frame.x + inset, frame.y + (frame.height - size) / 2, size, size)
        tint = theme.tints[step.node.card.tint]
        round_by = size / 2 if step.is_pill else size / 4
        if scale >= ICONS_FROM:
            box(painter, tile, round_by, tint.tile)
            icon = Rect.around(tile.centre, size * ICON_SHARE, size * ICON_SHARE)
            paint_icon(painter, step.node.card.icon, area(icon), tint.ink)
        else:
            box(painter, tile, round_by, tint.ink)
        self._paint_bars(painter, step, tile.right + 16)

    def _paint_ring(self, painter: QPainter, frame: Rect, radius: float, pixel: float) -> None:
        """Paint the ring of a selection, as thick as on the canvas at 100 %."""
        halo = faint(self._theme.accent, HALO_STRENGTH)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for grown, colour, thick in ((3.5, halo, 4.0), (0.5, QColor(self._theme.accent), 2.0)):
            painter.setPen(QPen(colour, thick * pixel))
            ring = frame.grown(grown * pixel)
            painter.drawRoundedRect(area(ring), radius + grown * pixel, radius + grown * pixel)

    def _paint_bars(self, painter: QPainter, step: PlacedStep, left: float) -> None:
        theme, frame = self._theme, step.frame
        room = frame.right - left - 24
        bars = (
            ((0, 0.9, theme.base),)
            if step.is_pill
            else ((-11, 0.9, theme.second_ink), (11, 0.6, theme.base))
        )
        for down, share, ink in bars:
            bar = Rect(left, frame.centre.y + down - BAR / 2, max(8.0, room * share), BAR)
            box(painter, bar, BAR / 2, ink)


class Drawings:
    """Remembers how journeys are laid out, so that a page made anew need not do it again."""

    def __init__(self) -> None:
        self._known: list[tuple[Journey, Drawing]] = []

    def of(self, journey: Journey | None) -> Drawing | None:
        """Return the drawing of a journey; of none there is none."""
        if journey is None:
            return None
        for known, drawing in self._known:
            if known is journey:
                return drawing
        drawing = laid_out(journey)
        self._known = [*self._known[-MOST_KNOWN:], (journey, drawing)]
        return drawing


class DottedField(QWidget):
    """A field of dots where a picture is still to come."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        paint_dots(painter, frame.adjusted(6, 6, -6, -6), self._theme)
        painter.end()


def paint_dots(painter: QPainter, frame: QRectF, theme: Theme) -> None:
    """Paint the field of dots that pictures stand on."""
    pen = QPen(QColor(theme.dot), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    left, top = int(frame.left()) + DOTS // 2, int(frame.top()) + DOTS // 2
    for y in range(top, int(frame.bottom()), DOTS):
        painter.drawPoints([QPointF(x, y) for x in range(left, int(frame.right()), DOTS)])


def _bounds(drawing: Drawing) -> Rect:
    """Return what the picture shows: steps and paths, not the notes beside them."""
    ways = (Rect(at.x, at.y, 0, 0) for link in drawing.links for at in link.way)
    return surrounding((*(step.frame for step in drawing.steps), *ways))
