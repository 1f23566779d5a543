"""Where a kind of step that is dragged from the palette would go."""

import math

from journeys.document.kinds import kinds
from widgets.canvas.blocks import BLOCKS_UNDER
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.spots import NOTHING, Spot, near_handles, path_at
from widgets.canvas.tags import plus_on
from widgets.canvas.tools.board import Board

MIME = "application/x-throughline-kind"
REACH = 64
LINE_REACH = 28


def slot_at(board: Board, kind: str, point: Point) -> Spot:
    """Return the path or port a step would be put into, or nothing where it would stand alone."""
    if kinds()[kind].is_trigger:
        return NOTHING
    scene, scale = board.scene, board.camera.scale
    if scale < BLOCKS_UNDER:
        pair = path_at(scene, point, LINE_REACH / scale)
        return Spot("plus", pair=pair) if pair else NOTHING
    around = Rect(point.x, point.y, 0, 0).grown(REACH * 4)
    found = [
        (_far(plus_on(scene, pair), point), Spot("plus", pair=pair))
        for pair in scene.ways.table.meeting(around)
    ]
    for name in scene.steps.meeting(around):
        found.extend(
            (_far(handle.frame, point), Spot("port", name, handle.port))
            for handle in near_handles(scene, name, is_near=False)
        )
    best = min(found, key=lambda each: each[0], default=(math.inf, NOTHING))
    if best[0] <= REACH:
        return best[1]
    pair = path_at(scene, point, LINE_REACH)
    return Spot("plus", pair=pair) if pair else NOTHING


def port_of(board: Board, slot: Spot) -> tuple[str, str] | None:
    """Return the (step, port) that a slot belongs to, or None."""
    if slot.what == "port":
        return (slot.id, slot.port)
    if slot.what == "plus":
        return (slot.pair[0], board.scene.ways.ports[slot.pair][0])
    return None


def _far(place: Rect, point: Point) -> float:
    return math.hypot(place.centre.x - point.x, place.centre.y - point.y)
