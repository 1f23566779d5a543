"""A field: one thing that is asked, with what is wrong with the answer beneath it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.document.canonical import canonical
from journeys.values import Value, as_plain
from widgets.inspector.context import Context
from widgets.inspector.look import label
from widgets.theme import SECONDARY

GAP = 4


def same(one: object, other: object) -> bool:
    """Return whether two contents are written alike: 1 and true are not."""
    return one is other or canonical(as_plain(one)) == canonical(as_plain(other))


class Field(QWidget):
    """Shows a content and tells of others.

    `changed` carries the new content, or the fields with theirs where it `asks_for_several`.
    `left` says that the person is done, so that what follows is undone apart. What cannot be is
    kept on the screen and told by `say`.
    """

    changed = Signal(object)
    left = Signal()
    is_small = False
    asks_for_several = False

    def __init__(self, what: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.context = what, context
        self._first: QWidget | None = None
        self._before: object = None
        self._is_refusing = False
        self.left.connect(self._note_held)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self._wrong = label("", SECONDARY, "wrong", wraps=True)
        self._wrong.hide()
        self.column.addWidget(self._wrong)

    @property
    def message(self) -> QWidget:
        """The words of what is wrong, to be put where there is room for them."""
        return self._wrong

    @property
    def said(self) -> str:
        """What is said to be wrong, or nothing."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def start_at(self, control: QWidget) -> None:
        """Say which control comes first; a focus proxy would catch Tab in a circle."""
        self._first = control

    def begin(self) -> None:
        """Go to the first control."""
        if self._first is not None:
            self._first.setFocus()

    def hold(self, part: QWidget) -> None:
        """Put a part above the words of what is wrong."""
        self.column.insertWidget(self.column.count() - 1, part)

    def say(self, words: str) -> None:
        """Say what is wrong; nothing takes it back."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.mark(wrong=bool(words))

    def refuse(self, words: str) -> None:
        """Say that a text does not fit, and hold again what was held before it was begun.

        While one types, a part of the text may have fitted, which nobody meant.
        """
        self._is_refusing = True
        if self._before is not None and not same(self._before, self.held):
            self.hold_again(self._before)
            self.changed.emit(self._before)
        self.say(words)
        self._is_refusing = False

    @property
    def held(self) -> object:
        """The content that was told of last, where texts are written that may not fit."""
        return None

    def hold_again(self, content: object) -> None:
        """Take a content for the one that is held, and leave the text as it is."""

    def _note_held(self) -> None:
        self._before = self.held

    def mark(self, *, wrong: bool) -> None:
        """Show on the control itself that what stands there is refused."""

    def settle(self, content: object) -> None:
        """Tell of a content that was picked rather than written: it is undone by itself."""
        self.changed.emit(content)
        self.left.emit()

    def show_beside(self, owner: Value) -> None:
        """Learn of the value that the field is a part of, before its content is shown."""

    def show_value(self, content: object) -> None:
        """Show a content that comes from elsewhere."""
        raise NotImplementedError
