"""The way a customer took through a journey, read off the story of that customer."""

from itertools import pairwise

from journeys.document.journey import Journey
from journeys.program.reasons import OPERANDS, PORT, Reason
from journeys.program.telling import Telling
from journeys.simulation.explain import Told
from widgets.canvas.story import Story

NAMED = frozenset({Reason.ARM_ASSIGNED, Reason.ARM_KEPT, Reason.BRANCH_TAKEN})
SENT_BY = {
    Reason.SENT: "sent",
    Reason.NO_ADDRESS: "not_sent",
    Reason.NO_CONSENT: "not_sent",
    Reason.FAILED: "failed",
}


def story(journey: Journey, told: tuple[Told, ...], place: int | None) -> Story:
    """Return the way of one entry: that of the decision at `place`, else the first there is.

    The steps stand in the order in which they were come to; what the journey no longer has is
    left out.
    """
    tellings = [one.telling for one in told]
    entries = [each.entry for each in tellings if each.entry is not None]
    entry = tellings[place].entry if place is not None else None
    entry = entry or (entries[0] if entries else None)
    mine = [
        each
        for each in tellings
        if each.entry == entry and each.node is not None and each.node in journey.by_id
    ]
    steps = _visited(mine)
    current = tellings[place].node if place is not None else None
    edges = (_edge(journey, mine, *pair) for pair in pairwise(steps))
    return Story(steps, frozenset(edge for edge in edges if edge is not None), current)


def _visited(tellings: list[Telling]) -> tuple[str, ...]:
    found: list[str] = []
    for each in tellings:
        if each.node is not None and (not found or found[-1] != each.node):
            found.append(each.node)
    return tuple(found)


def _edge(
    journey: Journey, tellings: list[Telling], source: str, target: str
) -> tuple[str, str, str] | None:
    """Return the path that leads from one step to the next, by the port that was taken."""
    ports = [edge.port for edge in journey.edges if (edge.source, edge.target) == (source, target)]
    taken = {_port(each) for each in tellings if each.node == source}
    port = next((each for each in ports if each in taken), ports[0] if ports else None)
    return (source, port, target) if port is not None else None


def _port(telling: Telling) -> str:
    """Return the port a decision names, if it names one."""
    is_named = telling.reason in NAMED or PORT in OPERANDS[telling.reason]
    if is_named:
        return str(telling.operands[0])
    return SENT_BY.get(telling.reason, "")
