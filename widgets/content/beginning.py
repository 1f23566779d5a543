"""Stands where nothing is written yet: a few ways to begin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.content.look import label
from widgets.content.starts import Start
from widgets.icons import drawn
from widgets.shell.buttons import Button
from widgets.theme import BODY, CARD_TITLE, PANEL_TITLE, SECONDARY, Theme

WIDE, HIGH = 400, 64
MARK = 28


class Beginning(QWidget):
    """Offers starts; `chosen` carries a Start, `nothing_asked` is for whoever writes alone."""

    chosen = Signal(object)
    nothing_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mark = QLabel()
        self.title = label(PANEL_TITLE, "title", self.tr("Nothing is written yet"))
        said = self.tr("Begin with one of these, or with an empty page.")
        self.line = label(BODY, "line", said, wraps=True)
        self.nothing = Button(self.tr("Write from nothing"), "link")
        self.nothing.clicked.connect(self.nothing_asked)
        self.buttons: list[QPushButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addStretch(2)
        for each in (self.mark, self.title, self.line):
            column.addWidget(each, 0, middle)
        column.addSpacing(8)
        column.addLayout(self._rows)
        column.addWidget(self.nothing, 0, middle)
        column.addStretch(3)
        self.line.setFixedWidth(WIDE)
        self.line.setAlignment(middle)

    def offer(self, starts: Sequence[Start]) -> None:
        """Offer other ways to begin."""
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = [self._button(start) for start in starts]
        for button in self.buttons:
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, start: Start) -> QPushButton:
        made = QPushButton()
        made.setProperty("look", "start")
        made.setFixedSize(WIDE, HIGH)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setAccessibleName(f"{start.title}: {start.says}")
        inner = QVBoxLayout(made)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.setSpacing(2)
        for line in (
            label(CARD_TITLE, "card", start.title),
            label(SECONDARY, "line", start.says),
        ):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inner.addWidget(line)
        made.clicked.connect(lambda: self.chosen.emit(start))
        return made

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.mark.setPixmap(drawn("wand-sparkles", theme.accent, MARK))
