"""Copying and pasting parts of a journey as text, within a journey and across."""

from collections.abc import Set as AbstractSet
from functools import cache

import numpy as np
from PySide6.QtGui import QGuiApplication

from journeys.document.edits.paste import Paste
from journeys.document.fragment import Fragment, cut, fragment_dumps, fragment_loads
from journeys.document.journey import Journey
from widgets.canvas.geometry import Point, Rect, surrounding
from widgets.canvas.scene import Scene
from widgets.canvas.steps import CARD_WIDTH, full_height
from widgets.canvas.table import meeting

ASIDE, FARTHEST, CLEAR = 48, 30, 24
MOST_LETTERS = 20_000_000


def taken(journey: Journey, ids: AbstractSet[str]) -> Fragment:
    """Return what is selected, to be pasted elsewhere."""
    notes = frozenset(note.id for note in journey.notes if note.id in ids)
    return cut(journey, frozenset(ids), notes)


def put_on_clipboard(fragment: Fragment) -> None:
    """Put a part of a journey on the clipboard as text."""
    QGuiApplication.clipboard().setText(fragment_dumps(fragment).decode())


def from_clipboard() -> Fragment:
    """Return what is on the clipboard; raises UnreadableFileError where it is no such thing."""
    return fragment_loads(QGuiApplication.clipboard().text()[:MOST_LETTERS].encode())


def pasting(scene: Scene, fragment: Fragment, sight: Rect) -> Paste:
    """Return the edit that pastes as near as can be to where it was, or to the middle of the view.

    It covers nothing that is there, and stands in line with it.
    """
    heights = {node.id: full_height(node) for node in fragment.nodes}
    sizes = [
        Rect(place.x, place.y, CARD_WIDTH, heights[place.node])
        for place in fragment.layout
        if place.node in heights
    ]
    sizes += [Rect(note.x, note.y, note.width, note.height) for note in fragment.notes]
    if not sizes:
        return Paste(fragment)
    box = surrounding(sizes)
    aim = box.centre if sight.holds(box.centre) else sight.centre
    begin = Point(round(aim.x - box.centre.x), round(aim.y - box.centre.y))
    there = np.concatenate([scene.steps.rows[:, :4], scene.notes.rows[:, :4]])
    for aside in _asides():
        by = Point(begin.x + aside.x, begin.y + aside.y)
        moved = Rect(box.x + by.x, box.y + by.y, box.width, box.height)
        if not len(meeting(there, moved.grown(CLEAR))):
            return Paste(fragment, round(by.x), round(by.y))
    foot = max(there[:, 3], default=0.0) + ASIDE
    return Paste(fragment, round(begin.x), round(foot - box.y))


@cache
def _asides() -> tuple[Point, ...]:
    """Return ways aside, the shortest first, to the side before up and down."""
    steps = range(-FARTHEST, FARTHEST + 1)
    found = (Point(ASIDE * across, ASIDE * down) for across in steps for down in steps)
    return tuple(sorted(found, key=lambda by: (by.x**2 + by.y**2, by.y < 0, -by.x)))
