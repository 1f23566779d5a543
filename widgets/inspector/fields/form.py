"""A form: every field of a value, one beneath the other, asked in words."""

from collections.abc import Callable, Mapping

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.values import Value
from widgets.inspector.amending import V, amended, why
from widgets.inspector.asking import HIDDEN, asking
from widgets.inspector.context import Context
from widgets.inspector.controls.more import More
from widgets.inspector.controls.shelf import Shelf
from widgets.inspector.fields.field import Field, same
from widgets.inspector.look import label
from widgets.inspector.question import Asking
from widgets.theme import CARD_TITLE, CONTROL, SECONDARY

NAMED = frozenset({"title"})
GAP = 16
NARROW_GAP = 10

Making = Callable[[type[Value], str, Asking, Context], Field | None]


class Form(QWidget):
    """Asks for the fields of one kind of value; `changed` carries the value that was made.

    `make` returns the widget of a field, or None where another field asks for it as well. What a
    thing is called is asked where its name is shown. What is rare goes to the `shelf`, or stands
    folded away beneath.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(
        self,
        model: type[Value],
        context: Context,
        make: Making,
        *,
        shelf: Shelf | None = None,
        is_inside: bool = False,
    ) -> None:
        super().__init__()
        self._value: Value | None = None
        self._rows: dict[str, QWidget] = {}
        self.fields: dict[str, Field] = {}
        self._last = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(NARROW_GAP if is_inside else GAP)
        self._rare = shelf or More(context.theme)
        for name in model.model_fields:
            asked = asking(model, name)
            field = None if name in HIDDEN | NAMED else make(model, name, asked, context)
            if field is not None:
                self._take(name, field, asked, is_inside=is_inside)
        self.is_used = self._column.count() > 0
        if isinstance(self._rare, More) and self._rare.is_used:
            self._column.addWidget(self._rare)

    @property
    def value(self) -> Value | None:
        """The value that is shown."""
        return self._value

    def show_value(self, value: Value) -> None:
        """Show a value."""
        self._value = value
        for name, field in self.fields.items():
            field.show_beside(value)
            field.show_value(field_content(value, name, field))
            self._rows[name].setVisible(value.asks(name))

    def refuse(self, words: str) -> None:
        """Say beneath what was changed last that it cannot be."""
        if self._last:
            self.fields[self._last].say(words)

    def _take(self, name: str, field: Field, asked: Asking, *, is_inside: bool) -> None:
        self.fields[name] = field
        field.changed.connect(lambda content: self._change(name, content))
        field.left.connect(self.left)
        self._rows[name] = row(field, asked, is_inside=is_inside)
        if asked.rare:
            self._rare.take(self._rows[name])
        else:
            self._column.addWidget(self._rows[name])

    def _change(self, name: str, content: object) -> None:
        if self._value is None:
            return
        self._last = name
        is_several = self.fields[name].asks_for_several and isinstance(content, Mapping)
        changes = content if is_several and isinstance(content, Mapping) else {name: content}
        made, words = made_or_words(self._value, {**changes, **self._value.along(changes)})
        self.fields[name].say(words)
        if made is not None and not same(made, self._value):
            self._value = made
            for other, field in self.fields.items():
                field.show_beside(made)
                self._rows[other].setVisible(made.asks(other))
            self.changed.emit(made)


def made_or_words(value: V, changes: Mapping[str, object]) -> tuple[V | None, str]:
    """Return the value with other content, or the words of why that cannot be."""
    try:
        return amended(value, changes), ""
    except ValidationError as error:
        return None, why(error)


def field_content(value: Value, name: str, field: Field) -> object:
    """Return what a field shows: its content, or the whole value where it asks for several."""
    return value if field.asks_for_several else getattr(value, name)


def row(field: Field, asked: Asking, *, is_inside: bool) -> QWidget:
    """Return a field with its label and what it means; a small one stands beside them."""
    made = QWidget()
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(asked.label, CONTROL if is_inside or field.is_small else CARD_TITLE))
    if asked.hint:
        words.addWidget(label(asked.hint, SECONDARY, "second", wraps=True))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    if not field.is_small:
        column.addLayout(words)
        column.addWidget(field)
        return made
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addLayout(words, 1)
    line.addWidget(field)
    line.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
    column.addLayout(line)
    column.addWidget(field.message)
    return made
