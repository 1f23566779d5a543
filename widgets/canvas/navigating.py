"""From step to step with the arrow keys, along the paths and across."""

from typing import Literal, TypeAlias

import numpy as np

from widgets.canvas.scene import Scene

Way: TypeAlias = Literal["up", "down", "left", "right"]
ASIDE = 2.5


def first_step(scene: Scene) -> str | None:
    """Return the step to begin with: where customers enter, else the highest."""
    if not scene.steps.names:
        return None
    starts = scene.journey.triggers
    if starts:
        return starts[0].id
    return scene.reading_order()[0]


def next_step(scene: Scene, name: str, way: Way) -> str | None:
    """Return the step an arrow leads to: along a path where one runs that way, else the nearest."""
    if way in {"up", "down"}:
        pairs = sorted(scene.ways.touching((name,)))
        along = [
            target if way == "down" else source
            for source, target in pairs
            if (source if way == "down" else target) == name and source != target
        ]
        if along:
            return _closest(scene, name, along)
    return _nearest(scene, name, way)


def _closest(scene: Scene, name: str, among: list[str]) -> str:
    """Return the one whose middle is the least to the side, the left one of two."""
    here = scene.steps.frame(name).centre
    centres = {each: scene.steps.frame(each).centre for each in among}
    return min(among, key=lambda each: (abs(centres[each].x - here.x), centres[each].x))


def _nearest(scene: Scene, name: str, way: Way) -> str | None:
    rows = scene.steps.rows
    here = scene.steps.frame(name).centre
    across = (rows[:, 0] + rows[:, 2]) / 2 - here.x
    down = (rows[:, 1] + rows[:, 3]) / 2 - here.y
    ahead, aside = {
        "up": (-down, across),
        "down": (down, across),
        "left": (-across, down),
        "right": (across, down),
    }[way]
    is_there = ahead > 1
    if not is_there.any():
        return None
    far = np.where(is_there, ahead + ASIDE * np.abs(aside), np.inf)
    return scene.steps.names[int(np.argmin(far))]
