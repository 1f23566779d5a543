"""The page of several steps: how many of which kind, and what can be done with them."""

from collections import Counter

from journeys.document.journey import Journey
from widgets.inspector.context import Context
from widgets.inspector.look import label
from widgets.inspector.pages.head import Head
from widgets.inspector.pages.page import Page
from widgets.inspector.speech import translate
from widgets.theme import BODY, SECONDARY
from widgets.wording import kind_words


class SeveralPage(Page):
    """Says what is selected."""

    def __init__(self, nodes: tuple[str, ...], notes: tuple[str, ...], context: Context) -> None:
        tint = context.theme.tints["finish"]
        kind = translate("Inspector", "Selected together")
        super().__init__(Head("layers", tint, kind, context, can_rename=False), context)
        self._nodes, self._notes = nodes, notes
        self._list = label("", BODY, wraps=True)
        hint = translate(
            "Inspector",
            "Delete takes them away. Ctrl+Delete takes them away and joins the path again. "
            "Ctrl+C copies them, also into another journey.",
        )
        self.ask(self._list)
        self.ask(label(hint, SECONDARY, "second", wraps=True))

    def rename(self) -> None:
        """Do nothing: several things have no name in common."""

    def show_journey(self, journey: Journey) -> None:
        """Count what is selected, by kind."""
        kinds = Counter(
            kind_words(journey.by_id[node].card.title)
            for node in self._nodes
            if node in journey.by_id
        )
        notes = translate("Inspector", "Note")
        counts = [*kinds.most_common(), *([(notes, len(self._notes))] if self._notes else [])]
        lines = [f"{count} \u00d7 {title}" for title, count in counts]
        self._list.setText("\n".join(lines))
        total = len(self._nodes) + len(self._notes)
        words = (
            translate("Inspector", "%d things")
            if self._notes
            else translate("Inspector", "%d steps")
        )
        self.head.show_title(words % total, "")
