"""What a property is held against: picked from what the data has, or written."""

from decimal import Decimal

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.conditions.comparison import LISTS, ORDERED, PATTERNS, RELATIVE, TEXTUAL, TIMED
from journeys.conditions.tree import ArmTest, Compared
from journeys.durations import Duration
from journeys.people.population import ColumnType
from widgets.inspector.amending import amended, why
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option, PickList
from widgets.inspector.controls.switch import Switch
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.look import label
from widgets.inspector.reading import read_moment, type_of, typed, written, written_moment
from widgets.inspector.sentences.comparing import held, seen_texts
from widgets.inspector.sentences.listed import ListedValues
from widgets.inspector.sentences.operands import has_text, with_value
from widgets.inspector.sentences.saying import unseen_words
from widgets.inspector.speech import translate
from widgets.theme import BODY, SECONDARY

WIDE = 248
SEEN = 50
KINDS = (ColumnType.TEXT, ColumnType.DECIMAL, ColumnType.TRUTH)


class ValueEditor(QWidget):
    """Asks for the value of a leaf; `changed` carries the leaf with another value.

    What does not fit stays written, with its words beneath.
    """

    changed = Signal(object)

    def __init__(self, leaf: Compared, context: Context) -> None:
        super().__init__()
        self._leaf, self._context = leaf, context
        self._held = held(leaf, context.choices)
        self._before = leaf
        self._seen = seen_texts(leaf, context.choices)[:SEEN]
        self.setAccessibleName(translate("Inspector", "Value"))
        self.setFixedWidth(WIDE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.wrong = label("", SECONDARY, "wrong", wraps=True)
        self.wrong.hide()
        self._type = _kind(leaf, self._held)
        self._fill()
        self._column.addWidget(self.wrong)

    @property
    def leaf(self) -> Compared:
        """The leaf with the last value that fits."""
        return self._leaf

    def _fill(self) -> None:
        leaf = self._leaf
        if leaf.operator in RELATIVE:
            self._ask_duration(Duration.parse(leaf.value))
            return
        if not self._is_settled():
            self._ask_kind()
        if leaf.operator in LISTS:
            self._ask_list()
        elif self._type is ColumnType.TRUTH:
            self._ask_truth()
        elif self._seen and self._type is ColumnType.TEXT and leaf.operator not in TEXTUAL | TIMED:
            self._ask_text()
        else:
            self._ask_line()
        is_regarded = leaf.operator in TIMED | PATTERNS or isinstance(leaf, ArmTest)
        if has_text(leaf.value) and not is_regarded:
            self._ask_letters()

    def _is_settled(self) -> bool:
        """Return whether there is only one type of value that fits."""
        leaf = self._leaf
        return leaf.operator in ORDERED | TEXTUAL | TIMED or self._held is not None

    def _ask_duration(self, duration: Duration) -> None:
        field = DurationField(translate("Inspector", "How long"), self._context, looks_back=True)
        field.show_value(duration)
        field.changed.connect(lambda span: self._take(str(span)))
        self._column.addWidget(field)
        field.amounts[0].selectAll()
        self.setFocusProxy(field.amounts[0])

    def _ask_kind(self) -> None:
        picker = Picker(translate("Inspector", "Sort of value"), self._context.theme)
        words = (
            translate("Inspector", "Text"),
            translate("Inspector", "Number"),
            translate("Inspector", "Yes or no"),
        )
        offered = (Option(kind, said) for kind, said in zip(KINDS, words, strict=True))
        picker.offer(tuple(offered))
        picker.show_value(self._type)
        picker.picked.connect(self._turn)
        self._column.addWidget(picker)

    def _ask_list(self) -> None:
        listed = ListedValues(self._leaf.values, self._type, self._seen, self._context)
        listed.changed.connect(self._take)
        listed.refused.connect(self._say)
        listed.done.connect(self._done)
        self._column.addWidget(listed)
        self.setFocusProxy(listed)

    def _ask_truth(self) -> None:
        picker = Picker(translate("Inspector", "Value"), self._context.theme)
        yes, no = translate("Inspector", "Yes"), translate("Inspector", "No")
        picker.offer((Option("yes", yes), Option("no", no)))
        picker.show_value("yes" if self._leaf.value is True else "no")
        picker.picked.connect(lambda word: self._take(word == "yes"))
        self._column.addWidget(picker)
        self.setFocusProxy(picker)

    def _ask_line(self) -> None:
        line = Line(translate("Inspector", "Value"))
        value = self._leaf.value
        text = written(value) if isinstance(value, Decimal) else str(value)
        is_moment = self._leaf.operator in TIMED
        line.setText(written_moment(text) if is_moment else text)
        line.textEdited.connect(self._read)
        line.stepped.connect(lambda steps: self._step(line, steps))
        line.left.connect(self._done)
        line.selectAll()
        self._column.addWidget(line)
        if is_moment:
            words = translate("Inspector", "Year, month, day and time, by the clock of UTC.")
            self._column.addWidget(label(words, SECONDARY, "second", wraps=True))
        self.setFocusProxy(line)

    def _ask_text(self) -> None:
        name, value = getattr(self._leaf, "name", ""), str(self._leaf.value)
        is_complete = name in self._context.choices.complete
        texts = tuple(dict.fromkeys((*self._seen, *([value] if value else []))))
        leaf, own = self._leaf, self._context.choices.own
        called = own.versions(leaf.experiment) if isinstance(leaf, ArmTest) else {}
        offered = tuple(Option(text, called.get(text, text)) for text in texts)
        picking = PickList(
            translate("Inspector", "Value"), offered, value, is_open=not isinstance(leaf, ArmTest),
            unseen=(self._seen, unseen_words()) if is_complete else None,
        )  # fmt: skip
        picking.picked.connect(self._pick)
        self._column.addWidget(picking)
        self.setFocusProxy(picking)

    def _ask_letters(self) -> None:
        switch = Switch(translate("Inspector", "Upper and lower case matter"), self._context.theme)
        switch.setChecked(self._leaf.exactly)
        switch.clicked.connect(lambda exactly: self._amend({"exactly": exactly}))
        row = QHBoxLayout()
        row.addWidget(label(switch.accessibleName(), BODY), 1)
        row.addWidget(switch, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(row)

    def _read(self, text: str) -> None:
        if self._leaf.operator in TIMED:
            value: object = read_moment(text)
            expected = translate("Inspector", "A date such as 2024-06-01 09:00 is expected.")
        else:
            value = typed(self._type, text)
            expected = translate("Inspector", "A number is expected.")
        if value is None:
            self._tell(
                self._before
            )  # what stands there before it may have fitted, but is not meant
            self._say(expected)
        else:
            self._take(value)

    def _step(self, line: Line, steps: int) -> None:
        """Change a number by one with the arrows."""
        value = self._leaf.value
        if isinstance(value, Decimal):
            line.setText(written(value + steps))
            self._read(line.text())

    def _pick(self, value: str) -> None:
        self._take(value)
        self._done()

    def _turn(self, kind: str) -> None:
        """Ask for another sort of value, beginning with one of that sort."""
        self._type = ColumnType(kind)
        starts = {ColumnType.TEXT: "", ColumnType.DECIMAL: Decimal(1), ColumnType.TRUTH: True}
        value = starts[self._type]
        self._take((value,) if self._leaf.operator in LISTS else value)
        self._done()

    def _take(self, value: object) -> None:
        try:
            self._tell(with_value(self._leaf, value))
        except ValidationError as error:
            self._say(why(error))

    def _amend(self, changes: dict[str, object]) -> None:
        try:
            self._tell(amended(self._leaf, changes))
        except ValidationError as error:
            self._say(why(error))

    def _tell(self, leaf: Compared) -> None:
        self._say("")
        self._leaf = leaf
        self.changed.emit(leaf)

    def _say(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.adjustSize()
        self.window().adjustSize()

    def _done(self) -> None:
        window = self.window()
        if window is not self and not self.wrong.isVisible():
            window.close()


def _kind(leaf: Compared, held: ColumnType | None) -> ColumnType:
    if leaf.operator in TEXTUAL | TIMED:
        return ColumnType.TEXT
    if leaf.operator in ORDERED:
        return ColumnType.DECIMAL
    return type_of(leaf.value) if held is None else held
