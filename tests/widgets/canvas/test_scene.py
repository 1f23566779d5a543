"""The scene keeps up with the journey, and shows what a picture of it shows."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from journeys.document.checks import problems
from journeys.document.diff import Diff
from journeys.document.edits.canvas import Move, Place
from journeys.document.history import History
from journeys.document.journey import Journey
from journeys.errors import EditRefusedError
from tests.document.generation import made_journey
from tests.document.made_edits import made_edit
from tests.widgets import drawings
from widgets.canvas.counts import Counts
from widgets.canvas.drawing import laid_out
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.scene import Scene

LONG_ENOUGH = 60.0


def settled(journey: Journey) -> Scene:
    scene = Scene(journey)
    scene.show_problems(problems(journey))
    assert scene.settle(LONG_ENOUGH)
    return scene


@pytest.mark.parametrize("draw", drawings.ALL)
def test_steps_stand_where_the_picture_shows_them(draw: object) -> None:
    assert callable(draw)
    journey = draw()
    scene, picture = settled(journey), laid_out(journey)
    assert {step.node.id: step.frame for step in picture.steps} == {
        name: scene.steps.frame(name) for name in scene.steps.names
    }
    assert {(link.source, link.target): link.chip is None for link in picture.links} == {
        pair: pair not in scene.ways.chips for pair in scene.ways.ports
    }
    assert scene.placeholder == picture.placeholder


@pytest.mark.parametrize("draw", drawings.ALL[:4])
def test_paths_run_at_right_angles_and_around_steps(draw: object) -> None:
    assert callable(draw)
    scene = settled(draw())
    for pair in scene.ways.ports:
        way = scene.ways.between(pair)
        for begin, end in pairwise(way):
            assert begin.x == end.x or begin.y == end.y
            left, top = min(begin.x, end.x), min(begin.y, end.y)
            leg = Rect(left, top, abs(begin.x - end.x), abs(begin.y - end.y)).grown(0.5)
            assert not any(
                leg.shared(scene.steps.frame(name).grown(-1)) for name in scene.steps.names
            ), pair


@pytest.mark.parametrize("seed", range(12))
def test_what_is_renewed_is_what_would_be_drawn_anew(seed: int) -> None:
    random = Random(seed)
    history = History(made_journey(seed))
    scene = settled(history.present)
    for _ in range(12):
        before = history.present
        try:
            history = history.do(made_edit(before, random))
        except EditRefusedError:
            continue
        scene.take(history.present, Diff.between(before, history.present))
        scene.show_problems(problems(history.present))
        assert scene.settle(LONG_ENOUGH)
        fresh = settled(history.present)
        for mine, anew in ((scene.steps, fresh.steps), (scene.notes, fresh.notes)):
            assert mine.place.keys() == anew.place.keys()
            for name in mine.names:
                np.testing.assert_array_equal(mine.row(name), anew.row(name), name)
        assert scene.ways.ports == fresh.ways.ports
        for pair in scene.ways.ports:
            way, other = scene.ways.between(pair), fresh.ways.between(pair)
            assert (way[0], way[-1]) == (other[0], other[-1])


def test_what_is_dragged_goes_back_to_its_first_place() -> None:
    scene = settled(drawings.cart_rescue())
    rows = scene.steps.rows.copy()
    corner = scene.corner("mail")
    scene.shift({"mail": Point(10, 10)}, {})
    assert not np.array_equal(rows, scene.steps.rows)
    scene.shift({"mail": corner}, {})
    np.testing.assert_array_equal(rows, scene.steps.rows)


def test_paths_return_when_a_step_is_dragged_out_of_their_way() -> None:
    journey = drawings.cart_rescue()
    scene = settled(journey)
    straight = scene.ways.between(("text", "done"))
    blocked = Move((Place("alone", 0, 640),)).apply(journey)
    scene.take(blocked, Diff.between(journey, blocked))
    scene.settle(LONG_ENOUGH)
    assert scene.ways.between(("text", "done")) != straight
    scene.shift({"alone": Point(300, 496)}, {})
    scene.take(journey, Diff.between(blocked, journey))
    scene.settle(LONG_ENOUGH)
    assert scene.ways.between(("text", "done")) == straight


def test_a_card_grows_by_what_it_did_and_shrinks_again() -> None:
    scene = settled(drawings.cart_rescue())
    before = scene.steps.frame("mail")
    scene.show_counts(Counts(sentences={"mail": "10 sent, 46% opened"}))
    grown = scene.steps.frame("mail")
    assert grown.height == before.height + 33
    assert scene.ways.between(("mail", "done"))[0].y == grown.bottom
    scene.show_counts(None)
    assert scene.steps.frame("mail") == before
