"""Asking what can be done: with the sign on a card, the right button and the menu key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets import drawings
from tests.widgets.canvas.conftest import Hand, Show
from widgets.canvas.geometry import Point
from widgets.canvas.spots import more_on
from widgets.canvas.tags import plus_on

SHIFT = Qt.KeyboardModifier.ShiftModifier
MOUSE = QContextMenuEvent.Reason.Mouse
PATH = ("cart", "hour")


def right_click(hand: Hand, at: QPoint) -> None:
    event = QContextMenuEvent(MOUSE, at, hand.view.mapToGlobal(at))
    QApplication.sendEvent(hand.view, event)


def test_the_sign_on_a_card_asks_for_its_menu(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    sign = hand.place(more_on(hand.view.scene.steps.frame("mail")).centre)
    hand.hover(sign)
    assert hand.view.overlay.hovered.what == "more"
    with qtbot.waitSignal(hand.view.menu_asked) as asked:
        hand.click(sign)
    assert asked.args == [hand.view.mapToGlobal(sign), "step"]
    assert hand.view.selection == ("mail",)
    assert hand.document.history.can_undo is False


def test_a_pill_has_no_sign_but_a_menu(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    frame = hand.view.scene.steps.frame("hour")
    hand.hover(hand.place(more_on(frame).centre))
    assert hand.view.overlay.hovered.what == "step"
    with qtbot.waitSignal(hand.view.menu_asked) as asked:
        right_click(hand, hand.middle("hour"))
    assert asked.args is not None
    assert asked.args[1] == "step"
    assert hand.view.selection == ("hour",)


def test_the_right_button_selects_what_it_asks_about(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    asked: list[tuple[str, tuple[str, ...]]] = []
    hand.view.menu_asked.connect(lambda _, what: asked.append((what, hand.view.selection)))
    right_click(hand, hand.middle("why"))
    hand.click(hand.middle("mail"))
    hand.click(hand.middle("text"), SHIFT)
    right_click(hand, hand.middle("mail"))
    right_click(hand, hand.middle("push"))
    right_click(hand, hand.place(Point(-700, -100)))
    assert asked == [
        ("note", ("why",)), ("several", ("mail", "text")), ("step", ("push",)), ("ground", ()),
    ]  # fmt: skip
    way = hand.view.scene.ways.between(("text", "done"))
    right_click(hand, hand.place(Point(way[0].x, way[0].y + 20)))
    assert asked[-1] == ("path", ())
    assert hand.view.overlay.chosen_path == ("text", "done")
    right_click(hand, hand.middle("mail"))
    assert hand.view.overlay.chosen_path is None


@pytest.mark.parametrize(
    ("names", "path", "said"),
    [
        (("mail",), None, "step"), (("why",), None, "note"), ((), None, "ground"),
        (("mail", "why"), None, "several"), ((), PATH, "path"),
    ],
)  # fmt: skip
def test_the_menu_key_asks_about_what_is_selected_beside_it(
    show: Show, qtbot: QtBot, names: tuple[str, ...], path: tuple[str, str] | None, said: str
) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("cart",))
    if path:
        hand.key(Qt.Key.Key_P)
    else:
        hand.view.select(names)
    with qtbot.waitSignal(hand.view.menu_asked) as asked:
        hand.key(Qt.Key.Key_Menu)
    with qtbot.waitSignal(hand.view.menu_asked) as again:
        hand.key(Qt.Key.Key_F10, SHIFT)
    assert asked.args is not None
    assert asked.args == again.args
    assert asked.args[1] == said
    place = hand.view.mapFromGlobal(asked.args[0])
    assert hand.view.rect().contains(place)
    if names:
        table = hand.view.scene.steps if names[-1] != "why" else hand.view.scene.notes
        assert hand.view.camera.frame(table.frame(names[-1])).holds(Point(place.x(), place.y()))
    assert hand.view.selection == names


def test_a_path_is_come_to_by_keyboard_and_a_step_added_to_it(show: Show, qtbot: QtBot) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("test",))
    seen = []
    for _ in range(4):
        hand.key(Qt.Key.Key_P)
        seen.append(hand.view.overlay.chosen_path)
    assert seen == [("test", "mail"), ("test", "text"), ("test", "alone"), ("test", "mail")]
    assert not hand.view.selection
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        with qtbot.waitSignal(hand.view.quick_add_asked) as asked:
            hand.key(key)
        assert asked.args is not None
        assert asked.args[1] == ("test", "kind")
        place = hand.place(plus_on(hand.view.scene, ("test", "mail")).centre)
        assert asked.args[0] == hand.view.mapToGlobal(place)
    hand.key(Qt.Key.Key_Down)
    assert hand.view.selection == ("mail",)
    assert hand.view.overlay.chosen_path is None
    hand.key(Qt.Key.Key_P)
    hand.key(Qt.Key.Key_Up)
    assert hand.view.selection == ("mail",)
    hand.key(Qt.Key.Key_P)
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.chosen == "ground"


def test_a_path_chosen_by_keyboard_is_deleted_and_shows_its_sign(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("cart",))
    plain = hand.view.grab().toImage()
    hand.key(Qt.Key.Key_P)
    place = hand.place(plus_on(hand.view.scene, PATH).centre) + QPoint(6, 0)
    image = hand.view.grab().toImage()
    assert image.pixelColor(place) != plain.pixelColor(place)
    hand.key(Qt.Key.Key_Delete)
    assert hand.document.journey.target("cart", "next") is None
    hand.key(Qt.Key.Key_P)
    assert hand.view.overlay.chosen_path is None
