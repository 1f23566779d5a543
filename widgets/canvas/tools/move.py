"""Moving steps and notes: they snap to what they line up with, else to the grid."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from journeys.document.edits.canvas import Move as MoveEdit
from journeys.document.edits.canvas import Place
from widgets.canvas.geometry import Point
from widgets.canvas.snapping import snapped
from widgets.canvas.tools.board import Board, Gesture, Tool


class Move:
    """Drags all that is selected; the journey changes once, when the mouse is released."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, board: Board, grabbed: str, begin: Gesture) -> None:
        scene = board.scene
        self._begin = begin
        self._grabbed = grabbed
        chosen = board.selection
        self._steps = {name: scene.corner(name) for name in chosen if name in scene.steps.place}
        self._notes = {
            name: Point(frame.x, frame.y)
            for name in chosen
            if name in scene.notes.place
            for frame in [scene.notes.frame(name)]
        }
        self._gone = Point(0, 0)

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Show everything where it would stand."""
        across = gesture.point.x - self._begin.point.x
        down = gesture.point.y - self._begin.point.y
        grabbed = self._steps.get(self._grabbed) or self._notes[self._grabbed]
        wanted = Point(grabbed.x + across, grabbed.y + down)
        moving = self._steps.keys() | self._notes.keys()
        is_step = self._grabbed in self._steps
        found = snapped(
            board.scene, self._grabbed if is_step else "", wanted, moving,
            reach=0 if gesture.is_free else 1 / board.camera.scale,
        )  # fmt: skip
        self._gone = Point(found.corner.x - grabbed.x, found.corner.y - grabbed.y)
        board.scene.shift(self._there(self._steps), self._there(self._notes))
        board.lay_over(replace(board.overlay, guides=found.guides))
        board.refresh()
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Put everything there for good."""
        del gesture
        board.lay_over(replace(board.overlay, guides=()))
        edit = MoveEdit(_places(self._there(self._steps)), _places(self._there(self._notes)))
        is_moved = self._gone != Point(0, 0)
        if not is_moved or not board.do(edit):
            self.cancel(board)

    def cancel(self, board: Board) -> None:
        """Show everything where it stood."""
        board.scene.shift(self._steps, self._notes)
        board.lay_over(replace(board.overlay, guides=()))
        board.refresh()

    def _there(self, corners: Mapping[str, Point]) -> dict[str, Point]:
        return {
            name: Point(round(corner.x + self._gone.x), round(corner.y + self._gone.y))
            for name, corner in corners.items()
        }


def _places(corners: Mapping[str, Point]) -> tuple[Place, ...]:
    return tuple(Place(name, round(corner.x), round(corner.y)) for name, corner in corners.items())
