"""The thread of a variable seen from far away, where it has neither corners nor dashes."""

import numpy as np
from PySide6.QtGui import QColor, QPainter

from journeys.context.lineage import Verdict
from journeys.context.thread import Thread
from widgets.canvas.scene import Scene
from widgets.canvas.shown import Shown
from widgets.canvas.strokes import paint_legs
from widgets.canvas.table import Places

LINE = 5
NOWHERE = np.empty(0, np.intp)


class FarThread:
    """Paints a thread from the places of its ways, which are kept until the journey changes."""

    def __init__(self) -> None:
        self._of: tuple[Thread | None, int] = (None, -1)
        self._sure: Places = NOWHERE
        self._perhaps: Places = NOWHERE

    def paint(
        self, painter: QPainter, thread: Thread, scene: Scene, view: Shown, colours: tuple[str, str]
    ) -> None:
        """Paint the thread in the colours of what is sure, and of what is not."""
        if self._of[0] is not thread or self._of[1] != scene.revision:
            self._find(thread, scene)
        width = max(1, round(LINE * view.zoom)) + 1
        for places, colour in zip((self._perhaps, self._sure), reversed(colours), strict=True):
            points = view.points(scene.ways.table.rows[places])
            low = np.minimum(points[:, :-1], points[:, 1:])
            size = np.abs(points[:, 1:] - points[:, :-1])
            legs = np.concatenate([low, size], axis=2).reshape(-1, 4)
            paint_legs(painter, legs, QColor(colour), width)

    def _find(self, thread: Thread, scene: Scene) -> None:
        place = scene.ways.table.place
        there = [pair for pair in thread.pairs if pair in place]
        places = np.array([place[pair] for pair in there], np.intp)
        sure = [thread.pairs[pair] is Verdict.GUARANTEED for pair in there]
        is_sure = np.array(sure, np.bool_)
        self._of = thread, scene.revision
        self._sure, self._perhaps = places[is_sure], places[~is_sure]
