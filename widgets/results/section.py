"""A part of a page with its title, what stands at the right of it, and a line above."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.results.look import LINK_EDGE, MARGIN, ROW_EDGE, label, paragraph
from widgets.theme import BODY, PANEL_TITLE, SECONDARY


class Section(QWidget):
    """Holds one thing to look at; `meta` stands at the right of the title, `line` below all."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = QFrame()
        self.rule.setProperty("look", "line")
        self.rule.setFixedHeight(1)
        self.title = paragraph(PANEL_TITLE, "", title)
        self.meta = label(SECONDARY, "second")
        self.line = paragraph(BODY, "second")
        self.line.setContentsMargins(ROW_EDGE, 0, LINK_EDGE, 0)
        self.line.hide()
        head = QHBoxLayout()
        head.setContentsMargins(ROW_EDGE, 0, LINK_EDGE, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.meta)
        self.head = head
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(MARGIN - ROW_EDGE, 16, MARGIN - LINK_EDGE, 20)
        self._inner.setSpacing(12)
        self._inner.addLayout(head)
        self._inner.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rule)
        column.addLayout(self._inner)

    def put(self, part: QWidget, edge: int = 0) -> None:
        """Put something under the title; as much as `edge` of it stands in the margin."""
        row = QHBoxLayout()
        row.setContentsMargins(ROW_EDGE - edge, 0, LINK_EDGE, 0)
        row.addWidget(part)
        self._inner.insertLayout(self._inner.count() - 1, row)

    def say(self, words: str) -> None:
        """Say a sentence below, or nothing."""
        self.line.setText(words)
        self.line.setVisible(bool(words))
