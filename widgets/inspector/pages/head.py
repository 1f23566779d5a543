"""The head of the panel: the icon of what is selected, its name to be changed, its kind."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.icons import paint_icon
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import IconButton
from widgets.inspector.fields.text import TextField
from widgets.inspector.look import MARGIN, label, looks, set_face
from widgets.inspector.speech import translate
from widgets.theme import PANEL_TITLE, SECONDARY, Tint

TILE, ROUND, ICON = 40, 10, 20
TOP, TITLE_HIGH = 16, 26
TEXT_LEFT = 7  # where the text of a line begins inside it
CLOSE_OUT = 4


class Tile(QWidget):
    """An icon on a tile in the colours of a kind of step."""

    def __init__(self, icon: str, tint: Tint) -> None:
        super().__init__()
        self._icon, self._tint = icon, tint
        self.setFixedSize(QSize(TILE, TILE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tint.tile))
        painter.drawRoundedRect(self.rect(), ROUND, ROUND)
        edge = (TILE - ICON) / 2
        paint_icon(painter, self._icon, QRectF(edge, edge, ICON, ICON), self._tint.ink)
        painter.end()


class Head(QWidget):
    """Shows what is selected; `renamed` carries another name, `left` that it is written.

    `closed` says that a person has seen enough of it.
    """

    renamed = Signal(str)
    left = Signal()
    closed = Signal()

    def __init__(
        self, icon: str, tint: Tint, kind: str, context: Context, *, can_rename: bool = True
    ) -> None:
        super().__init__()
        self.title = TextField(translate("Inspector", "Name"), context)
        set_face(self.title.line, PANEL_TITLE)
        looks(self.title.line, "flat")
        self.title.line.setFixedHeight(TITLE_HIGH)
        self.title.line.setReadOnly(not can_rename)
        self.title.line.setFrame(can_rename)
        self.title.changed.connect(self.renamed.emit)
        self.title.left.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        self._kind = kind
        self.kind = label(kind, SECONDARY, "second")
        self.kind.setContentsMargins(TEXT_LEFT, 0, 0, 0)
        words.addWidget(self.kind)
        self.close_button = IconButton("x", translate("Inspector", "Close"), context.theme)
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, TOP, MARGIN - CLOSE_OUT, 12)
        row.setSpacing(12 - TEXT_LEFT)
        row.addWidget(Tile(icon, tint), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addSpacing(4)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def show_title(self, title: str, otherwise: str) -> None:
        """Show the name, or in grey what it is called without one; its kind is said once."""
        self.kind.setVisible(bool(title) or otherwise != self._kind)
        self.title.line.setPlaceholderText(otherwise)
        self.title.show_value(title)

    def rename(self) -> None:
        """Begin to write another name."""
        self.title.line.setFocus()
        self.title.line.selectAll()
