"""Looking at the canvas: which part of it is in view, and what panels leave of that."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from journeys.document.journey import Journey
from widgets.canvas.camera import Camera
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.scene import Scene
from widgets.canvas.spots import reach

REVEAL_MARGIN = 40


class Looking(QWidget):
    """Looks at a scene through a camera. The margins of its contents are what panels cover of it.

    `scaled` carries how large everything is shown.
    """

    scaled = Signal(float)

    def __init__(self, journey: Journey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene(journey)
        self._camera = Camera()
        self._fitted = self._camera
        self._is_fresh = True

    @property
    def camera(self) -> Camera:
        """What is in view."""
        return self._camera

    @property
    def sight(self) -> Rect:
        """The part of the canvas that is in view."""
        return self._camera.sight(self.width(), self.height())

    @property
    def part(self) -> Rect:
        """The part of the view that no panel covers, in pixels of the view."""
        inside = self.contentsRect()
        return Rect(inside.x(), inside.y(), max(0, inside.width()), max(0, inside.height()))

    @property
    def clear_sight(self) -> Rect:
        """The part of the canvas that is in view and that no panel covers."""
        part, scale = self.part, self._camera.scale
        corner = self._camera.to_canvas(Point(part.x, part.y))
        return Rect(corner.x, corner.y, part.width / scale, part.height / scale)

    @property
    def fitting_part(self) -> Rect:
        """The part of the view that all is shown in."""
        return self.part

    @property
    def is_fitted(self) -> bool:
        """True while the whole journey was brought into view, and nobody has looked elsewhere."""
        return self._camera == self._fitted

    def look(self, camera: Camera) -> None:
        """Look elsewhere."""
        if camera != self._camera:
            before, self._camera = self._camera, camera
            self.refresh()
            if camera.scale != before.scale:
                self.scaled.emit(camera.scale)

    def look_at(self, point: Point, scale: float) -> None:
        """Bring a place into the middle of what no panel covers."""
        part = self.part
        camera = Camera.centred(point, part.width, part.height, scale)
        self.look(camera.panned(part.x, part.y))

    def look_afresh(self) -> None:
        """Paint a whole new frame, however many pictures that takes."""
        self._is_fresh = True
        self.refresh()

    def refresh(self) -> None:
        """Paint again soon."""
        self.update()

    def fit(self, rect: Rect) -> None:
        """Show all of a rectangle of the canvas, in the middle of what no panel covers."""
        part = self.fitting_part
        self.look(Camera.fitting(rect, part.width, part.height).panned(part.x, part.y))
        self.look_afresh()

    def fit_all(self) -> None:
        """Show the whole journey, however large the view is, until a person looks elsewhere."""
        first, part = self.scene.placeholder, self.fitting_part
        if first is None:
            self.fit(reach(self.scene))
        else:  # there is but one place to look at, and it is shown as large as what is under it
            middle = Camera.centred(first.centre, part.width, part.height, 1.0)
            self.look(middle.panned(part.x, part.y))
            self.look_afresh()
        self._fitted = self._camera

    def reveal(self, frame: Rect) -> None:
        """Bring a part of the canvas into view, moving no more than that takes."""
        self._reveal_in(self.clear_sight, frame)

    def reveal_uncovered(self, frame: Rect) -> None:
        """Bring a part of the canvas to where neither a panel nor the bar covers it."""
        part, scale = self.fitting_part, self._camera.scale
        corner = self._camera.to_canvas(Point(part.x, part.y))
        self._reveal_in(Rect(corner.x, corner.y, part.width / scale, part.height / scale), frame)

    def _reveal_in(self, sight: Rect, frame: Rect) -> None:
        sight = sight.grown(-REVEAL_MARGIN / self._camera.scale)
        right = max(0.0, frame.right - sight.right) or min(0.0, frame.x - sight.x)
        down = max(0.0, frame.bottom - sight.bottom) or min(0.0, frame.y - sight.y)
        if right or down:
            camera = self._camera
            self.look(Camera(camera.left + right, camera.top + down, camera.scale))

    def held(self) -> Rect | None:
        """Return what is to stay in view when there is less room, or None."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in view what was."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Keep in view what was when a panel covers more or less of the canvas."""
        if event.type() == QEvent.Type.ContentsRectChange:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        held = self.held()
        if self.is_fitted:
            self.fit_all()
        elif held is not None and self.sight.shared(held) and self.part.width > REVEAL_MARGIN:
            self.reveal(held)
        self.refresh()
