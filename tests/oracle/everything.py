"""Made-up worlds of everything there is: all kinds of steps and starts, rules, questions, words."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.document.trigger import TimedTrigger
from journeys.nodes.experiment import Experiment
from journeys.nodes.webhook import Webhook
from journeys.people.population import Population
from journeys.simulation.settings import Mode
from journeys.values import evolve
from tests.oracle.generation import perhaps_worded, settings
from tests.oracle.made_asking import asking, reacting
from tests.oracle.made_breaks import paused, slept
from tests.oracle.made_delays import delayed
from tests.oracle.made_journeys import Trial, journey, trials
from tests.oracle.made_links import circle, linked, without
from tests.oracle.made_parts import with_parts
from tests.oracle.made_people import population
from tests.oracle.made_sending import ruled
from tests.oracle.made_updates import NEW, with_all_made
from tests.oracle.made_words import World
from tests.oracle.moving import KINDS, all_begun, sooner, with_calls
from tests.oracle.patience import opened

STEPS = tuple(name for name, kind in kinds().items() if not kind.is_trigger)
NAMES = ("rescue", "Welcome", "a-third", "last")
WANTED = ("customer.tier", "customer.id", "event.platform", "before.view[0].at", "cart.items")


def everything_world(seed: int) -> World:
    """Return journeys of everything there is, a population and the settings of a run."""
    return broken(seed, perhaps_worded(seed, wordless_everything(seed)))


def wordless_everything(seed: int) -> World:
    """Return such a world whose messages say nothing."""
    chance = Random(f"everything {seed}")
    people = with_calls(chance, population(chance))
    if chance.random() < 0.5:
        people = with_parts(chance, people)
    chosen = sooner(chance, people.events, settings(chance, people))
    if chosen.mode is Mode.BACKTEST:
        people = replace(people, events=tuple(reacting(chance, row) for row in people.events))
    known = trials(chance)
    day = min((event.time for event in people.events), default=0)
    names = chance.sample(NAMES, chance.choice((1, 2, 2, 3, 3, 4)))
    drawn = [made(chance, each, people, known) for each in names]
    begins = all_begun(chance, drawn, day)
    started = with_all_made((twinned(chance, each) for each in begins), people.attributes)
    drawings = linked(chance, started)
    if chance.random() < 0.08:
        still = (without(each, {node.id for node in each.nodes}) for each in drawings)
        drawings = (*still, circle(chance))
    return tuple(finished(chance, drawings)), people, chosen


def broken(seed: int, whole: World) -> World:
    """Return a world in which, now and then, rows come late, journeys pause, and nothing runs.

    Often its workspace has rules of sending, too.
    """
    chance = Random(f"broken {seed}")
    drawings, people, chosen = ruled(chance, whole) if chance.random() < 0.7 else whole
    if chance.random() < 0.3:
        people = delayed(chance, people)
    if chance.random() < 0.3:
        chosen = paused(chance, drawings, people, chosen)
    if chance.random() < 0.3:
        chosen = slept(chance, drawings, people, chosen)
    return drawings, people, chosen


def made(chance: Random, name: str, people: Population, known: tuple[Trial, ...]) -> Journey:
    """Return a journey of all kinds of steps, or one that asks and asks."""
    form = chance.random()
    if form < 0.2:
        return asking(chance, name, people, known)
    attributes = {**people.attributes, **NEW}
    drawn = journey(chance, name, attributes, known, (*STEPS, *KINDS))
    return opened(chance, drawn) if form < 0.7 else drawn


def twinned(chance: Random, drawn: Journey) -> Journey:
    """Return a journey with two starts that are alike, now and then; the clock knows no key."""
    starts = [node for node in drawn.nodes if node.is_trigger]
    twin = chance.random() < 0.3
    nodes = (
        evolve(starts[0], id=node.id) if twin and node.is_trigger else node for node in drawn.nodes
    )
    if any(isinstance(node, TimedTrigger) for node in starts) and chance.random() < 0.7:
        return evolve(drawn, nodes=tuple(nodes), entry=evolve(drawn.entry, key=None))
    return evolve(drawn, nodes=tuple(nodes))


def finished(chance: Random, drawings: Iterable[Journey]) -> Iterable[Journey]:
    """Yield journeys with what nothing else makes: what is left out, and what is only for some."""
    drawings = tuple(drawings)
    arms: dict[str, set[tuple[str, ...]]] = {}
    for drawing in drawings:
        for node in drawing.nodes:
            if isinstance(node, Experiment):
                dealt = (*(arm.id for arm in node.arms), *("holdout",) * (node.holdout > 0))
                arms.setdefault(node.experiment, set()).add(dealt)
    sure = {name for name, some in arms.items() if len(some) == 1 and chance.random() < 0.4}
    for drawing in drawings:
        nodes = tuple(last_touch(chance, node, sure) for node in drawing.nodes)
        ports = {(node.id, port.id) for node in nodes for port in node.ports()}
        edges = (edge for edge in drawing.edges if (edge.source, edge.port) in ports)
        yield evolve(drawing, nodes=nodes, edges=tuple(edges))


def last_touch(chance: Random, node: Node, sure: set[str]) -> Node:
    """Return a step with something left out, or something more."""
    if isinstance(node, Experiment) and node.experiment in sure:
        return evolve(node, fallback=None)  # no arm is ever gone
    if chance.random() > 0.15:
        return node
    if isinstance(node, Message):
        return evolve(node, only_with=tuple(chance.sample(WANTED, chance.choice((1, 2)))))
    if isinstance(node, Webhook):
        return evolve(node, answers=chance.choice((node.answers, ())), path="orders/open")
    return node
