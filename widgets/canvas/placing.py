"""Places for the steps nobody has placed yet: rows under the drawing, in the order they come."""

from collections.abc import Mapping

from journeys.document.journey import Journey
from widgets.canvas.geometry import Point
from widgets.canvas.steps import CARD_WIDTH, HEADER_HEIGHT

ACROSS = 300
DOWN = HEADER_HEIGHT + 72
BELOW = 3 * HEADER_HEIGHT


def corners(journey: Journey) -> Mapping[str, Point]:
    """Return the top left corner of each step's column.

    Steps without a place stand in rows under those that have one, a row for every number of steps
    that must be passed before.
    """
    found = {
        node.id: Point(*journey.positions[node.id])
        for node in journey.nodes
        if (node.id in journey.positions)
    }
    left = min((corner.x for corner in found.values()), default=0.0)
    right = max((corner.x for corner in found.values()), default=0.0)
    top = max((corner.y + BELOW for corner in found.values()), default=0.0)
    middle = (left + right + CARD_WIDTH) / 2
    rows = [[name for name in row if name not in found] for row in _rows(journey)]
    for place, row in enumerate(filter(None, rows)):
        begin = round(middle - ((len(row) - 1) * ACROSS + CARD_WIDTH) / 2)
        for count, name in enumerate(row):
            found[name] = Point(begin + count * ACROSS, top + place * DOWN)
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
