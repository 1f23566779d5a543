"""Tidying up, aligning and spreading: seen on the way, undone as one."""

import pytest
from pytestqt.qtbot import QtBot

from journeys.document.journey import Journey
from journeys.layout.align import How
from journeys.layout.tidy import tidy
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Hand, Show
from tests.widgets.canvas.large import large
from widgets.canvas.geometry import Point


def seen(hand: Hand, name: str) -> Point:
    """Return where on the screen a step is."""
    frame = hand.view.scene.steps.frame(name)
    return hand.view.camera.to_view(Point(frame.x, frame.y))


def arrived(qtbot: QtBot, hand: Hand) -> None:
    qtbot.waitUntil(lambda: not hand.view._gliding.is_under_way)  # noqa: SLF001 the end of the way


def untidy() -> Journey:
    journey = drawings.cart_rescue()
    return Journey.model_validate(
        {name: getattr(journey, name) for name in Journey.model_fields} | {"layout": ()}
    )


def test_tidy_keeps_the_selected_step_where_it_is_on_the_screen(show: Show, qtbot: QtBot) -> None:
    hand = show(untidy())
    hand.view.zoom_reset()
    hand.view.select(("push",))
    before, was = hand.document.journey, seen(hand, "push")
    assert hand.view.tidy()
    assert seen(hand, "push") == was
    arrived(qtbot, hand)
    assert (seen(hand, "push").x, seen(hand, "push").y) == pytest.approx((was.x, was.y))
    sizes = hand.view.scene.sizes()
    assert hand.document.journey.positions == tidy(before, sizes)
    for name in before.by_id:
        corner = hand.view.scene.corner(name)
        assert (corner.x, corner.y) == hand.document.journey.positions[name]
    hand.document.undo()
    assert hand.document.journey is before


def test_steps_are_seen_on_their_way_from_where_they_were(show: Show, qtbot: QtBot) -> None:
    hand = show(untidy())
    hand.view.select(("cart",))
    was = seen(hand, "done")
    hand.view.tidy()
    assert seen(hand, "done").y == pytest.approx(was.y, abs=hand.view.height() / 3)
    hand.document.undo()
    assert not hand.view._gliding.is_under_way  # noqa: SLF001 an edit ends the way
    assert seen(hand, "done").x == pytest.approx(was.x, abs=1_000)
    arrived(qtbot, hand)


def test_tidying_a_view_of_everything_shows_everything_again(show: Show, qtbot: QtBot) -> None:
    hand = show(untidy())
    hand.view.tidy()
    arrived(qtbot, hand)
    frame = hand.view.camera.frame(hand.view.scene.bounds)
    assert frame.y >= 0
    assert frame.bottom <= hand.view.height()
    assert not hand.view.tidy(), "all of it is tidy already"


def test_many_steps_are_there_at_once(show: Show) -> None:
    hand = show(large(600))
    hand.view.select((hand.view.scene.steps.names[0],))
    hand.view.tidy()
    assert not hand.view._gliding.is_under_way  # noqa: SLF001 too many to be followed


@pytest.mark.parametrize(
    ("how", "side"),
    [
        ("left", lambda at: at.x), ("centre", lambda at: at.centre.x),
        ("right", lambda at: at.right), ("top", lambda at: at.y),
        ("middle", lambda at: at.centre.y), ("bottom", lambda at: at.bottom),
    ],
)  # fmt: skip
def test_what_is_aligned_is_in_line_as_one_edit(
    show: Show, qtbot: QtBot, how: How, side: object
) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.document.journey
    hand.view.select(("mail", "done", "why"))
    assert hand.view.arrange(how)
    arrived(qtbot, hand)
    scene = hand.view.scene
    frames = [scene.steps.frame("mail"), scene.steps.frame("done"), scene.notes.frame("why")]
    assert callable(side)
    lines = [side(frame) for frame in frames]
    assert max(lines) - min(lines) <= 1
    assert not hand.view.arrange(how)
    hand.document.undo()
    assert hand.document.journey is before


def test_nothing_selected_is_in_line_already(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    before = hand.document.journey
    assert not hand.view.arrange("left")
    assert hand.document.journey is before
