"""Lines of text to write in, which tell when they are left."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from widgets.inspector.controls.line import is_for_the_journey
from widgets.lettering import font
from widgets.theme import BODY

EDGES = 10  # border and margin above and below


class Words(QPlainTextEdit):
    """Lines of text, as many whole ones as there is room for.

    `left` is sent when the focus goes, `written` with what somebody wrote.
    """

    left = Signal()
    written = Signal(str)

    def __init__(self, what: str, high: int) -> None:
        super().__init__()
        self.setAccessibleName(what)
        self.setFont(font(BODY))
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight((high - EDGES) // line * line + EDGES)
        self.setTabChangesFocus(True)
        self._shown = ""
        self.textChanged.connect(self._read)

    def show_text(self, text: str) -> None:
        """Show a text; characters that the editor shows in another way are no change."""
        if text == self.toPlainText():
            return
        was_blocked = self.blockSignals(True)  # noqa: FBT003 Qt's own switch
        self.setPlainText(text)
        self.blockSignals(was_blocked)
        self._shown = self.toPlainText()

    def event(self, event: QEvent) -> bool:
        """Leave it to the journey to undo, where nothing was written here that could be."""
        if is_for_the_journey(event, can_undo=self.document().isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _read(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.written.emit(text)
