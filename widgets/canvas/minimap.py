"""The whole journey, small, in a corner of the canvas; a drag on it looks elsewhere."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.canvas import batch
from widgets.canvas.blocks import paint_far
from widgets.canvas.brush import area, box
from widgets.canvas.camera import Camera
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.scene import Scene
from widgets.canvas.shown import Shown
from widgets.canvas.tinting import clear, faint
from widgets.theme import Theme

WIDE, HIGH = 148, 104
PADDING = 9
RADIUS = 8
SIGHT_STRENGTH = 0.1
INSET = 5
LARGEST = 0.1


class Minimap(QWidget):
    """Shows where the view is in the journey. `looked` carries a place to bring into the middle."""

    looked = Signal(object)

    def __init__(self, scene: Scene, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._theme = theme
        self._sight = Rect(0, 0, 0, 0)
        self._painted: tuple[tuple[int, str, float, Camera], QPixmap] | None = None
        self.setFixedSize(WIDE, HIGH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the journey"))
        self.setToolTip(self.tr("Click to look there"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def show_sight(self, sight: Rect) -> None:
        """Show which part of the canvas is in view."""
        self._sight = sight
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every note and step as a rectangle, and the view over them."""
        del event
        painter = QPainter(self)
        camera = self._camera()
        painter.drawPixmap(0, 0, self._picture(camera))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.setBrush(faint(self._theme.accent, SIGHT_STRENGTH))
        inside = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(area(camera.frame(self._sight)).intersected(inside), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look where the mouse is."""
        self._look(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look where the mouse is, while its button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event.position().toPoint())

    def _picture(self, camera: Camera) -> QPixmap:
        """Return the map without the view, painted anew only where the journey has changed."""
        ratio = self.devicePixelRatioF()
        of = (self._scene.revision, self._theme.name, ratio, camera)
        if self._painted is None or self._painted[0] != of:
            size = round(WIDE * ratio), round(HIGH * ratio)
            picture = QPixmap(*size)
            picture.fill(clear())
            painter = QPainter(picture)
            painter.save()
            painter.scale(ratio, ratio)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, Rect(0, 0, WIDE, HIGH), RADIUS, self._theme.panel, self._theme.border)
            painter.restore()
            shown = Shown(camera, *size, ratio=ratio)
            notes = shown.frames(self._scene.notes.rows)
            batch.fill(painter, notes, QColor(self._theme.note_border))
            paint_far(painter, self._scene.steps.rows, shown, self._theme)
            painter.end()
            picture.setDevicePixelRatio(ratio)
            self._painted = of, picture
        return self._painted[1]

    def _look(self, at: QPoint) -> None:
        self.looked.emit(self._camera().to_canvas(Point(at.x(), at.y())))

    def _camera(self) -> Camera:
        bounds = self._scene.bounds
        wide = (WIDE - 2 * PADDING) / max(1.0, bounds.width)
        high = (HIGH - 2 * PADDING) / max(1.0, bounds.height)
        return Camera.centred(bounds.centre, WIDE, HIGH, min(LARGEST, wide, high))
