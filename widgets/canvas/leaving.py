"""The ways out of a step, one after the other: the paths that are drawn, and the open ends."""

from widgets.canvas.geometry import Rect
from widgets.canvas.handles import open_ports
from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot, near_handles
from widgets.canvas.tags import plus_on


def ways_out(scene: Scene, name: str) -> tuple[Spot, ...]:
    """Return every way out of a step in the order of its ports; ways to one step are one path."""
    node = scene.journey.by_id.get(name)
    if node is None:
        return ()
    ports = [port.id for port in node.ports()]
    ends = [(port, scene.journey.target(name, port)) for port in ports]
    found = [
        Spot("port", name, port) if end is None else Spot("path", pair=(name, end))
        for port, end in ends
    ]
    found += [Spot("path", pair=pair) for pair in scene.ways.touching((name,)) if pair[0] == name]
    return tuple(spot for spot in dict.fromkeys(found) if is_way(scene, spot))


def is_way(scene: Scene, spot: Spot) -> bool:
    """Say whether it is a path that is drawn, or a way out that leads nowhere."""
    if spot.what == "path":
        return spot.pair in scene.ways.ports
    node = scene.journey.by_id.get(spot.id)
    return (
        spot.what == "port"
        and node is not None
        and spot.port in open_ports(scene.journey, node, also_spare=True)
    )


def sign_on(scene: Scene, way: Spot) -> Rect:
    """Return where the sign stands that adds a step to a way out."""
    if way.what == "path":
        return plus_on(scene, way.pair)
    handles = near_handles(scene, way.id, is_near=True)
    return next(handle.frame for handle in handles if handle.port == way.port)


def ports_of(scene: Scene, way: Spot) -> tuple[str, tuple[str, ...]]:
    """Return the step a way leaves, and the ports it leaves by: several may share a path."""
    if way.what == "path":
        return way.pair[0], tuple(scene.ways.ports[way.pair])
    return way.id, (way.port,)
