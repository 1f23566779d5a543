"""The room of messages on its own, with a few things that are known at the step."""

import pytest
from pytestqt.qtbot import QtBot

from journeys.content.sort import Sort
from journeys.context.lineage import Verdict
from journeys.context.variables import Holds, Variable
from journeys.nodes.email import Email
from widgets.content.editor import Editor
from widgets.content.offers import Offer
from widgets.content.room import Message, MessageRoom
from widgets.theme import LIGHT


def _offer(name: str, holds: Holds, source: str, verdict: Verdict, sample: str = "") -> Offer:
    return Offer(Variable(name, holds, source), verdict, name.rpartition(".")[2], sample)


OFFERS = (
    _offer("customer.first_name", "text", "The profile", Verdict.POSSIBLE, "Maya"),
    _offer("event.price", "number", "What led in", Verdict.GUARANTEED, "169.00"),
    _offer("event.product", "text", "What led in", Verdict.GUARANTEED, "Boots"),
    _offer("cart.lines", "list", "The cart", Verdict.POSSIBLE),
    _offer("experiment.words.arm", "test arm", "The test", Verdict.IMPOSSIBLE),
    _offer("now", "time", "The moment of sending", Verdict.GUARANTEED),
)
MAIL = Message("a", "Reminder", "E-mail", "email", Email.sorts(), Email.card)


@pytest.fixture
def offers() -> tuple[Offer, ...]:
    return OFFERS


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    """Return an editor of HTML in focus."""
    made = Editor("HTML", Sort.HTML, LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_offers(OFFERS)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


@pytest.fixture
def room(qtbot: QtBot) -> MessageRoom:
    """Return the room with an e-mail open in it."""
    made = MessageRoom(LIGHT)
    qtbot.addWidget(made)
    made.resize(1_600, 900)
    made.show()
    qtbot.waitExposed(made)
    made.open(MAIL)
    return made
