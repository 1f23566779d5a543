"""Places for steps: rows of those nobody has placed yet, and room where some are higher."""

from collections.abc import Mapping

from journeys.document.journey import Journey
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.steps import CARD_WIDTH

ACROSS = 300
BETWEEN = 72


def corners(journey: Journey, heights: Mapping[str, float]) -> Mapping[str, Point]:
    """Return the top left corner of each step's column.

    Steps without a place stand in rows under those that have one, a row for every number of steps
    that must be passed before.
    """
    there = {name: Point(*place) for name, place in journey.positions.items() if name in heights}
    left = min((corner.x for corner in there.values()), default=0.0)
    right = max((corner.x for corner in there.values()), default=0.0)
    top = max((corner.y + heights[name] + BETWEEN for name, corner in there.items()), default=0.0)
    found = dict(there)
    for row in _rows(journey):
        homeless = [name for name in row if name not in there]
        span = (len(homeless) - 1) * ACROSS + CARD_WIDTH
        begin = round((left + right + CARD_WIDTH - span) / 2)
        for count, name in enumerate(homeless):
            found[name] = Point(begin + count * ACROSS, top)
        top += max((heights[name] + BETWEEN for name in homeless), default=0.0)
    return found


def lowered(frames: Mapping[str, Rect], heights: Mapping[str, float]) -> Mapping[str, float]:
    """Return how far down each thing goes so that those with another height have room.

    What stands below one that is higher than its frame goes down as far as that grows, all across
    the drawing, so that nothing comes closer to anything and rows stay rows.
    """
    waiting = sorted(frames, key=lambda name: frames[name].bottom, reverse=True)
    found: dict[str, float] = {}
    down = 0.0
    for name in sorted(frames, key=lambda name: frames[name].y):
        while waiting and waiting[-1] in found and frames[waiting[-1]].bottom <= frames[name].y:
            above = waiting.pop()
            down = max(down, found[above] + heights[above] - frames[above].height)
        found[name] = down
    return found


def _rows(journey: Journey) -> list[list[str]]:
    """Return all steps by how far they are from a start; what no path leads to starts anew."""
    rows: list[list[str]] = []
    seen: set[str] = set()
    for start in (*(trigger.id for trigger in journey.triggers), *journey.by_id):
        row = [] if start in seen else [start]
        seen.add(start)
        depth = 0
        while row:
            if depth == len(rows):
                rows.append([])
            rows[depth].extend(row)
            row = _next(journey, row, seen)
            depth += 1
    return rows


def _next(journey: Journey, row: list[str], seen: set[str]) -> list[str]:
    found = []
    for name in row:
        for port in journey.by_id[name].ports():
            target = journey.target(name, port.id)
            if target and target in journey.by_id and target not in seen:
                seen.add(target)
                found.append(target)
    return found
