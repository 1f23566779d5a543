"""A ready-made journey before it is used: the picture large, what it does, who starts it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeys.document.node import Node
from widgets.canvas.drawing import laid_out
from widgets.canvas.paint import paint_drawing
from widgets.icons import drawn_icon
from widgets.lettering import visible
from widgets.shell.buttons import Button
from widgets.shell.home.cards import steps
from widgets.shell.home.content import ReadyMade
from widgets.shell.home.lettered import Lettered, label
from widgets.shell.home.picture import paint_dots
from widgets.shell.home.readymade import channels
from widgets.shell.kinds import paint_tile
from widgets.shell.look import controls
from widgets.theme import Theme

SIZE = (1_080, 700)
AROUND = 60
BESIDE, NARROW_BESIDE = 340, 280
MARGIN = 32
PADDING = 24
ICON, TILE = 16, 24
MORE = """
#Preview, #Beside {{ background: {t.panel}; }}
#Beside {{ border-left: 1px solid {t.line}; }}
#Inside {{ background: {t.panel}; }}
QLabel[look="body"] {{ color: {t.second_ink}; }}
"""


class Whole(QWidget):
    """Paints a journey as the canvas does, as large as there is room for, at most at 100 %."""

    def __init__(self, ready: ReadyMade, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = laid_out(ready.journey)
        self._theme = theme
        self.setAccessibleName(visible(ready.journey.name))
        self.setAccessibleDescription(steps(self, len(ready.journey.nodes)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots, and the journey in their middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.background))
        paint_dots(painter, QRectF(self.rect()), self._theme)
        bounds = self._drawing.bounds
        wide, high = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        scale = min(wide / bounds.width, high / bounds.height, 1.0)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-bounds.centre.x, -bounds.centre.y)
        paint_drawing(painter, self._drawing, self._theme)
        painter.end()


class Tile(QWidget):
    """The icon of a step on its tile."""

    def __init__(self, node: Node, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._theme = node.card, theme
        self.setFixedSize(TILE, TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tile(painter, QRectF(self.rect()), self._card, self._theme)
        painter.end()


class Preview(QDialog):
    """Shows a ready-made journey; `used` carries its name, Esc goes back."""

    used = Signal(str)

    def __init__(self, ready: ReadyMade, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Preview")
        self.setWindowTitle(visible(ready.journey.name))
        self.setStyleSheet(controls(theme, MORE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ready, self._theme = ready, theme
        wide = min(SIZE[0], parent.width() - AROUND)
        self.resize(wide, min(SIZE[1], parent.height() - AROUND))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Whole(ready, theme, self), 1)
        beside = QWidget(self)
        beside.setObjectName("Beside")
        beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside.setFixedWidth(BESIDE if wide >= SIZE[0] else NARROW_BESIDE)
        column = QVBoxLayout(beside)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(16)
        column.addWidget(self._said(beside), 1)
        column.addLayout(self._buttons(beside))
        row.addWidget(beside)

    def _said(self, parent: QWidget) -> QScrollArea:
        journey = self._ready.journey
        inside = QWidget(parent)
        inside.setObjectName("Inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        title = label(visible(journey.name), "page", inside)
        title.setWordWrap(True)
        column.addWidget(title)
        words = label(visible(journey.description), "body", inside)
        words.setWordWrap(True)
        column.addWidget(words)
        self._group(column, self.tr("WHO STARTS"), inside)
        for trigger in journey.triggers:
            column.addLayout(self._line(trigger, inside))
            line = label(trigger.line(journey.names), "line", inside)
            line.setWordWrap(True)
            column.addWidget(line)
        self._group(column, self.tr("CHANNELS"), inside)
        column.addLayout(self._channels(inside))
        self._group(column, steps(self, len(journey.nodes)).upper(), inside)
        places = journey.positions
        for node in sorted(journey.nodes, key=lambda node: places.get(node.id, (0, 0))[::-1]):
            column.addLayout(self._line(node, inside))
        column.addStretch(1)
        area = QScrollArea(parent)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("What it does"))
        area.setWidget(inside)
        return area

    @staticmethod
    def _group(column: QVBoxLayout, words: str, parent: QWidget) -> None:
        column.addSpacing(12)
        column.addWidget(label(words, "group", parent))

    def _line(self, node: Node, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Tile(node, self._theme, parent))
        row.addWidget(Lettered(visible(node.name), "card", parent), 1)
        return row

    def _channels(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for icon, words in channels(self._ready).items():
            sign = QLabel(parent)
            sign.setPixmap(drawn_icon(icon, self._theme.second_ink, ICON).pixmap(ICON, ICON))
            row.addWidget(sign)
            row.addWidget(label(words, "line", parent))
            row.addSpacing(8)
        row.addStretch(1)
        return row

    def _buttons(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.back_button = Button(self.tr("Back"), "plain", parent=parent)
        self.use_button = Button(self.tr("Use it"), "filled", parent=parent)
        self.use_button.setToolTip(self.tr("Open a copy of this journey"))
        self.back_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self._use)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.use_button)
        self.use_button.setDefault(True)
        self.use_button.setFocus()
        return row

    def _use(self) -> None:
        self.accept()
        self.used.emit(self._ready.name)
