"""What the keys do on the canvas, with real events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.document.format import dumps
from journeys.document.journey import Journey
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_arrows_follow_the_paths_and_go_across(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    seen = []
    for key in ("Down", "Down", "Down", "Left", "Right", "Up", "Up"):
        hand.key(getattr(Qt.Key, f"Key_{key}"))
        seen.append(hand.view.selection)
    assert seen[:3] == [("cart",), ("hour",), ("paid",)]
    assert seen[3:] == [("content",), ("test",), ("paid",), ("hour",)]


def test_every_step_is_come_to_with_the_arrows(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    keys = [Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up]
    seen: set[str] = set()
    left = ["cart"]
    while left:
        name = left.pop()
        seen.add(name)
        for key in keys:
            hand.view.select((name,))
            hand.key(key)
            (found,) = hand.view.selection
            if found not in seen:
                left.append(found)
    assert seen == hand.document.journey.by_id.keys()


def test_shift_and_arrows_select_further(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down, SHIFT)
    hand.key(Qt.Key.Key_Down, SHIFT)
    assert hand.view.selection == ("cart", "hour", "paid")


def test_delete_joins_what_a_step_stood_between_and_so_does_ctrl_delete(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    begun = hand.document.journey
    hand.view.select(("hour",))
    hand.key(Qt.Key.Key_Delete)
    assert hand.document.journey.target("cart", "next") == "paid"
    assert hand.view.selection == ()
    hand.document.undo()
    assert hand.document.journey is begun
    hand.view.select(("hour",))
    hand.key(Qt.Key.Key_Delete, CTRL)
    assert hand.document.journey.target("cart", "next") == "paid"
    hand.document.undo()
    assert hand.document.journey is begun


def test_copied_steps_are_pasted_into_another_journey(show: Show) -> None:
    hand, other = show(drawings.cart_rescue()), show(Journey(id="other"))
    hand.view.select(("mail", "push", "why"))
    hand.key(Qt.Key.Key_C, CTRL)
    assert "throughline-fragment" in QGuiApplication.clipboard().text()
    other.key(Qt.Key.Key_V, CTRL)
    journey = other.document.journey
    assert journey.by_id.keys() == {"mail", "push"}
    assert [edge.order for edge in journey.edges] == [("mail", "not_sent", "push")]
    assert set(other.view.selection) == {"mail", "push", "why"}
    other.document.undo()
    assert dumps(other.document.journey) == dumps(Journey(id="other"))


def test_cut_and_paste_and_duplicate_do_not_hide_what_is_there(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("mail",))
    hand.key(Qt.Key.Key_D, CTRL)
    hand.view.select(("mail",))
    hand.key(Qt.Key.Key_D, CTRL)
    places = list(hand.document.journey.positions.values())
    assert len(set(places)) == len(places) == 12
    hand.key(Qt.Key.Key_X, CTRL)
    assert len(hand.document.journey.nodes) == 11
    hand.key(Qt.Key.Key_V, CTRL)
    assert len(hand.document.journey.nodes) == 12


@pytest.mark.parametrize("chosen", [("mail",), ("mail", "push", "why"), ("hour", "paid")])
def test_what_is_pasted_again_and_again_covers_nothing(show: Show, chosen: tuple[str, ...]) -> None:
    hand = show(drawings.cart_rescue())
    scene = hand.view.scene
    hand.view.select(chosen)
    hand.key(Qt.Key.Key_C, CTRL)
    for _ in range(4):
        before = [*map(scene.steps.frame, scene.steps.names)]
        before += map(scene.notes.frame, scene.notes.names)
        hand.key(Qt.Key.Key_V, CTRL)
        new = hand.view.selection
        assert len(new) == len(chosen)
        table = dict.fromkeys(scene.steps.names, scene.steps)
        frames = [(table.get(name) or scene.notes).frame(name) for name in new]
        assert all(not frame.shared(other) for frame in frames for other in before)


@pytest.mark.parametrize("text", ["", "hello", "{}", '{"format": "throughline-fragment"}', "\x00"])
def test_foreign_text_is_not_pasted_and_said_so(show: Show, qtbot: QtBot, text: str) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.document.journey
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(hand.view.refused) as told:
        hand.key(Qt.Key.Key_V, CTRL)
    assert told.args
    assert hand.document.journey is before


def test_enter_opens_tab_asks_and_tab_leaves_where_nothing_is_selected(
    show: Show, qtbot: QtBot
) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("push",))
    with qtbot.waitSignal(hand.view.opened) as opened:
        hand.key(Qt.Key.Key_Return)
    assert opened.args == ["push"]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_A):
        with qtbot.waitSignal(hand.view.quick_add_asked) as asked:
            hand.key(key)
        assert asked.args is not None
        assert asked.args[1] is not None
        assert asked.args[1][0] == "push"
    hand.key(Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(hand.view.quick_add_asked):
        hand.key(Qt.Key.Key_Tab)


def test_a_step_is_renamed_in_place_and_enter_does_no_more(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("mail",))
    hand.key(Qt.Key.Key_F2)
    field = hand.view.focusWidget()
    assert field is not hand.view
    assert field is not None
    QTest.keyClicks(field, "Come back")
    with qtbot.assertNotEmitted(hand.view.opened):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert hand.document.journey.by_id["mail"].title == "Come back"
    hand.document.undo()
    assert hand.document.journey.by_id["mail"].title == "Your cart is waiting"


def test_zoom_keys(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    fitted = hand.view.camera
    hand.key(Qt.Key.Key_Plus)
    assert hand.view.camera.scale == pytest.approx(fitted.scale * 1.25)
    hand.key(Qt.Key.Key_Minus)
    assert hand.view.camera.scale == pytest.approx(fitted.scale)
    hand.key(Qt.Key.Key_0)
    assert hand.view.camera.scale == 1.0
    hand.key(Qt.Key.Key_1)
    assert hand.view.camera == fitted
    bounds, sight = hand.view.scene.bounds, hand.view.sight
    assert sight.x <= bounds.x
    assert sight.right >= bounds.right
    assert sight.y <= bounds.y
    assert sight.bottom >= bounds.bottom
