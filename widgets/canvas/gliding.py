"""Steps that are put elsewhere go there where a person can follow them, not all at once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from widgets.canvas.geometry import Point
from widgets.canvas.scene import Scene

TIME = 180
MOST = 400

Corners = Mapping[str, Point]


class Gliding(QObject):
    """Shows steps and notes on their way to where they stand already."""

    def __init__(self, scene: Scene, refresh: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._refresh = refresh
        self._steps: dict[str, tuple[Point, Point]] = {}
        self._notes: dict[str, tuple[Point, Point]] = {}
        self._run = QVariantAnimation(self)
        self._run.setDuration(TIME)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._show)

    @property
    def is_under_way(self) -> bool:
        """True while something is on its way."""
        return self._run.state() == QVariantAnimation.State.Running

    def begin(self, steps: Corners, notes: Corners) -> None:
        """Let steps (by the corners of their columns) and notes come from these places.

        Where they are too many to be followed they are there at once.
        """
        self.finish()
        scene = self._scene
        self._steps = _ways(steps, {name: scene.corner(name) for name in steps})
        self._notes = _ways(notes, {name: scene.note_corner(name) for name in notes})
        if 0 < len(self._steps) + len(self._notes) <= MOST:
            self._run.start()

    def finish(self) -> None:
        """Let everything be where it stands."""
        if self.is_under_way:
            self._run.stop()
            self._show(1.0)

    def _show(self, share: float) -> None:
        places = [
            {name: _between(*way, share) for name, way in ways.items()}
            for ways in (self._steps, self._notes)
        ]
        self._scene.shift(*places)
        self._refresh()


def _ways(begins: Corners, ends: Corners) -> dict[str, tuple[Point, Point]]:
    return {name: (begin, ends[name]) for name, begin in begins.items() if begin != ends[name]}


def _between(begin: Point, end: Point, share: float) -> Point:
    if share >= 1:
        return end
    return Point(begin.x + (end.x - begin.x) * share, begin.y + (end.y - begin.y) * share)
