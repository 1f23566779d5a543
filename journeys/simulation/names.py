"""Looks whether every event that journeys speak of can happen, so that a slip of the pen shows."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.rules import ExitRule, Goal, Segment
from journeys.errors import InvalidJourneyError
from journeys.program.updates import CALL
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.settings import Mode
from journeys.spoken import REACTIONS as SAID
from journeys.values import Value, within

Owner: TypeAlias = Node | Goal | ExitRule | Segment

REACTIONS = ("opened", "clicked", "unsubscribed")
SHOWN = 12
ALIKE = 0.6


def refuse_unknown_events(
    journeys: Sequence[Journey], vocabulary: Vocabulary, mode: Mode = Mode.BACKTEST
) -> None:
    """Raise InvalidJourneyError for the first event that is not in the data and never made up.

    Calls may come from other systems at any time, so that data without any say nothing of them.

    Made up are reactions to messages of the run's channels, and, unless the run is a backtest,
    the event of each journey's first goal.
    """
    known = {*vocabulary.events, *made_up(journeys, mode)}
    for journey in journeys:
        for where, event in spoken_of(journey):
            if event not in known and not event.startswith(CALL):
                raise _unknown(journey, where, event, known)


def reactions(journey: Journey) -> tuple[str, ...]:
    """Return the reactions to its own messages that a journey can ask for, by channel."""
    channels = {node.channel for node in journey.nodes if isinstance(node, Message)}
    return tuple(name for name in SAID if name.partition("_")[0] in channels)


def nearest(event: str, journey: Journey, known: Iterable[str]) -> str | None:
    """Return the known event that a name may have meant; a reaction is known by its last word."""

    def likeness(name: str) -> float:
        ratio = difflib.SequenceMatcher(None, event.casefold(), name.casefold()).ratio()
        if name not in reacting:
            return ratio
        last = name.rpartition("_")[2]
        return max(ratio, difflib.SequenceMatcher(None, event.casefold(), last).ratio())

    reacting = reactions(journey)
    ranked = {name: likeness(name) for name in (*reacting, *sorted({*known} - {*reacting}))}
    best = max(ranked, key=lambda name: ranked[name], default=None)
    return best if best is not None and ranked[best] >= ALIKE else None


def made_up(journeys: Sequence[Journey], mode: Mode) -> frozenset[str]:
    """Return the names of the events that a run of these journeys may bring about itself."""
    channels = {
        node.channel for journey in journeys for node in journey.nodes if isinstance(node, Message)
    }
    found = {f"{channel}_{reaction}" for channel in channels for reaction in REACTIONS}
    found |= {each.event for journey in journeys for node in journey.nodes for each in node.calls}
    if mode is not Mode.BACKTEST:
        found |= {journey.goals[0].event for journey in journeys if journey.goals}
    return frozenset(found)


def spoken_of(journey: Journey) -> Iterator[tuple[str, str]]:
    """Yield (where, event) of every event that a journey names, steps first."""
    for where, value in values_of(journey):
        event = getattr(value, "event", None)
        if event is not None:
            yield where, event


def values_of(journey: Journey) -> Iterator[tuple[str, Value]]:
    """Yield (where, value) of all values in steps, goals, exit rules and segments."""
    for where, owner, _ in owners_of(journey):
        for value in within(owner):
            yield where, value


def owners_of(journey: Journey) -> Iterator[tuple[str, Owner, str]]:
    """Yield (where, owner, rule of the journey) of steps, goals, exit rules and segments."""
    owned: tuple[tuple[str, Sequence[Owner], str], ...] = (
        ("step", journey.nodes, ""),
        ("goal", journey.goals, "goals"),
        ("exit rule", journey.exits, "exits"),
        ("segment", journey.segments, "segments"),
    )
    for what, owners, rule in owned:
        for owner in owners:
            yield f"the {what} {owner.name!r}", owner, rule


def _unknown(journey: Journey, where: str, event: str, known: set[str]) -> InvalidJourneyError:
    near = nearest(event, journey, known)
    some = ", ".join(sorted(known)[:SHOWN])
    hint = f"The data has: {some}." if some else "The data has no events at all."
    return InvalidJourneyError(
        f"{journey.name}: {where} speaks of the event {event!r}, which is not in the data.",
        f"Did you mean {near!r}?" if near else hint,
    )
