"""What the open message knows of the customer in view, stop by stop of the way to it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.previewing import Reached
from app.variables import sample
from journeys.content.message import Message
from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.mending import AskFirst
from journeys.context.naming import named, written
from journeys.context.past import seen
from journeys.context.way import learnt_at
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from widgets.content.known import Piece, Stop
from widgets.content.lack import Lack
from widgets.wording import step_words


def stops(there: Reached, ran: Journey, known: Known, message: Message) -> tuple[Stop, ...]:
    """Return the way of a customer to a message, with the variables its words use by stop.

    `ran` is the journey of the run in which the customer came there; `known` says how sure each
    variable is in the journey as it is now.
    """
    places = there.way
    nodes = [ran.node(place.step) for place in places]
    added = tuple(node.adds for node in nodes)
    pieces: dict[int, list[Piece]] = {}
    for piece in _pieces(there, known, message):
        pieces.setdefault(learnt_at(piece.name, added), []).append(piece)
    zone, now = ZoneInfo(there.person.zone), there.arrival.telling.time
    learnt = [there.past.times[there.arrival.event], *(place.time for place in places[1:])]
    before = [places[0].time, *(place.time for place in places)]
    return tuple(
        Stop(
            step_words(node),
            node.card,
            _moment(place.time, zone),
            max(place.time - earlier, 0),
            max(now - then, 0),
            tuple(pieces.get(at, ())),
        )
        for at, (node, place, earlier, then) in enumerate(
            zip(nodes, places, before, learnt, strict=False)
        )
    )


def lacks(known: Known, message: Message, problems: Sequence[Problem]) -> dict[str, Lack]:
    """Return who lacks the variables that a message needs and not everyone has (R179)."""
    if message.id not in known.lineage.arriving:
        return {}
    led_past = {
        fix.variable
        for problem in problems
        if problem.node == message.id
        for fix in problem.also
        if isinstance(fix, AskFirst)
    }
    needed = (use.path for _, reading in message.readings for use in reading.uses if use.is_needed)
    needed = (path for path in needed if not message.is_only_for_those_with(path))
    meant = filter(None, (named(path, known.variables) for path in dict.fromkeys(needed)))
    names = dict.fromkeys(each.variable for each in meant)
    found = {}
    for name in names:
        if known.lineage.verdict(message.id, name) is Verdict.POSSIBLE:
            words = known.lacking(message.id, name)
            if words:
                found[name] = Lack(words, name in led_past)
    return found


def _pieces(there: Reached, known: Known, message: Message) -> tuple[Piece, ...]:
    found: dict[str, Piece] = {}
    if message.id not in known.lineage.arriving:
        return ()
    for use in (use for _, reading in message.readings for use in reading.uses):
        meant = named(use.path, known.variables)
        if meant is not None and meant.variable not in found:
            name = meant.variable
            verdict = known.lineage.verdict(message.id, name)
            value = sample(seen(there.known, written(name)))
            found[name] = Piece(name, verdict, known.variables[name].source, value)
    return tuple(found.values())


def _moment(instant: int, zone: ZoneInfo) -> str:
    shown = datetime.fromtimestamp(instant, zone)
    return f"{shown.day} {shown:%b, %H:%M}"
