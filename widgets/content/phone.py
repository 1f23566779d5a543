"""The outline of a phone around what a customer sees on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.lettering import font
from widgets.theme import LIGHT, SENTENCE, Theme

WIDE = 336
EDGE = 7
ROUND = 34
TOP = 44
ISLAND = (76, 20)


class Phone(QWidget):
    """Holds a widget on its screen, which is light in both themes."""

    def __init__(self, inside: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = ""
        self.setFixedWidth(WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE + TOP, EDGE, EDGE + 16)
        column.addWidget(inside)

    def show_clock(self, words: str) -> None:
        """Show the time of day at the top of the screen."""
        self._clock = words
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the screen stays light."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the case, the screen and what stands at its top."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        case = self._theme.ink if self._theme.name == "light" else self._theme.border
        painter.setBrush(QColor(case))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, ROUND, ROUND)
        screen = whole.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        path = QPainterPath()
        path.addRoundedRect(screen, ROUND - EDGE, ROUND - EDGE)
        painter.fillPath(path, QColor(LIGHT.panel))
        painter.setBrush(QColor(LIGHT.ink))
        wide, high = ISLAND
        island = QRectF(whole.center().x() - wide / 2, screen.top() + 11, wide, high)
        painter.drawRoundedRect(island, high / 2, high / 2)
        painter.setFont(font(SENTENCE))
        painter.setPen(QColor(LIGHT.ink))
        clock = QRectF(screen.left() + 24, screen.top() + 8, 80, 26)
        painter.drawText(clock, int(Qt.AlignmentFlag.AlignVCenter), self._clock)
        painter.end()
