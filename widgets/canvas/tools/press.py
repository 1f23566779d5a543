"""Which tool begins where the mouse is pressed."""

from dataclasses import replace

from PySide6.QtCore import Qt

from widgets.canvas.spots import NOTHING, Spot
from widgets.canvas.tools.band import Band
from widgets.canvas.tools.board import Board, Gesture, Tool
from widgets.canvas.tools.lead import Lead
from widgets.canvas.tools.move import Move
from widgets.canvas.tools.resize import Resize

FAR_ENOUGH = 4


def pressed(board: Board, spot: Spot, gesture: Gesture) -> Tool:
    """Return the tool for what lies under the mouse."""
    board.lay_over(replace(board.overlay, chosen_way=NOTHING))
    if spot.what in {"step", "note"}:
        return Grab(board, spot, gesture)
    if spot.what == "corner":
        board.select((spot.id,))
        return Resize(board, spot.id, gesture)
    if spot.what == "port":
        return Lead(spot, gesture)
    if spot.what == "nothing":
        return Band(board, gesture)
    return Click(spot, gesture)


def is_far(one: Gesture, other: Gesture) -> bool:
    """Say whether the mouse went far enough from a press to mean a drag."""
    across, down = one.place.x - other.place.x, one.place.y - other.place.y
    return abs(across) + abs(down) >= FAR_ENOUGH


class Grab:
    """A step or note was pressed: a drag moves it with all that is selected, a click selects it."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, board: Board, spot: Spot, gesture: Gesture) -> None:
        self._spot = spot
        self._begin = gesture
        self._was = board.selection
        if gesture.adds:
            others = tuple(name for name in self._was if name != spot.id)
            board.select(others if spot.id in self._was else (*others, spot.id))
        elif spot.id not in self._was:
            board.select((spot.id,))

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Begin to move once the mouse has gone far enough."""
        if is_far(self._begin, gesture) and self._spot.id in board.selection:
            return Move(board, self._spot.id, self._begin).move(board, gesture)
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Select nothing else, after a plain click."""
        if not gesture.adds and not self._begin.adds:
            board.select((self._spot.id,))

    def cancel(self, board: Board) -> None:
        """Select again what was selected."""
        board.select(self._was)


class Click:
    """A sign was pressed: it does what it says when it is released over the same place."""

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, spot: Spot, gesture: Gesture) -> None:
        self._spot = spot
        self._begin = gesture

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Wait for the release."""
        del board, gesture
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Do it."""
        if is_far(self._begin, gesture):
            return
        spot = self._spot
        if spot.what == "placeholder":
            board.ask_step(gesture.place, None, None)
        elif spot.what == "plus":
            source, _ = spot.pair
            port = board.scene.ways.ports[spot.pair][0]
            board.ask_step(gesture.place, (source, port), None)
        elif spot.what == "tag":
            board.click_tag(spot)
        elif spot.what == "more":
            board.ask_menu(gesture.place, spot)
        else:
            board.select(())
            board.lay_over(replace(board.overlay, chosen_way=Spot("path", pair=spot.pair)))

    def cancel(self, board: Board) -> None:
        """Forget the press."""
        del board
