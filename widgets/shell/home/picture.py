"""A journey as a small picture: its real steps and paths, each step with its tile and two bars."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeys.document.journey import Journey
from widgets.canvas.brush import area, box
from widgets.canvas.drawing import Drawing, laid_out
from widgets.canvas.edges import paint_link
from widgets.canvas.geometry import Rect
from widgets.canvas.steps import PlacedStep
from widgets.shell.kinds import paint_tile
from widgets.theme import Theme

LARGEST = 0.26
MARGIN = 14
DOTS = 12
RADIUS = 12
BAR = 9
PILL_TILE = 26
TILE = 40


class JourneyPicture(QWidget):
    """Paints a journey as large as it has room for, on a field of dots; round at the top."""

    def __init__(
        self, journey: Journey | None, high: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawing = laid_out(journey) if journey is not None else None
        self._theme = theme
        self.setFixedHeight(high)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the journey in its middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QPainterPath()
        below = RADIUS * 2
        frame = QRectF(self.rect()).adjusted(0, 0, 0, below)
        field.addRoundedRect(frame, RADIUS - 1, RADIUS - 1)
        painter.setClipPath(field)
        painter.fillRect(self.rect(), QColor(self._theme.background))
        self._dot(painter)
        if self._drawing is not None:
            self._paint(painter, self._drawing)
        painter.end()

    def _dot(self, painter: QPainter) -> None:
        pen = QPen(QColor(self._theme.dot), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for y in range(DOTS // 2, self.height(), DOTS):
            painter.drawPoints([QPointF(x, y) for x in range(DOTS // 2, self.width(), DOTS)])

    def _paint(self, painter: QPainter, drawing: Drawing) -> None:
        bounds = drawing.bounds
        room = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        scale = min(LARGEST, room[0] / max(bounds.width, 1), room[1] / max(bounds.height, 1))
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-bounds.centre.x, -bounds.centre.y)
        for link in drawing.links:
            paint_link(painter, link, self._theme)
        for step in drawing.steps:
            self._paint_step(painter, step, 1 / scale)

    def _paint_step(self, painter: QPainter, step: PlacedStep, pixel: float) -> None:
        theme, frame = self._theme, step.frame
        radius = frame.height / 2 if step.is_pill else RADIUS
        painter.setPen(QPen(QColor(theme.border), pixel))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(area(frame), radius, radius)
        size = PILL_TILE if step.is_pill else TILE
        inset = (frame.height - size) / 2 if step.is_pill else 14
        tile = Rect(frame.x + inset, frame.y + (frame.height - size) / 2, size, size)
        paint_tile(painter, area(tile), step.node.card, theme)
        left = tile.right + 16
        room = frame.right - left - 24
        bars = (
            ((0, 0.9, theme.second_ink),)
            if step.is_pill
            else ((-11, 1.0, theme.second_ink), (11, 0.66, theme.border))
        )
        for down, share, ink in bars:
            bar = Rect(left, frame.centre.y + down - BAR / 2, max(8.0, room * share), BAR)
            box(painter, bar, BAR / 2, ink)
