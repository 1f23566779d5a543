"""Putting what is selected in line, or as far from each other."""

from collections.abc import Mapping
from types import MappingProxyType

from journeys.document.edits.canvas import Move, Place
from journeys.document.edits.edit import Edit
from journeys.layout.align import How, aligned
from widgets.canvas.geometry import Point
from widgets.canvas.scene import Scene
from widgets.canvas.together import Together

WORDS: Mapping[How, str] = MappingProxyType(
    {
        "left": "Align left",
        "centre": "Align centres",
        "right": "Align right",
        "top": "Align tops",
        "middle": "Align middles",
        "bottom": "Align bottoms",
        "across": "Spread evenly across",
        "down": "Spread evenly down",
    }
)


def arranging(scene: Scene, names: tuple[str, ...], how: How) -> Edit | None:
    """Return the edit that arranges steps and notes, or None where nothing would move."""
    frames = {
        name: table.frame(name)
        for table in (scene.steps, scene.notes)
        for name in names
        if name in table.place
    }
    boxes = {name: (at.x, at.y, at.width, at.height) for name, at in frames.items()}
    moved = {name: by for name, by in aligned(boxes, how).items() if by != (0, 0)}
    if not moved:
        return None
    steps = {name: scene.corner(name) for name in moved if name in scene.steps.place}
    notes = {name: scene.note_corner(name) for name in moved if name in scene.notes.place}
    return Together((Move(_put(steps, moved), _put(notes, moved)),), WORDS[how])


def _put(corners: Mapping[str, Point], moved: Mapping[str, tuple[int, int]]) -> tuple[Place, ...]:
    return tuple(
        Place(name, round(corner.x) + moved[name][0], round(corner.y) + moved[name][1])
        for name, corner in corners.items()
    )
