"""What is written on a path: who goes this way, and how many did."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QPainter

from journeys.document.journey import Journey
from widgets.canvas.brush import box, words
from widgets.canvas.counts import Counts
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.links import CHIP_HEIGHT, CHIP_PADDING
from widgets.canvas.routing import Route
from widgets.canvas.ways import Pair, Ways
from widgets.lettering import width
from widgets.theme import CHIP, COUNT, Theme

BETWEEN = 6
PLUS = 22
PLUS_GAP = 4


@dataclass(frozen=True, slots=True)
class Tag:
    """A chip as it is painted: words, a count in bold, and how large it is."""

    title: str
    count: str
    width: float

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it with its corner at (0, 0)."""
        frame = Rect(0, 0, self.width, CHIP_HEIGHT)
        box(painter, frame, CHIP_HEIGHT / 2, theme.panel, theme.border)
        left, middle = float(CHIP_PADDING), frame.centre.y
        if self.title:
            words(painter, self.title, Point(left, middle), CHIP, theme.second_ink)
            left += width(self.title, CHIP) + BETWEEN
        words(painter, self.count, Point(left, middle), COUNT, theme.ink)


def tag_on(
    ways: Ways, pair: Pair, journey: Journey, counts: Counts | None
) -> tuple[Tag, Rect] | None:
    """Return the chip of a path and its frame, or None where there is nothing to say."""
    chip = ways.chips.get(pair)
    count = _counted(pair, ways.ports[pair], journey, counts, is_share=chip is not None)
    if chip is None and not count:
        return None
    title = chip.title if chip else ""
    wide = 2 * CHIP_PADDING + (width(title, CHIP) if title else 0)
    wide += width(count, COUNT) if count else 0
    wide += BETWEEN if title and count else 0
    wide = 2 * round(wide / 2)
    centre = chip.frame.centre if chip else middle(ways.between(pair))
    return Tag(title, count, wide), Rect.around(centre, wide, CHIP_HEIGHT)


def plus_on(ways: Ways, pair: Pair, tag: Rect | None) -> Rect:
    """Return where a step can be added to a path: in its middle, or beside what stands there."""
    if tag is None:
        return Rect.around(middle(ways.between(pair)), PLUS, PLUS)
    return Rect(tag.right + PLUS_GAP, tag.centre.y - PLUS / 2, PLUS, PLUS)


def middle(way: Route) -> Point:
    """Return the middle of the longest leg that runs down, or of the longest at all."""
    legs = [leg for leg in pairwise(way) if leg[0].x == leg[1].x] or list(pairwise(way))
    begin, end = max(legs, key=lambda leg: abs(leg[0].x - leg[1].x) + abs(leg[0].y - leg[1].y))
    return Point((begin.x + end.x) / 2, (begin.y + end.y) / 2)


def _counted(
    pair: Pair, ports: tuple[str, ...], journey: Journey, counts: Counts | None, *, is_share: bool
) -> str:
    if counts is None:
        return ""
    source = pair[0]
    count = sum(counts.through.get((source, port), 0) for port in ports)
    if not is_share:
        return f"{count:,}"
    node = journey.by_id.get(source)
    left = sum(counts.through.get((source, port.id), 0) for port in node.ports()) if node else 0
    return f"{count / left:.0%}" if left else "0"
