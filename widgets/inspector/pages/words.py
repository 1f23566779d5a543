"""How the words of a message begin, and the way to the room where they are written."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journeys.content.gist import gist
from journeys.content.message import Message
from journeys.content.part import Part
from journeys.content.sort import Sort
from widgets.inspector.look import label, looks
from widgets.inspector.speech import translate
from widgets.pieces import piece_words
from widgets.theme import CARD_TITLE, CONTROL


class MessageWords(QWidget):
    """Says the lines of a message and the first words of its first body; `edit` leads on."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QPushButton(translate("Inspector", "Edit the words"))
        self.edit.setAccessibleName(self.edit.text())
        looks(self.edit, "plain")
        self._message: Message | None = None
        self._said = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._said)
        self._column.addWidget(self.edit)

    def show_message(self, message: Message) -> None:
        """Show how a message begins now."""
        if self._message is not None and self._message.parts() == message.parts():
            return
        self._message = message
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in _first(message):
            words = gist(part)
            if column.count():
                column.addSpacing(8)
            column.addWidget(label(piece_words(message.channel, part.name), CARD_TITLE))
            nothing = translate("Inspector", "No words yet")
            look = "" if words else "second"
            column.addWidget(label(words or nothing, CONTROL, look, wraps=True))
        self._column.replaceWidget(self._said, said)
        said.show()  # Qt would show what is new only later
        self._said.setParent(None)
        self._said.deleteLater()
        self._said = said


def _first(message: Message) -> list[Part]:
    """Return every line, and the first body that has words."""
    lines = [part for part in message.parts() if part.sort is Sort.LINE]
    bodies = [part for part in message.parts() if part.sort is not Sort.LINE]
    written = [part for part in bodies if gist(part)]
    return [*lines, *(written or bodies)[:1]]
