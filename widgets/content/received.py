"""A message as it arrives: in the inbox and open, as a text message, as a card on the phone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.content.look import label
from widgets.content.paper import Paper
from widgets.content.shown import Shown
from widgets.icons import drawn
from widgets.lettering import cut, tip
from widgets.theme import BODY, CARD_TITLE, LIGHT, META, SECONDARY

TILE, MARK = 36, 18
SNIPPET = 300


class InboxLine(QFrame):
    """The line of a message in the inbox: the subject, and how the words begin."""

    def __init__(self, icon: str, tint: str, looks: str = "inbox") -> None:
        super().__init__()
        self.setProperty("look", looks)
        self._tile = QLabel()
        self._tile.setFixedSize(TILE, TILE)
        self._tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tile.setProperty("look", f"tile_{tint}")
        self._tile.setPixmap(drawn(icon, LIGHT.tints[tint].ink, MARK))
        self.from_whom = label(SECONDARY, "paper_second")
        self.time = label(META, "paper_second")
        self.subject = label(CARD_TITLE, "paper_strong")
        self.snippet = label(SECONDARY, "paper_second")
        top = QHBoxLayout()
        top.addWidget(self.from_whom, 1)
        top.addWidget(self.time)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addLayout(top)
        said.addWidget(self.subject)
        said.addWidget(self.snippet)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        for each in (self.subject, self.snippet, self.from_whom):
            each.setMinimumWidth(40)

    def show_words(self, subject: str, snippet: str, time: str, sender: str) -> None:
        """Show other words, cut off where the room ends."""
        room = self.width() - TILE - 50
        self.time.setText(time)
        self.from_whom.setText(cut(sender, SECONDARY, max(room - 60, 60)))
        self.subject.setText(cut(subject, CARD_TITLE, max(room, 60)))
        self.subject.setToolTip(tip(subject))
        self.snippet.setToolTip(tip(" ".join(snippet.split())[:SNIPPET]))
        self.snippet.setText(cut(" ".join(snippet.split())[:SNIPPET], SECONDARY, max(room, 60)))
        self.setAccessibleName(f"{subject}. {snippet}"[:SNIPPET])


class Mail(QFrame):
    """An e-mail: its line in the inbox, and its body beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "mail")
        self._told = ("", "", "", "")
        self.line = InboxLine("mail", "email")
        self.body = Paper(self.tr("The e-mail as it is seen"), margin=18)
        self.nothing = label(BODY, "paper_second", self.tr("The body is empty."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.body, 1)
        column.addWidget(self.nothing, 1)

    def show_message(self, shown: Shown, time: str, sender: str) -> None:
        """Show the message as HTML, or as plain text where there is no HTML."""
        html, text = shown.parts.get("html", ""), shown.parts.get("text", "")
        if html.strip():
            self.body.show_html(html, shown.marks.get("html", ()))
        else:
            self.body.show_plain(text, shown.marks.get("text", ()))
        is_empty = not html.strip() and not text.strip()
        self.body.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        subject = shown.parts.get("subject", "") or self.tr("No subject")
        self._told = (subject, self.body.toPlainText(), time, sender)
        self.fit()

    def fit(self) -> None:
        """Cut the line of the inbox to its room."""
        self.line.show_words(*self._told)


class Plain(QFrame):
    """The plain text of an e-mail."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "mail")
        self.body = Paper(self.tr("The plain text"), margin=18)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.body)

    def show_message(self, shown: Shown, time: str, sender: str) -> None:
        """Show the plain text."""
        del time, sender
        text = shown.parts.get("text", "")
        self.body.show_plain(text, shown.marks.get("text", ()))

    def fit(self) -> None:
        """Nothing is cut off here."""


class Texted(QWidget):
    """A text message: a bubble, with when it came above."""

    def __init__(self) -> None:
        super().__init__()
        self._bubble = QFrame()
        self._bubble.setProperty("look", "bubble")
        self.body = Paper(self.tr("The text message as it is seen"), BODY, grows=True)
        inner = QVBoxLayout(self._bubble)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.addWidget(self.body)
        self._sender = label(META, "paper_second")
        self._sender.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 44, 12)
        column.setSpacing(8)
        column.addWidget(self._sender)
        column.addWidget(self._bubble)
        column.addStretch(1)

    def show_message(self, shown: Shown, time: str, sender: str) -> None:
        """Show the text."""
        self._sender.setText(f"{sender}, {time}" if sender else time)
        self.body.show_plain(shown.parts.get("text", ""), shown.marks.get("text", ()))

    def fit(self) -> None:
        """Nothing is cut off here."""


class Pushed(QWidget):
    """A push message: a card on a locked phone."""

    def __init__(self) -> None:
        super().__init__()
        self._card = QFrame()
        self._card.setProperty("look", "push")
        tile = QLabel()
        tile.setFixedSize(TILE, TILE)
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setProperty("look", "tile_push")
        tile.setPixmap(drawn("bell-ring", LIGHT.tints["push"].ink, MARK))
        self.title = Paper(self.tr("The title as it is seen"), CARD_TITLE, grows=True)
        self.body = Paper(self.tr("The push message as it is seen"), BODY, grows=True)
        self._sender = label(META, "paper_second")
        said = QVBoxLayout()
        said.setSpacing(1)
        for each in (self._sender, self.title, self.body):
            said.addWidget(each)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(10)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 40, 10, 12)
        column.addWidget(self._card)
        column.addStretch(1)

    def show_message(self, shown: Shown, time: str, sender: str) -> None:
        """Show title and text."""
        self._sender.setText(f"{sender}, {time}" if sender else time)
        marks = shown.marks
        self.title.show_plain(shown.parts.get("heading", ""), marks.get("heading", ()))
        self.title.setVisible(bool(shown.parts.get("heading", "").strip()))
        self.body.show_plain(shown.parts.get("text", ""), marks.get("text", ()))

    def fit(self) -> None:
        """Nothing is cut off here."""
