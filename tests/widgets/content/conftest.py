"""The room of messages on its own, with a few things that are known at the step."""

import pytest
from pytestqt.qtbot import QtBot

from journeys.content.sort import Sort
from journeys.context.lineage import Verdict
from journeys.nodes.email import Email
from widgets.content.editor import Editor
from widgets.content.offers import Offer
from widgets.content.room import Message, MessageRoom
from widgets.theme import LIGHT

OFFERS = (
    Offer("customer.first_name", "First name", "text", Verdict.POSSIBLE, "the profile", "Maya"),
    Offer("event.price", "Price", "number", Verdict.GUARANTEED, "what led in", "169.00"),
    Offer("event.product", "Product", "text", Verdict.GUARANTEED, "what led in", "Boots"),
    Offer("cart.lines", "Lines of the cart", "list", Verdict.POSSIBLE, "the cart"),
    Offer("experiment.words.arm", "Arm", "text", Verdict.IMPOSSIBLE, "not dealt yet"),
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
