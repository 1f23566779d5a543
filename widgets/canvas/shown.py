"""What one frame shows: where the camera is, what is selected, what lies above the drawing."""

from dataclasses import dataclass, field

import numpy as np

from journeys.context.thread import Thread
from widgets.canvas.camera import Camera
from widgets.canvas.geometry import Rect
from widgets.canvas.overlay import Overlay
from widgets.canvas.story import Story
from widgets.canvas.table import Floats

PIXELS = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """`width` and `height` are pixels of the device, `ratio` how many of them are one of Qt's.

    With `has_flow` paths have bands that are the wider the more went along them.
    A frame that is hurried may show pictures of another zoom, to be mended by the next.
    """

    camera: Camera
    width: int
    height: int
    ratio: float = 1.0
    selection: frozenset[str] = frozenset()
    overlay: Overlay = field(default_factory=Overlay)
    story: Story | None = None
    thread: Thread | None = None
    has_flow: bool = False
    is_hurried: bool = False

    @property
    def zoom(self) -> float:
        """How many pixels of the device a pixel of the canvas is."""
        return self.camera.scale * self.ratio

    @property
    def sight(self) -> Rect:
        """The part of the canvas that is in view."""
        return self.camera.sight(self.width / self.ratio, self.height / self.ratio)

    @property
    def left(self) -> int:
        """Where the view begins across, in pixels of the device: whole, so that nothing shakes."""
        return round(self.camera.left * self.zoom)

    @property
    def top(self) -> int:
        """Where the view begins down, in pixels of the device."""
        return round(self.camera.top * self.zoom)

    def frames(self, rows: Floats) -> Floats:
        """Return left, top, width and height in pixels of the device for rows of a table."""
        found = np.rint(rows[:, :PIXELS] * self.zoom)
        found[:, 2:] -= found[:, :2]
        found[:, 0] -= self.left
        found[:, 1] -= self.top
        return found

    def points(self, rows: Floats) -> Floats:
        """Return the corners of ways, float64 (n, corners, 2), in pixels of the device."""
        found = np.rint(rows[:, PIXELS:] * self.zoom)
        found[:, 0::2] -= self.left
        found[:, 1::2] -= self.top
        return found.reshape(len(rows), found.shape[1] // 2, 2)

    def is_ringed(self, name: str) -> bool:
        """Say whether a step or note has a ring: selected, aimed at, or part of the story."""
        is_told = self.story is not None and name in self.story.steps
        return is_told or name in self.selection or name == self.overlay.aimed

    def is_passed(self, name: str) -> bool:
        """Say whether a step is only one of those the customer of the story came by."""
        if self.story is None or name not in self.story.steps:
            return False
        return name != self.story.current and name not in self.selection
