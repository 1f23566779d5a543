"""What a condition asks is changed in place, and what is alone in a group needs none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.conditions.tree import (
    AllOf,
    AnyOf,
    AttributeTest,
    BehaviourTest,
    Condition,
    EntryTest,
    Not,
    PropertyTest,
)
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import BOUGHT, GOLD
from tests.widgets.inspector.panel import Panel
from tests.widgets.inspector.test_sentences import OTHER, asked, condition_of, group_of, leaf_of
from widgets.inspector.controls.picking import PickList
from widgets.inspector.sentences.group import GroupView
from widgets.inspector.sentences.leaf import LeafView
from widgets.inspector.sentences.where import WhereView

LEFT = Qt.MouseButton.LeftButton
ELSE = "Ask something else\u2026"


def press(panel: Panel, words: str) -> None:
    """Press a row of the list that is open with the mouse."""
    picking = panel.popup().content
    assert isinstance(picking, PickList)
    (item,) = picking.list.findItems(words, Qt.MatchFlag.MatchExactly)
    place = picking.list.visualItemRect(item).center()
    QTest.mouseClick(picking.list.viewport(), LEFT, pos=place)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Something known about them", AttributeTest), ("What they entered by", EntryTest)],
)
def test_the_first_condition_is_made_to_ask_something_else(
    open_panel: Opening, qtbot: QtBot, words: str, kind: type[Condition]
) -> None:
    panel, field = asked(open_panel, BOUGHT)
    leaf = leaf_of(field)
    panel.click(leaf.menu)
    press(panel, ELSE)
    press(panel, words)
    assert isinstance(condition_of(panel), kind)
    assert [each for each in leaf.findChildren(WhereView) if each.isVisible()] == []
    qtbot.waitUntil(lambda: panel.inspector.focusWidget() is leaf.tokens["name"])
    panel.click(leaf.menu)
    press(panel, ELSE)
    press(panel, "Something they did")
    found = condition_of(panel)
    assert isinstance(found, BehaviourTest)
    assert found.event == "add_to_cart"
    assert leaf.where is not None
    panel.pick(leaf.where.root.add, "property")
    again = condition_of(panel)
    assert isinstance(again, BehaviourTest)
    assert again.where == PropertyTest(name="platform", value="desktop")
    assert panel.undo_all() == 3
    assert condition_of(panel) == BOUGHT


def test_a_condition_turned_round_stays_so_whatever_it_asks(open_panel: Opening) -> None:
    panel, field = asked(open_panel, Not(of=GOLD))
    panel.pick(leaf_of(field).menu, "something else")
    panel.pick_open("entered")
    found = condition_of(panel)
    assert isinstance(found, Not)
    assert isinstance(found.of, EntryTest)


def test_a_filter_asks_of_properties_alone(open_panel: Opening) -> None:
    filtered = BehaviourTest.model_validate(
        {**BOUGHT.plain(), "where": PropertyTest(name="platform", value="mobile").plain()}
    )
    panel, field = asked(open_panel, filtered)
    where = leaf_of(field).where
    assert where is not None
    assert isinstance(where.root.view, LeafView)
    panel.click(where.root.view.menu)
    picking = panel.popup().content
    assert isinstance(picking, PickList)
    assert picking.list.findItems(ELSE, Qt.MatchFlag.MatchExactly) == []
    panel.popup().close()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (AllOf(of=(GOLD, OTHER)), GOLD),
        (AnyOf(of=(GOLD, OTHER)), GOLD),
        (Not(of=AnyOf(of=(Not(of=GOLD), OTHER))), Not(of=Not(of=GOLD))),
    ],
)
def test_what_is_left_alone_in_a_group_stands_without_it(
    open_panel: Opening, qtbot: QtBot, before: Condition, after: Condition
) -> None:
    panel, field = asked(open_panel, before)
    removed = group_of(field).parts[1]
    assert isinstance(removed, LeafView)
    panel.click(removed.menu)
    press(panel, "Remove")
    assert condition_of(panel) == after
    qtbot.waitUntil(lambda: leaf_of(field).isVisible() and field.root.add.isVisible())
    assert panel.undo_all() == 1
    assert condition_of(panel) == before
    qtbot.waitUntil(lambda: group_of(field).isVisible())


def test_a_group_inside_goes_as_soon_as_one_is_left_and_with_its_last(open_panel: Opening) -> None:
    panel, field = asked(open_panel, AllOf(of=(Not(of=AnyOf(of=(GOLD, OTHER))), BOUGHT)))
    outer = group_of(field)
    inner = outer.parts[0]
    assert isinstance(inner, GroupView)
    QTest.keyClick(inner.parts[0], Qt.Key.Key_Delete)
    assert condition_of(panel) == AllOf(of=(Not(of=OTHER), BOUGHT))
    QTest.keyClick(outer.parts[1], Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert condition_of(panel) == AllOf(of=(Not(of=OTHER), AnyOf(of=(BOUGHT,))))
    alone = outer.parts[1]
    assert isinstance(alone, GroupView)
    QTest.keyClick(alone.parts[0], Qt.Key.Key_Delete)
    assert condition_of(panel) == Not(of=OTHER)
    assert panel.undo_all() == 3
