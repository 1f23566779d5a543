"""Writing on the canvas itself: the words of a note, the title of a step."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from widgets.canvas.geometry import Rect
from widgets.lettering import font
from widgets.theme import CARD_TITLE, NOTE, Style, Theme

LONGEST_TITLE = 200
LONGEST_NOTE = 10_000
SMALLEST_TEXT = 9

Write = Callable[[str], None]


class Writing(QObject):
    """Owns one field over the canvas; what is written is kept when it is left, unless by Esc."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._write: Write | None = None

    def write_title(self, text: str, frame: Rect, scale: float, theme: Theme, write: Write) -> None:
        """Let a person write one line at a place of the view."""
        field = QLineEdit(text, self._canvas)
        field.setMaxLength(LONGEST_TITLE)
        field.setAccessibleName(self.tr("Title of the step"))
        field.selectAll()
        self._open(field, frame, _font(CARD_TITLE, scale), theme, write)

    def write_note(self, text: str, frame: Rect, scale: float, theme: Theme, write: Write) -> None:
        """Let a person write lines at a place of the view."""
        field = QPlainTextEdit(text, self._canvas)
        field.setAccessibleName(self.tr("Words of the note"))
        field.selectAll()
        self._open(field, frame, _font(NOTE, scale), theme, write)

    def finish(self) -> None:
        """Keep what was written."""
        field, write = self._close()
        if field is not None and write is not None:
            text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            write(text[:LONGEST_NOTE])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish when the field is left; by Enter a title, by Ctrl+Enter a note. Esc gives up."""
        if watched is not self._field:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.finish()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
            is_line = isinstance(watched, QLineEdit)
            if is_enter and (is_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
                self.finish()
                return True
        return False

    def _open(
        self,
        field: QLineEdit | QPlainTextEdit,
        frame: Rect,
        letters: QFont,
        theme: Theme,
        write: Write,
    ) -> None:
        self.finish()
        self._field, self._write = field, write
        field.setFont(letters)
        ground = theme.field if isinstance(field, QLineEdit) else theme.note
        field.setStyleSheet(
            f"background: {ground}; color: {theme.ink}; border: 2px solid {theme.accent};"
            f"border-radius: 6px; padding: 2px 6px; selection-background-color: {theme.accent};"
            f"selection-color: {theme.on_accent};"
        )
        field.setGeometry(QRect(*(round(each) for each in _sides(frame))))
        field.installEventFilter(self)
        field.show()
        field.setFocus()

    def _close(self) -> tuple[QLineEdit | QPlainTextEdit | None, Write | None]:
        field, write = self._field, self._write
        self._field = self._write = None
        if field is not None:
            field.removeEventFilter(self)
            had_focus = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had_focus:
                self._canvas.setFocus()
        return field, write


def _font(style: Style, scale: float) -> QFont:
    made = QFont(font(style))
    made.setPixelSize(max(SMALLEST_TEXT, round(style.size * scale)))
    return made


def _sides(frame: Rect) -> tuple[float, float, float, float]:
    return frame.x, frame.y, frame.width, frame.height
