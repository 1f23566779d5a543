"""The edit that tidies a journey up: one click, and every step stands where it reads best."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journeys.document.edits.edit import Alone, refusing
from journeys.document.journey import Journey, Note, Position
from journeys.layout.tidy import Corner, Size, tidy, usual_size
from journeys.values import evolve

BESIDE = 48

Frames = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tidy(Alone):
    """Put all steps where they read best, and notes along with the step they stood closest to.

    `sizes` names steps that are not as wide or high as usual.
    """

    sizes: tuple[tuple[str, Size], ...] = ()

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Tidy up"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with all steps in new places."""
        sizes = {node.id: usual_size(node) for node in journey.nodes} | dict(self.sizes)
        places = tidy(journey, sizes)
        with refusing():
            return evolve(
                journey,
                layout=tuple(Position(node=name, x=x, y=y) for name, (x, y) in places.items()),
                notes=_along(journey, places, sizes),
            )


def _along(journey: Journey, places: dict[str, Corner], sizes: dict[str, Size]) -> tuple[Note, ...]:
    """Return the notes moved as the steps next to them were; none covers a step."""
    if not places or not journey.notes:
        return journey.notes
    before = [name for name in places if name in journey.positions]
    old = _frames([(*journey.positions[name], *sizes[name]) for name in before])
    moved = _frames([(*places[name], *sizes[name]) for name in before])[:, :2] - old[:, :2]
    new = _frames([(*place, *sizes[name]) for name, place in places.items()])
    found = []
    for note in journey.notes:
        x, y = (note.x, note.y)
        if before:
            by = moved[np.argmin(_distances(note, old))]
            x, y = x + int(by[0]), y + int(by[1])
        there = evolve(note, x=x, y=y)
        is_free = _distances(there, new).min() > 0
        right = int((new[:, 0] + new[:, 2]).max()) + BESIDE
        found.append(there if is_free else evolve(note, x=right, y=y))
    return tuple(found)


def _frames(rows: list[tuple[int, int, int, int]]) -> Frames:
    """Return steps as int64 (steps, 4): left, top, width, height in pixels."""
    return np.array(rows, dtype=np.int64).reshape(-1, 4)


def _distances(note: Note, frames: Frames) -> Frames:
    """Return how far each step is from a note, int64 (steps,) in pixels; 0 where they touch."""
    right = np.maximum(frames[:, 0] - note.x - note.width, note.x - frames[:, 0] - frames[:, 2])
    below = np.maximum(frames[:, 1] - note.y - note.height, note.y - frames[:, 1] - frames[:, 3])
    apart: Frames = np.maximum(right, 0) + np.maximum(below, 0)
    return apart
