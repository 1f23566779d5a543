"""Taking things off the canvas, with the gap left open or closed."""

from collections.abc import Set as AbstractSet

from journeys.document.edits.canvas import RemoveNotes
from journeys.document.edits.edit import Edit
from journeys.document.edits.paths import Disconnect
from journeys.document.edits.steps import RemoveNodes
from journeys.document.journey import Journey
from widgets.canvas.together import Together


def removing(journey: Journey, ids: AbstractSet[str], *, reconnect: bool) -> Edit | None:
    """Return the edit that takes steps and notes away, or None where there is nothing to take.

    With `reconnect` the paths into what is gone lead on to what came after, where that is clear.
    """
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
    return Together(tuple(edits), edits[-1].words) if edits else None
