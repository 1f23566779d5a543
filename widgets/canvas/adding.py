"""A new step on the canvas: where it stands, and how the others make room for it."""

from collections.abc import Sequence

from journeys.document.edits.edit import Edit
from journeys.document.edits.paste import fresh
from journeys.document.edits.paths import Connect
from journeys.document.edits.steps import AddNode
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.document.node import Node
from widgets.canvas.beside import shifted
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.placing import ACROSS
from widgets.canvas.scene import Scene
from widgets.canvas.steps import CARD_WIDTH, full_height
from widgets.canvas.together import Together

BELOW = 56
BELOW_SPLIT = 80
GRID = 4
TRIES = 40

Port = tuple[str, str]


def new_step(journey: Journey, kind: str, events: Sequence[str]) -> Node:
    """Return a fresh step of a kind under an id that neither a step nor a note has."""
    taken = set(journey.by_id) | {note.id for note in journey.notes}
    return kinds()[kind].fresh(fresh((kind,), taken)[kind], events)


def adding(scene: Scene, node: Node, after: Port | None, at: Point | None) -> Edit:
    """Return the edit that adds a step: after a port, at a place, or somewhere free.

    `at` is the middle of the step's upper half. Steps that follow move down where the new one
    stands between them.
    """
    journey = scene.journey
    follower = journey.target(*after) if after else None
    if after and follower in scene.steps.place and follower is not None:
        return _between(scene, node, after, follower)
    if at is not None:
        wanted = Point(at.x - CARD_WIDTH / 2, at.y - full_height(node) / 2)
        corner = Point(GRID * round(wanted.x / GRID), GRID * round(wanted.y / GRID))
    elif after:
        corner = _free(scene, _under(scene, after), node, after[0])
    else:
        corner = _free(scene, _apart(scene), node, "")
    return AddNode(node, round(corner.x), round(corner.y), after)


def starting(scene: Scene, trigger: Node) -> Edit:
    """Return the edit that adds a start, above the one step nobody comes to."""
    journey = scene.journey
    led_to = {edge.target for edge in journey.edges}
    cut_off = [each.id for each in journey.nodes if not each.is_trigger and each.id not in led_to]
    if len(cut_off) != 1:
        return adding(scene, trigger, None, None)
    below = scene.corner(cut_off[0])
    corner = _free(scene, Point(below.x, below.y - full_height(trigger) - BELOW), trigger, "")
    added = AddNode(trigger, round(corner.x), round(corner.y))
    led = Connect(trigger.id, trigger.ports()[0].id, cut_off[0])
    return Together((added, led), added.words)


def _between(scene: Scene, node: Node, after: Port, follower: str) -> Edit:
    there, bottom = scene.corner(follower), scene.room(after[0]).bottom
    top = round(bottom + _gap(scene.journey, after[0]))
    is_below = there.y > bottom
    corner = there if is_below else scene.corner(after[0])
    added = AddNode(node, round(corner.x), top, after)
    needed = top + full_height(node) + BELOW - there.y
    if not is_below or needed <= 0:
        return added
    moved = {
        name
        for name in following(scene.journey, follower)
        if scene.corner(name).y >= there.y and name != after[0]
    }
    return Together((added, shifted(scene, moved, needed)), added.words)


def following(journey: Journey, first: str) -> set[str]:
    """Return all steps that can be come to from here, this one included."""
    found, left = {first}, [first]
    while left:
        name = left.pop()
        for port in journey.by_id[name].ports():
            target = journey.target(name, port.id)
            if target is not None and target in journey.by_id and target not in found:
                found.add(target)
                left.append(target)
    return found


def _under(scene: Scene, after: Port) -> Point:
    """Return the place under a port: ports stand side by side under their step."""
    name, port = after
    ports = [each.id for each in scene.journey.by_id[name].ports()]
    column = scene.corner(name)
    main = [each for each in ports if each not in {"not_sent", "failed"}] or ports
    shown = main if port in main else ports
    aside = (shown.index(port) - (len(shown) - 1) / 2) * ACROSS if port in main else ACROSS
    top = scene.room(name).bottom + _gap(scene.journey, name)
    return Point(column.x + aside, top)


def _apart(scene: Scene) -> Point:
    """Return a place beside everything: the first one, or to the right at the top."""
    place = scene.placeholder
    if place:
        return Point(place.x, place.y)
    rows = scene.steps.rows
    return Point(float(rows[:, 2].max()) + ACROSS - CARD_WIDTH, float(rows[:, 1].min()))


def _free(scene: Scene, corner: Point, node: Node, besides: str) -> Point:
    """Return this place, or the nearest to the right or left where no other step stands."""
    for count in range(TRIES):
        aside = (count + 1) // 2 * ACROSS * (1 if count % 2 else -1)
        place = Rect(corner.x + aside, corner.y, CARD_WIDTH, full_height(node)).grown(8)
        if set(scene.steps.meeting(place)) <= {besides}:
            return Point(corner.x + aside, corner.y)
    return corner


def _gap(journey: Journey, name: str) -> int:
    return BELOW_SPLIT if len(journey.by_id[name].ports()) > 1 else BELOW
