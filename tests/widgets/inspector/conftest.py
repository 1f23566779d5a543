"""An inspector over a document, shown as in the window, with data to pick from."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from journeys.document.journey import Journey
from journeys.nodes.call_trigger import CallTrigger
from journeys.people.population import ColumnType
from tests.widgets.inspector.panel import Panel
from widgets.document import Document
from widgets.inspector.choices import Choices
from widgets.inspector.inspector import Inspector
from widgets.theme import LIGHT

CHOICES = Choices(
    events=("add_to_cart", "purchase", "sign_in"),
    properties={"add_to_cart": ("platform", "cart_id"), "purchase": ("platform", "value")},
    columns={
        "platform": ColumnType.TEXT,
        "value": ColumnType.DECIMAL,
        "cart_id": ColumnType.TEXT,
        "at": ColumnType.INSTANT,
    },
    attributes={"tier": ColumnType.TEXT, "age": ColumnType.WHOLE, "member": ColumnType.TRUTH},
    values={"platform": ("desktop", "mobile"), "tier": ("gold", "silver")},
    complete=frozenset({"platform", "tier"}),
    span=(1_577_836_800, 1_585_612_800),  # the first three months of 2020
)

ELSEWHERE = Journey(
    id="elsewhere", title="Elsewhere", nodes=(CallTrigger(id="comes", call="come"),)
)

Opening = Callable[..., Panel]


@pytest.fixture
def open_panel(qtbot: QtBot) -> Opening:
    """Return what opens a journey with some of it selected."""

    def opened(journey: Journey, *selected: str, choices: Choices = CHOICES) -> Panel:
        document = Document(journey)
        document.shelve((ELSEWHERE,))
        inspector = Inspector(document, LIGHT)
        qtbot.addWidget(inspector)
        inspector.set_choices(choices)
        inspector.show_nodes(selected)
        inspector.resize(352, 900)
        inspector.show()
        return Panel(document, inspector)

    return opened
