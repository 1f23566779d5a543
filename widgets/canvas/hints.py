"""What is said where the mouse rests on something."""

from PySide6.QtCore import QCoreApplication

from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot
from widgets.wording import step_words


def hint(scene: Scene, spot: Spot) -> str:
    """Return the words, or nothing where the canvas says it all."""
    journey = scene.journey
    if spot.what == "step" and spot.id in journey.by_id:
        node = journey.by_id[spot.id]
        return "\n".join(part for part in (step_words(node), node.summary()) if part)
    if spot.what == "more":
        return _said("What can be done with this step")
    if spot.what == "port" and spot.id in journey.by_id:
        titles = {port.id: port.title for port in journey.by_id[spot.id].ports()}
        said = _said("Click to add a step, or drag to one that is there")
        title = titles.get(spot.port, "")
        return f"{title}: {said}" if title else said
    if spot.what == "tag" and scene.counts is not None:
        ports = scene.ways.ports.get(spot.pair, ())
        count = sum(scene.counts.through.get((spot.id, port), 0) for port in ports)
        return _said("{} went this way. Click to see who.").format(f"{count:,}")
    if spot.what == "path":
        return _said("Click to select this path; Delete takes it away")
    return ""


def _said(words: str) -> str:
    return QCoreApplication.translate("Canvas", words)
