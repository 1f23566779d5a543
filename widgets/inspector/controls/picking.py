"""A list to pick one thing from, with a line that narrows it down."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeys.spoken import told_apart
from widgets.inspector.choices import Choices
from widgets.inspector.controls.line import Line
from widgets.inspector.finding import closest
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.lettering import cut, font, tip, visible
from widgets.theme import CONTROL, SECONDARY

FEW = 8
ROW = 32
WIDE = 248
VALUE = Qt.ItemDataRole.UserRole
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -FEW, Qt.Key.Key_PageDown: FEW}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick: what it is, what it is called, and the group it stands in, if any."""

    value: str
    text: str
    group: str = ""


def events(choices: Choices) -> tuple[Option, ...]:
    """Return events to pick from, called what people call them; reactions to messages come last."""
    group = translate("Inspector", "Reactions to messages")
    made = choices.made_up
    return tuple(
        Option(name, words, group if name in made else "")
        for name, words in told_apart((*choices.events, *made)).items()
    )


def options(names: tuple[str, ...]) -> tuple[Option, ...]:
    """Return names to pick from that are called what they are."""
    return tuple(Option(name, name) for name in names)


def named(names: tuple[str, ...]) -> tuple[Option, ...]:
    """Return names of the data to pick from, called what people call them."""
    return tuple(Option(name, words) for name, words in told_apart(names).items())


def own_words(text: str) -> str:
    """Return what the row says that takes a text which is none of what is offered."""
    return translate("Inspector", "Use \u201c%s\u201d") % text


class PickList(QWidget):
    """Options in a list; `picked` carries the value of one.

    Where it is `open`, a text that is none of the options can be used as well. `unseen` are texts
    and the words for any other. Tab takes what is chosen and goes on to what comes next.
    """

    picked = Signal(str)

    def __init__(
        self,
        what: str,
        offered: tuple[Option, ...],
        current: str = "",
        *,
        is_open: bool = False,
        unseen: tuple[tuple[str, ...], str] | None = None,
    ) -> None:
        super().__init__()
        self._offered, self._is_open, self._unseen = offered, is_open, unseen
        self.setAccessibleName(what)
        self.search = Line(what)
        free, fixed = translate("Inspector", "Find or write"), translate("Inspector", "Find")
        if is_open and not offered:
            free = translate("Inspector", "Write a name")
        self.search.setPlaceholderText(free if is_open else fixed)
        self.list = QListWidget()
        self.list.setAccessibleName(what)
        self.list.setFont(font(CONTROL))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._take)
        self.search.textEdited.connect(self._narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.note = label(unseen[1] if unseen else "", SECONDARY, "second", wraps=True)
        self.note.hide()
        self.wrong = label("", SECONDARY, "wrong", wraps=True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        column.addWidget(self.note)
        self.list.currentItemChanged.connect(self._remark)
        self.search.setVisible(is_open or len(offered) > FEW)
        self.setFixedWidth(WIDE)
        for part in (self.search, self.list):
            part.installEventFilter(self)
        self.setFocusProxy(self.list if self.search.isHidden() else self.search)
        self._narrow("")
        rows = [self.list.item(row).data(VALUE) for row in range(self.list.count())]
        self._choose(rows.index(current) if current in rows else 0, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list with the arrows wherever the focus is; Enter picks."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Tab and self.list.currentItem() is not None:
                self._go_on()
                return True
            if watched is self.search and event.key() in STEPS:
                step = STEPS[Qt.Key(event.key())]
                self._choose(self.list.currentRow() + step, step)
                return True
        return super().eventFilter(watched, event)

    def refuse(self, words: str) -> None:
        """Say why what was picked cannot be, until something else is written or chosen."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.window().adjustSize()

    def _narrow(self, text: str) -> None:
        """Show the options that hold a text, the closest first."""
        fitting = closest(self._offered, text, lambda each: (each.text, each.value))
        fitting.sort(key=lambda each: bool(each.group))
        if (
            self._is_open
            and text.strip()
            and all(text not in {each.value, each.text} for each in self._offered)
        ):
            fitting.append(Option(text, own_words(text)))
        self.list.clear()
        group = ""
        for each in fitting:
            if each.group not in {"", group}:
                self._head(each.group)
            group = each.group
            whole = visible(each.text)
            shown = cut(whole, CONTROL, WIDE - 40)
            item = QListWidgetItem(shown, self.list)
            item.setData(VALUE, each.value)
            if shown != whole:
                item.setToolTip(tip(whole))
            elif each.value != each.text and self._is_open:
                item.setToolTip(tip(each.value))
            item.setSizeHint(QSize(0, ROW))
        self.list.setFixedHeight(ROW * max(1, min(FEW, self.list.count())))
        self.list.setVisible(self.list.count() > 0 or not self._is_open)
        self._choose(0, 1)

    def _head(self, words: str) -> None:
        """Add the name of a group, which cannot be picked."""
        item = QListWidgetItem(words, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, ROW))
        item.setFont(font(SECONDARY))

    def _choose(self, row: int, step: int) -> None:
        """Go to a row; from the name of a group to the next one that can be picked."""
        row = max(0, min(row, self.list.count() - 1))
        if self.list.count() and self.list.item(row).data(VALUE) is None:
            row = row - 1 if step < 0 and row else row + 1
        self.list.setCurrentRow(row)

    def _remark(self, item: QListWidgetItem | None) -> None:
        """Say of what is chosen that nobody has it, where that is so."""
        self.refuse("")
        if self._unseen is not None:
            self.note.setVisible(item is not None and item.data(VALUE) not in self._unseen[0])
            self.window().adjustSize()

    def _go_on(self) -> None:
        """Take what is chosen, and go to what comes after that which opened the list."""
        opener = self.window().parentWidget()
        self._take(self.list.currentItem())
        here = opener.window().focusWidget() if opener is not None else None
        if here is not None:
            tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(here, tab)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(VALUE) is not None:
            self.picked.emit(item.data(VALUE))
