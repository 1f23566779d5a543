"""The page of one step: its form is made from the fields of its kind."""

from journeys.document.edits.steps import ChangeNode, Rename
from journeys.document.journey import Journey
from journeys.document.node import Node
from widgets.inspector.context import Context
from widgets.inspector.look import label
from widgets.inspector.making import make_form
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.page import Page, wrong_with
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY


class StepPage(Page):
    """Asks for everything a step can be told."""

    def __init__(self, node: Node, context: Context) -> None:
        card = node.card
        super().__init__(
            Head(card.icon, context.theme.tints[card.tint], card.title, context), context
        )
        self.node = node.id
        self._card = card
        self.form = make_form(type(node), context)
        self.form.changed.connect(self._change)
        self.form.left.connect(self.left)
        self.head.renamed.connect(self._rename)
        self.ask(self.form)
        if not self.form.fields:
            words = translate("Inspector", "There is nothing to set for this step.")
            self.ask(label(words, SECONDARY, "second", wraps=True))

    def show_journey(self, journey: Journey) -> None:
        """Show the step as it is now."""
        node = journey.by_id.get(self.node)
        if node is not None:
            self.head.show_title(node.title, self._card.title)
            self.form.show_value(node)
            self.faults.show_problems(wrong_with(journey, self.node))

    def _change(self, node: Node) -> None:
        self.tell(ChangeNode(node), self.form)

    def _rename(self, title: str) -> None:
        self.head.title.say("")
        self.tell(Rename(self.node, title), self.head.title)
