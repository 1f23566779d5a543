"""What lies under the mouse."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from widgets.canvas.geometry import Point, Rect
from widgets.canvas.handles import HANGS, Handle, handles
from widgets.canvas.scene import Scene
from widgets.canvas.tags import plus_on, tag_on
from widgets.canvas.ways import Pair

LINE_REACH = 8
PORT_REACH = 5
UNDER = 44
CORNER = 16
SEEN_FROM = 0.35
MORE, MORE_ASIDE, MORE_BELOW = 28, 16, 22

What: TypeAlias = Literal[
    "step", "more", "note", "corner", "path", "plus", "tag", "port", "placeholder", "nothing"
]


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing on the canvas: `id` of a step or note, `port` of a step, `pair` of a path."""

    what: What = "nothing"
    id: str = ""
    port: str = ""
    pair: Pair = ("", "")


NOTHING = Spot()


def near_handles(scene: Scene, name: str, *, is_near: bool) -> tuple[Handle, ...]:
    """Return the handles of a step that is shown."""
    node = scene.journey.by_id[name]
    return handles(scene.journey, node, scene.steps.frame(name), is_near=is_near)


def reach(scene: Scene) -> Rect:
    """Return the bounds of all there is, with the signs under ways out that lead nowhere."""
    whole = scene.bounds
    loose = filter(scene.is_loose, scene.steps.names)
    hanging = (scene.steps.frame(name).bottom + HANGS for name in loose)
    bottom = max(hanging, default=whole.bottom)
    return Rect(whole.x, whole.y, whole.width, max(whole.bottom, bottom) - whole.y)


def spot_at(scene: Scene, point: Point, scale: float, near: str) -> Spot:
    """Return what lies at a place of the canvas; `near` is the step whose handles all show."""
    reach = LINE_REACH / min(1.0, scale)
    is_fine = scale >= SEEN_FROM
    found = _port(scene, point, near) if is_fine else None
    found = found or (_on_path(scene, point) if is_fine else None)
    if found:
        return found
    if name := scene.steps.at(point):
        is_card = not scene.journey.by_id[name].card.is_pill
        is_sign = is_fine and is_card and more_on(scene.steps.frame(name)).holds(point)
        return Spot("more" if is_sign else "step", name)
    if pair := path_at(scene, point, reach):
        return Spot("path", pair=pair)
    if name := scene.notes.at(point):
        return Spot("corner" if _corner(scene.notes.frame(name)).holds(point) else "note", name)
    place = scene.placeholder
    return Spot("placeholder") if place and place.holds(point) else NOTHING


def more_on(card: Rect) -> Rect:
    """Return where on a card the sign stands that opens its menu."""
    return Rect.around(Point(card.right - MORE_ASIDE, card.y + MORE_BELOW), MORE, MORE)


def path_at(scene: Scene, point: Point, reach: float) -> Pair | None:
    """Return the path whose line runs by a place, or None."""
    box = Rect(point.x, point.y, 0, 0).grown(reach)
    for pair in scene.ways.table.meeting(box):
        for begin, end in pairwise(scene.ways.between(pair)):
            left, top = min(begin.x, end.x), min(begin.y, end.y)
            leg = Rect(left, top, abs(begin.x - end.x), abs(begin.y - end.y))
            if leg.grown(reach).holds(point):
                return pair
    return None


def _port(scene: Scene, point: Point, near: str) -> Spot | None:
    above = Rect(point.x, point.y - UNDER, 0, UNDER).grown(PORT_REACH)
    wide = Rect(above.x - 400, above.y, above.width + 800, above.height)
    for name in scene.steps.meeting(wide):
        if name != near and not scene.is_loose(name):
            continue
        for handle in near_handles(scene, name, is_near=name == near):
            if handle.frame.grown(0 if handle.is_open else PORT_REACH).holds(point):
                return Spot("port", name, handle.port)
    return None


def _on_path(scene: Scene, point: Point) -> Spot | None:
    """Return the chip or the plus at a place."""
    around = Rect(point.x, point.y, 0, 0).grown(160)
    for pair in reversed(scene.ways.table.meeting(around)):
        tag = tag_on(scene, pair)
        if tag and tag[1].holds(point):
            return Spot("tag", pair[0], scene.ways.ports[pair][0], pair)
        if plus_on(scene, pair).holds(point):
            return Spot("plus", pair=pair)
    return None


def _corner(frame: Rect) -> Rect:
    return Rect(frame.right - CORNER, frame.bottom - CORNER, CORNER, CORNER)
