"""What customers do with messages can be asked for though the imported data has none of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeys.conditions.tree import BehaviourTest, leaves
from journeys.document.journey import Journey
from journeys.nodes.branch import Branch
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import BOUGHT, every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.controls.picking import PickList
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.sentences.leaf import LeafView


def event_token(panel: Panel) -> tuple[LeafView, Token]:
    branches = panel.fields["branches"]
    assert isinstance(branches, ThingsField)
    view = branches.findChildren(LeafView)[0]
    return view, view.tokens["event"]


def asked(panel: Panel) -> str:
    branch = panel.document.journey.node("branch")
    assert isinstance(branch, Branch)
    leaf = next(iter(leaves(branch.branches[0].condition)))
    assert isinstance(leaf, BehaviourTest)
    return leaf.event


@pytest.mark.parametrize("text", ["open", "opened", "mail", "click"])
def test_a_reaction_is_found_by_plain_words_and_stored_by_its_name(
    open_panel: Opening, text: str
) -> None:
    panel = open_panel(every_kind(), "branch")
    view, token = event_token(panel)
    panel.pick(token, text)
    assert asked(panel) == ("email_clicked" if text == "click" else "email_opened")
    said = "clicked in an e-mail" if text == "click" else "opened an e-mail"
    assert said in view.spoken
    assert view.tokens["event"].property("look") == "event"


def test_reactions_stand_in_a_group_whose_name_cannot_be_picked(open_panel: Opening) -> None:
    panel = open_panel(every_kind(), "branch")
    _, token = event_token(panel)
    QTest.keyClick(token, Qt.Key.Key_Return)
    picking = panel.popup().content
    assert isinstance(picking, PickList)
    rows = [picking.list.item(row).text() for row in range(picking.list.count())]
    assert rows.index("Reactions to messages") == 3
    assert rows[4:6] == ["opened an e-mail", "clicked in an e-mail"]
    picking.list.setCurrentRow(2)
    QTest.keyClick(picking.search, Qt.Key.Key_Down)
    assert picking.list.currentItem().text() == "opened an e-mail"
    QTest.keyClick(picking.search, Qt.Key.Key_Up)
    assert picking.list.currentItem().text() == "sign in"
    panel.popup().close()


def test_only_reactions_to_the_journeys_own_channels_are_known(open_panel: Opening) -> None:
    whole = every_kind()
    alone = Journey(id="alone", nodes=tuple(n for n in whole.nodes if n.id in {"branch", "sms"}))
    panel = open_panel(alone, "branch")
    view, token = event_token(panel)
    panel.pick(token, "email_opened")
    assert asked(panel) == "email_opened"
    assert view.tokens["event"].property("look") == "lost"
    panel.pick(view.tokens["event"], "clicked in an SMS")
    assert asked(panel) == "sms_clicked"
    assert view.tokens["event"].property("look") == "event"


def test_a_new_goal_begins_with_a_purchase_and_a_condition_with_what_is_most_frequent(
    open_panel: Opening,
) -> None:
    panel = open_panel(Journey(id="empty"))
    goals = panel.fields["goals"]
    assert isinstance(goals, ThingsField)
    panel.click(goals.add)
    assert panel.document.journey.goals[0].event == BOUGHT.event == "purchase"
