"""The journey's own rules: who may enter again, what it is for, what ends it early."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeys.document.edits.edit import Edit
from journeys.document.edits.settings import (
    ChangeEntry,
    ChangeExits,
    ChangeGoals,
    ChangeLoops,
    ChangePriority,
    ChangeSegments,
    ChangeUnprompted,
)
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from widgets.inspector.asking import asking
from widgets.inspector.context import Context
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.form import row
from widgets.inspector.look import looks
from widgets.inspector.making import make_field
from widgets.inspector.pages.faults import Faults
from widgets.inspector.question import Asking

Editing = Callable[..., Edit]

EDITS: Mapping[str, Editing] = MappingProxyType(
    {
        "entry": ChangeEntry,
        "goals": ChangeGoals,
        "exits": ChangeExits,
        "segments": ChangeSegments,
        "unprompted": ChangeUnprompted,
        "priority": ChangePriority,
        "loops": ChangeLoops,
    }
)
GAP = 16


class Rules(QWidget):
    """Asks for the rules of a journey; `edited` carries the edit of one.

    `left` says that the person is done with a field, `mended` carries the fix of a problem.
    """

    edited = Signal(object)
    left = Signal()
    mended = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.rows: dict[str, QWidget] = {}
        self.faults: dict[str, Faults] = {}
        self._last = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for name in EDITS:
            asked = asking(Journey, name)
            field = make_field(Journey, name, asked, context)
            if field is None:
                continue
            if self.fields:
                line = QFrame()
                looks(line, "line")
                line.setFixedHeight(1)
                column.addWidget(line)
            self.fields[name] = field
            column.addWidget(self._row(name, field, asked, context))
            self._hear(name, field)

    def show_journey(self, journey: Journey) -> None:
        """Show the rules of a journey."""
        for name, field in self.fields.items():
            field.show_value(getattr(journey, name))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong with each rule above what is asked of it."""
        for name, faults in self.faults.items():
            faults.show_problems(tuple(each for each in problems if each.rule == name))

    def _row(self, name: str, field: Field, asked: Asking, context: Context) -> QWidget:
        """Return a rule with its heading, and beneath that what is wrong with it."""
        made = self.rows[name] = row(field, asked, is_inside=False)
        faults = self.faults[name] = Faults(context)
        faults.mended.connect(self.mended)
        column = made.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, faults)
        return made

    def refuse(self, words: str) -> None:
        """Say beneath what was changed last that it cannot be."""
        if self._last:
            self.fields[self._last].say(words)

    def _hear(self, name: str, field: Field) -> None:
        field.changed.connect(lambda content: self._change(name, content))
        field.left.connect(self.left)

    def _change(self, name: str, content: object) -> None:
        self._last = name
        self.fields[name].say("")
        self.edited.emit(EDITS[name](content))
