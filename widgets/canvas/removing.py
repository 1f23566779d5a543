"""Taking things off the canvas, with the gap left open or closed."""

from collections.abc import Set as AbstractSet

from journeys.document.edits.canvas import Move, RemoveNotes
from journeys.document.edits.edit import Edit
from journeys.document.edits.paths import Disconnect
from journeys.document.edits.steps import RemoveNodes
from journeys.document.journey import Journey
from widgets.canvas.adding import BELOW, GRID, following
from widgets.canvas.beside import shifted
from widgets.canvas.geometry import Rect
from widgets.canvas.scene import Scene
from widgets.canvas.together import Together


def is_between(journey: Journey, ids: AbstractSet[str]) -> bool:
    """Return whether this is one step with one path in and one path out, between other steps."""
    into = [edge.source for edge in journey.edges if edge.target in ids]
    out = [edge.target for edge in journey.edges if edge.source in ids]
    is_alone = len(ids & journey.by_id.keys()) == 1
    return is_alone and len(into) == len(out) == 1 and not ids & {*into, *out}


def removing(scene: Scene, ids: AbstractSet[str], *, reconnect: bool) -> Edit | None:
    """Return the edit that takes steps and notes away, or None where there is nothing to take.

    With `reconnect` the paths into what is gone lead on to what came after, where that is clear,
    and what stands below on the same line moves up into the gap.
    """
    journey = scene.journey
    nodes = tuple(sorted(ids & journey.by_id.keys()))
    notes = tuple(note.id for note in journey.notes if note.id in ids)
    edits: list[Edit] = []
    if notes:
        edits.append(RemoveNotes(notes))
    if nodes and not reconnect:
        touching = (e for e in journey.edges if e.source in ids or e.target in ids)
        edits.append(Disconnect(tuple(touching)))
    if nodes:
        edits.append(RemoveNodes(nodes))
    if not edits:
        return None
    words = edits[-1].words
    closed = _closing(scene, nodes[0]) if reconnect and len(nodes) == 1 else None
    return Together((*edits, *([closed] if closed else [])), words)


def _closing(scene: Scene, gone: str) -> Move | None:
    """Return how what follows a step moves up to its place, or None where it had better stay.

    It stays where it stands on another line, and where it would come too close to other steps.
    """
    journey, steps = scene.journey, scene.steps
    targets = {journey.target(gone, port.id) for port in journey.by_id[gone].ports()}
    follower = next(iter(targets)) if len(targets) == 1 else None
    is_led_to = any(edge.target == gone for edge in journey.edges)
    if follower is None or follower not in steps.place or not is_led_to:
        return None
    was, first = scene.corner(gone), scene.corner(follower)
    if abs(was.x - first.x) > GRID or len(journey.positions) < len(journey.nodes):
        return None
    moved = {
        name
        for name in following(journey, follower)
        if name != gone and scene.corner(name).y >= first.y
    }
    into = [
        steps.frame(edge.target).y - steps.frame(edge.source).bottom - BELOW
        for edge in journey.edges
        if edge.target in moved and edge.source in steps.place
        if edge.source not in moved and edge.source != gone
    ]
    rise = round(min([first.y - was.y, *(room for room in into if room > -BELOW)]))
    closing = shifted(scene, moved, -rise)
    along = moved | {gone} | {place.id for place in closing.notes}
    things = {place.id for place in closing.nodes + closing.notes}
    is_free = not any(_is_in_the_way(scene, name, rise, along) for name in things)
    return closing if rise > 0 and is_free else None


def _is_in_the_way(scene: Scene, name: str, rise: int, besides: AbstractSet[str]) -> bool:
    """Say whether a step or a note that moves up so far would cover another one."""
    table = scene.steps if name in scene.steps.place else scene.notes
    frame = table.frame(name)
    place = Rect(frame.x, frame.y - rise, frame.width, frame.height).grown(8)
    return bool({*scene.steps.meeting(place), *scene.notes.meeting(place)} - besides)
