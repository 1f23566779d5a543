"""A step shows only the parts it has, and what came of it leads to the people themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeys.document.kinds import kinds
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.outcome import Figure, Outcome, Section
from widgets.inspector.pages.step import StepPage

EVERY_KIND = every_kind()
CAME = Section("", (Figure("came here", 78, out=""),))
WAYS = Section(
    "Where they went", (Figure("Sent", 58, 78, "sent"), Figure("Failed", 0, 78, "failed"))
)
RAN = Outcome("Test run on 300 customers.", dict.fromkeys(kinds(), (CAME, WAYS)))
PARTS = {
    "call_trigger": ["content", "settings"],
    "date_trigger": ["content", "settings"],
    "email": ["content", "settings"],
    "event_trigger": ["content", "settings"],
    "experiment": ["content", "settings"],
    "finish": [],
    "in_app": ["content", "settings"],
    "push": ["content", "settings"],
    "schedule_trigger": ["content", "settings"],
    "segment_trigger": ["content", "settings"],
    "sms": ["content", "settings"],
    "wait_event": ["content", "settings"],
}


def parts(kind: str) -> list[str]:
    """Return the parts a kind has: its content, and settings where there is anything rare."""
    return PARTS.get(kind, ["content"])


def page_of(panel: Panel) -> StepPage:
    page = panel.inspector.page
    assert isinstance(page, StepPage)
    return page


@pytest.mark.parametrize("kind", kinds())
def test_a_step_has_a_tab_for_each_part_it_has_and_no_other(open_panel: Opening, kind: str) -> None:
    panel = open_panel(EVERY_KIND, kind)
    page = page_of(panel)
    assert list(page.tabs.buttons) == parts(kind)
    assert page.tabs.isVisible() == (len(parts(kind)) > 1)
    panel.inspector.show_outcome(RAN)
    assert list(page.tabs.buttons) == [*parts(kind), "results"]
    assert page.shown == (parts(kind) or ["results"])[0]
    panel.inspector.show_outcome(Outcome())
    assert list(page.tabs.buttons) == parts(kind)


def test_another_step_begins_with_its_content_after_settings(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "event_trigger")
    panel.click(page_of(panel).tabs.buttons["settings"])
    assert page_of(panel).shown == "settings"
    panel.inspector.show_nodes(("experiment",))
    assert page_of(panel).shown == "content"


def test_a_tab_brings_its_part_and_results_are_kept_for_the_next_step(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "email")
    panel.inspector.show_outcome(RAN)
    panel.click(page_of(panel).tabs.buttons["results"])
    assert page_of(panel).came.isVisible()
    assert not page_of(panel).settings.isVisible()
    panel.inspector.show_nodes(("wait",))
    assert page_of(panel).shown == "results"


def test_every_figure_that_counts_somebody_leads_to_those_people(
    qtbot: QtBot, open_panel: Opening
) -> None:
    panel = open_panel(EVERY_KIND, "finish")
    panel.inspector.show_outcome(RAN)
    buttons = page_of(panel).came.buttons
    assert list(buttons) == ["", "sent"]
    for out, button in buttons.items():
        with qtbot.waitSignal(panel.inspector.people_asked) as asked:
            panel.click(button)
        assert asked.args == ["finish", out]
    shown = [label.text() for label in page_of(panel).came.findChildren(QLabel)]
    assert {"78", "58", "74%", "0"} <= set(shown)


@pytest.mark.parametrize("selected", [("email",), ("why",), ("email", "wait")])
def test_what_is_selected_can_be_closed_and_the_journey_itself_cannot(
    qtbot: QtBot, open_panel: Opening, selected: tuple[str, ...]
) -> None:
    panel = open_panel(EVERY_KIND, *selected)
    page = panel.inspector.page
    assert page is not None
    with qtbot.waitSignal(panel.inspector.closed):
        QTest.mouseClick(page.head.close_button, Qt.MouseButton.LeftButton)
    panel.inspector.show_nodes(())
    assert panel.inspector.page is not None
    assert not panel.inspector.page.head.close_button.isVisible()


def test_a_part_that_was_filled_in_unseen_takes_just_the_room_it_needs(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    panel.inspector.show_outcome(RAN)
    panel.inspector.show_nodes(("email",))
    panel.click(page_of(panel).tabs.buttons["settings"])
    settings = page_of(panel).settings
    QTest.qWait(1)
    assert settings.height() == settings.heightForWidth(settings.width())
