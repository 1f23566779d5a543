"""Tidy up: every step in its row and column, the customers' way from top to bottom."""

import math
from collections.abc import Mapping, Sequence

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.layout.columns import ACROSS, columns
from journeys.layout.flow import Flow, flow_of

WIDTH = 252
CARD_HEIGHT = 68
COUNTS_HEIGHT = 32
PILL_HEIGHT = 40
BETWEEN = 52
BENDING = 72
FEWEST_ACROSS = 4

Size = tuple[int, int]
Sizes = Mapping[str, Size]
Corner = tuple[int, int]


def tidy(journey: Journey, sizes: Sizes | None = None) -> dict[str, Corner]:
    """Return the top left corner of each step's column of 252 pixels, in pixels at 100 %.

    `sizes` says how wide and high steps are, where they are not as usual: a card 68 high, a pill
    40. The first trigger stands at (0, 0). The result depends
    on steps and paths alone, not on where they stood before.
    """
    flow = flow_of(journey)
    known = sizes or {}
    heights = [known.get(node.id, usual_size(node))[1] for node in flow.steps]
    across = columns(flow)
    down = [0] * len(flow.steps)
    bottom = 0
    for part in flow.parts:
        bottom = max(bottom, _down(flow, part, heights, down))
    _loose(flow, heights, across, down, bottom)
    begin = across[0] if across else 0
    return {node.id: (x - begin, y) for node, x, y in zip(flow.steps, across, down, strict=True)}


def usual_size(node: Node) -> Size:
    """Return how wide and high the column of a step is when nothing is wrong with it.

    A message has room for what came of it, so that nothing moves when counts are shown.
    """
    if node.card.is_pill:
        return WIDTH, PILL_HEIGHT
    return WIDTH, CARD_HEIGHT + (COUNTS_HEIGHT if node.card.group == "Messages" else 0)


def _down(flow: Flow, part: Sequence[int], heights: Sequence[int], down: list[int]) -> int:
    """Set how far down the steps of a part stand; return where it ends."""
    count = max(flow.rows[step] for step in part) + 1
    high = [0] * count
    below = [BETWEEN] * count
    for step in part:
        row = flow.rows[step]
        high[row] = max(high[row], heights[step])
        if step in flow.splits or _joins_below(flow, step):
            below[row] = BENDING
    tops = [0]
    for height, gap in zip(high, below, strict=True):
        tops.append(tops[-1] + height + gap)
    for step in part:
        down[step] = tops[flow.rows[step]]
    return tops[-1]


def _joins_below(flow: Flow, step: int) -> bool:
    """Say whether a step leads to one right below that others lead to as well.

    The paths bend there, and each has room for how many went its way.
    """
    below = flow.rows[step] + 1
    return any(
        len(flow.before[other]) > 1 and flow.rows[other] == below for other in flow.after[step]
    )


def _loose(
    flow: Flow, heights: Sequence[int], across: list[int], down: list[int], top: int
) -> None:
    """Set where the steps stand that no path touches: in rows below all others."""
    placed = [across[step] for part in flow.parts for step in part]
    left, right = min(placed, default=0), max(placed, default=0)
    square = math.isqrt(len(flow.loose)) if not placed else 0
    count = max(FEWEST_ACROSS, (right - left) // ACROSS + 1, square)
    for begin in range(0, len(flow.loose), count):
        row = flow.loose[begin : begin + count]
        for place, step in enumerate(row):
            across[step] = left + place * ACROSS
            down[step] = top
        top += max(heights[step] for step in row) + BETWEEN
