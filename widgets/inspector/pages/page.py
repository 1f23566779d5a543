"""A page of the panel: its head, what is wrong, and what is asked."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeys.document.edits.edit import Edit
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from widgets.inspector.context import Context
from widgets.inspector.controls.tabs import Tabs
from widgets.inspector.fields.field import Field
from widgets.inspector.look import MARGIN, looks
from widgets.inspector.pages.faults import Faults
from widgets.inspector.pages.head import Head
from widgets.inspector.speech import translate
from widgets.scrolled import Scrolled

SETTINGS, RESULTS, KNOWN = "settings", "results", "known"
GAP = 16


class Refusing(Protocol):
    """What can say beneath one of its fields that it cannot be."""

    def refuse(self, words: str) -> None:
        """Say so."""


Blamed = Field | Refusing


class Page(QWidget):
    """Asks about one thing. `edited` carries an edit, `left` that a field was left.

    `closed` says that a person has seen enough of it.
    """

    edited = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, head: Head, context: Context) -> None:
        super().__init__()
        self.context, self.head = context, head
        self.known: tuple[Problem, ...] = ()
        self._told_last: Blamed = head.title
        self.faults = Faults(context)
        self.faults.mended.connect(self._mend)
        head.left.connect(self.left)
        head.closed.connect(self.closed)
        self.tabs = Tabs()
        line = QFrame()
        looks(line, "line")
        line.setFixedHeight(1)
        self._content = QWidget()
        self._content.setObjectName("inspector_page")
        self.inside = QVBoxLayout(self._content)
        self.inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self.inside.setSpacing(GAP)
        self.inside.addWidget(self.faults)
        self.inside.addStretch(1)
        area = Scrolled(self._content)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(translate("Inspector", "What is selected"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.tabs)
        column.addWidget(line)
        column.addWidget(area, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Come into view, measured anew."""
        super().showEvent(event)
        self.measure()

    def measure(self) -> None:
        """Measure everything anew: what was filled in unseen may have another height now."""
        for part in self._content.findChildren(QWidget):
            part.updateGeometry()

    def ask(self, part: QWidget) -> None:
        """Put a part beneath those there are."""
        self.inside.insertWidget(self.inside.count() - 1, part)

    def rename(self) -> None:
        """Begin to write another name."""
        self.head.rename()

    def refuse(self, words: str) -> None:
        """Say beneath what was changed last that it was not taken."""
        if isinstance(self._told_last, Field):
            self._told_last.say(words)
        else:
            self._told_last.refuse(words)

    def tell(self, edit: Edit, blamed: Blamed) -> None:
        """Tell of an edit; where it is not taken, `blamed` says so."""
        self._told_last = blamed
        self.edited.emit(edit)

    def show_journey(self, journey: Journey) -> None:
        """Show what the page is about as it stands in a journey now."""
        raise NotImplementedError

    def _mend(self, fix: object) -> None:
        self.left.emit()
        self.edited.emit(fix)
        self.left.emit()

    def wrong_with(self, node: str | None) -> tuple[Problem, ...]:
        """Return what is wrong with a step, or with the journey itself where it is None."""
        return tuple(problem for problem in self.known if problem.node == node)
