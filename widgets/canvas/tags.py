"""Where chips stand on paths, and where a step can be added to one."""

from itertools import pairwise

from widgets.canvas.counts import Counts
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.links import CHIP_HEIGHT
from widgets.canvas.routing import Route
from widgets.canvas.scene import Scene
from widgets.canvas.tag import sized
from widgets.canvas.ways import Pair, Placed

PLUS = 22
PLUS_GAP = 4


def tag_on(scene: Scene, pair: Pair) -> Placed | None:
    """Return the chip of a path and its frame, or None where there is nothing to say."""
    tags = scene.ways.tags
    if pair not in tags:
        tags[pair] = _tag(scene, pair)
    return tags[pair]


def plus_on(scene: Scene, pair: Pair) -> Rect:
    """Return where a step can be added to a path: in its middle, or beside what stands there."""
    placed = tag_on(scene, pair)
    if placed is None:
        return Rect.around(middle(scene.ways.between(pair)), PLUS, PLUS)
    _, frame = placed
    return Rect(frame.right + PLUS_GAP, frame.centre.y - PLUS / 2, PLUS, PLUS)


def middle(way: Route) -> Point:
    """Return the middle of the longest leg that runs down, or of the longest at all."""
    legs = [leg for leg in pairwise(way) if leg[0].x == leg[1].x] or list(pairwise(way))
    begin, end = max(legs, key=lambda leg: abs(leg[0].x - leg[1].x) + abs(leg[0].y - leg[1].y))
    return Point((begin.x + end.x) / 2, (begin.y + end.y) / 2)


def _tag(scene: Scene, pair: Pair) -> Placed | None:
    chip = scene.ways.chips.get(pair)
    count = _counted(scene, pair, scene.counts, is_share=chip is not None) if scene.counts else ""
    if chip is None and not count:
        return None
    tag = sized(chip.title if chip else "", count)
    centre = chip.frame.centre if chip else middle(scene.ways.between(pair))
    return tag, Rect.around(centre, tag.width, CHIP_HEIGHT)


def _counted(scene: Scene, pair: Pair, counts: Counts, *, is_share: bool) -> str:
    source = pair[0]
    count = sum(counts.through.get((source, port), 0) for port in scene.ways.ports[pair])
    if not is_share:
        return f"{count:,}"
    node = scene.journey.by_id[source]
    left = sum(counts.through.get((source, port.id), 0) for port in node.ports())
    return f"{count / left:.0%}" if left else "0"
