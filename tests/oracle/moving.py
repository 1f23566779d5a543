"""Made-up worlds in which much moves: profiles change, calls come, journeys lead on into others."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from journeys.document.journey import Journey
from journeys.nodes.event_trigger import EventTrigger
from journeys.people.population import Event, Population
from journeys.simulation.settings import RunSettings
from journeys.values import evolve
from tests.oracle.generation import perhaps_worded, settings
from tests.oracle.made_groups import GROUPS, with_groups
from tests.oracle.made_journeys import journey, trials
from tests.oracle.made_leading import CALLS, start
from tests.oracle.made_links import circle, linked, without
from tests.oracle.made_people import population
from tests.oracle.made_updates import NEW, with_all_made
from tests.oracle.made_words import World
from tests.oracle.patience import opened

DAY = 86_400
KINDS = (
    *("wait", "wait_time", "wait_date", "wait_event", "wait_event"),
    *("update_profile", "update_profile", "update_profile", "list_step", "list_step"),
    *("jump", "jump", "jump", "webhook", "webhook"),
    *("branch", "branch", "experiment", "email", "sms", "push", "finish"),
)


def moving_world(seed: int) -> World:
    """Return journeys that change things, a population and the settings of a run."""
    return perhaps_worded(seed, wordless_moves(seed))


def wordless_moves(seed: int) -> World:
    """Return such a world whose messages say nothing."""
    chance = Random(f"moves {seed}")
    people = with_calls(chance, population(chance))
    known = trials(chance)
    names = chance.sample(("rescue", "Welcome", "a-third", "last"), chance.choice((1, 2, 3, 4)))
    asked = {**people.attributes, **NEW}
    drawn = [opened(chance, journey(chance, each, asked, known, KINDS)) for each in names]
    day = min((event.time for event in people.events), default=0)
    started = with_all_made(all_begun(chance, drawn, day), people.attributes)
    drawings = linked(chance, started)
    if chance.random() < 0.1:
        still = (without(each, {node.id for node in each.nodes}) for each in drawings)
        drawings = (*still, circle(chance))
    return drawings, people, sooner(chance, people.events, settings(chance, people))


def with_calls(chance: Random, people: Population) -> Population:
    """Return people about whom other systems call now and then (R221)."""
    events = (
        replace(event, name=f"call.{chance.choice(CALLS)}") if chance.random() < 0.15 else event
        for event in people.events
    )
    return replace(people, events=tuple(events))


def all_begun(chance: Random, drawn: Sequence[Journey], day: int) -> list[Journey]:
    """Return journeys that often begin by a call, by the clock, or by a segment."""
    return [begun(chance, each, day) for each in drawn]


def begun(chance: Random, drawn: Journey, day: int) -> Journey:
    """Return a journey that often begins by a call, by the clock, or by a segment."""
    nodes = [
        start(chance, node.id, day, drawn)
        if isinstance(node, EventTrigger) and chance.random() < 0.5
        else node
        for node in drawn.nodes
    ]
    begins = evolve(drawn, nodes=tuple(nodes))
    is_grouped = any(getattr(node, "segment", None) in GROUPS for node in nodes)
    return with_groups(chance, begins) if is_grouped else begins


def sooner(chance: Random, events: Iterable[Event], chosen: RunSettings) -> RunSettings:
    """Return a run that mostly ends some days after the last event, as schedules go on and on."""
    last = max((event.time for event in events), default=0)
    if chosen.end is not None or chance.random() < 0.03:
        return chosen
    return replace(chosen, end=max(last, chosen.start or 0) + chance.choice((1, 3, 8)) * DAY)
