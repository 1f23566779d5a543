"""How many went along each path, as a band under it: the wider, the more."""

import numpy as np
from PySide6.QtGui import QPainter

from widgets.canvas.counts import Counts
from widgets.canvas.scene import Scene
from widgets.canvas.shown import Shown
from widgets.canvas.strokes import RADIUS, paint_ways
from widgets.canvas.table import Floats, Places
from widgets.canvas.tinting import mixed
from widgets.canvas.ways import Pair
from widgets.theme import Theme

NARROWEST, WIDEST = 4, 18
STRENGTHS = {"light": 0.16, "dark": 0.26}


class Flow:
    """Keeps how wide the band of each path is, so that a frame asks for nothing in Python."""

    def __init__(self) -> None:
        self._of: tuple[object, object, int] = (None, None, 0)
        self._widths: Floats = np.empty(0)

    def paint(
        self, painter: QPainter, scene: Scene, view: Shown, theme: Theme, seen: Places
    ) -> None:
        """Paint the bands of the paths with these places in the table."""
        rows = scene.ways.table.rows[seen]
        widths = 2 * np.rint(self.widths(scene)[seen] * view.zoom / 2)
        colour = mixed(theme.accent, theme.background, STRENGTHS[theme.name])
        radius = round(RADIUS * view.zoom)
        for width in np.unique(widths[widths > 0]).astype(int).tolist():
            points = view.points(rows[widths == width])
            paint_ways(painter, points, colour, width, max(radius, width // 2))

    def widths(self, scene: Scene) -> Floats:
        """Return the width of each band in pixels at 100 %, float64 (paths,); 0 where nobody went.

        They follow the order of the table of paths, and are found once for counts and paths.
        """
        names, ports, counts = scene.ways.table.names, scene.ways.ports, scene.counts
        if counts is None:
            return np.zeros(len(names))
        kept_ports, kept_counts, kept = self._of
        if kept_ports is not ports or kept_counts is not counts or kept != len(names):
            self._of = ports, counts, len(names)
            went = np.array(
                [_went(counts, pair, ports.get(pair, ())) for pair in names], np.float64
            )
            share = np.minimum(1.0, went / max(1, counts.entered))
            wide = NARROWEST + (WIDEST - NARROWEST) * share
            self._widths = np.where(went > 0, wide, 0.0)
        return self._widths


def _went(counts: Counts, pair: Pair, ports: tuple[str, ...]) -> int:
    return sum(counts.through.get((pair[0], port), 0) for port in ports)
