"""A journey as a small picture: its real steps and paths, each step with its tile and two bars."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeys.document.journey import Journey
from widgets.canvas.brush import area, box
from widgets.canvas.drawing import Drawing, laid_out
from widgets.canvas.geometry import Rect
from widgets.canvas.steps import PlacedStep
from widgets.theme import Theme

LARGEST, SMALLEST = 0.26, 0.18
PATH = 1.3
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
        """Paint a journey in the middle; one that is too high is shown from its top on."""
        bounds = drawing.bounds
        wide, high = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        fits = min(wide / max(bounds.width, 1), high / max(bounds.height, 1))
        least = min(SMALLEST, wide / max(bounds.width, 1))
        scale = min(LARGEST, max(least, fits))
        top = max(MARGIN, (self.height() - bounds.height * scale) / 2)
        painter.translate(self.width() / 2, top)
        painter.scale(scale, scale)
        painter.translate(-bounds.centre.x, -bounds.y)
        pen = QPen(QColor(self._theme.edge), PATH / scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for link in drawing.links:
            painter.setPen(pen)
            painter.drawPolyline([QPointF(corner.x, corner.y) for corner in link.way])
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
        box(painter, tile, size / 4, theme.tints[step.node.card.tint].ink)
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
