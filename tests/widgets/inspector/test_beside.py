"""What is wrong stands beside its place, and nothing is offered that would do nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AllOf, AttributeTest, Condition, SampleTest, SegmentTest
from journeys.document.journey import Journey
from journeys.document.rules import ExitRule, Segment
from journeys.durations import Duration
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import BOUGHT, GOLD
from tests.widgets.inspector.panel import Panel
from tests.widgets.inspector.test_sentences import asked, condition_of, group_of, leaf_of
from widgets.inspector.controls.picking import PickList
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.sentences.view import DOWN, GROUP, UNGROUP, UP

MOVES = {UP, DOWN}


def offered(panel: Panel) -> set[str]:
    """Return what the list that is open offers, and close it."""
    picking = panel.popup().content
    assert isinstance(picking, PickList)
    rows = range(picking.list.count())
    found = {str(picking.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows}
    panel.popup().close()
    return found


def test_what_is_wrong_with_a_rule_stands_at_the_rule_and_is_mended_there(
    open_panel: Opening,
) -> None:
    segment = Segment(id="gold", condition=GOLD)
    rule = ExitRule(id="out", condition=SegmentTest(segment="golden"))
    panel = open_panel(Journey(id="any", segments=(segment,), exits=(rule,)))
    page = panel.inspector.page
    assert isinstance(page, JourneyPage)
    faults = page.rules.faults["exits"]
    assert faults.isVisible()
    assert not page.rules.faults["segments"].isVisible()
    head, field = page.rules.rows["exits"], page.rules.fields["exits"]
    top = faults.mapTo(head, faults.rect().topLeft()).y()
    assert 0 < top < field.mapTo(head, field.rect().topLeft()).y()
    (button,) = faults.buttons
    panel.click(button)
    assert panel.document.journey.exits[0].condition == SegmentTest(segment="gold")
    assert not faults.isVisible()
    assert panel.undo_all() == 1


def test_a_sentence_that_is_alone_has_nowhere_to_go(open_panel: Opening) -> None:
    panel, field = asked(open_panel, BOUGHT)
    panel.click(leaf_of(field).menu)
    alone = offered(panel)
    assert GROUP in alone
    assert not alone & MOVES


def test_parts_of_a_group_can_be_moved_and_the_whole_group_cannot(open_panel: Opening) -> None:
    panel, field = asked(open_panel, AllOf(of=(BOUGHT, AllOf(of=(GOLD, BOUGHT)))))
    group = group_of(field)
    panel.click(group.menu)
    assert not offered(panel) & {*MOVES, UNGROUP}
    inside = group.parts[1]
    panel.click(inside.menu)  # type: ignore[attr-defined]  # a group has one
    assert offered(panel) >= {*MOVES, UNGROUP}


def test_a_share_is_written_as_soon_as_it_is_opened(open_panel: Opening) -> None:
    panel, field = asked(open_panel, SampleTest(name="early", share=1_000))
    panel.click(leaf_of(field).tokens["share"])
    line = QApplication.focusWidget()
    assert line is not None
    assert panel.popup().isAncestorOf(line)
    QTest.keyClicks(line, "25")
    panel.popup().close()
    assert condition_of(panel) == SampleTest(name="early", share=2_500)


@pytest.mark.parametrize(
    ("key", "leaf", "made"),
    [
        ("within", BOUGHT, BOUGHT.model_copy(update={"within": Duration.parse("PT7H")})),
        (
            "value",
            AttributeTest(name="at", operator=Operator.WITHIN_LAST, value="P30D"),
            AttributeTest(name="at", operator=Operator.WITHIN_LAST, value="P7D"),
        ),
    ],
)
def test_a_span_is_written_over_as_soon_as_it_is_opened(
    open_panel: Opening, key: str, leaf: Condition, made: Condition
) -> None:
    panel, field = asked(open_panel, leaf)
    panel.click(leaf_of(field).tokens[key])
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "7")
    panel.popup().close()
    assert condition_of(panel) == made


def test_where_nothing_can_be_picked_a_name_is_written_and_no_empty_room_shown(
    qtbot: QtBot,
) -> None:
    picking = PickList("List", (), is_open=True)
    qtbot.addWidget(picking)
    picking.show()
    assert not picking.list.isVisible()
    QTest.keyClicks(picking.search, "guests")
    assert picking.list.isVisible()
    with qtbot.waitSignal(picking.picked) as taken:
        QTest.keyClick(picking.search, Qt.Key.Key_Return)
    assert taken.args == ["guests"]
