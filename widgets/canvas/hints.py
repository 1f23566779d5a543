"""What is said where the mouse rests on something."""

from PySide6.QtCore import QCoreApplication

from widgets.canvas.links import said
from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot
from widgets.wording import step_words

WHO = "Click to see who."


def hint(scene: Scene, spot: Spot) -> str:
    """Return the words, or nothing where the canvas says it all."""
    journey = scene.journey
    if spot.what == "step" and spot.id in journey.by_id:
        node = journey.by_id[spot.id]
        wrong = (problem.words for problem in scene.wrong(spot.id))
        parts = (step_words(node), node.line(scene.names), *_counted(scene, spot.id), *wrong)
        return "\n".join(part for part in parts if part)
    if spot.what == "more":
        return _said("What can be done with this step")
    if spot.what == "port" and spot.id in journey.by_id:
        ways = journey.by_id[spot.id].ways(journey.names)
        titles = {port.id: port.title for port in ways}
        said = _said("Click to add a step, or drag to one that is there")
        title = titles.get(spot.port, "")
        return f"{title}: {said}" if title else said
    if spot.what == "tag" and spot.id in journey.by_id:
        return _on_tag(scene, spot)
    if spot.what == "path":
        return _said("Click to select this path; Delete takes it away")
    return ""


def _counted(scene: Scene, node: str) -> tuple[str, ...]:
    """Return how many came to a step, and whether what they did with a message is assumed."""
    counts = scene.counts
    if counts is None or node not in counts.reached:
        return ()
    count = counts.reached[node]
    came = _said("1 entry came here.") if count == 1 else _said("{} entries came here.")
    has_reactions = "%" in counts.sentences.get(node, "")
    assumed = _said("Reactions are assumed: nobody has measured them yet.")
    return came.format(f"{count:,}"), assumed if has_reactions else ""


def _on_tag(scene: Scene, spot: Spot) -> str:
    """Return what stands on a chip where it is cut off, and how many went that way."""
    ports = scene.ways.ports.get(spot.pair, ())
    chip, title = scene.ways.chips.get(spot.pair), said(scene.journey, spot.id, ports)
    parts = [title] if chip is not None and chip.title != title else []
    if scene.counts is not None:
        count = sum(scene.counts.through.get((spot.id, port), 0) for port in ports)
        one, more = _said("1 entry went this way."), _said("{} entries went this way.")
        parts.append(f"{(one if count == 1 else more).format(f'{count:,}')} {_said(WHO)}")
    return "\n".join(parts)


def _said(words: str) -> str:
    return QCoreApplication.translate("Canvas", words)
