"""A field that may say nothing: words for that, and a button to fill or to empty it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.values import Value
from widgets.inspector.controls.buttons import IconButton, LinkButton, beside_line
from widgets.inspector.fields.field import Field
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY

Beginning = Callable[[Value | None], object]


class OptionalField(Field):
    """Shows `empty` and a button `add` while there is nothing, else the field within.

    `begin` returns what the field begins with, given the value it is a part of.
    """

    def __init__(self, inner: Field, add: str, empty: str, begin: Beginning) -> None:
        super().__init__(inner.what, inner.context)
        self.inner, self._begin = inner, begin
        self.is_small = inner.is_small
        self._owner: Value | None = None
        self.add = LinkButton(add, f"{inner.what}: {add}", inner.context.theme)
        self.add.clicked.connect(self._fill)
        self.clear = IconButton(
            "x", translate("Inspector", "%s: leave empty") % inner.what, inner.context.theme
        )
        self.clear.clicked.connect(self._empty)
        inner.changed.connect(self.changed)
        inner.left.connect(self.left)
        self._nothing, self._something = QWidget(), QWidget()
        self._lay(label(empty, SECONDARY, "second", wraps=not self.is_small))
        for part in (self._nothing, self._something):
            self.hold(part)
            part.hide()  # until it is known which of them is needed, neither takes room

    def say(self, words: str) -> None:
        """Say what is wrong where it is written."""
        self.inner.say(words)

    @property
    def message(self) -> QWidget:
        """The words of what is wrong."""
        return self.inner.message

    @property
    def said(self) -> str:
        """What is said to be wrong."""
        return self.inner.said

    def show_beside(self, owner: Value) -> None:
        """Pass on what the field is a part of."""
        self._owner = owner
        self.inner.show_beside(owner)

    def show_value(self, content: object) -> None:
        """Show a content or that there is none."""
        self._nothing.setVisible(content is None)
        self._something.setVisible(content is not None)
        if content is not None:
            self.inner.show_value(content)

    def _lay(self, words: QWidget) -> None:
        """Put words and button in a line where the field is small, else one above the other."""
        nothing = QHBoxLayout(self._nothing) if self.is_small else QVBoxLayout(self._nothing)
        something = QHBoxLayout(self._something)
        for line in (nothing, something):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(4)
        nothing.addWidget(words)
        nothing.addWidget(self.add)
        if self.is_small:
            nothing.insertStretch(0)
        else:
            nothing.setAlignment(self.add, Qt.AlignmentFlag.AlignLeft)
        something.addWidget(self.inner, 1)
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        if self.is_small:
            something.addWidget(self.clear, 0, middle)
        else:
            something.addWidget(beside_line(self.clear), 0, top)

    def _fill(self) -> None:
        content = self._begin(self._owner)
        self.show_value(content)
        self.settle(content)
        self.inner.begin()

    def _empty(self) -> None:
        self.inner.say("")
        self.show_value(None)
        self.settle(None)
        self.add.setFocus()
