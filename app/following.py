"""The way a customer took through a journey, read off the story of that customer."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from journeys.content.unsent import HELD_BACK
from journeys.document.journey import Journey
from journeys.program.reasons import OPERANDS, PORT, Reason
from journeys.program.telling import Telling
from journeys.simulation.follow import Followed
from widgets.canvas.story import Ended, Story
from widgets.results.entries import Entry

NAMED = frozenset({Reason.ARM_ASSIGNED, Reason.ARM_KEPT, Reason.BRANCH_TAKEN, Reason.ANSWERED})
SENT_BY = {
    Reason.SENT: "sent",
    Reason.NO_ADDRESS: "not_sent",
    Reason.NO_CONSENT: "not_sent",
    Reason.WORDS_MISSING: "not_sent",
    Reason.FAILED: "failed",
    **dict.fromkeys(HELD_BACK, "not_sent"),
}
UNSENT = {
    Reason.NO_ADDRESS: "Not sent: no address",
    Reason.NO_CONSENT: "Not sent: no consent",
    Reason.WORDS_MISSING: "Not sent: words need more",
    Reason.FAILED: "Not sent: sending failed",
    **{reason: f"Not sent: {words[:1].lower()}{words[1:]}" for reason, words in HELD_BACK.items()},
}
LEFT = frozenset(
    {
        Reason.LEFT_BY_GOAL,
        Reason.EXITED,
        Reason.RESTARTED,
        Reason.TOO_MANY_VISITS,
        Reason.TOO_MANY_JUMPS,
        Reason.TOO_MANY_UPDATES,
        Reason.PATH_ENDED,
        Reason.STOPPED,
        Reason.WAITING,
    }
)


def story(
    journey: Journey,
    followed: Followed,
    entries: Sequence[Entry],
    place: int | None,
    words: tuple[str, str] = ("Left here", "Still here"),
) -> Story:
    """Return the way of one entry: that of the decision at `place`, else the first there is.

    The steps stand in the order in which they were come to; what the journey no longer has is
    left out. `words` say that somebody left at a step, or is still there.
    """
    tellings = [one.telling for one in followed.told if one.telling.journey == journey.id]
    entry = followed.entry_at(place)
    mine = [
        each
        for each in tellings
        if each.entry == entry and each.node is not None and each.node in journey.by_id
    ]
    steps = _visited(mine)
    current = next((each for each in entries if each.decision == place), None)
    edges = [_edge(journey, mine, *pair) for pair in pairwise(steps)]
    own = [each for each in entries if each.entry == entry and each.node is not None]
    return Story(
        steps,
        frozenset(edge for edge in edges if edge is not None),
        current.node if current is not None else None,
        current.number if current is not None else 0,
        _numbers(own),
        _times(own),
        _ended(own, words),
        _unsent(mine),
    )


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


def _numbers(entries: Sequence[Entry]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for each in entries:
        if each.node is not None and each.number:
            found[each.node] = (*found.get(each.node, ()), each.number)
    return found


def _times(entries: Sequence[Entry]) -> dict[tuple[str, str], str]:
    """Return when each path was taken first; the day is said where it is another than before."""
    found: dict[tuple[str, str], str] = {}
    day = entries[0].day if entries else ""
    for before, after in pairwise(entries):
        if before.node is None or after.node is None or before.node == after.node:
            continue
        found.setdefault(
            (before.node, after.node),
            after.time if after.day == day else f"{after.day}, {after.time}",
        )
        day = after.day
    return found


def _unsent(tellings: Sequence[Telling]) -> dict[str, str]:
    """Return why nothing was sent, by message; the last time at a message counts."""
    found: dict[str, str] = {}
    for each in tellings:
        if each.node is not None and each.reason is Reason.SENT:
            found.pop(each.node, None)
        elif each.node is not None and each.reason in UNSENT:
            found[each.node] = QCoreApplication.translate("Following", UNSENT[each.reason])
    return found


def _ended(entries: Sequence[Entry], words: tuple[str, str]) -> Ended | None:
    last = next((each for each in reversed(entries) if each.reason in LEFT), None)
    if last is None or last.node is None:
        return None
    is_waiting = last.reason is Reason.WAITING
    icon = "hourglass" if is_waiting else "log-out"
    return Ended(last.node, words[is_waiting], last.when, icon, last.number)
