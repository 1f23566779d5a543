"""Every way out of a step is come to by key, whether it leads somewhere or not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from journeys.document.edits.paths import Connect, Disconnect
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Hand, Show
from widgets.canvas.leaving import sign_on
from widgets.canvas.spots import NOTHING, Spot
from widgets.theme import LIGHT

KEY = Qt.Key
MAIL, TEXT, ALONE = (Spot("path", pair=("test", end)) for end in ("mail", "text", "alone"))
KIND, GIFT, HOLDOUT = (Spot("port", "test", port) for port in ("kind", "gift", "holdout"))


def opened(show: Show, *ports: str) -> Hand:
    """Show the cart rescue with ways out of its experiment that lead nowhere, and select that."""
    hand = show(drawings.cart_rescue())
    edges = hand.document.journey.edges
    hand.view.do(Disconnect(tuple(e for e in edges if e.source == "test" and e.port in ports)))
    hand.view.select(("test",))
    return hand


def walked(hand: Hand, count: int) -> list[Spot]:
    """Press P so often, and return what was chosen each time."""
    seen = []
    for _ in range(count):
        hand.key(KEY.Key_P)
        seen.append(hand.view.overlay.chosen_way)
    return seen


@pytest.mark.parametrize(
    ("ports", "ways"),
    [
        ((), [MAIL, TEXT, ALONE]),
        (("kind",), [KIND, TEXT, ALONE]),
        (("kind", "holdout"), [KIND, TEXT, HOLDOUT]),
        (("kind", "gift", "holdout"), [KIND, GIFT, HOLDOUT]),
    ],
)
def test_p_walks_over_all_ways_out_in_the_order_of_the_ports(
    show: Show, ports: tuple[str, ...], ways: list[Spot]
) -> None:
    hand = opened(show, *ports)
    assert walked(hand, 4) == [*ways, ways[0]]
    assert not hand.view.selection


def test_ways_that_need_not_lead_anywhere_are_come_to_and_ways_to_one_step_are_one_path(
    show: Show,
) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("text",))
    sent = Spot("path", pair=("text", "done"))
    not_sent, failed = (Spot("port", "text", port) for port in ("not_sent", "failed"))
    assert walked(hand, 4) == [sent, not_sent, failed, sent]
    hand.view.do(Connect("text", "not_sent", "done"))
    assert walked(hand, 2) == [failed, sent]


@pytest.mark.parametrize("way", [KIND, GIFT, HOLDOUT])
def test_a_step_is_added_to_the_open_end_that_is_chosen(
    show: Show, qtbot: QtBot, way: Spot
) -> None:
    hand = opened(show, "kind", "gift", "holdout")
    walked(hand, [KIND, GIFT, HOLDOUT].index(way) + 1)
    for key in (KEY.Key_A, KEY.Key_Tab, KEY.Key_Return):
        with qtbot.waitSignal(hand.view.quick_add_asked) as asked:
            hand.key(key)
        place = hand.place(sign_on(hand.view.scene, way).centre)
        assert asked.args == [hand.view.mapToGlobal(place), ("test", way.port)]


def test_a_chosen_open_end_is_lit_and_says_what_a_does(show: Show) -> None:
    hand = opened(show, "kind", "gift", "holdout")
    hand.view.zoom_reset()
    hand.view.select(())
    plain = hand.view.grab().toImage()
    hand.view.select(("test",))
    walked(hand, 2)
    lit = hand.view.grab().toImage()
    assert hand.view.camera.scale == 1
    for way in (KIND, GIFT, HOLDOUT):
        sign = sign_on(hand.view.scene, way)
        above = hand.place(sign.centre) + QPoint(16, -round(sign.height / 2))
        edge = [lit.pixelColor(above + QPoint(0, down)).name().upper() for down in (0, 1)]
        assert (edge == [LIGHT.accent] * 2) is (way == GIFT)
    tip = hand.place(sign_on(hand.view.scene, GIFT).centre) + QPoint(0, 38)
    assert lit.pixelColor(tip).name().upper() == LIGHT.ink
    assert plain.pixelColor(tip).name().upper() != LIGHT.ink


def test_an_open_end_stays_chosen_until_it_leads_somewhere_or_a_step_is_selected(
    show: Show,
) -> None:
    hand = opened(show, "kind", "gift")
    walked(hand, 2)
    before = hand.document.journey
    hand.key(KEY.Key_Delete)
    assert hand.document.journey is before
    assert hand.view.overlay.chosen_way == GIFT
    assert hand.view.chosen == "end"
    hand.view.do(Connect("test", "gift", "text"))
    assert hand.view.overlay.chosen_way == NOTHING
    hand.view.select(("test",))
    walked(hand, 1)
    hand.key(KEY.Key_Up)
    assert hand.view.selection == ("test",)
    assert hand.view.overlay.chosen_way == NOTHING
    walked(hand, 1)
    hand.key(KEY.Key_Escape)
    assert hand.view.chosen == "ground"


def test_the_menu_of_an_open_end_stands_beside_it(show: Show, qtbot: QtBot) -> None:
    hand = opened(show, "kind", "gift", "holdout")
    walked(hand, 1)
    with qtbot.waitSignal(hand.view.menu_asked) as asked:
        hand.key(KEY.Key_Menu)
    place = hand.place(sign_on(hand.view.scene, KIND).centre)
    assert asked.args == [hand.view.mapToGlobal(place), "end"]


def test_c_connects_the_way_out_that_is_chosen(show: Show, qtbot: QtBot) -> None:
    hand = opened(show, "gift")
    for way in (("test", "kind"), ("test", "gift"), ("test", "holdout")):
        walked(hand, 1)
        with qtbot.waitSignal(hand.view.connect_asked):
            hand.key(KEY.Key_C)
        assert hand.view.connecting_from == way
