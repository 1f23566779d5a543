"""The page of the journey itself, shown while nothing is selected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeys.document.edits.settings import Describe, RenameJourney
from journeys.document.journey import DESCRIPTION_LENGTH, Journey
from widgets.inspector.context import Context
from widgets.inspector.controls.words import Words
from widgets.inspector.look import label
from widgets.inspector.outcome import Outcome
from widgets.inspector.pages.funnel import Funnel
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.page import GAP, RESULTS, SETTINGS, Page
from widgets.inspector.pages.rules import EDITS, Rules
from widgets.inspector.speech import translate
from widgets.theme import CARD_TITLE, SECONDARY

HIGH = 84


class JourneyPage(Page):
    """Asks for the rules that hold for the whole journey, and shows how far people get in it.

    `turned` carries the name of the part that a person turned to; `part` is the one that is shown
    next, where there is something in it.
    """

    turned = Signal(str)

    def __init__(self, context: Context) -> None:
        kind = translate("Inspector", "The whole journey")
        super().__init__(Head("settings", context.theme.tints["update"], kind, context), context)
        self.description = Words(translate("Inspector", "What the journey does"), HIGH)
        self.description.setPlaceholderText(translate("Inspector", "What it does, in a sentence"))
        self.description.written.connect(self._describe)
        self.description.left.connect(self.left)
        self._wrong = label("", SECONDARY, "wrong", wraps=True)
        self._described = ""
        self.rules = Rules(context)
        self.rules.edited.connect(lambda edit: self.tell(edit, self.rules))
        self.rules.left.connect(self.left)
        self.rules.mended.connect(self._mend)
        self.head.close_button.hide()  # there is nothing behind it
        self.head.renamed.connect(self._rename)
        self.part = SETTINGS
        self.funnel = Funnel(context.theme)
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(label(translate("Inspector", "Description"), CARD_TITLE))
        words.addWidget(self.description)
        column.addLayout(words)
        column.addWidget(self._wrong)
        column.addWidget(self.rules)
        self._wrong.hide()
        self._parts: dict[str, QWidget] = {SETTINGS: asked, RESULTS: self.funnel}
        for each in self._parts.values():
            self.ask(each)
        self.tabs.chosen.connect(self._turn)
        self.show_outcome(Outcome())

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how far people get; where nobody was counted there is no such part."""
        parts = [(SETTINGS, translate("Inspector", "Settings"))]
        if outcome.stages:
            self.funnel.show_stages(outcome.ground, outcome.stages)
            parts.append((RESULTS, translate("Inspector", "Results")))
        shown = self.part if self.part in dict(parts) else SETTINGS
        self.tabs.offer(tuple(parts), shown)
        for name, part in self._parts.items():
            part.setVisible(name == shown)
        self.measure()

    def _turn(self, name: str) -> None:
        self.part = name
        for each, part in self._parts.items():
            part.setVisible(each == name)
        self.measure()
        self.turned.emit(name)

    def show_journey(self, journey: Journey) -> None:
        """Show the rules as they are now."""
        self.head.show_title(journey.title, journey.id)
        if journey.description != self._described:
            self._described = journey.description
            self._warn("")
            self.description.show_text(journey.description)
        self.rules.show_journey(journey)
        wrong = self.wrong_with(None)
        self.rules.show_problems(wrong)
        self.faults.show_problems(tuple(each for each in wrong if each.rule not in EDITS))

    def _rename(self, title: str) -> None:
        self.head.title.say("")
        self.tell(RenameJourney(title), self.head.title)

    def _describe(self, text: str) -> None:
        """Tell of other words, unless there are too many; what is written stays either way."""
        too_long = translate("Inspector", "{} characters at most.").format(DESCRIPTION_LENGTH)
        is_too_long = len(text) > DESCRIPTION_LENGTH
        self._warn(too_long if is_too_long else "")
        if not is_too_long and text != self._described:
            self._described = text
            self.edited.emit(Describe(text))

    def _warn(self, words: str) -> None:
        """Say beneath the words what is wrong with them, or nothing."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
