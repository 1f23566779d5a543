"""How long: amounts and units, and in words what they mean on the clock."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.durations import Duration
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import IconButton
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field
from widgets.inspector.look import label
from widgets.inspector.spans import CALENDAR, UNITS, Span, duration_of, meaning, spans, unit_words
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY

PARTLY = re.compile(r"\d+[.,]\d*|[.,]\d+", re.ASCII)
BELOW = re.compile(r"[-\u2212]\s*\d+([.,]\d*)?", re.ASCII)
FIGURES = re.compile(r"\d+", re.ASCII)
AMOUNT = re.compile(r"\d{1,9}", re.ASCII)
AMOUNT_WIDTH = 72
MOST_PARTS = 3


class UnitPicker(Picker):
    """A unit, which can be picked by its first letter as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the next unit that begins with the letter."""
        letter = event.text().casefold()
        fitting = [each for each in self.offered if each.text.casefold().startswith(letter)]
        if not letter.isalpha() or event.modifiers() or not fitting:
            super().keyPressEvent(event)
            return
        after = [each.value for each in fitting]
        place = after.index(self.value) + 1 if self.value in after else 0
        self.take(after[place % len(after)])


@dataclass(frozen=True, slots=True)
class Part:
    """The controls of one amount."""

    row: QWidget
    amount: Line
    unit: UnitPicker


class DurationField(Field):
    """A duration as '2 days' or '1 day and 2 hours'; `looks_back` leaves the calendar out."""

    def __init__(self, what: str, context: Context, *, looks_back: bool = False) -> None:
        super().__init__(what, context)
        self._looks_back = looks_back
        self._shown: Duration | None = None
        self._parts: list[Part] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(self._rows)
        self._meaning = label("", SECONDARY, "second", wraps=True)
        inside.addWidget(self._meaning)
        self.hold(body)

    @property
    def amounts(self) -> tuple[Line, ...]:
        """The lines the amounts are written in."""
        return tuple(part.amount for part in self._parts)

    @property
    def units(self) -> tuple[Picker, ...]:
        """What the units are picked with."""
        return tuple(part.unit for part in self._parts)

    @property
    def held(self) -> Duration | None:
        """The duration that was told of last."""
        return self._shown

    def hold_again(self, content: object) -> None:
        """Take a duration for the one that is held."""
        self._shown = content if isinstance(content, Duration) else None

    def mark(self, *, wrong: bool) -> None:
        """Draw the borders in the colour of mistakes."""
        for part in self._parts:
            part.amount.mark(wrong=wrong)

    def show_value(self, content: object) -> None:
        """Show a duration; one that stands there already in other units stays so."""
        is_held = content == self._shown and (self.said or self._is_refusing)
        if not isinstance(content, Duration) or is_held:
            return
        if content != self._shown:
            self._before = content
        self._shown = content
        if self._written() != content:
            self._show(spans(content))
        self.say("")
        self._explain(content)

    def _show(self, amounts: tuple[Span, ...]) -> None:
        while len(self._parts) > len(amounts):
            self._drop(self._parts[-1])
        while len(self._parts) < len(amounts):
            self._add()
        for part, span in zip(self._parts, amounts, strict=True):
            part.unit.show_value(span.unit)
            part.amount.show_text(str(span.amount))
        self._name_units()

    def _name_units(self) -> None:
        """Call the units what they are called after their amounts."""
        for part in self._parts:
            words = unit_words(1 if part.amount.text().strip() == "1" else 2)
            offered = [each for each in UNITS if not (self._looks_back and each in CALENDAR)]
            part.unit.offer(tuple(Option(each, words[each]) for each in offered))
            part.unit.show_value(part.unit.value)

    def _add(self) -> None:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        amount = Line(f"{self.what}, {translate('Inspector', 'amount')}")
        amount.setFixedWidth(AMOUNT_WIDTH)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        unit = UnitPicker(f"{self.what}, {translate('Inspector', 'unit')}", self.context.theme)
        part = Part(row, amount, unit)
        inside.addWidget(amount)
        inside.addWidget(unit, 1)
        inside.addWidget(self._button(part, is_first=not self._parts))
        amount.textEdited.connect(self._read)
        amount.stepped.connect(lambda steps: self._step(part, steps))
        amount.left.connect(self.left)
        unit.picked.connect(self._picked)
        if not self._parts:
            self.start_at(amount)
        self._parts.append(part)
        self._rows.addWidget(row)

    def _button(self, part: Part, *, is_first: bool) -> IconButton:
        """Return the button behind an amount: the first adds another, the others go."""
        icon = "plus" if is_first else "x"
        add = translate("Inspector", "Add another unit")
        words = add if is_first else translate("Inspector", "Take this unit away")
        made = IconButton(icon, words, self.context.theme)
        made.clicked.connect(self._more if is_first else lambda: self._less(part))
        return made

    def _more(self) -> None:
        if len(self._parts) < MOST_PARTS:
            self._add()
            used = {part.unit.value for part in self._parts}
            free = next(each for each in ("hours", "minutes", "days", "weeks") if each not in used)
            self._parts[-1].unit.show_value(free)
            self._parts[-1].amount.show_text("0")
            self._name_units()
            self._parts[-1].amount.setFocus()
            self._parts[-1].amount.selectAll()

    def _less(self, part: Part) -> None:
        self._drop(part)
        self._read()
        self.left.emit()

    def _drop(self, part: Part) -> None:
        self._parts.remove(part)
        self._rows.removeWidget(part.row)
        part.row.hide()
        part.row.deleteLater()

    def _written(self) -> Duration | None:
        texts = [part.amount.text().strip() for part in self._parts]
        if not texts or not all(AMOUNT.fullmatch(text) for text in texts):
            return None
        units = [next(unit for unit in UNITS if unit == part.unit.value) for part in self._parts]
        try:
            return duration_of(
                Span(int(text), unit) for text, unit in zip(texts, units, strict=True)
            )
        except ValueError:
            return None

    def _read(self) -> None:
        written = self._written()
        if written is None:
            self.refuse(self._wrong_words())
            return
        self.say("")
        self._shown = written
        self._name_units()
        self._explain(written)
        self.changed.emit(written)

    def _wrong_words(self) -> str:
        """Say what is wrong with the first amount that cannot be."""
        for part in self._parts:
            text = part.amount.text().strip()
            if not text:
                return translate("Inspector", "An amount is missing.")
            if BELOW.fullmatch(text):
                return translate("Inspector", "Time does not run backwards: 0 is the least.")
            if PARTLY.fullmatch(text):
                words = "Only whole amounts: for a part, add another unit with the +."
                return translate("Inspector", words)
            if not FIGURES.fullmatch(text):
                return translate("Inspector", "\u201c%s\u201d is no number.") % text[:20]
        return translate("Inspector", "That is too long: 100 years are the most.")

    def _picked(self) -> None:
        self._read()
        self.left.emit()

    def _step(self, part: Part, steps: int) -> None:
        if AMOUNT.fullmatch(part.amount.text().strip()):
            part.amount.show_text(str(max(0, int(part.amount.text()) + steps)))
            self._read()

    def _explain(self, duration: Duration) -> None:
        words = meaning(duration, looks_back=self._looks_back)
        self._meaning.setText(words)
        self._meaning.setVisible(bool(words))
