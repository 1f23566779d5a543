"""The page of the journey itself, shown while nothing is selected."""

from journeys.document.edits.settings import RenameJourney
from journeys.document.journey import Journey
from widgets.inspector.context import Context
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.page import Page, wrong_with
from widgets.inspector.pages.rules import Rules
from widgets.inspector.speech import translate


class JourneyPage(Page):
    """Asks for the rules that hold for the whole journey."""

    def __init__(self, context: Context) -> None:
        kind = translate("Inspector", "The whole journey")
        super().__init__(Head("settings", context.theme.tints["update"], kind, context), context)
        self.rules = Rules(context)
        self.rules.edited.connect(lambda edit: self.tell(edit, self.rules))
        self.rules.left.connect(self.left)
        self.head.renamed.connect(self._rename)
        self.ask(self.rules)

    def show_journey(self, journey: Journey) -> None:
        """Show the rules as they are now."""
        self.head.show_title(journey.title, journey.id)
        self.rules.show_journey(journey)
        self.faults.show_problems(wrong_with(journey, None))

    def _rename(self, title: str) -> None:
        self.head.title.say("")
        self.tell(RenameJourney(title), self.head.title)
