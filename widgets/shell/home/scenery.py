"""The picture of the sample shop: a small shop under hills and a low sun."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from widgets.canvas.tinting import mixed
from widgets.theme import Theme

RADIUS = 12
STRIPES = 6
FAR = ((0.0, 0.62), (0.18, 0.50), (0.34, 0.58), (0.58, 0.40), (0.80, 0.54), (1.0, 0.46))
NEAR = ((0.0, 0.74), (0.22, 0.64), (0.46, 0.73), (0.72, 0.62), (1.0, 0.72))
TREES = ((0.08, 0.16), (0.16, 0.12), (0.86, 0.15), (0.94, 0.11))
GROUND = 0.83


class Scenery(QWidget):
    """Paints the shop as large as it is; its corners are round at the left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("A small shop under hills"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sky, sun, hills, trees and the shop."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        frame = QRectF(self.rect())
        round_left = QPainterPath()
        round_left.addRoundedRect(frame.adjusted(0, 0, RADIUS * 2, 0), RADIUS - 1, RADIUS - 1)
        painter.setClipPath(round_left)
        theme = self._theme
        warm, leaf = theme.tints["wait"], theme.tints["split"]
        deep = min((leaf.ink, leaf.tile), key=_lightness)
        sky = QLinearGradient(frame.topLeft(), frame.bottomLeft())
        sky.setColorAt(0, QColor(warm.tile))
        sky.setColorAt(1, mixed(warm.ink, theme.card, 0.28))
        painter.fillRect(QRectF(0, 0, frame.width(), frame.height() * GROUND + 1), sky)
        bright = max((warm.ink, theme.warning_border), key=_lightness)
        self._sun(painter, frame, mixed(warm.ink, bright, 0.3))
        self._hill(painter, frame, FAR, mixed(leaf.ink, warm.tile, 0.38))
        self._hill(painter, frame, NEAR, mixed(leaf.ink, warm.tile, 0.62))
        for across, high in TREES:
            self._tree(painter, frame, QPointF(across, high), mixed(deep, theme.shadow, 0.8))
        ground = QRectF(0, frame.height() * GROUND, frame.width(), frame.height())
        painter.fillRect(ground, mixed(deep, theme.shadow, 0.7))
        self._shop(painter, frame)
        painter.end()

    @staticmethod
    def _sun(painter: QPainter, frame: QRectF, colour: QColor) -> None:
        size = min(frame.width(), frame.height()) * 0.34
        middle = QPointF(frame.width() * 0.66, frame.height() * 0.3)
        halo = QColor(colour)
        halo.setAlphaF(0.25)
        painter.setBrush(halo)
        painter.drawEllipse(middle, size * 0.72, size * 0.72)
        painter.setBrush(colour)
        painter.drawEllipse(middle, size / 2, size / 2)

    @staticmethod
    def _hill(
        painter: QPainter, frame: QRectF, tops: tuple[tuple[float, float], ...], colour: QColor
    ) -> None:
        wide, high = frame.width(), frame.height()
        foot = high * GROUND + 1
        path = QPainterPath(QPointF(0, foot))
        path.lineTo(tops[0][0] * wide, tops[0][1] * high)
        for (x, y), (to_x, to_y) in pairwise(tops):
            half = (x + to_x) / 2 * wide
            path.cubicTo(half, y * high, half, to_y * high, to_x * wide, to_y * high)
        path.lineTo(wide, foot)
        painter.setBrush(colour)
        painter.drawPath(path)

    @staticmethod
    def _tree(painter: QPainter, frame: QRectF, place: QPointF, colour: QColor) -> None:
        high = place.y() * frame.height() * 2
        foot = QPointF(place.x() * frame.width(), frame.height() * (GROUND + 0.01))
        painter.setBrush(colour)
        for step in range(3):
            wide = high * (0.20 - 0.04 * step)
            low = foot.y() - high * 0.26 * step
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(foot.x() - wide, low),
                        QPointF(foot.x() + wide, low),
                        QPointF(foot.x(), low - high * 0.44),
                    ]
                )
            )

    def _shop(self, painter: QPainter, frame: QRectF) -> None:
        theme = self._theme
        wide = min(frame.width() * 0.56, frame.height() * 0.62)
        high = wide * 0.62
        left = (frame.width() - wide) / 2
        top = frame.height() * (GROUND + 0.03) - high
        wall, dark = QColor(max((theme.card, theme.ink), key=_lightness)), QColor(theme.second_ink)
        painter.setBrush(wall)
        painter.drawRect(QRectF(left + wide * 0.06, top, wide * 0.88, high))
        glass = QColor(theme.tints["wait"].tile)
        painter.setBrush(mixed(theme.tints["wait"].ink, glass.name(), 0.3))
        painter.drawRoundedRect(
            QRectF(left + wide * 0.13, top + high * 0.42, wide * 0.40, high * 0.38), 2, 2
        )
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(
            QRectF(left + wide * 0.62, top + high * 0.42, wide * 0.22, high * 0.58), 2, 2
        )
        painter.setBrush(wall)
        knob = QPointF(left + wide * 0.80, top + high * 0.72)
        painter.drawEllipse(knob, wide * 0.014, wide * 0.014)
        painter.setBrush(dark)
        painter.drawRect(QRectF(left + wide * 0.13, top + high * 0.82, wide * 0.40, high * 0.05))
        stripe = wide / STRIPES
        for count in range(STRIPES):
            painter.setBrush(QColor(theme.accent) if count % 2 == 0 else wall)
            awning = QRectF(left + count * stripe, top - high * 0.02, stripe, high * 0.24)
            painter.drawRect(awning)
            painter.drawEllipse(
                QPointF(awning.center().x(), awning.bottom()), stripe / 2, stripe * 0.36
            )


def _lightness(colour: str) -> float:
    return QColor(colour).lightnessF()
