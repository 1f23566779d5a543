"""What each line of an outline says, to those who read and to those who listen."""

from PySide6.QtCore import QCoreApplication

from journeys.document.journey import Journey
from journeys.names import Names
from widgets.lettering import visible
from widgets.outline.lines import Line
from widgets.wording import kind_words, step_words

translate = QCoreApplication.translate


def words(line: Line, journey: Journey) -> str:
    """Return what a line says."""
    node, target = journey.by_id.get(line.node), journey.by_id.get(line.target)
    name = visible(step_words(target)) if target is not None else ""
    match line.what:
        case "step":
            return visible(step_words(node)) if node is not None else ""
        case "way":
            return port_words(line, journey)
        case "on":
            return translate("Outline", "Goes on at \u201c{}\u201d").format(name)
        case "back":
            return translate("Outline", "Back to \u201c{}\u201d").format(name)
        case "apart":
            return translate("Outline", "No path leads here")
        case _:
            return translate("Outline", "Further on: {}").format(
                visible(step_words(node)) if node is not None else ""
            )


def heard(line: Line, journey: Journey, names: Names) -> str:
    """Return what a line says to those who do not see its icon and where it stands."""
    said = words(line, journey)
    node = journey.by_id.get(line.node)
    if node is None:
        return said
    if line.what == "step":
        return ", ".join(
            part for part in (said, kind_words(node.card.title), node.line(names)) if part
        )
    if line.what == "way":
        way = translate("Outline", "If: {}").format(said)
        return way if line.target else f"{way}, {leads_nowhere()}"
    return said


def port_words(line: Line, journey: Journey) -> str:
    """Return what a way out of a step is called."""
    node = journey.by_id.get(line.node)
    ports = node.ways(journey.names) if node is not None else ()
    title = next((port.title for port in ports if port.id == line.port), line.port)
    return visible(title) or translate("Outline", "Way on")


def leads_nowhere() -> str:
    """Return what is said of a way that nobody has led on."""
    return translate("Outline", "leads nowhere yet")
