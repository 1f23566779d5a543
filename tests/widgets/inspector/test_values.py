"""The value of a comparison: picked from what the data has, and never one that was not meant."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AttributeTest, Condition, PropertyTest
from tests.widgets.inspector.conftest import CHOICES, Opening
from tests.widgets.inspector.panel import Panel
from tests.widgets.inspector.test_sentences import asked, condition_of, leaf_of
from widgets.inspector.choices import Choices
from widgets.inspector.context import Context
from widgets.inspector.controls.picking import PickList
from widgets.inspector.fields.field import same
from widgets.inspector.sentences.flavour import Flavour
from widgets.inspector.sentences.leaf import LeafView
from widgets.inspector.sentences.listed import ListedValues
from widgets.inspector.sentences.values import ValueEditor
from widgets.theme import LIGHT

KEY = Qt.Key
SEVERAL = AttributeTest(name="tier", operator=Operator.ONE_OF, value=("Rome",))
CITIES = replace(CHOICES, values={"tier": ("Babylon", "London", "Rome")})
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


def listed(
    open_panel: Opening, condition: AttributeTest, choices: Choices = CHOICES
) -> tuple[Panel, ListedValues]:
    panel, field = asked(open_panel, condition, choices)
    QTest.keyClick(leaf_of(field).tokens["value"], KEY.Key_Return)
    (found,) = panel.popup().findChildren(ListedValues)
    return panel, found


def shown(values: ListedValues) -> list[str]:
    return [values.list.item(row).text() for row in range(values.list.count())]


def highlighted(values: ListedValues) -> str:
    row = values.list.currentRow()
    return values.list.item(row).text() if row >= 0 else ""


def test_of_several_values_return_takes_the_one_that_fits_best(open_panel: Opening) -> None:
    panel, values = listed(open_panel, SEVERAL, CITIES)
    QTest.keyClicks(values.line, "lon")
    assert shown(values) == ["London", "Babylon", "Use \u201clon\u201d"]
    assert highlighted(values) == "London"
    QTest.keyClick(values.line, KEY.Key_Return)
    assert value_of(panel) == ("Rome", "London")
    assert values.line.text() == ""
    QTest.keyClicks(values.line, "BABYLON")
    QTest.keyClick(values.line, KEY.Key_Return)
    QTest.keyClicks(values.line, "rom")
    QTest.keyClick(values.line, KEY.Key_Return)
    assert value_of(panel) == ("Rome", "London", "Babylon")
    QTest.keyClick(values.line, KEY.Key_Return)
    assert QApplication.activePopupWidget() is None


def test_of_several_values_one_of_ones_own_is_taken_by_its_row_or_where_nothing_fits(
    open_panel: Opening,
) -> None:
    panel, values = listed(open_panel, SEVERAL, CITIES)
    QTest.keyClicks(values.line, "lon")
    own = values.list.visualItemRect(values.list.item(2)).center()
    QTest.mouseClick(values.list.viewport(), Qt.MouseButton.LeftButton, pos=own)
    assert value_of(panel) == ("Rome", "lon")
    QTest.keyClicks(values.line, "Oslo")
    assert highlighted(values) == "Use \u201cOslo\u201d"
    QTest.keyClick(values.line, KEY.Key_Return)
    assert value_of(panel) == ("Rome", "lon", "Oslo")
    panel.popup().close()


def test_of_several_values_a_word_half_written_is_none(open_panel: Opening) -> None:
    panel, values = listed(open_panel, SEVERAL, CITIES)
    QTest.keyClicks(values.line, "lon")
    QTest.keyClick(values.line, KEY.Key_Tab)
    assert value_of(panel) == ("Rome",)
    QTest.keyClick(values.list, KEY.Key_Escape)
    assert (values.line.text(), shown(values)) == ("", ["Rome", "Babylon", "London"])
    for key in (KEY.Key_Home, KEY.Key_End, KEY.Key_Space):
        QTest.keyClick(values.list, key)
    assert value_of(panel) == ("Rome", "London")
    QTest.keyClick(values.list, KEY.Key_Return)
    assert value_of(panel) == ("Rome",)
    QTest.keyClick(values.list, KEY.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_of_several_numbers_a_word_is_refused_in_words(open_panel: Opening) -> None:
    ages = AttributeTest(name="age", operator=Operator.ONE_OF, value=(Decimal(30),))
    panel, values = listed(open_panel, ages)
    editor = panel.popup().content
    assert isinstance(editor, ValueEditor)
    QTest.keyClicks(values.line, "x")
    QTest.keyClick(values.line, KEY.Key_Return)
    assert editor.wrong.text() == "A number is expected."
    assert (values.line.text(), value_of(panel)) == ("x", (Decimal(30),))
    QTest.keyClick(values.line, KEY.Key_Backspace)
    assert editor.wrong.text() == ""
    QTest.keyClicks(values.line, "41")
    QTest.keyClick(values.line, KEY.Key_Return)
    assert value_of(panel) == (Decimal(30), Decimal(41))
    panel.popup().close()


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
