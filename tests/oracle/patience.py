"""Made-up worlds full of waits: for events and conditions above all, and of rules that age."""

from random import Random

from journeys.content.message import Message
from journeys.document.journey import Edge, Journey
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.wait_event import WaitEvent
from journeys.values import evolve
from tests.oracle.generation import perhaps_worded, settings
from tests.oracle.made_journeys import journey, trials
from tests.oracle.made_people import population
from tests.oracle.made_words import World

KINDS = (
    *("wait", "wait_time", "wait_date", "wait_date"),
    *("wait_event", "wait_event", "wait_event", "wait_event"),
    *("branch", "experiment", "finish", "email", "email", "sms", "sms", "push", "push"),
)


def patient_world(seed: int) -> World:
    """Return journeys that wait for much, a population and the settings of a run."""
    return perhaps_worded(seed, wordless_patience(seed))


def wordless_patience(seed: int) -> World:
    """Return such a world whose messages say nothing."""
    chance = Random(f"patience {seed}")
    people = population(chance)
    known = trials(chance)
    names = chance.sample(("rescue", "Welcome", "a-third"), chance.choice((1, 1, 2)))
    journeys = (journey(chance, name, people.attributes, known, KINDS) for name in names)
    return tuple(opened(chance, drawn) for drawn in journeys), people, settings(chance, people)


def opened(chance: Random, drawn: Journey) -> Journey:
    """Return a journey that lets nearly everybody in, so that many wait."""
    nodes = (
        evolve(node, where=None) if isinstance(node, EventTrigger) else node for node in drawn.nodes
    )
    entry = evolve(drawn.entry, key=chance.choice((None, "cart")))
    return evolve(drawn, nodes=tuple(nodes), entry=entry, edges=spoken_of(chance, drawn))


def spoken_of(chance: Random, drawn: Journey) -> tuple[Edge, ...]:
    """Return the paths, more of them from what is caught to a message, which may speak of it."""
    messages = [node.id for node in drawn.nodes if isinstance(node, Message)]
    named = {
        (node.id, one.id)
        for node in drawn.nodes
        if isinstance(node, WaitEvent)
        for one in node.branches
        if one.name is not None
    }
    return tuple(
        evolve(edge, target=chance.choice(messages))
        if messages and (edge.source, edge.port) in named and chance.random() < 0.7
        else edge
        for edge in drawn.edges
    )
