"""The page of a note: its words."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from journeys.document.edits.canvas import ChangeNote
from journeys.document.journey import Journey, Note
from widgets.inspector.context import Context
from widgets.inspector.controls.line import is_for_the_journey
from widgets.inspector.fields.form import made_or_words
from widgets.inspector.look import label
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.page import Page
from widgets.inspector.speech import translate
from widgets.lettering import font
from widgets.theme import BODY, CARD_TITLE, SECONDARY

HIGH = 200


class Words(QPlainTextEdit):
    """Lines of text; `left` when the focus goes."""

    left = Signal()

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


class NotePage(Page):
    """Asks for the words of a note."""

    def __init__(self, note: str, context: Context) -> None:
        tint = context.theme.tints["wait"]
        kind = translate("Inspector", "It changes nothing that happens")
        super().__init__(Head("sticky-note", tint, kind, context, can_rename=False), context)
        self._id = note
        self._note: Note | None = None
        self._shown = ""
        self.words = Words()
        self.words.setAccessibleName(translate("Inspector", "Words of the note"))
        self.words.setFont(font(BODY))
        self.words.setFixedHeight(HIGH)
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self._read)
        self.words.left.connect(self.left)
        self._wrong = label("", SECONDARY, "wrong", wraps=True)
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(translate("Inspector", "Words of the note"), CARD_TITLE))
        column.addWidget(self.words)
        self.ask(asked)
        self.ask(self._wrong)

    def rename(self) -> None:
        """Begin to write."""
        self.words.setFocus()
        self.words.selectAll()

    def show_journey(self, journey: Journey) -> None:
        """Show the note as it is now."""
        note = next((each for each in journey.notes if each.id == self._id), None)
        if note is not None:
            self.head.show_title(translate("Inspector", "Note"), "")
            is_new = self._note is None or note.text != self._note.text
            self._note = note
            if is_new:
                self._show(note.text)

    def _show(self, text: str) -> None:
        """Show a text; characters that the editor shows in another way are no change."""
        self._wrong.setText("")
        was_blocked = self.words.blockSignals(True)  # noqa: FBT003 Qt's own switch
        self.words.setPlainText(text)
        self.words.blockSignals(was_blocked)
        self._shown = self.words.toPlainText()

    def _read(self) -> None:
        text = self.words.toPlainText()
        if self._note is None or text == self._shown:
            return
        self._shown = text
        made, words = made_or_words(self._note, {"text": text})
        self._wrong.setText(words)
        if made is not None:
            self._note = made
            self.edited.emit(ChangeNote(made))
