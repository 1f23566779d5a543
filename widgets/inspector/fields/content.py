"""A value of a sort that the person chooses: a text, a number, or yes or no."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeys.people.population import ColumnType
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field
from widgets.inspector.reading import type_of, typed, written
from widgets.inspector.speech import translate

SORTS = (ColumnType.TEXT, ColumnType.DECIMAL, ColumnType.TRUTH)
STARTS = {ColumnType.TEXT: "", ColumnType.DECIMAL: Decimal(1), ColumnType.TRUTH: True}
PLAIN = {ColumnType.WHOLE: ColumnType.DECIMAL}
SORT_WIDTH = 110


class ContentField(Field):
    """Asks for a value; for an attribute the data has there is only the sort that it is."""

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self._shown: object = None
        self._held: ColumnType | None = None
        self.sort = Picker(translate("Inspector", "Sort of value"), context.theme)
        words = (
            translate("Inspector", "Text"),
            translate("Inspector", "Number"),
            translate("Inspector", "Yes or no"),
        )
        self.sort.offer(tuple(Option(sort, said) for sort, said in zip(SORTS, words, strict=True)))
        self.sort.setFixedWidth(SORT_WIDTH)
        self.sort.picked.connect(self._turn)
        self.line = Line(what)
        self.line.textEdited.connect(self._read)
        self.line.left.connect(self.left)
        self.truth = Picker(what, context.theme)
        yes, no = translate("Inspector", "Yes"), translate("Inspector", "No")
        self.truth.offer((Option("yes", yes), Option("no", no)))
        self.truth.picked.connect(lambda word: self._pick(is_yes=word == "yes"))
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.sort, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.line, 1)
        inside.addWidget(self.truth, 1)
        self.hold(row)
        self.start_at(self.line)

    @property
    def held(self) -> object:
        """The value that was told of last."""
        return self._shown

    def hold_again(self, content: object) -> None:
        """Take a value for the one that is held."""
        self._shown = content

    def mark(self, *, wrong: bool) -> None:
        """Draw the border in the colour of mistakes."""
        self.line.mark(wrong=wrong)

    def show_beside(self, owner: Value) -> None:
        """Learn of the attribute that the value is for."""
        held = self.context.choices.attributes.get(getattr(owner, "attribute", ""))
        held = PLAIN.get(held, held) if held else None
        self._held = held if held in SORTS else None

    def show_value(self, content: object) -> None:
        """Show a value; one that is written already stays as it is written."""
        if content is None or (content == self._shown and (self.said or self._is_refusing)):
            return
        if content != self._shown:
            self._before = content
        self._shown = content
        sort = type_of(content)
        self.sort.show_value(sort)
        self.sort.setVisible(self._held != sort)
        self.truth.setVisible(sort is ColumnType.TRUTH)
        self.line.setVisible(sort is not ColumnType.TRUTH)
        if sort is ColumnType.TRUTH:
            self.truth.show_value("yes" if content is True else "no")
            self.start_at(self.truth)
        else:
            if typed(sort, self.line.text()) != content:
                said = written(content) if isinstance(content, Decimal) else str(content)
                self.line.show_text(said)
            self.start_at(self.line)
        self.say("")

    def _pick(self, *, is_yes: bool) -> None:
        self._shown = is_yes
        self.settle(is_yes)

    def _turn(self, sort: str) -> None:
        """Begin with a value of another sort."""
        content = STARTS[ColumnType(sort)]
        self.show_value(content)
        self.settle(content)
        self.begin()

    def _read(self, text: str) -> None:
        content = typed(type_of(self._shown), text)
        if content is None:
            self.refuse(translate("Inspector", "A number is expected."))
            return
        self.say("")
        self._shown = content
        self.changed.emit(content)
