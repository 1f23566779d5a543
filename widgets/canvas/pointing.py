"""Mouse, wheel, touchpad and what is dragged in from elsewhere."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from journeys.document.kinds import kinds
from widgets.canvas.editing import Editing
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.hints import hint
from widgets.canvas.leaving import sign_on
from widgets.canvas.spots import MORE_ASIDE, MORE_BELOW, NOTHING, Spot
from widgets.canvas.tools.board import Gesture, Tool
from widgets.canvas.tools.drop import MIME, port_of, slot_at
from widgets.canvas.tools.pan import Pan
from widgets.canvas.tools.press import pressed
from widgets.lettering import tip

WHEEL_STEP = 0.6
ZOOM_STEP = 1.0015
BESIDE, BESIDE_RIGHT, BELOW = 12, 40, 44
ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
CURSORS = {
    "plus": Qt.CursorShape.PointingHandCursor,
    "more": Qt.CursorShape.PointingHandCursor,
    "tag": Qt.CursorShape.PointingHandCursor,
    "path": Qt.CursorShape.PointingHandCursor,
    "placeholder": Qt.CursorShape.PointingHandCursor,
    "port": Qt.CursorShape.CrossCursor,
    "corner": Qt.CursorShape.SizeFDiagCursor,
}


class Pointing(Editing):
    """A surface that the mouse works on: a tool takes over from the press to the release."""

    _tool: Tool | None = None
    _holds_space = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the button does here."""
        self.finish_writing()
        gesture = self._gesture(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (is_left and self._holds_space):
            self._tool = Pan(self, gesture)
        elif is_left:
            self._asked_at = None
            spot = self.spot(gesture.point)
            self._tool = pressed(self, spot, gesture)
        if self._tool is not None:
            self.setCursor(self._tool.cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or show what lies under the mouse."""
        gesture = self._gesture(event)
        if self._tool is not None:
            self._tool = self._tool.move(self, gesture)
            self.setCursor(self._tool.cursor)
        else:
            self.hover(gesture.point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it."""
        tool, self._tool = self._tool, None
        if tool is not None:
            gesture = self._gesture(event)
            tool.release(self, gesture)
            self.hover(gesture.point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a step, write on a note, or ask for a step where there is nothing."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        gesture = self._gesture(event)
        spot = self.spot(gesture.point)
        if spot.what == "step":
            self.opened.emit(spot.id)
            self.pressed_twice.emit(spot.id)
        elif spot.what in {"note", "corner"}:
            self.edit_note(spot.id)
        elif spot.what == "nothing":
            self.ask_step(gesture.place, None, gesture.point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what to do with what is under the mouse; the canvas hears the keys itself."""
        event.accept()
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.finish_writing()
            self.cancel()
            place = Point(event.pos().x(), event.pos().y())
            self.ask_menu(place, self.spot(self.camera.to_canvas(place)))

    def ask_menu_of_chosen(self) -> None:
        """Ask what to do with what is selected, beside it."""
        self.menu_asked.emit(self._on_screen(self._beside_chosen()), self.chosen)

    def _beside_chosen(self) -> Point:
        """Return a place of the view for a menu: beside what is selected."""
        way, name = self.overlay.chosen_way, self.selection[-1] if self.selection else ""
        for table in (self.scene.steps, self.scene.notes):
            if name in table.place:
                frame = table.frame(name)
                return self.camera.to_view(Point(frame.right - MORE_ASIDE, frame.y + MORE_BELOW))
        if way == NOTHING:
            return self.part.centre
        return self.camera.to_view(sign_on(self.scene, way).centre)

    def cancel(self) -> bool:
        """Give up what the mouse is doing; False where it does nothing."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.cancel(self)
        return tool is not None

    def hold_space(self, *, is_held: bool) -> None:
        """Let the left button pan while the space bar is held."""
        self._holds_space = is_held
        if self._tool is None:
            shape = Qt.CursorShape.OpenHandCursor if is_held else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    def hover(self, point: Point) -> None:
        """Show what lies under the mouse."""
        self._menu_at = None
        spot = self.spot(point)
        last = self.overlay.hovered.id
        if spot.what == "nothing" and last in self.scene.steps.place:
            frame = self.scene.steps.frame(last)
            around = Rect(
                frame.x - BESIDE,
                frame.y - BESIDE,
                frame.width + BESIDE + BESIDE_RIGHT,
                frame.height + BESIDE + BELOW,
            )
            if around.holds(point):
                spot = Spot(id=last)
        self.lay_over(replace(self.overlay, hovered=spot))
        if not self._holds_space:
            self.setCursor(CURSORS.get(spot.what, Qt.CursorShape.ArrowCursor))

    def leaveEvent(self, event: QEvent) -> None:
        """Show nothing under a mouse that is gone."""
        super().leaveEvent(event)
        self.lay_over(replace(self.overlay, hovered=NOTHING))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Ctrl make larger or smaller where the mouse is."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        at = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = ZOOM_STEP ** (angle.y() or pixels.y())
            self.look(self.camera.zoomed(factor, Point(at.x(), at.y())))
        else:
            across, down = (pixels.x(), pixels.y()) if not pixels.isNull() else _lines(angle)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across:
                across, down = down, 0
            self.look(self.camera.panned(across, down))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take pinches of a touchpad, and say what something is where the mouse rests."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                at = event.position()
                self.look(self.camera.zoomed(1 + event.value(), Point(at.x(), at.y())))
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = tip(hint(self.scene, self.overlay.hovered))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where a kind of step can be dropped."""
        if _kind(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        kind = _kind(event)
        if kind is not None:
            slot = slot_at(self, kind, self._point(event.position()))
            has_slots = not kinds()[kind].is_trigger
            self.lay_over(replace(self.overlay, slots=has_slots, slot=slot, hovered=NOTHING))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no slots any more."""
        del event
        self.lay_over(replace(self.overlay, slots=False, slot=NOTHING))

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the step where it was dropped."""
        kind = _kind(event)
        if kind is None:
            return
        point = self._point(event.position())
        after = port_of(self, slot_at(self, kind, point))
        self.lay_over(replace(self.overlay, slots=False, slot=NOTHING))
        self.add(kind, after, None if after else QPointF(point.x, point.y))
        event.acceptProposedAction()
        self.setFocus()

    def _gesture(self, event: QMouseEvent) -> Gesture:
        at = event.position()
        held = event.modifiers()
        return Gesture(
            place=Point(at.x(), at.y()),
            point=self._point(at),
            adds=bool(held & ADDS),
            is_free=bool(held & Qt.KeyboardModifier.AltModifier),
        )

    def _point(self, at: QPointF) -> Point:
        return self.camera.to_canvas(Point(at.x(), at.y()))


def _lines(angle: QPoint) -> tuple[float, float]:
    return angle.x() * WHEEL_STEP, angle.y() * WHEEL_STEP


def _kind(event: QDropEvent) -> str | None:
    """Return the kind of step that is dragged, or None where it is something else."""
    if not event.mimeData().hasFormat(MIME):
        return None
    name = bytes(event.mimeData().data(MIME).data()).decode(errors="replace")
    return name if name in kinds() else None
