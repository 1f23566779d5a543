"""A part of a message that is one line, with what it is called and how long it is."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journeys.content.sort import Sort
from widgets.content.editor import Editor
from widgets.content.look import label, restyle
from widgets.theme import SECONDARY, Theme

HIGH = 41
NAMED = 80


class LineRow(QFrame):
    """One row: the name, the words, and the count of letters at the right."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "row")
        self.setFixedHeight(HIGH)
        self.name = label(SECONDARY, "second", words)
        self.name.setFixedWidth(NAMED)
        self.editor = Editor(words, Sort.LINE, theme)
        self.name.setBuddy(self.editor)
        self.count = label(SECONDARY, "count")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        for each, stretch in ((self.name, 0), (self.editor, 1), (self.count, 0)):
            row.addWidget(each, stretch)
        self.editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show by the line beneath that it is written in."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "focused", "true" if event.type() is QEvent.Type.FocusIn else "false")
        return super().eventFilter(watched, event)
