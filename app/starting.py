"""Who starts a journey: what customers did, with how many did it, or another kind of start."""

from PySide6.QtCore import QCoreApplication

from journeys.document.kinds import event_start, kinds, other_starts
from journeys.document.node import Node
from journeys.spoken import told_apart
from widgets.shell.finder import Entry
from widgets.wording import kind_words

STARTS, OTHERWISE = "on:", "by:"
translate = QCoreApplication.translate


def offered_starts(events: tuple[tuple[str, int], ...]) -> tuple[Entry, ...]:
    """Return what can start a journey: the events with the customers who did each, then others."""
    called, card = told_apart(event for event, _ in events), event_start().card
    happening = tuple(
        Entry(f"{STARTS}{event}", called[event], _customers(count), card, event)
        for event, count in events
    )
    others = tuple(
        Entry(f"{OTHERWISE}{made.kind}", kind_words(made.card.title), card=made.card)
        for made in other_starts()
    )
    return (*happening, *others)


def kind_of_start(start: str) -> type[Node]:
    """Return the kind of step that was chosen."""
    if start.startswith(OTHERWISE):
        return kinds()[start.removeprefix(OTHERWISE)]
    return event_start()


def event_of_start(start: str) -> tuple[str, ...]:
    """Return the event that was chosen; none where it is another kind of start."""
    return (start.removeprefix(STARTS),) if start.startswith(STARTS) else ()


def _customers(count: int) -> str:
    if count == 1:
        return translate("Front", "1 customer")
    return translate("Front", "{} customers").format(f"{count:,}")
