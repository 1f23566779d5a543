"""The panel that asks about what is selected: a step, several, a note, or the journey itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.document.edits.edit import Edit
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.problems import Problem
from journeys.errors import EditRefusedError
from journeys.simulation.names import reactions
from widgets.document import Changed, Document
from widgets.inspector.choices import NOTHING, Choices
from widgets.inspector.context import Context
from widgets.inspector.controls.reading_order import order_tabs
from widgets.inspector.fields.field import Field
from widgets.inspector.here import Telling
from widgets.inspector.look import PANEL, sheet
from widgets.inspector.offered import entry_events, fitting
from widgets.inspector.outcome import Outcome
from widgets.inspector.own import Own
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.note import NotePage
from widgets.inspector.pages.page import KNOWN, RESULTS, Page
from widgets.inspector.pages.several import SeveralPage
from widgets.inspector.pages.step import StepPage
from widgets.inspector.speech import translate
from widgets.theme import Theme


class Inspector(QWidget):
    """Shows what is selected in a document and changes it there; nowhere else is anything kept.

    `refused` carries the words of an edit that the document did not take, `people_asked` a step
    and which of its people to show, `words_asked` a message to be written, `open_asked` another
    journey to open, `followed` a variable whose thread to show, `pointed` one that is pointed at,
    or nothing; `closed` says that it was closed, `escaped` that Esc was pressed.
    """

    refused = Signal(str)
    followed = Signal(str)
    pointed = Signal(str)
    people_asked = Signal(str, str)
    words_asked = Signal(str)
    open_asked = Signal(str)
    closed = Signal()
    escaped = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Inspector", "Inspector"))
        self.setFixedWidth(PANEL)
        self._document, self._theme = document, theme
        self._choices, self._nodes = NOTHING, tuple[str, ...]()
        self._outcome, self._part = Outcome(), ""
        self._own = Own(lambda: document.journey, lambda: document.there)
        self._teller: Callable[[str], Telling | None] = lambda _: None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self.page: Page | None = None
        self._resting: JourneyPage | None = None
        self._is_stale = True
        self._order: tuple[QWidget, ...] = ()
        document.changed.connect(self._hear)
        document.grounded.connect(self._show_again)
        self.setStyleSheet(sheet(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page, where something has changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._build()

    def show_nodes(self, nodes: tuple[str, ...]) -> None:
        """Show these steps or notes; none of them: the journey itself."""
        if nodes != self._nodes:
            self._document.seal()
            self._nodes = nodes
            self._build()

    def set_choices(self, choices: Choices) -> None:
        """Offer what this data has."""
        self._choices = choices
        self._forget()
        self._build()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what a run says of the steps from now on."""
        self._outcome = outcome
        if isinstance(self.page, (StepPage, JourneyPage)):
            self.page.show_outcome(outcome)
            self._order = order_tabs(self.page)

    @property
    def outcome(self) -> Outcome:
        """What is shown of a run, or of what each edit counts."""
        return self._outcome

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what was found to be wrong with the journey."""
        if self.page is not None and self.page.known != problems:
            self.page.known = problems
            self.page.show_journey(self._document.journey)

    def tell_known(self, teller: Callable[[str], Telling | None]) -> None:
        """Show what is known at a step as `teller` says it, from now on."""
        self._teller = teller
        self.show_known()

    def show_known(self) -> None:
        """Show anew what is known at the step that is shown."""
        if isinstance(self.page, StepPage):
            self.page.show_here(self._teller(self.page.node))
            self._order = order_tabs(self.page)

    def show_followed(self, name: str) -> None:
        """Mark the variable whose thread is drawn."""
        if isinstance(self.page, StepPage):
            self.page.known_here.show_followed(name)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of a theme."""
        self._theme = theme
        self._forget()
        self.setStyleSheet(sheet(theme))
        self._build()

    @property
    def refused_field(self) -> Field | None:
        """The first field with a text in it that cannot be, if there is one."""
        page = self.page
        fields = page.findChildren(Field) if page is not None else ()
        return next((field for field in fields if field.said), None)

    def go_to_refused(self) -> bool:
        """Go to a field with a text in it that cannot be; False where there is none."""
        field, page = self.refused_field, self.page
        if field is None or page is None:
            return False
        for part in page.tabs.buttons:
            if not field.isVisible():
                self.turn(part)
        field.begin()
        return True

    def turn(self, part: str) -> None:
        """Turn to a part of the page, such as "results", where there is one."""
        if self.page is not None and part in self.page.tabs.buttons:
            self.page.tabs.buttons[part].click()

    def rename(self) -> None:
        """Begin to write another name for what is selected."""
        if self.page is not None:
            self.page.rename()

    def _build(self) -> None:
        """Show the page of what is selected; that of the journey is kept for the next time.

        Nothing is made while nobody looks.
        """
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._put_away()
        page = self._made()
        if page is not self._resting:
            page.edited.connect(self._do)
            page.left.connect(self._document.seal)
            page.closed.connect(self.closed)
            self._column.addWidget(page)
        if isinstance(page, JourneyPage):
            self._resting = page
        self.page = page
        page.known = self._document.problems
        page.show_journey(self._document.journey)
        page.show()
        self._order = order_tabs(page)

    def _put_away(self) -> None:
        if self.page is None:
            return
        self.page.hide()
        if self.page is not self._resting:
            self._column.removeWidget(self.page)
            self.page.deleteLater()
        self.page = None

    def _forget(self) -> None:
        """Take away every page: all of them have to be made anew."""
        self._put_away()
        if self._resting is not None:
            self._column.removeWidget(self._resting)
            self._resting.deleteLater()
            self._resting = None

    def _made(self) -> Page:
        journey = self._document.journey
        choices = fitting(self._choices, journey, self._own)
        context = Context(self._theme, choices, entry_events(journey))
        there = [node for node in self._nodes if node in journey.by_id]
        notes = {note.id for note in journey.notes}
        noted = [note for note in self._nodes if note in notes and note not in there]
        if len(there) == 1 and not noted:
            return self._step(journey.node(there[0]), context)
        if len(noted) == 1 and not there:
            return NotePage(noted[0], context)
        if there or noted:
            return SeveralPage(tuple(there), tuple(noted), context)
        return self._journey(context)

    def _journey(self, context: Context) -> JourneyPage:
        """Return the page of the journey, turned to its results where those were looked at last."""
        made = self._resting
        if made is None or made.context != context:
            self._forget()
            made = JourneyPage(context)
            made.turned.connect(self._turn)
        made.part = self._part
        made.show_outcome(self._outcome)
        return made

    def _step(self, node: Node, context: Context) -> StepPage:
        """Return the page of a step, turned to its results where those were looked at last."""
        made = StepPage(node, context, self._part)
        made.show_outcome(self._outcome)
        made.turned.connect(self._turn)
        made.people_asked.connect(self.people_asked)
        made.show_here(self._teller(node.id))
        made.known_here.followed.connect(self.followed)
        made.known_here.pointed.connect(self.pointed)
        made.words_asked.connect(self.words_asked)
        made.open_asked.connect(self.open_asked)
        return made

    def _turn(self, part: str) -> None:
        self._part = part if part in {KNOWN, RESULTS} else ""
        if self.page is not None:
            self._order = order_tabs(self.page)

    def _hear(self, changed: Changed) -> None:
        """Show what has changed; a new page only where what is asked for is another thing."""
        if not self.isVisible():
            self._is_stale = True
            return
        gone = changed.diff.removed_nodes | changed.diff.removed_notes
        back = changed.diff.added_nodes | changed.diff.added_notes
        starts = entry_events(changed.before) != entry_events(changed.after)
        reacting = reactions(changed.before) != reactions(changed.after)
        is_elsewhere = changed.before.id != changed.after.id
        if self._is_of_another_kind():
            self._build()
        elif is_elsewhere or starts or reacting or (gone | back) & set(self._nodes):
            self._build_anew(changed.after, starts=starts)
        elif self.page is not None:
            self.page.known = self._document.problems
            self.page.show_journey(changed.after)
            self._order = order_tabs(self.page, self._order)

    def _show_again(self) -> None:
        """Show what there is to pick from now, in the page as it stands."""
        if self.page is not None:
            self.page.known = self._document.problems
            self.page.show_journey(self._document.journey)

    def _is_of_another_kind(self) -> bool:
        """Say whether the step that is shown is one of another kind now, as in another file."""
        if not isinstance(self.page, StepPage):
            return False
        now = self._document.journey.by_id.get(self.page.node)
        return now is not None and now.kind != self.page.kind

    def _build_anew(self, journey: Journey, *, starts: bool) -> None:
        """Build the page anew, but never under the hands of who changes the start itself."""
        node = journey.by_id.get(self._nodes[0]) if len(self._nodes) == 1 else None
        if starts and node is not None and node.is_trigger and isinstance(self.page, StepPage):
            self.page.known = self._document.problems
            self.page.show_journey(journey)
        else:
            self._build()

    def _do(self, edit: Edit) -> None:
        try:
            self._document.do(edit)
        except EditRefusedError as error:
            if self.page is not None:
                self.page.refuse(str(error))
            self.refused.emit(str(error))
