"""Notes that belong to steps: they go along when those make room or close a gap."""

from collections.abc import Set as AbstractSet

import numpy as np

from journeys.document.edits.canvas import Move, Place
from widgets.canvas.scene import Scene


def notes_beside(scene: Scene, steps: AbstractSet[str]) -> tuple[str, ...]:
    """Return the notes of which the closest step is one of these."""
    rows, found = scene.steps.rows, []
    for name in scene.notes.names if len(rows) else ():
        left, top, right, bottom = scene.notes.row(name)[:4]
        aside = np.maximum(rows[:, 0] - right, left - rows[:, 2])
        below = np.maximum(rows[:, 1] - bottom, top - rows[:, 3])
        apart = np.maximum(aside, 0) + np.maximum(below, 0)
        if scene.steps.names[int(np.argmin(apart))] in steps:
            found.append(name)
    return tuple(found)


def shifted(scene: Scene, steps: AbstractSet[str], by: float) -> Move:
    """Return how steps move so far down, or up where it is below 0, with the notes beside them."""
    places, notes = (
        tuple(
            Place(name, round(at.x), round(at.y + by))
            for name, at in ((each, corner(each)) for each in names)
        )
        for names, corner in (
            (sorted(steps), scene.corner),
            (notes_beside(scene, steps), scene.note_corner),
        )
    )
    return Move(places, notes)
