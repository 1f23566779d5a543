"""Copying and pasting parts of a journey as text, within a journey and across."""

from collections.abc import Set as AbstractSet

from PySide6.QtGui import QGuiApplication

from journeys.document.edits.paste import Paste
from journeys.document.fragment import Fragment, cut, fragment_dumps, fragment_loads
from journeys.document.journey import Journey
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.scene import Scene

ASIDE = 48
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
    """Return the edit that pastes: beside where it was, or in the middle of what is in view."""
    places = [(place.x, place.y) for place in fragment.layout]
    places += [(note.x, note.y) for note in fragment.notes]
    if not places:
        return Paste(fragment)
    left, top = min(x for x, _ in places), min(y for _, y in places)
    right, bottom = max(x for x, _ in places), max(y for _, y in places)
    aside = Point(ASIDE, ASIDE)
    if not sight.holds(Point((left + right) / 2 + ASIDE, (top + bottom) / 2 + ASIDE)):
        middle = sight.centre
        aside = Point(middle.x - (left + right) / 2, middle.y - (top + bottom) / 2)
    x, y = round(aside.x), round(aside.y)
    corners = {(place.x, place.y) for place in fragment.layout}
    there = {
        (round(corner.x), round(corner.y))
        for name in scene.steps.names
        for corner in [scene.corner(name)]
    }
    while corners and any((left + x, top + y) in there for left, top in corners):
        x, y = x + ASIDE, y + ASIDE
    return Paste(fragment, x, y)
