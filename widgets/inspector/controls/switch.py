"""A switch: on or off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.theme import Theme

WIDE, HIGH = 36, 20
RING = 2
KNOB = 7.0


class Switch(QAbstractButton):
    """A switch 36 wide; Space and Enter turn it."""

    def __init__(self, what: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(what)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size with the ring of the focus."""
        return QSize(WIDE + 4 * RING, HIGH + 4 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the knob, and the ring of the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(2 * RING, 2 * RING, WIDE, HIGH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent if self.isChecked() else self._theme.edge))
        painter.drawRoundedRect(area, HIGH / 2, HIGH / 2)
        painter.setBrush(QColor(self._theme.on_accent if self.isChecked() else self._theme.card))
        x = area.right() - HIGH / 2 if self.isChecked() else area.left() + HIGH / 2
        painter.drawEllipse(QPointF(x, area.center().y()), KNOB, KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), RING))
            ring = area.adjusted(-RING - 1, -RING - 1, RING + 1, RING + 1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
