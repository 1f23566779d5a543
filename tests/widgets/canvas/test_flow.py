"""The band under each path: the wider, the more went along it; and what costs nothing else."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from journeys.document.edits.paths import Connect
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Hand, Show
from widgets.canvas.counts import Counts
from widgets.canvas.flow import NARROWEST, STRENGTHS, WIDEST, Flow
from widgets.canvas.geometry import Point
from widgets.canvas.story import Story
from widgets.canvas.tinting import mixed
from widgets.theme import LIGHT

THROUGH = {
    ("cart", "next"): 1_000, ("hour", "next"): 1_000, ("paid", "bought"): 0, ("paid", "else"): 500,
    ("test", "kind"): 1,
}  # fmt: skip
PAIRS = {("cart", "hour"): WIDEST, ("paid", "content"): 0, ("test", "mail"): NARROWEST}


def banded(hand: Hand, point: Point) -> bool:
    """Say whether a place shows the colour of a band."""
    image = hand.view.grab().toImage()
    colour = mixed(LIGHT.accent, LIGHT.background, STRENGTHS["light"])
    return image.pixelColor(hand.place(point)).name() == colour.name()


def counted(hand: Hand) -> None:
    hand.view.show_counts(Counts(entered=1_000, through=THROUGH))
    hand.view.show_flow(is_shown=True)
    hand.view.zoom_reset()
    hand.view.reveal(hand.view.scene.steps.frame("hour").grown(60))


@pytest.mark.parametrize("pair", PAIRS)
def test_a_band_is_as_wide_as_the_share_that_went_there(show: Show, pair: tuple[str, str]) -> None:
    hand = show(drawings.cart_rescue())
    counted(hand)
    table = hand.view.scene.ways.table
    widths = Flow().widths(hand.view.scene)
    assert widths[table.place[pair]] == pytest.approx(PAIRS[pair], abs=0.1)
    assert widths[table.place["paid", "test"]] == (NARROWEST + WIDEST) / 2


def test_bands_are_seen_in_results_alone_and_not_with_a_story(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    counted(hand)
    bottom = hand.view.scene.steps.frame("cart").bottom
    centre = hand.view.scene.steps.frame("cart").centre.x
    beside = Point(centre + 6, bottom + 12)
    far = Point(centre + WIDEST, bottom + 12)
    assert banded(hand, beside)
    assert not banded(hand, far)
    hand.view.show_story(Story(("cart", "hour"), frozenset({("cart", "next", "hour")}), "hour"))
    assert not banded(hand, beside)
    hand.view.show_story(None)
    assert banded(hand, beside)
    hand.view.show_flow(is_shown=False)
    assert not banded(hand, beside)
    hand.view.show_flow(is_shown=True)
    hand.view.show_counts(None)
    assert not banded(hand, beside)


def test_bands_follow_the_paths_and_the_counts(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    counted(hand)
    flow, scene = Flow(), hand.view.scene
    before = flow.widths(scene)
    assert flow.widths(scene) is before, "found once"
    hand.document.do(Connect("paid", "bought", "done"))
    assert len(flow.widths(scene)) == len(scene.ways.table.names)
    scene.show_counts(Counts(entered=1_000, through={("paid", "bought"): 1_000}))
    (place,) = np.nonzero(flow.widths(scene))[0].tolist()
    assert scene.ways.table.names[place] == ("paid", "done")


@pytest.mark.parametrize("scale", [4.0, 1.0, 0.5, 0.36, 0.2, 0.05])
def test_bands_are_painted_at_every_zoom(show: Show, qtbot: QtBot, scale: float) -> None:
    hand = show(drawings.cart_rescue())
    counted(hand)
    hand.view.zoom_by(scale / hand.view.camera.scale)
    assert not hand.view.grab().isNull()
    qtbot.waitUntil(lambda: hand.view.scene.is_settled)


def test_the_corner_of_a_wide_band_is_a_quarter_of_a_ring(show: Show) -> None:
    hand = show(drawings.cart_rescue())
    counted(hand)
    hand.view.reveal(hand.view.scene.steps.frame("test").grown(60))
    first, second = hand.view.scene.ways.between(("test", "alone"))[:2]
    hand.view.show_counts(Counts(entered=500, through={("test", "holdout"): 500}))
    assert first.x == second.x
    inside = [Point(second.x + 14 + far, second.y - 14) for far in (0, 2, 4)]
    assert [banded(hand, point) for point in inside] == [False] * 3
    assert banded(hand, Point(second.x + 30, second.y + 6))
