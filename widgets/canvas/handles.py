"""The ways out of a step as they can be taken hold of: to lead somewhere, or to add a step."""

from dataclasses import dataclass

from journeys.document.checks import FALLS_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node
from widgets.canvas.geometry import Point, Rect
from widgets.lettering import cut, visible, width
from widgets.theme import CHIP

SIZE = 22
FALL = 14
HANGS = FALL + SIZE
GAP = 8
WIDEST, FEW, WIDEST_OF_FEW = 112, 2, 204
SIGN = 22
PADDING = 9
DOT = 10
DOTS_APART = 26
BESIDE = 12
BETWEEN = 4
CLEAR = 16


@dataclass(frozen=True, slots=True)
class Handle:
    """A port with its frame on the canvas; one that leads nowhere hangs at its step."""

    node: str
    port: str
    title: str
    frame: Rect
    is_open: bool
    is_aside: bool = False


def open_ports(journey: Journey, node: Node, *, also_spare: bool = False) -> list[str]:
    """Return the ports that lead nowhere, without those that need not (R123) unless asked."""
    ports = [port.id for port in node.ports()]
    loose = [port for port in ports if journey.target(node.id, port) is None]
    has_main = any(port not in FALLS_BACK for port in ports)
    return [port for port in loose if also_spare or not (has_main and port in FALLS_BACK)]


def handles(journey: Journey, node: Node, frame: Rect, *, is_near: bool) -> tuple[Handle, ...]:
    """Return what can be taken hold of at a step whose frame is this, from left to right.

    Away from the mouse only ports that should lead somewhere, and do not, are there.
    """
    titles = {port.id: visible(port.short) for port in node.ways(journey.names)}
    loose = open_ports(journey, node)
    spare = [port for port in open_ports(journey, node, also_spare=True) if port not in loose]
    led = [port for port in titles if port not in loose and port not in spare]
    is_alone = len(titles) == 1
    widest = WIDEST if len(loose) > FEW else WIDEST_OF_FEW
    shown = [(port, "" if is_alone else cut(titles[port], CHIP, widest)) for port in loose]
    found = _row(node.id, shown, frame, _side(journey, node, led))
    if is_near:
        found += _column(node.id, [(port, titles[port]) for port in spare], frame)
        found += _dots(node.id, [(port, titles[port]) for port in led], frame)
    return tuple(found)


def _side(journey: Journey, node: Node, led: list[str]) -> int:
    """Return where there is room beside the paths that leave: -1 left, 1 right, 0 if none does."""
    places = journey.positions
    if not led or node.id not in places:
        return 1 if led else 0
    ends = [places.get(journey.target(node.id, port) or "", places[node.id])[0] for port in led]
    here = places[node.id][0]
    return -1 if max(ends) > here and min(ends) >= here else 1


def _row(node: str, ports: list[tuple[str, str]], frame: Rect, side: int) -> list[Handle]:
    sizes = [SIZE if not title else SIGN + width(title, CHIP) + PADDING for _, title in ports]
    whole = sum(sizes) + GAP * (len(sizes) - 1)
    left = frame.centre.x - whole / 2
    if side > 0:
        left = max(frame.right - BESIDE - whole, frame.centre.x + CLEAR)
    elif side < 0:
        left = min(frame.x + BESIDE, frame.centre.x - CLEAR - whole)
    found = []
    for (port, title), size in zip(ports, sizes, strict=True):
        place = Rect(left, frame.bottom + FALL, size, SIZE)
        found.append(Handle(node, port, title, place, is_open=True))
        left += size + GAP
    return found


def _column(node: str, ports: list[tuple[str, str]], frame: Rect) -> list[Handle]:
    """Return the handles of ports that need not lead anywhere, at the right of their step."""
    found = []
    for count, (port, title) in enumerate(reversed(ports)):
        shown = cut(title, CHIP, WIDEST)
        top = frame.bottom - SIZE - count * (SIZE + BETWEEN)
        place = Rect(frame.right + FALL, top, SIGN + width(shown, CHIP) + PADDING, SIZE)
        found.append(Handle(node, port, shown, place, is_open=True, is_aside=True))
    return found


def _dots(node: str, ports: list[tuple[str, str]], frame: Rect) -> list[Handle]:
    begin = frame.centre.x - (len(ports) - 1) * DOTS_APART / 2
    return [
        Handle(
            node,
            port,
            title,
            Rect.around(Point(begin + count * DOTS_APART, frame.bottom), DOT, DOT),
            is_open=False,
        )
        for count, (port, title) in enumerate(ports)
    ]
