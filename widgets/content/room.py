"""The room of messages: which there are, the words of one of them, and how a customer sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from journeys.content.sort import Sort
from journeys.document.node import Card
from widgets.content.listed import Listed, MessageList
from widgets.content.look import label, rule, sheet
from widgets.content.preview import Preview
from widgets.content.shown import Slip
from widgets.content.strip import Strip
from widgets.content.writer import Writer
from widgets.floating import Menu
from widgets.shell.buttons import IconButton
from widgets.shell.kinds import paint_tile
from widgets.shell.tabs import Tabs
from widgets.theme import BODY, PANEL_TITLE, SECONDARY, Theme

HEAD, TILE = 70, 36
LISTED, TOGETHER = 1_100, 860
LEAST = 280
SHARES = (716, 660)
WRITE, SEE = "write", "see"


@dataclass(frozen=True, slots=True)
class Message:
    """The message that is open: its step, what it is called, its channel and its parts."""

    id: str
    title: str
    line: str
    channel: str
    sorts: Mapping[str, Sort]
    card: Card


class Tile(QWidget):
    """The icon of a kind of message on its tile."""

    def __init__(self, card: Card, theme: Theme) -> None:
        super().__init__()
        self._card, self._theme = card, theme
        self.setFixedSize(TILE, TILE)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tile(painter, QRectF(self.rect()), self._card, self._theme)
        painter.end()


class Desk(QWidget):
    """One message on the desk: its head, its words, and its preview beside them."""

    def __init__(self, message: Message, theme: Theme) -> None:
        super().__init__()
        self.message = message
        self.tile = Tile(message.card, theme)
        self.title = label(PANEL_TITLE, "title", message.title)
        self.line = label(SECONDARY, "line", message.line)
        self.others = IconButton("menu", self.tr("Other messages"))
        self.turn = Tabs({WRITE: self.tr("Write"), SEE: self.tr("Preview")})
        self.writer = Writer(message.channel, message.sorts, theme)
        self.preview = Preview(message.channel, theme)
        self.strip = Strip(theme)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._written = QWidget()
        self._written.setObjectName("Writer")
        self._place()
        self.turn.show_room(WRITE)
        self.turn.chosen.connect(lambda _: self.fit(self.width()))
        self.turn.setAccessibleName(self.tr("Words or preview"))
        self.strip.pressed.connect(self.writer.insert)
        self.set_theme(theme)

    def _place(self) -> None:
        head = QWidget()
        head.setFixedHeight(HEAD)
        head.setObjectName("WriterBody")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self.line)
        said.addStretch(1)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self.others)
        row.addWidget(self.tile)
        row.addLayout(said, 1)
        row.addWidget(self.turn)
        column = QVBoxLayout(self._written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.writer, 1)
        for each in (self._written, self.preview):
            each.setMinimumWidth(LEAST)
        self.split.addWidget(self._written)
        self.split.addWidget(self.preview)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.setSizes(list(SHARES))
        self.split.setStretchFactor(0, SHARES[0])
        self.split.setStretchFactor(1, SHARES[1])
        self._head = head
        self._line = rule()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.split, 1)
        whole.addWidget(self.strip)
        column.insertWidget(0, head)
        column.insertWidget(1, self._line)

    def fit(self, wide: int) -> None:
        """Show words and preview beside each other, or in a narrow window one of them."""
        is_together = wide >= TOGETHER
        self.turn.setVisible(not is_together)
        home = self._written.layout() if is_together else self.layout()
        if isinstance(home, QVBoxLayout) and self._head.parentWidget() is not home.parentWidget():
            home.insertWidget(0, self._head)
            home.insertWidget(1, self._line)
            for each in (self._head, self._line):
                each.show()  # Qt would show what has moved only later
        self._written.setVisible(is_together or self.turn.room == WRITE)
        self.preview.setVisible(is_together or self.turn.room == SEE)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for each in (self.tile, self.others, self.turn, self.writer, self.preview, self.strip):
            each.set_theme(theme)


class MessageRoom(QWidget):
    """Holds the list and the desk.

    `edited` carries a step, a part and its whole text; `began` a step and the words of all parts;
    `past_asked`, `path_asked` and `out_asked` carry a step and a variable that some lack there.
    `left` is sent when a part is left, `chosen` carries the step of another message. What is asked
    of the preview goes on as it comes; `seen` is sent whenever the room comes into view.
    """

    edited = Signal(str, str, str)
    began = Signal(str, object)
    left = Signal()
    past_asked = Signal(str, str)
    path_asked = Signal(str, str)
    out_asked = Signal(str, str)
    chosen = Signal(str)
    stepped = Signal(int)
    worst_asked = Signal()
    sought = Signal(str)
    run_asked = Signal()
    seen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Messages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.list = MessageList(theme)
        self.desk: Desk | None = None
        self.menu = Menu(self)
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(LEAST)
        self.nothing = self._blank()
        self._stack.addWidget(self.nothing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        self.list.chosen.connect(self.chosen)
        for key, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            made = QShortcut(QKeySequence(key), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(lambda by=by: self.stepped.emit(by))
        self.set_theme(theme)

    def _blank(self) -> QWidget:
        made = QWidget()
        made.setObjectName("WriterBody")
        title = label(PANEL_TITLE, "title", self.tr("This journey sends no message"))
        line = label(BODY, "line", self.tr("Add an e-mail, an SMS or a push message in Design."))
        column = QVBoxLayout(made)
        column.addStretch(2)
        for each in (title, line):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return made

    def show_messages(self, messages: Sequence[Listed], here: str) -> None:
        """Show which messages there are; `here` is the one that is open."""
        self.list.show_messages(messages, here)
        self.menu.clear()
        for listed in messages:
            action = self.menu.addAction(listed.title)
            action.triggered.connect(lambda _=False, id_=listed.id: self.chosen.emit(id_))

    def open(self, message: Message | None) -> None:
        """Put a message on the desk; None where there is none."""
        if self.desk is not None:
            if message is not None and self.desk.message == message:
                return
            self.desk.writer.tell()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
        self.desk = None
        if message is not None:
            self.desk = self._laid(message)
            self._stack.addWidget(self.desk)
            self._stack.setCurrentWidget(self.desk)
            self._fit()

    def _laid(self, message: Message) -> Desk:
        desk = Desk(message, self._theme)
        writer, preview, step = desk.writer, desk.preview, message.id
        writer.edited.connect(lambda part, text: self.edited.emit(step, part, text))
        writer.began.connect(lambda words: self.began.emit(step, words))
        writer.left.connect(self.left)
        writer.past_asked.connect(lambda name: self.past_asked.emit(step, name))
        writer.path_asked.connect(lambda name: self.path_asked.emit(step, name))
        writer.out_asked.connect(lambda path: self.out_asked.emit(step, path))
        preview.stepped.connect(self.stepped)
        preview.worst_asked.connect(self.worst_asked)
        preview.sought.connect(self.sought)
        preview.run_asked.connect(self.run_asked)
        preview.slip_asked.connect(self._go_to)
        desk.others.setMenu(self.menu)
        desk.others.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        return desk

    def begin(self) -> None:
        """Go to where one writes."""
        if self.desk is not None:
            self.desk.writer.begin()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(sheet(theme))
        self.list.set_theme(theme)
        if self.desk is not None:
            self.desk.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the room is in view."""
        super().showEvent(event)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for all, or for what matters most."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_list = self.width() >= LISTED
        self.list.setVisible(has_list)
        if self.desk is not None:
            self.desk.others.setVisible(not has_list)
            wide = self.width() - self.list.width() * has_list
            self.desk.fit(wide)
            self.desk.strip.fit(QSize(wide, self.height()))

    def _go_to(self, slip: Slip) -> None:
        if self.desk is not None:
            self.desk.turn.show_room(WRITE)
            self._fit()
            self.desk.writer.show_part(slip.part)
