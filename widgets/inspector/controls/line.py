"""A line of text to write in, which tells when it is left."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.inspector.look import CONTROL_HEIGHT
from widgets.lettering import font
from widgets.theme import BODY


def is_for_the_journey(event: QEvent, *, can_undo: bool) -> bool:
    """Return whether a text field is asked to undo where nothing in it can be."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    return not can_undo and event.matches(QKeySequence.StandardKey.Undo)


class Line(QLineEdit):
    """A line of text; `left` when the focus goes or Enter is pressed, `stepped` by the arrows."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(what)
        self.setFont(font(BODY))
        self.setFixedHeight(CONTROL_HEIGHT)

    def show_text(self, text: str) -> None:
        """Show a text that comes from elsewhere; what stands there already stays untouched."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def mark(self, *, wrong: bool) -> None:
        """Show by the border whether what stands there is refused."""
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Leave it to the journey to undo, where nothing was written here that could be."""
        if is_for_the_journey(event, can_undo=self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left, unless only a menu opened."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows up and down; Enter says that one is done."""
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(1)
            case Qt.Key.Key_Down:
                self.stepped.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
