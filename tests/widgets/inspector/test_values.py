"""The value of a comparison: picked from what the data has, and never one that was not meant."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.conditions.tree import AttributeTest, Condition, PropertyTest
from tests.widgets.inspector.conftest import CHOICES, Opening
from tests.widgets.inspector.panel import Panel
from tests.widgets.inspector.test_sentences import asked, condition_of, leaf_of
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import PickList
from widgets.inspector.fields.field import same
from widgets.inspector.sentences.flavour import Flavour
from widgets.inspector.sentences.leaf import LeafView
from widgets.theme import LIGHT

KEY = Qt.Key
MOBILE = AttributeTest(name="tier", value="silver")


def opened(open_panel: Opening, condition: Condition) -> tuple[Panel, LeafView, PickList]:
    panel, field = asked(open_panel, condition)
    leaf = leaf_of(field)
    QTest.keyClick(leaf.tokens["value"], KEY.Key_Return)
    (picking,) = panel.popup().findChildren(PickList)
    return panel, leaf, picking


def value_of(panel: Panel) -> object:
    found = condition_of(panel)
    assert isinstance(found, AttributeTest)
    return found.value


def rows(picking: PickList) -> list[str]:
    return [picking.list.item(row).text() for row in range(picking.list.count())]


def test_return_takes_the_first_value_that_begins_with_what_was_typed(open_panel: Opening) -> None:
    panel, leaf, picking = opened(open_panel, MOBILE)
    QTest.keyClicks(picking.search, "go")
    assert rows(picking) == ["gold", "Use \u201cgo\u201d"]
    assert value_of(panel) == "silver"
    QTest.keyClick(picking.search, KEY.Key_Return)
    assert value_of(panel) == "gold"
    assert leaf.popup is None
    assert panel.undo_all() == 1


def test_the_typed_word_itself_is_taken_by_its_own_line_and_nobody_has_it(
    open_panel: Opening,
) -> None:
    panel, leaf, picking = opened(open_panel, MOBILE)
    QTest.keyClicks(picking.search, "go")
    assert picking.note.isHidden()
    QTest.keyClick(picking.search, KEY.Key_Down)
    assert "obody has this" in picking.note.text()
    assert picking.note.isVisible()
    QTest.keyClick(picking.search, KEY.Key_Return)
    assert value_of(panel) == "go"
    assert leaf.unseen.isVisible()


def test_of_values_that_are_not_all_known_nobody_says_that_nobody_has_one(
    open_panel: Opening,
) -> None:
    bronze = AttributeTest(name="tier", value="bronze")
    for choices, is_said in ((CHOICES, True), (replace(CHOICES, complete=frozenset()), False)):
        _, field = asked(open_panel, bronze, choices)
        assert leaf_of(field).unseen.isVisible() == is_said


def test_tab_takes_the_value_and_goes_on(open_panel: Opening, qtbot: QtBot) -> None:
    panel, leaf, picking = opened(open_panel, MOBILE)
    QTest.keyClicks(picking.search, "go")
    QTest.keyClick(picking.search, KEY.Key_Tab)
    assert value_of(panel) == "gold"
    qtbot.waitUntil(lambda: panel.inspector.focusWidget() is leaf.menu)


def test_a_fresh_comparison_asks_for_a_property_of_few_values() -> None:
    seen = {
        "session_id": tuple(f"sess_{count}" for count in range(50)),
        "platform": ("mobile", "desktop"),
        "tier": ("silver", "gold"),
    }
    columns = {"session_id": CHOICES.columns["platform"], **CHOICES.columns}
    properties = {"purchase": ("session_id", "value", "platform")}
    choices = replace(CHOICES, columns=columns, properties=properties, values=seen)
    made = Flavour(is_filter=True, events=("purchase",)).fresh("property", Context(LIGHT, choices))
    assert made == PropertyTest(name="platform", value="mobile")


def test_another_property_takes_a_value_that_it_has(open_panel: Opening) -> None:
    more = replace(
        CHOICES,
        attributes={**CHOICES.attributes, "city": CHOICES.attributes["tier"]},
        values={**CHOICES.values, "city": ("Riga", "gold")},
    )
    panel, field = asked(open_panel, MOBILE, more)
    panel.pick(leaf_of(field).tokens["name"], "city")
    assert same(condition_of(panel), AttributeTest(name="city", value="Riga"))
    assert panel.undo_all() == 1


def test_another_property_keeps_a_value_that_it_has_too(open_panel: Opening) -> None:
    more = replace(
        CHOICES,
        attributes={**CHOICES.attributes, "city": CHOICES.attributes["tier"]},
        values={**CHOICES.values, "city": ("Riga", "silver")},
    )
    panel, field = asked(open_panel, MOBILE, more)
    panel.pick(leaf_of(field).tokens["name"], "city")
    assert value_of(panel) == "silver"
