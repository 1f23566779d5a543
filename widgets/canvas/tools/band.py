"""The rubber band: everything it touches is selected."""

from dataclasses import replace

from PySide6.QtCore import Qt

from widgets.canvas.geometry import Point, Rect
from widgets.canvas.tools.board import Board, Gesture, Tool


class Band:
    """Selects what a rectangle touches while it is drawn; a click on nothing selects nothing."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, board: Board, gesture: Gesture) -> None:
        self._begin = gesture
        self._was = board.selection
        if not gesture.adds:
            board.select(())

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Draw the rectangle from the press to the mouse."""
        band = between(self._begin.point, gesture.point)
        found = [*board.scene.steps.meeting(band), *board.scene.notes.meeting(band)]
        kept = self._was if self._begin.adds else ()
        board.select(tuple(dict.fromkeys((*kept, *found))))
        board.lay_over(replace(board.overlay, band=band))
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Take the rectangle away."""
        del gesture
        board.lay_over(replace(board.overlay, band=None))

    def cancel(self, board: Board) -> None:
        """Select again what was selected."""
        board.lay_over(replace(board.overlay, band=None))
        board.select(self._was)


def between(one: Point, other: Point) -> Rect:
    """Return the rectangle with these two corners."""
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, top, abs(one.x - other.x), abs(one.y - other.y))
