"""Where counts and names stand on paths: on straight pieces, never on a card."""

import pytest

from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.layout.edit import Tidy
from journeys.samples import samples
from tests.layout.made import large_journey, rescued
from tests.widgets import drawings
from tests.widgets.canvas.conftest import Hand, Show
from widgets.canvas.counts import Counts
from widgets.canvas.geometry import Rect
from widgets.canvas.tag import Tag
from widgets.canvas.tags import tag_on

CORNER = 11
MADE = {
    **{name: loads(content) for name, content in samples().items()},
    "cart": Tidy().apply(drawings.cart_rescue()),
    "rescued": Tidy().apply(rescued(12)),
    "large": Tidy().apply(large_journey(40, 3)),
}


def counted(journey: Journey) -> Counts:
    """Return counts as long as they come."""
    through = {(node.id, port.id): 1_234_567 for node in journey.nodes for port in node.ports()}
    return Counts(entered=1_234_567, through=through)


def tags(hand: Hand, journey: Journey) -> dict[tuple[str, str], tuple[Tag, Rect]]:
    hand.view.show_counts(counted(journey))
    hand.view.scene.settle(60)
    found = {pair: tag_on(hand.view.scene, pair) for pair in hand.view.scene.ways.ports}
    assert found
    return {pair: placed for pair, placed in found.items() if placed is not None}


@pytest.mark.parametrize("name", MADE)
def test_no_chip_covers_a_step(show: Show, name: str) -> None:
    hand = show(MADE[name])
    steps = hand.view.scene.steps
    covering = {
        pair: frame
        for pair, (_, frame) in tags(hand, MADE[name]).items()
        if steps.meeting(frame.grown(-1))
    }
    assert covering == {}


@pytest.mark.parametrize("name", [name for name in MADE if name != "win_back"])
def test_no_count_stands_on_a_corner_of_its_path(show: Show, name: str) -> None:
    hand = show(MADE[name])
    bent = {
        pair: frame
        for pair, (tag, frame) in tags(hand, MADE[name]).items()
        if not tag.title
        for corner in hand.view.scene.ways.between(pair)[1:-1]
        if frame.grown(CORNER).holds(corner)
    }
    assert bent == {}


def test_where_paths_join_there_is_room_for_a_count_on_each(show: Show) -> None:
    journey = MADE["shop_rescue"]
    hand = show(journey)
    scene, found = hand.view.scene, tags(hand, journey)
    for source in ("reminder", "offer"):
        frame = found[source, "reminded"][1]
        assert frame.y - scene.steps.frame(source).bottom >= 4
        assert frame.centre.x == scene.steps.frame(source).centre.x


def test_the_shares_of_the_ways_out_of_a_step_add_up_to_a_hundred(show: Show) -> None:
    hand, source = show(MADE["shop_rescue"]), "words"
    scene = hand.view.scene
    scene.settle(60)
    ports = scene.journey.by_id[source].ports()
    thirds = {(source, port.id): 1_000 + place for place, port in enumerate(ports)}
    hand.view.show_counts(Counts(through=thirds))
    ways = [pair for pair in scene.ways.ports if pair[0] == source]
    found = [placed[0].count for pair in ways if (placed := tag_on(scene, pair)) is not None]
    assert len(found) == len(ports)
    assert sum(int(share.removesuffix("%")) for share in found) == 100
