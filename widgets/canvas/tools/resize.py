"""Making a note larger or smaller by its corner."""

from PySide6.QtCore import Qt

from journeys.document.edits.canvas import ChangeNote
from journeys.values import evolve
from widgets.canvas.geometry import Rect
from widgets.canvas.snapping import GRID
from widgets.canvas.tools.board import Board, Gesture, Tool

SMALLEST = (72, 48)
LARGEST = 3_984


class Resize:
    """Drags the lower right corner of a note along the grid."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, board: Board, note: str, gesture: Gesture) -> None:
        self._note = note
        self._begin = gesture
        self._frame = board.scene.notes.frame(note)

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Show the note in the size it would have."""
        board.scene.show_note(self._note, self._sized(gesture))
        board.refresh()
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Give it that size for good."""
        frame = self._sized(gesture)
        note = next(note for note in board.journey.notes if note.id == self._note)
        is_done = frame != self._frame and board.do(
            ChangeNote(evolve(note, width=round(frame.width), height=round(frame.height)))
        )
        if not is_done:
            self.cancel(board)

    def cancel(self, board: Board) -> None:
        """Show it as it was."""
        board.scene.show_note(self._note, self._frame)
        board.refresh()

    def _sized(self, gesture: Gesture) -> Rect:
        across = gesture.point.x - self._begin.point.x
        down = gesture.point.y - self._begin.point.y
        if across == down == 0:
            return self._frame
        step = 1 if gesture.is_free else GRID
        wide = step * round((self._frame.width + across) / step)
        high = step * round((self._frame.height + down) / step)
        wide = min(LARGEST, max(SMALLEST[0], wide))
        high = min(LARGEST, max(SMALLEST[1], high))
        return Rect(self._frame.x, self._frame.y, wide, high)
