"""The page of one step: its form is made from the fields of its kind."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.content.message import Message
from journeys.document.edits.steps import ChangeNode, Rename
from journeys.document.journey import Journey
from journeys.document.node import Node
from widgets.inspector.context import Context
from widgets.inspector.controls.shelf import Shelf
from widgets.inspector.fields.onward import OnwardField
from widgets.inspector.here import Telling
from widgets.inspector.look import label
from widgets.inspector.making import make_form
from widgets.inspector.outcome import Outcome
from widgets.inspector.pages.came import Came
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.known import KnownHere
from widgets.inspector.pages.page import GAP, KNOWN, RESULTS, SETTINGS, Page
from widgets.inspector.pages.words import MessageWords
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY
from widgets.wording import kind_words

CONTENT = "content"


class StepPage(Page):
    """Asks for everything a step can be told, and shows what came of it.

    `turned` carries the name of the part that a person turned to, `people_asked` a step and which
    of its people somebody wants to see, `words_asked` a message whose words are to be written,
    `open_asked` the id of another journey.
    """

    turned = Signal(str)
    people_asked = Signal(str, str)
    words_asked = Signal(str)
    open_asked = Signal(str)

    def __init__(self, node: Node, context: Context, shown: str = "") -> None:
        card = node.card
        super().__init__(
            Head(card.icon, context.theme.tints[card.tint], kind_words(card.title), context),
            context,
        )
        self.node, self.kind = node.id, node.kind
        self._card = card
        self._shown = shown
        self.settings = Shelf()
        self.form = make_form(type(node), context, self.settings)
        self.form.changed.connect(self._change)
        self.form.left.connect(self.left)
        for field in self.form.findChildren(OnwardField):
            field.open_asked.connect(self.open_asked)
        self.came = Came()
        self.known_here = KnownHere(context.theme)
        self.known_here.grown.connect(self.measure)
        self._outcome, self._here = Outcome(), False
        self.came.asked.connect(lambda out: self.people_asked.emit(self.node, out))
        self.head.renamed.connect(self._rename)
        self.tabs.chosen.connect(self._turn)
        words = translate("Inspector", "There is nothing to set for this step.")
        self._nothing = label(words, SECONDARY, "second", wraps=True)
        self.words = MessageWords() if isinstance(node, Message) else None
        self._parts: dict[str, QWidget] = {
            CONTENT: self._asked(node),
            SETTINGS: self.settings,
            KNOWN: self.known_here,
            RESULTS: self.came,
        }
        for part in self._parts.values():
            self.ask(part)
        self.show_outcome(Outcome())

    def _asked(self, node: Node) -> QWidget:
        if self.words is None:
            return self.form if self.form.fields else self._nothing
        self.words.edit.clicked.connect(lambda: self.words_asked.emit(node.id))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.words)
        if self.form.is_used:
            column.addWidget(self.form)
        return made

    @property
    def shown(self) -> str:
        """The part that is in view."""
        return next(name for name, part in self._parts.items() if not part.isHidden())

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what a run says of the step; where it says nothing there is no such part."""
        self._outcome = outcome
        self.came.show_sections(outcome.ground, outcome.steps.get(self.node, ()))
        self._offer()

    def show_here(self, telling: Telling | None) -> None:
        """Show what is known at the step; without data there is no such part."""
        self.known_here.show_here(telling)
        self._here = telling is not None
        self._offer()

    def _offer(self) -> None:
        """Offer the parts that have something in them."""
        sections = self._outcome.steps.get(self.node, ())
        has_content = self.form.is_used or self.words is not None
        says_nothing = self._here and not self.settings.is_used
        titles = (
            (CONTENT, translate("Inspector", "Content"), has_content or says_nothing),
            (SETTINGS, translate("Inspector", "Settings"), self.settings.is_used),
            (KNOWN, translate("Inspector", "Known here"), self._here),
            (RESULTS, translate("Inspector", "Results"), bool(sections)),
        )
        parts = tuple((name, words) for name, words, is_there in titles if is_there)
        names = [name for name, _ in parts] or [CONTENT]
        shown = self._shown if self._shown in names else names[0]
        self.tabs.offer(parts, shown)
        for name, part in self._parts.items():
            part.setVisible(name == shown)
        self.measure()

    def show_journey(self, journey: Journey) -> None:
        """Show the step as it is now."""
        node = journey.by_id.get(self.node)
        if node is not None and node.kind == self.kind:
            self.head.show_title(node.title, kind_words(self._card.title))
            self.form.show_value(node)
            if self.words is not None and isinstance(node, Message):
                self.words.show_message(node)
            self.faults.show_problems(self.wrong_with(self.node))

    def _turn(self, name: str) -> None:
        self._shown = name
        for each, part in self._parts.items():
            part.setVisible(each == name)
        self.measure()
        self.turned.emit(name)

    def _change(self, node: Node) -> None:
        self.tell(ChangeNode(node), self.form)

    def _rename(self, title: str) -> None:
        self.head.title.say("")
        self.tell(Rename(self.node, title), self.head.title)
