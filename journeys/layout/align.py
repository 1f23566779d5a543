"""Steps and notes in line with each other, or with the same room between them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

How: TypeAlias = Literal["left", "centre", "right", "top", "middle", "bottom", "across", "down"]
Box: TypeAlias = tuple[float, float, float, float]
Shift: TypeAlias = tuple[int, int]

ACROSS, DOWN = 0, 1
# Along which axis things are put in line, and which share of each lies before the line.
LINES: Mapping[How, tuple[int, float]] = MappingProxyType(
    {
        "left": (ACROSS, 0.0),
        "centre": (ACROSS, 0.5),
        "right": (ACROSS, 1.0),
        "top": (DOWN, 0.0),
        "middle": (DOWN, 0.5),
        "bottom": (DOWN, 1.0),
    }
)


def aligned(boxes: Mapping[str, Box], how: How) -> dict[str, Shift]:
    """Return how far each goes to the right and down to be in line, or evenly across or down.

    A box is left, top, width and height in pixels. The outermost stay: all end where the furthest
    one does, or stand around the middle of all; spread evenly, the first and the last stay.
    """
    if not boxes:
        return {}
    if how not in LINES:
        return _spread(boxes, ACROSS if how == "across" else DOWN)
    axis, share = LINES[how]
    begin = min(box[axis] for box in boxes.values())
    end = max(box[axis] + box[axis + 2] for box in boxes.values())
    line = begin + (end - begin) * share
    return {
        name: _along(axis, line - box[axis] - box[axis + 2] * share) for name, box in boxes.items()
    }


def _spread(boxes: Mapping[str, Box], axis: int) -> dict[str, Shift]:
    ordered = sorted(boxes, key=lambda name: boxes[name][axis] + boxes[name][axis + 2] / 2)
    first, last = boxes[ordered[0]], boxes[ordered[-1]]
    taken = sum(box[axis + 2] for box in boxes.values())
    room = last[axis] + last[axis + 2] - first[axis] - taken
    between = room / max(1, len(ordered) - 1)
    found: dict[str, Shift] = {}
    place = first[axis]
    for name in ordered:
        found[name] = _along(axis, place - boxes[name][axis])
        place += boxes[name][axis + 2] + between
    return found


def _along(axis: int, by: float) -> Shift:
    return (round(by), 0) if axis == ACROSS else (0, round(by))
