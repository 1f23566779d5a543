"""Conditions as sentences: what is shown is what is meant, and every word can be changed."""

from decimal import Decimal
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeys.conditions.comparison import PRESENCE, WORDS, Operator
from journeys.conditions.sentences import sentence
from journeys.conditions.tree import (
    AllOf,
    AnyOf,
    AttributeTest,
    BehaviourTest,
    Condition,
    EntryTest,
    Not,
    PropertyTest,
    SequenceTest,
    Tree,
    leaves,
)
from journeys.document.canonical import canonical
from journeys.document.edits.steps import ChangeNode
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.people.population import ColumnType
from journeys.values import as_plain
from tests.document.made_conditions import made_condition, made_filter
from tests.widgets.inspector.conftest import CHOICES, Opening
from tests.widgets.inspector.journeys_to_edit import BOUGHT, GOLD, every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.choices import Choices
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picking import PickList
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.sentences.comparing import held, operators
from widgets.inspector.sentences.group import GroupView
from widgets.inspector.sentences.leaf import LeafView
from widgets.inspector.sentences.operands import with_operator
from widgets.inspector.sentences.tree import TreeField
from widgets.inspector.sentences.values import ValueEditor
from widgets.inspector.sentences.window import WindowEditor
from widgets.theme import LIGHT

SEEDS = 40
CONTEXT = Context(LIGHT, CHOICES)
OTHER = EntryTest(name="platform", value="mobile")


def said(tree: Tree | None) -> str:
    return canonical(as_plain(tree))


def asked(
    open_panel: Opening, condition: Condition, choices: Choices = CHOICES
) -> tuple[Panel, TreeField]:
    """Return the field of a path's condition."""
    path = Path(id="yes", condition=condition)
    journey = ChangeNode(Branch(id="branch", branches=(path,))).apply(every_kind())
    panel = open_panel(journey, "branch", choices=choices)
    things = panel.fields["branches"]
    assert isinstance(things, ThingsField)
    field = things.cards["yes"].form.fields["condition"]
    assert isinstance(field, TreeField)
    return panel, field


def condition_of(panel: Panel) -> Condition:
    node = panel.document.journey.node("branch")
    assert isinstance(node, Branch)
    return node.branches[0].condition


def line_of(editor: ValueEditor) -> Line:
    """Return the line of an editor that is written in."""
    return next(line for line in editor.findChildren(Line) if line.isVisible())


def leaf_of(field: TreeField) -> LeafView:
    view = field.root.view
    assert isinstance(view, LeafView)
    return view


def group_of(field: TreeField) -> GroupView:
    view = field.root.view
    assert isinstance(view, GroupView)
    return view


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_condition_shown_and_read_back_is_the_same(seed: int) -> None:
    for made, is_filter in ((made_condition, False), (made_filter, True)):
        tree = made(Random(seed))
        field = TreeField("Asked", CONTEXT, is_filter=is_filter, may_be_empty=False)
        field.show_value(tree)
        assert said(field.tree) == said(tree)
        view = field.root.view
        assert (view.accessibleName() if view else "always") == sentence(tree)
        shown = len(field.findChildren(LeafView))
        assert shown == sum(1 + inner_leaves(leaf) for leaf in leaves(tree))
        field.deleteLater()


def inner_leaves(leaf: Tree) -> int:
    filters: tuple[Tree | None, ...] = ()
    if isinstance(leaf, BehaviourTest):
        filters = (leaf.where,)
    if isinstance(leaf, SequenceTest):
        filters = (leaf.first.where, leaf.then.where)
    return sum(1 for where in filters if where for _ in leaves(where))


def test_a_sentence_reads_as_one_speaks(open_panel: Opening) -> None:
    _, field = asked(open_panel, BOUGHT)
    spoken = ("purchase", "happened", "at least", "1", "time", "in the last 1 hour")
    assert leaf_of(field).spoken == spoken


@pytest.mark.parametrize("key", ["event", "measure", "operator"])
def test_a_word_is_picked_with_the_keyboard(open_panel: Opening, key: str) -> None:
    panel, field = asked(open_panel, BOUGHT)
    before = panel.written
    panel.pick(leaf_of(field).tokens[key])
    assert said(condition_of(panel)) != said(BOUGHT)
    assert panel.undo_all() == 1
    assert panel.written == before
    assert said(field.tree) == said(BOUGHT)


def test_every_comparison_is_reached_from_every_other_and_always_fits() -> None:
    for leaf in (GOLD, OTHER, BOUGHT, AttributeTest(name="age", value=Decimal(3))):
        for first in operators(leaf, None):
            for second in operators(leaf, None):
                type_ = held(leaf, CHOICES)
                made = with_operator(with_operator(leaf, first, type_), second, type_)
                assert made.operator is second
                assert (made.value is None) == (second in PRESENCE)


def test_every_operator_is_offered_for_some_type() -> None:
    leaf = PropertyTest(name="anything", operator=Operator.PRESENT)
    assert set(operators(leaf, None)) == set(WORDS)
    offered = {each for held in ColumnType for each in operators(leaf, held)}
    assert offered == set(WORDS)


def test_a_number_is_written_and_what_is_none_stays_outside(open_panel: Opening) -> None:
    panel, field = asked(open_panel, BOUGHT)
    panel.click(leaf_of(field).tokens["value"])
    editor = panel.popup().content
    assert isinstance(editor, ValueEditor)
    line = line_of(editor)
    QTest.keyClicks(line, "3")
    assert condition_of(panel) == BOUGHT.model_validate(BOUGHT.plain() | {"value": 3})
    QTest.keyClicks(line, " or so")
    assert editor.wrong.text()
    assert condition_of(panel) == BOUGHT, "no part of it was meant"
    panel.popup().close()
    assert panel.undo_all() == 0


def test_a_number_goes_up_and_down_with_the_arrows(open_panel: Opening) -> None:
    panel, field = asked(open_panel, BOUGHT)
    panel.click(leaf_of(field).tokens["value"])
    editor = panel.popup().content
    assert isinstance(editor, ValueEditor)
    for _ in range(3):
        QTest.keyClick(line_of(editor), Qt.Key.Key_Up)
    QTest.keyClick(line_of(editor), Qt.Key.Key_Down)
    assert condition_of(panel) == BOUGHT.model_validate(BOUGHT.plain() | {"value": 3})
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return)
    assert leaf_of(field).popup is None
    assert panel.undo_all() == 1


def test_a_date_is_written_without_a_zone_and_kept_with_one(open_panel: Opening) -> None:
    began = "2024-06-01T09:00:00+02:00"
    condition = AttributeTest(name="since", operator=Operator.BEFORE, value=began)
    panel, field = asked(open_panel, condition)
    panel.click(leaf_of(field).tokens["value"])
    editor = panel.popup().content
    assert isinstance(editor, ValueEditor)
    panel.write(line_of(editor), "2025-01-3")
    assert "date" in editor.wrong.text()
    QTest.keyClicks(line_of(editor), "1")
    found = condition_of(panel)
    assert isinstance(found, AttributeTest)
    assert found.value == "2025-01-31T00:00:00Z"
    panel.popup().close()


def test_a_window_is_picked_and_taken_away(open_panel: Opening) -> None:
    panel, field = asked(open_panel, BOUGHT)
    panel.click(leaf_of(field).tokens["within"])
    editor = panel.popup().content
    assert isinstance(editor, WindowEditor)
    panel.write(editor.field.amounts[0], "0")
    assert editor.field.said
    panel.write(editor.field.amounts[0], "6")
    found = condition_of(panel)
    assert isinstance(found, BehaviourTest)
    assert found.within == Duration(seconds=6 * 3_600)
    panel.click(editor.always)
    found = condition_of(panel)
    assert isinstance(found, BehaviourTest)
    assert found.within is None


def test_since_they_entered_is_picked_in_place_of_a_window_and_back(open_panel: Opening) -> None:
    panel, field = asked(open_panel, BOUGHT)
    for button, since, words in (
        ("entered", "entry", "since they entered"),
        ("always", None, "at any time"),
    ):
        panel.click(leaf_of(field).tokens["within"])
        panel.click(getattr(panel.popup().content, button))
        found = condition_of(panel)
        assert isinstance(found, BehaviourTest)
        assert (found.since, found.within) == (since, None)
        assert leaf_of(field).tokens["within"].text() == words


def test_several_values_are_ticked(open_panel: Opening) -> None:
    condition = AttributeTest(name="tier", operator=Operator.ONE_OF, value=("gold",))
    panel, field = asked(open_panel, condition)
    panel.click(leaf_of(field).tokens["value"])
    editor = panel.popup().content
    assert isinstance(editor, ValueEditor)
    line = line_of(editor)
    QTest.keyClicks(line, "bronze")
    QTest.keyClick(line, Qt.Key.Key_Return)
    found = condition_of(panel)
    assert isinstance(found, AttributeTest)
    assert found.value == ("gold", "bronze")
    panel.popup().close()


def test_a_condition_grows_into_a_group_and_shrinks_again(open_panel: Opening) -> None:
    panel, field = asked(open_panel, GOLD)
    before = panel.written
    panel.pick(field.root.add, "entered")
    grown = condition_of(panel)
    assert isinstance(grown, AllOf)
    assert [type(part) for part in grown.of] == [AttributeTest, EntryTest]
    group = group_of(field)
    panel.pick(group.token, "none")
    turned = condition_of(panel)
    assert isinstance(turned, Not)
    assert isinstance(turned.of, AnyOf)
    QTest.keyClick(group.parts[1], Qt.Key.Key_Delete)
    assert condition_of(panel) == Not(of=GOLD)
    assert leaf_of(field).spoken[0] == "it is not true that"
    assert panel.undo_all() == 3
    assert panel.written == before


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        ((Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier), (OTHER, GOLD, BOUGHT)),
        ((Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier), (GOLD, GOLD, OTHER, BOUGHT)),
        ((Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier), (AnyOf(of=(GOLD,)), OTHER, BOUGHT)),
        ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (OTHER, BOUGHT)),
    ],
)
def test_parts_of_a_group_are_put_in_order_by_keys(
    open_panel: Opening,
    keys: tuple[Qt.Key, Qt.KeyboardModifier],
    after: tuple[Condition, ...],
) -> None:
    panel, field = asked(open_panel, AllOf(of=(GOLD, OTHER, BOUGHT)))
    QTest.keyClick(group_of(field).parts[0], *keys)
    assert said(condition_of(panel)) == said(AllOf(of=after))
    assert panel.undo_all() == 1


def test_a_filter_is_asked_within_a_sentence(open_panel: Opening) -> None:
    bare = BehaviourTest.model_validate({**BOUGHT.plain(), "where": None})
    panel, field = asked(open_panel, bare)
    where = leaf_of(field).where
    assert where is not None
    panel.click(where.root.add)
    picking = panel.popup().content
    assert isinstance(picking, PickList)
    QTest.keyClick(picking.list, Qt.Key.Key_Return)
    found = condition_of(panel)
    assert isinstance(found, BehaviourTest)
    assert found.where == PropertyTest(name="platform", value="desktop")


def test_a_name_that_the_data_lost_is_shown_as_lost(open_panel: Opening) -> None:
    _, field = asked(open_panel, AttributeTest(name="colour", value="red"))
    assert leaf_of(field).tokens["name"].property("look") == "lost"
