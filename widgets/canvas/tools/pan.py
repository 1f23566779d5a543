"""Panning: the drawing follows the mouse."""

from PySide6.QtCore import Qt

from widgets.canvas.tools.board import Board, Gesture, Tool


class Pan:
    """Moves the view with the mouse."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, board: Board, gesture: Gesture) -> None:
        self._begin = gesture
        self._camera = board.camera

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Keep what was under the mouse under it."""
        begin, now = self._begin.place, gesture.place
        board.look(self._camera.panned(now.x - begin.x, now.y - begin.y))
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Stay here."""
        del board, gesture

    def cancel(self, board: Board) -> None:
        """Look where the view was before."""
        board.look(self._camera)
