"""Where chips stand on paths, and where a step can be added to one."""

from collections.abc import Iterator
from itertools import pairwise

from widgets.canvas.counts import Counts
from widgets.canvas.edges import RADIUS
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.links import CHIP_HEIGHT
from widgets.canvas.plan import Plan
from widgets.canvas.routing import FALL, RISE, Route
from widgets.canvas.tag import sized
from widgets.canvas.ways import Pair, Placed
from widgets.results.words import shares

PLUS = 22
PLUS_GAP = 4
GAP = 4


def tag_on(plan: Plan, pair: Pair) -> Placed | None:
    """Return the chip of a path and its frame, or None where there is nothing to say."""
    tags = plan.ways.tags
    if pair not in tags:
        tags[pair] = _tag(plan, pair)
    return tags[pair]


def plus_on(plan: Plan, pair: Pair) -> Rect:
    """Return where a step can be added to a path: in its middle, or beside what stands there."""
    placed = tag_on(plan, pair)
    if placed is None:
        return Rect.around(free_place(plan, pair, PLUS), PLUS, PLUS)
    _, frame = placed
    found = list(_beside(frame))
    for place in found:
        if not len(plan.steps.inside(place)):
            return place
    return found[0]


def _beside(frame: Rect) -> Iterator[Rect]:
    """Yield places for a plus around a chip, best first."""
    middle, apart = frame.centre, PLUS_GAP + PLUS / 2
    for across in (frame.right + apart, frame.x - apart):
        yield Rect.around(Point(across, middle.y), PLUS, PLUS)
    for down in (frame.bottom + apart, frame.y - apart):
        yield Rect.around(Point(middle.x, down), PLUS, PLUS)


def frame_on(plan: Plan, pair: Pair, wide: float) -> Rect:
    """Return where a chip so wide stands: where the words of its path do, else at a free place.

    A step beside the words may have grown since they were put there.
    """
    chip = plan.ways.chips.get(pair)
    if chip is not None:
        found = Rect.around(chip.frame.centre, wide, CHIP_HEIGHT)
        if not len(plan.steps.inside(found)):
            return found
    return Rect.around(free_place(plan, pair, wide), wide, CHIP_HEIGHT)


def free_place(plan: Plan, pair: Pair, wide: float) -> Point:
    """Return where a chip so wide stands on a path: on a straight piece that is the path's alone.

    The first place is taken where it covers no step, else the first of all.
    """
    way = plan.ways.between(pair)
    pieces = _pieces(way, splits=plan.ways.splits(pair), joins=plan.ways.joins(pair))
    found = [*_along(pieces, wide), _longest(way)]
    for place in found:
        if not len(plan.steps.inside(Rect.around(place, wide, CHIP_HEIGHT))):
            return place
    return found[0]


def _along(pieces: list[tuple[Point, Point]], wide: float) -> Iterator[Point]:
    """Yield places on pieces, best first: where they run down, in the middle of the longest."""
    down = [piece for piece in pieces if _fits(piece, CHIP_HEIGHT) and piece[0].x == piece[1].x]
    down.sort(key=lambda piece: -_length(*piece))
    across = [piece for piece in pieces if _fits(piece, wide) and piece[0].y == piece[1].y]
    yield from (_middle(*piece) for piece in down)
    yield from (_towards(*piece, GAP + wide / 2) for piece in across)
    for begin, end in down:
        yield _towards(begin, end, GAP + CHIP_HEIGHT / 2)
        yield _towards(end, begin, GAP + CHIP_HEIGHT / 2)


def _fits(piece: tuple[Point, Point], room: float) -> bool:
    return _length(*piece) >= room + 2 * GAP


def _longest(way: Route) -> Point:
    """Return the middle of the longest leg that runs down, or of the longest at all."""
    legs = list(pairwise(way))
    return _middle(*max(legs, key=lambda leg: (leg[0].x == leg[1].x, _length(*leg))))


def _pieces(way: Route, *, splits: bool, joins: bool) -> list[tuple[Point, Point]]:
    """Return the straight pieces between the corners of a way that it shares with no other."""
    legs = list(pairwise(way))
    last = len(legs) - 1
    begin = (FALL + RADIUS if last == 0 else None) if splits else 0
    end = (RISE + RADIUS if last == 0 else None) if joins else 0
    found = []
    for place, leg in enumerate(legs):
        before = RADIUS if place else begin
        after = RADIUS if place < last else end
        if before is not None and after is not None and _length(*leg) > before + after:
            found.append((_towards(*leg, before), _towards(leg[1], leg[0], after)))
    return found


def _length(begin: Point, end: Point) -> float:
    return abs(begin.x - end.x) + abs(begin.y - end.y)


def _towards(begin: Point, end: Point, by: float) -> Point:
    share = by / _length(begin, end)
    return Point(begin.x + (end.x - begin.x) * share, begin.y + (end.y - begin.y) * share)


def _middle(begin: Point, end: Point) -> Point:
    return Point((begin.x + end.x) / 2, (begin.y + end.y) / 2)


def _tag(plan: Plan, pair: Pair) -> Placed | None:
    chip = plan.ways.chips.get(pair)
    count = _counted(plan, pair, plan.counts, is_share=chip is not None) if plan.counts else ""
    if chip is None and not count:
        return None
    tag = sized(chip.title if chip else "", count)
    return tag, frame_on(plan, pair, tag.width)


def _counted(plan: Plan, pair: Pair, counts: Counts, *, is_share: bool) -> str:
    source = pair[0]
    count = sum(counts.through.get((source, port), 0) for port in plan.ways.ports[pair])
    if not is_share:
        return f"{count:,}"
    return _shared(plan, pair, counts)


def _shared(plan: Plan, pair: Pair, counts: Counts) -> str:
    """Return the share of a path among all ways out of its step, which add up to 100 %."""
    source = pair[0]
    of_port = {
        port.id: counts.through.get((source, port.id), 0)
        for port in plan.journey.by_id[source].ports()
    }
    whole, parts = sum(of_port.values()), dict[Pair | str, int]()
    for port, count in of_port.items():
        target = plan.journey.target(source, port)
        way: Pair | str = port if target is None else (source, target)
        parts[way] = parts.get(way, 0) + count
    found = dict(zip(parts, shares(tuple(parts.values()), whole), strict=True))
    return found.get(pair, "0") if whole else "0"
