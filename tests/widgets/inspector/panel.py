"""Hands on the inspector: every sort of field is changed with real keys and a real mouse."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from journeys.document.format import dumps
from widgets.document import Document
from widgets.inspector.controls.picking import PickList
from widgets.inspector.controls.popup import Popup
from widgets.inspector.fields.cause import CauseField
from widgets.inspector.fields.choice import ChoiceField
from widgets.inspector.fields.clock import ClockField
from widgets.inspector.fields.content import ContentField
from widgets.inspector.fields.dated import DateField
from widgets.inspector.fields.days import DaysField
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.event import EventField
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.looking import LookBackField
from widgets.inspector.fields.name import NameField
from widgets.inspector.fields.names import NamesField
from widgets.inspector.fields.nested import NestedField
from widgets.inspector.fields.number import NumberField
from widgets.inspector.fields.onward import OnwardField
from widgets.inspector.fields.optional import OptionalField
from widgets.inspector.fields.pairs import PairsField
from widgets.inspector.fields.schedule import ScheduleField
from widgets.inspector.fields.shift import ShiftField
from widgets.inspector.fields.text import TextField
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.fields.truth import TruthField
from widgets.inspector.fields.weights import WeightsField
from widgets.inspector.inspector import Inspector
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.step import StepPage
from widgets.inspector.sentences.tree import TreeField

PICKED = (
    ChoiceField, EventField, NameField, CauseField, DateField, ShiftField, LookBackField,
    OnwardField, ScheduleField,
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True, slots=True)
class Panel:
    """An inspector and the document it changes."""

    document: Document
    inspector: Inspector

    @property
    def written(self) -> bytes:
        """The journey as it stands in a file."""
        return dumps(self.document.journey)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of the page, by what they ask for."""
        page = self.inspector.page
        if isinstance(page, StepPage):
            return page.form.fields
        return page.rules.fields if isinstance(page, JourneyPage) else {}

    def undo_all(self) -> int:
        """Take back everything; return how many times there was something to take back."""
        count = 0
        while self.document.history.can_undo:
            self.document.undo()
            count += 1
        return count

    def write(self, line: QLineEdit, text: str) -> None:
        """Write over what stands in a line."""
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)

    def pick(self, opener: QWidget, text: str = "") -> None:
        """Open a list with Enter and take what a text narrows it down to, or the next entry."""
        QTest.keyClick(opener, Qt.Key.Key_Return)
        self.pick_open(text)

    def pick_open(self, text: str = "") -> None:
        """Take from the list that is open what a text narrows it down to, or the next entry."""
        picking = self.popup().content
        assert isinstance(picking, PickList)
        if text:
            QTest.keyClicks(picking.search, text)
        else:
            down = Qt.Key.Key_Down if picking.list.currentRow() < 1 else Qt.Key.Key_Up
            QTest.keyClick(picking.list, down)
        QTest.keyClick(picking.list, Qt.Key.Key_Return)

    def popup(self) -> Popup:
        """Return the card that is open."""
        found = QApplication.activePopupWidget()
        assert isinstance(found, Popup)
        return found

    def click(self, widget: QWidget) -> None:
        """Press something with the mouse."""
        QTest.mouseClick(widget, LEFT)

    def change(self, field: Field) -> None:
        """Change a field of any sort to something else."""
        if isinstance(field, OptionalField):
            self.click(field.add if field.add.isVisibleTo(field) else field.clear)
        elif isinstance(field, NestedField):
            self.change(next(iter(field.form.fields.values())))
        elif isinstance(field, (ThingsField, PairsField)):
            self.click(field.add)
        elif isinstance(field, (TreeField, NamesField)):
            self.pick(field.root.add if isinstance(field, TreeField) else field.add)
        elif isinstance(field, PICKED):
            is_open = len(field.picker.offered) < 2 and not isinstance(field, OnwardField)
            self.pick(field.picker, "another" if is_open else "")
        else:
            self._write_into(field)

    def _write_into(self, field: Field) -> None:
        match field:
            case ContentField():
                QTest.keyClicks(field.line, "7")
            case TextField():
                QTest.keyClicks(field.line, "x")
            case NumberField():
                self.write(field.line, "7")
            case TruthField():
                QTest.keyClick(field.switch, Qt.Key.Key_Space)
            case ClockField():
                self.write(field.line, "7:15")
            case DaysField():
                self.click(field.buttons["sat"])
            case DurationField():
                self.write(field.amounts[0], "5")
            case WeightsField():
                self.write(field.rows[0].share.line, "30")
            case _:
                raise AssertionError(f"nobody knows how to change {type(field).__name__}")

    def leaves(self) -> Iterator[tuple[str, Field]]:
        """Yield every field of the page, those inside others as well."""
        for name, field in self.fields.items():
            yield from inner(name, field)


def inner(name: str, field: Field) -> Iterator[tuple[str, Field]]:
    """Yield a field and those inside it."""
    yield name, field
    if isinstance(field, NestedField):
        forms = [field.form]
    elif isinstance(field, ThingsField):
        forms = [card.form for card in field.cards.values()]
    else:
        forms = []
    for form in forms:
        for within, part in form.fields.items():
            if form.value is not None and not form.value.asks(within):
                continue
            yield from inner(f"{name}.{within}", part)
    if isinstance(field, OptionalField):
        yield from inner(f"{name}?", field.inner)
