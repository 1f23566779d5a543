"""The outline and the canvas show one journey: what is done in one is seen in the other."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeys.document.edits.paths import Disconnect
from journeys.document.edits.steps import AddNode, RemoveNodes, Rename
from journeys.document.format import dumps
from journeys.document.journey import Journey
from tests.document.drawings import wait
from tests.layout.made import large_journey
from tests.oracle.worked import journey, on, step
from tests.widgets import drawings
from tests.widgets.outline.conftest import Open
from widgets.canvas.spots import NOTHING, Spot
from widgets.theme import DARK

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def test_what_is_selected_in_one_is_selected_in_the_other(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Which words win?")
    assert pair.canvas.selection == ("test",)
    pair.click("Left alone")
    assert pair.canvas.selection == ("alone",)
    pair.canvas.select(("mail",))
    assert pair.here == "Your cart is waiting"
    pair.canvas.select(("mail", "push"))
    assert len(pair.outline.tree.selectedIndexes()) == 2
    pair.canvas.select(())
    assert pair.outline.tree.selectedIndexes() == []


def test_the_outline_calls_things_by_the_titles_they_have_now(beside: Open) -> None:
    asked = {"kind": "engagement", "step": "letter", "did": "sent"}
    branch = step("branch", "b", branches=[{"id": "yes", "condition": asked}])
    letter = step("email", "letter", title="Cart reminder", subject="Hello", text="Words")
    jump = step("jump", "g", journey="win_back", call="come")
    path = "t>letter letter.sent>b b.yes>f b.else>g"
    pair = beside(journey(path, on("look"), letter, branch, jump, step("finish", "f")))
    pair.document.do(Rename("letter", "Second reminder"))
    assert "got 'Second reminder'" in pair.shown
    pair.document.shelve((Journey(id="win_back", title="Come back to us"),))
    pair.go("Go to another journey")
    said = pair.outline.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Go on in 'Come back to us'")


def test_arrows_with_shift_select_further(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Fills a cart")
    pair.key(KEY.Key_Down, SHIFT)
    assert set(pair.canvas.selection) == {"cart", "hour"}


def test_a_way_chooses_its_path_and_delete_takes_the_path_away(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Has bought")
    assert pair.canvas.selection == ()
    assert pair.canvas.overlay.chosen_path is not None
    assert pair.canvas.overlay.chosen_path[0] == "paid"
    before = pair.document.journey
    pair.key(KEY.Key_Delete)
    assert pair.document.journey.nodes == before.nodes
    assert len(pair.document.journey.edges) == len(before.edges) - 1
    assert "No path leads here" in pair.shown


def test_a_way_that_leads_nowhere_is_marked_on_the_canvas_while_it_is_chosen(
    beside: Open, qtbot: QtBot
) -> None:
    pair = beside(drawings.cart_rescue())
    edges = pair.document.journey.edges
    pair.document.do(Disconnect(tuple(each for each in edges if each.source == "test")))
    pair.go("Gets nothing")
    assert pair.canvas.overlay.chosen_way == Spot("port", "test", "holdout")
    assert pair.canvas.selection == ()
    with qtbot.waitSignal(pair.canvas.quick_add_asked) as asked:
        pair.key(KEY.Key_A)
    assert asked.args is not None
    assert asked.args[1] == ("test", "holdout")
    pair.go("Which words win?")
    assert pair.canvas.overlay.chosen_way == NOTHING


def test_a_title_is_written_in_place(beside: Open, qtbot: QtBot) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Your cart is waiting")
    pair.key(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Title of the step"
    QTest.keyClicks(field, "Come back")
    QTest.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(pair.outline.tree.hasFocus)
    assert pair.document.journey.by_id["mail"].title == "Come back"
    assert "Come back" in pair.shown
    pair.document.undo()
    assert "Your cart is waiting" in pair.shown


def test_return_in_a_title_only_names_the_step_and_the_keys_stay_in_the_outline(
    beside: Open, qtbot: QtBot
) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Your cart is waiting")
    pair.key(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Come back")
    with qtbot.assertNotEmitted(pair.canvas.opened, wait=50):
        QTest.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(pair.outline.tree.hasFocus)
    assert pair.here == "Come back"


def test_escape_gives_up_what_was_written(beside: Open, qtbot: QtBot) -> None:
    pair = beside(drawings.cart_rescue())
    before = pair.document.journey
    pair.go("Left alone")
    pair.key(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Nothing")
    QTest.keyClick(field, KEY.Key_Escape)
    qtbot.waitUntil(pair.outline.tree.hasFocus)
    assert pair.document.journey is before


def test_a_step_is_deleted_by_either_key_and_the_keys_stay_near(
    beside: Open,
) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Wait")
    pair.key(KEY.Key_Delete, CTRL)
    assert pair.document.journey.target("cart", "next") == "paid"
    assert pair.here == "Bought in the meantime?"
    pair.document.undo()
    pair.go("Wait")
    pair.key(KEY.Key_Delete)
    assert pair.document.journey.target("cart", "next") == "paid"
    assert pair.outline.tree.hasFocus()


def test_copies_are_made_by_the_keys_of_the_canvas(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Left alone")
    pair.key(KEY.Key_D, CTRL)
    assert pair.shown.count("Left alone") == 2
    pair.key(KEY.Key_X, CTRL)
    assert pair.shown.count("Left alone") == 1
    pair.key(KEY.Key_V, CTRL)
    assert pair.shown.count("Left alone") == 2


def test_a_asks_for_a_step_after_a_step_or_on_a_way(beside: Open, qtbot: QtBot) -> None:
    pair = beside(drawings.cart_rescue())
    for words, after in (("Fills a cart", ("cart", "next")), ("Gets nothing", ("test", "holdout"))):
        pair.go(words)
        with qtbot.waitSignal(pair.canvas.quick_add_asked) as asked:
            pair.key(KEY.Key_A)
        assert asked.args is not None
        assert asked.args[1] == after


def test_c_asks_where_a_way_is_to_lead(beside: Open, qtbot: QtBot) -> None:
    pair = beside(drawings.cart_rescue())
    for words, asked_of in (("Wait", ["hour", ""]), ("Has bought", ["paid", "bought"])):
        pair.go(words)
        with qtbot.waitSignal(pair.outline.connect_asked) as asked:
            pair.key(KEY.Key_C)
        assert asked.args is not None
        assert asked.args[0] == asked_of[0]
        assert bool(asked.args[1]) is bool(asked_of[1])


def test_enter_opens_a_step_and_follows_a_reference(beside: Open, qtbot: QtBot) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Left alone")
    with qtbot.waitSignal(pair.canvas.opened) as opened:
        pair.key(KEY.Key_Return)
    assert opened.args == ["alone"]
    pair.go("Goes on at \u201cReminded\u201d")
    pair.key(KEY.Key_Return)
    assert pair.here == "Reminded"
    pair.go("Gets nothing")
    pair.key(KEY.Key_Return)
    assert "Left alone" not in pair.shown


def test_it_follows_every_edit_and_what_was_closed_stays_closed(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    pair.go("Gets nothing")
    pair.key(KEY.Key_Left)
    assert "Left alone" not in pair.shown
    pair.document.do(AddNode(wait("more"), after=("cart", "next")))
    assert pair.shown[:3] == ["Fills a cart", "Wait", "Wait"]
    assert "Left alone" not in pair.shown
    assert pair.here == "Gets nothing"
    pair.document.do(Rename("more", "A moment"))
    assert pair.shown[1] == "A moment"
    pair.document.do(RemoveNodes(("more",)))
    pair.document.open(Journey(id="other"))
    assert pair.shown == []


def test_nothing_is_read_while_nobody_looks_and_all_of_it_when_they_do(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    pair.outline.hide()
    pair.document.do(Rename("alone", "Nobody"))
    pair.document.do(RemoveNodes(("hour",)))
    assert pair.outline.model.journey.by_id.keys() != pair.document.journey.by_id.keys()
    pair.outline.show()
    assert pair.outline.model.journey is pair.document.journey
    assert "Nobody" in pair.shown


def test_a_large_journey_is_read_beside_the_window(beside: Open, qtbot: QtBot) -> None:
    journey = large_journey(5_000, 3)
    pair = beside(journey)
    assert not pair.outline.model.journey.nodes
    qtbot.waitUntil(lambda: pair.outline.model.journey is journey, timeout=20_000)
    far = journey.nodes[-1].id
    pair.canvas.select((far,))
    line = pair.outline.tree.line
    assert line is not None
    assert line.node == far


def test_each_line_is_heard_with_what_its_icon_says(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    heard = QAccessible.queryAccessibleInterface(pair.outline.tree)
    assert heard.role() == QAccessible.Role.Tree
    assert heard.text(QAccessible.Text.Name) == "Outline of the journey"
    said = [heard.child(place).text(QAccessible.Text.Name) for place in range(1, 6)]
    assert said[0].startswith("Fills a cart, When something happens, ")
    assert "If: Has bought" in said


def test_it_may_be_looked_through_in_both_themes(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    light = pair.outline.grab().toImage()
    pair.outline.set_theme(DARK)
    dark = pair.outline.grab().toImage()
    assert light.pixelColor(150, 800).name().upper() == "#FFFFFF"
    assert dark.pixelColor(150, 800).name().upper() == DARK.panel


@pytest.mark.parametrize("seed", range(3))
def test_working_in_the_outline_undone_leaves_the_very_same_journey(
    beside: Open, seed: int
) -> None:
    pair = beside(large_journey(30, seed))
    begun = dumps(pair.document.journey)
    keys = [KEY.Key_Down, KEY.Key_Delete, KEY.Key_Down, KEY.Key_Delete, KEY.Key_End]
    for key in keys:
        pair.key(key, CTRL if key == KEY.Key_Delete else Qt.KeyboardModifier.NoModifier)
    while pair.document.history.can_undo:
        pair.document.undo()
    assert dumps(pair.document.journey) == begun
    assert (
        "step_00000"
        in {line.node for line in [pair.outline.model.line(pair.outline.model.index(0, 0))] if line}
        or pair.shown
    )


def test_no_line_is_ringed_until_a_key_leads_there(beside: Open) -> None:
    pair = beside(drawings.cart_rescue())
    tree = pair.outline.tree
    pair.canvas.setFocus()
    tree.clearSelection()
    bare = tree.viewport().grab().toImage()
    tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert tree.hasFocus()
    assert tree.viewport().grab().toImage() == bare
    pair.key(Qt.Key.Key_Home)
    ringed = tree.viewport().grab().toImage()
    assert ringed != bare
    below = QPoint(tree.viewport().width() // 2, tree.viewport().height() - 4)
    assert not tree.indexAt(below).isValid()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert not tree.selectionModel().hasSelection()
    assert tree.viewport().grab().toImage() == bare
