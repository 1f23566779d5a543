"""What is in view: all of it where nothing covers it, also in a small canvas."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel

from journeys.document.journey import Journey
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Hand, Show
from widgets.canvas.geometry import Rect
from widgets.canvas.minimap import Minimap
from widgets.canvas.spots import near_handles

DRAWER = 400


def shown(hand: Hand) -> Rect:
    """Return where in the view the whole journey is."""
    return hand.view.camera.frame(hand.view.scene.bounds)


def test_all_of_it_is_shown_beside_a_drawer_not_under_it(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.setContentsMargins(0, 0, DRAWER, 0)
    assert shown(hand).right <= hand.view.width() - DRAWER
    assert shown(hand).centre.x == pytest.approx((hand.view.width() - DRAWER) / 2)
    hand.view.setContentsMargins(DRAWER, 0, 0, 0)
    assert shown(hand).x >= DRAWER
    hand.view.setContentsMargins(0, 0, 0, 0)
    assert shown(hand).centre.x == pytest.approx(hand.view.width() / 2)


def test_a_view_that_a_person_chose_is_left_alone_but_for_the_selected_step(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.zoom_reset()
    hand.view.zoom_by(1.2)
    chosen = hand.view.camera
    hand.view.setContentsMargins(0, 0, DRAWER, 0)
    assert hand.view.camera == chosen
    hand.view.setContentsMargins(0, 0, 0, 0)
    hand.view.select(("text",))
    hand.view.zoom_to_selection()
    hand.view.setContentsMargins(0, 0, DRAWER + 200, 0)
    frame = hand.view.camera.frame(hand.view.scene.steps.frame("text"))
    assert frame.right <= hand.view.width() - DRAWER - 200
    assert hand.view.camera.scale == 1.0


def test_zooming_keeps_the_middle_of_what_is_not_covered(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.setContentsMargins(0, 0, DRAWER, 0)
    middle = hand.view.clear_sight.centre
    hand.view.zoom_by(1.5)
    assert hand.view.clear_sight.centre == middle


def test_the_map_and_the_bar_keep_to_the_corners_that_are_not_covered(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    bar, view = QLabel("bar"), hand.view
    bar.resize(150, 38)
    view.pin(bar)
    small = view.findChild(Minimap)
    assert isinstance(small, Minimap)
    for left, right in ((0, 0), (224, 0), (0, 352), (224, 352)):
        view.setContentsMargins(left, 0, right, 0)
        clear = QRect(left, 0, view.width() - left - right, view.height())
        assert clear.contains(bar.geometry())
        assert bar.x() == left + 16
        if small.isVisible():
            assert clear.contains(small.geometry())
            assert small.geometry().right() == view.width() - right - 17


@pytest.mark.parametrize("size", [(300, 200), (240, 160)])
def test_a_very_small_canvas_shows_the_journey_and_no_map(
    show: Show, size: tuple[int, int]
) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.resize(QSize(*size))
    small = hand.view.findChild(Minimap)
    assert isinstance(small, Minimap)
    assert not small.isVisible()
    frame = shown(hand)
    assert Rect(0, 0, *size).grown(1).shared(frame) == pytest.approx(frame.width * frame.height)
    assert not hand.view.grab().isNull()
    hand.view.setContentsMargins(size[0], 0, size[0], 0)
    hand.view.zoom_to_fit()
    assert not hand.view.grab().isNull()


def test_everything_is_covered_and_nothing_breaks(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    hand.view.select(("text",))
    hand.view.setContentsMargins(600, 0, 600, 0)
    for look in (hand.view.zoom_to_fit, hand.view.zoom_to_selection, hand.view.zoom_reset):
        look()
        assert not hand.view.grab().isNull()


def barred(hand: Hand) -> QLabel:
    bar = QLabel("bar")
    bar.resize(520, 38)
    hand.view.pin(bar)
    return bar


def signs(hand: Hand, name: str) -> list[Rect]:
    """Return where in the view the signs are that hang under a step."""
    found = near_handles(hand.view.scene, name, is_near=False)
    return [hand.view.camera.frame(each.frame) for each in found]


def test_new_steps_and_their_signs_never_come_to_stand_under_the_bar(show: Show) -> None:
    hand = show(Journey(id="new"))
    bar = barred(hand)
    last = hand.view.add("event_trigger")
    for _ in range(12):
        last = hand.view.add("wait", (last, "next"))
        frame = hand.view.camera.frame(hand.view.scene.steps.frame(last))
        (sign,) = signs(hand, last)
        assert frame.y >= 0
        assert sign.bottom <= bar.y()


def test_a_new_step_never_comes_to_stand_under_the_map(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    barred(hand)
    hand.view.zoom_reset()
    small = hand.view.findChild(Minimap)
    assert isinstance(small, Minimap)
    for _ in range(4):
        added = hand.view.add("wait")
        frame = hand.view.camera.frame(hand.view.scene.steps.frame(added))
        at = small.geometry()
        map_ = Rect(at.x(), at.y(), at.width(), at.height())
        assert small.isHidden() or not map_.shared(frame)
        assert frame.x >= 0


def test_all_of_it_is_shown_with_the_signs_above_the_bar(show: Show) -> None:
    hand = show(Journey(id="new"))
    bar = barred(hand)
    last = hand.view.add("event_trigger")
    for _ in range(8):
        last = hand.view.add("wait", (last, "next"))
    hand.view.zoom_to_fit()
    lowest = [sign.bottom for name in hand.view.scene.steps.names for sign in signs(hand, name)]
    assert max(lowest) <= bar.y()
