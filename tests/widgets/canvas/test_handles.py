"""The signs at ways out that lead nowhere keep clear of the paths that leave the same step."""

from decimal import Decimal
from itertools import pairwise

import pytest

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import BehaviourTest
from journeys.document.edits.canvas import Move, Place
from journeys.document.edits.paths import Disconnect
from journeys.document.journey import Journey
from journeys.nodes.branch import Branch, Path
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Show
from widgets.canvas.geometry import Rect
from widgets.canvas.handles import handles
from widgets.canvas.spots import near_handles


@pytest.mark.parametrize("x", [-400, 0, 400])
def test_no_path_runs_behind_the_sign_of_another_way_out(show: Show, x: int) -> None:
    hand = show(drawings.cart_rescue())
    journey, scene = hand.document.journey, hand.view.scene
    kept, *others = [edge for edge in journey.edges if edge.source == "test"]
    hand.view.do(Disconnect(tuple(others)))
    corner = scene.corner("test")
    there = scene.corner(kept.target)
    hand.view.do(Move((Place(kept.target, round(corner.x) + x, round(there.y)),)))
    scene.settle(1)
    signs = [each for each in near_handles(scene, "test", is_near=False) if each.is_open]
    assert len(signs) == len(others)
    way = scene.ways.between(("test", kept.target))
    for sign in signs:
        for begin, end in pairwise(way):
            left, right = sorted((begin.x, end.x))
            top, bottom = sorted((begin.y, end.y))
            frame = sign.frame
            is_aside = right < frame.x or left > frame.right
            assert is_aside or bottom < frame.y or top > frame.bottom, (x, sign.port)


def test_the_words_of_a_path_without_a_name_are_shown_whole() -> None:
    asked = BehaviourTest(
        event="purchase", operator=Operator.AT_LEAST, value=Decimal(1), since="entry"
    )
    node = Branch(id="asked", branches=(Path(id="yes", condition=asked),))
    journey = Journey(id="one", nodes=(node,))
    shown = handles(journey, node, Rect(0, 0, 248, 80), is_near=False)
    assert [each.title for each in shown] == ["purchase since they entered", "Everyone else"]
    assert node.ports()[0].title == "purchase at least once since they entered"
