"""Leading a path from a port: onto a step it connects them, onto nothing it asks for a step."""

from dataclasses import replace

from PySide6.QtCore import Qt

from journeys.document.edits.paths import Connect
from widgets.canvas.geometry import Point
from widgets.canvas.routing import route
from widgets.canvas.spots import Spot
from widgets.canvas.tools.band import between
from widgets.canvas.tools.board import Board, Gesture, Tool

FAR_ENOUGH = 8
FALL = 16
NEAR = 400


class Lead:
    """Draws a path from a port to the mouse."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, spot: Spot, gesture: Gesture) -> None:
        self._spot = spot
        self._begin = gesture
        self._is_drawn = False

    def move(self, board: Board, gesture: Gesture) -> Tool:
        """Show the path as far as the mouse; a step it can lead to is ringed."""
        gone = abs(gesture.place.x - self._begin.place.x)
        gone += abs(gesture.place.y - self._begin.place.y)
        self._is_drawn = self._is_drawn or gone >= FAR_ENOUGH
        if not self._is_drawn:
            return self
        name = self._aimed(board, gesture)
        steps = board.scene.steps
        frame = steps.frame(self._spot.id)
        begin = Point(frame.centre.x, frame.bottom)
        way = _way(begin, gesture.point)
        if name:
            aimed = steps.frame(name)
            end = Point(aimed.centre.x, aimed.y)
            near = steps.rows[steps.inside(between(begin, end).grown(NEAR)), :4]
            way = route(begin, end, near, joins=True)
        board.lay_over(replace(board.overlay, leading=way, aimed=name))
        return self

    def release(self, board: Board, gesture: Gesture) -> None:
        """Connect, or ask which step to add; a click on a port asks too."""
        name = self._aimed(board, gesture)
        self.cancel(board)
        port = (self._spot.id, self._spot.port)
        if not self._is_drawn:
            board.ask_step(gesture.place, port, None)
        elif name:
            board.do(Connect(*port, name))
        elif board.scene.steps.at(gesture.point) is None:
            board.ask_step(gesture.place, port, gesture.point)

    def cancel(self, board: Board) -> None:
        """Take the path away."""
        board.lay_over(replace(board.overlay, leading=(), aimed=""))

    def _aimed(self, board: Board, gesture: Gesture) -> str:
        name = board.scene.steps.at(gesture.point)
        if name is None or board.journey.by_id[name].is_trigger:
            return ""
        return name


def _way(begin: Point, end: Point) -> tuple[Point, ...]:
    if begin.x == end.x:
        return (begin, end)
    middle = max(begin.y + FALL, end.y - FALL) if end.y > begin.y else begin.y + FALL
    return (begin, Point(begin.x, middle), Point(end.x, middle), end)
