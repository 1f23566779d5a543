"""The page of a note: its words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.document.edits.canvas import ChangeNote
from journeys.document.journey import Journey, Note
from widgets.inspector.context import Context
from widgets.inspector.controls.words import Words
from widgets.inspector.fields.form import made_or_words
from widgets.inspector.look import label
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.page import Page
from widgets.inspector.speech import translate
from widgets.theme import CARD_TITLE, SECONDARY

HIGH = 200


class NotePage(Page):
    """Asks for the words of a note."""

    def __init__(self, note: str, context: Context) -> None:
        tint = context.theme.tints["wait"]
        kind = translate("Inspector", "It changes nothing that happens")
        super().__init__(Head("sticky-note", tint, kind, context, can_rename=False), context)
        self._id = note
        self._note: Note | None = None
        self.words = Words(translate("Inspector", "Words of the note"), HIGH)
        self.words.written.connect(self._read)
        self.words.left.connect(self.left)
        self.wrong = label("", SECONDARY, "wrong", wraps=True)
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(translate("Inspector", "Words of the note"), CARD_TITLE))
        column.addWidget(self.words)
        self.ask(asked)
        self.ask(self.wrong)

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
                self.wrong.setText("")
                self.words.show_text(note.text)

    def _read(self, text: str) -> None:
        if self._note is None:
            return
        made, words = made_or_words(self._note, {"text": text})
        self.wrong.setText(words)
        if made is not None:
            self._note = made
            self.edited.emit(ChangeNote(made))
