"""The chip over the canvas that says which variable is followed, and what its lines mean."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from widgets.icons import drawn_icon
from widgets.lettering import cut, visible
from widgets.shell.buttons import press_focused
from widgets.shell.look import controls
from widgets.theme import BUTTON, Theme

HIGH, ICON, CLOSE, WIDEST, KEY = 38, 16, 26, 260, 30
SOLID, DASHED = 5, 4
MORE = """
#Followed {{ background: {t.panel}; border: 1px solid {t.border}; border-radius: 8px; }}
#Followed QLabel {{ background: transparent; color: {t.second_ink}; font: 400 12px '{f}'; }}
#Followed QLabel#name {{ color: {t.accent}; font: 600 13px '{f}'; }}
"""


class _Key(QWidget):
    """A piece of a line as the canvas draws it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pen = QPen()
        self.setFixedSize(QSize(KEY, HIGH - 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter = QPainter(self)
        painter.setPen(self.pen)
        middle = QRectF(self.rect()).center().y()
        painter.drawLine(0, round(middle), self.width(), round(middle))
        painter.end()


class FollowedChip(QFrame):
    """Names the variable whose thread is drawn; `left` says that somebody has seen enough."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Followed")
        self._icon, self._name = QLabel(self), QLabel(self)
        self._name.setObjectName("name")
        self._sure, self._perhaps = _Key(self), _Key(self)
        self.button = QToolButton(self)
        self.button.setFixedSize(CLOSE, CLOSE)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = self.tr("Follow it no longer")
        self.button.setAccessibleName(words)
        self.button.setToolTip(f"{words}  Esc")
        self.button.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        parts: tuple[tuple[QWidget, int], ...] = (
            (self._icon, 0),
            (self._name, 10),
            (self._sure, 0),
            (QLabel(self.tr("Always known"), self), 10),
            (self._perhaps, 0),
            (QLabel(self.tr("Sometimes"), self), 2),
            (self.button, 0),
        )
        for part, gap in parts:
            row.addWidget(part)
            row.addSpacing(gap)
        self.set_theme(theme)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus with Enter, too; Esc ends it as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not press_focused(event):
            super().keyPressEvent(event)

    def say(self, name: str) -> None:
        """Say which variable is followed; nothing: none is."""
        self._name.setText(cut(visible(name), BUTTON, WIDEST))
        self.setAccessibleName(self.tr("Following {}").format(name))
        self.setVisible(bool(name))
        self.setFixedHeight(HIGH)
        self.adjustSize()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        self._icon.setPixmap(drawn_icon("spline", theme.accent, ICON).pixmap(ICON, ICON))
        self.button.setIcon(drawn_icon("x", theme.second_ink, ICON))
        self._sure.pen = QPen(QColor(theme.accent), SOLID)
        self._perhaps.pen = QPen(QColor(theme.sometimes), DASHED)
        self._perhaps.pen.setDashPattern([2.4, 1.4])
        for pen in (self._sure.pen, self._perhaps.pen):
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.update()
