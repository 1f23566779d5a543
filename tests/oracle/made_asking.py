"""Made-up worlds in which little happens but questions: many at each entry, after messages."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from journeys.conditions.tree import AllOf, AnyOf
from journeys.content.message import DeclaredResponses
from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.document.rules import EntryRule, LoopRule
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.wait import Wait
from journeys.nodes.wait_event import Catch, WaitEvent
from journeys.people.population import Event, Population
from journeys.simulation.settings import Mode
from tests.oracle.generation import settings
from tests.oracle.made_conditions import segments
from tests.oracle.made_journeys import MESSAGES, Trial, experiment, trials
from tests.oracle.made_parts import with_parts
from tests.oracle.made_people import EVENTS, population
from tests.oracle.made_questions import Around, question
from tests.oracle.made_rules import exit_rule
from tests.oracle.made_words import World

WAITS = ("PT1S", "PT10M", "PT10M", "PT1H", "PT1H", "PT3H", "P1D")
NEVER = AnyOf(of=())
QUESTIONS = 8
REACTIONS = ("email_opened", "email_opened", "email_clicked", "sms_clicked", "push_opened")


def asking_world(seed: int) -> World:
    """Return journeys that ask and ask, over people who do much at the same seconds."""
    chance = Random(f"asking {seed}")
    people = with_parts(chance, population(chance))
    known = trials(chance)
    names = chance.sample(("asks", "Asks-too"), chance.choice((1, 2)))
    journeys = tuple(asking(chance, name, people, known) for name in names)
    chosen = settings(chance, people)
    if chosen.mode is Mode.BACKTEST:
        people = replace(people, events=tuple(reacting(chance, row) for row in people.events))
    return journeys, people, chosen


def reacting(chance: Random, row: Event) -> Event:
    """Return an event as it is, or as a reaction to a message that somebody had sent."""
    is_changed = row.id is not None and chance.random() < 0.25
    return replace(row, name=chance.choice(REACTIONS)) if is_changed else row


def asking(chance: Random, name: str, people: Population, known: tuple[Trial, ...]) -> Journey:
    """Return a journey of messages, waits and questions, which is gone through more than once."""
    trials_of = tuple(trial.id for trial in known)
    around = Around(people.attributes, trials_of, ("m0", "m1"), caught=("order",))
    groups = tuple(segments(chance, around))
    around = replace(around, segments=tuple(group.id for group in groups))
    triggers = tuple(
        EventTrigger(id=f"t{number}", event=chance.choice(("view", "add", "add", "note")))
        for number in range(chance.choice((1, 2)))
    )
    steps = tuple(rounds(chance, around, chance.choice((known[0], *known))))
    return Journey(
        id=name,
        entry=EntryRule(
            key=chance.choice((None, "cart", "cart", "pages")),
            when_active=chance.choice(("ignore", "restart", "update_context")),
            maximum=chance.choice((2, 4, 8)),
        ),
        exits=tuple(exit_rule(chance, "out", around) for _ in range(chance.choice((0, 0, 0, 1)))),
        segments=groups,
        loops=LoopRule(
            maximum_visits=chance.choice((1, 2, 3)), minimum_period=Duration.parse("PT10M")
        ),
        nodes=(*triggers, *steps),
        edges=(
            *(edge(trigger, "next", steps[0]) for trigger in triggers),
            *(
                edge(node, port, following)
                for node, following in zip(steps, (*steps[1:], steps[0]), strict=True)
                for port in onward(node)
            ),
        ),
    )


def rounds(chance: Random, around: Around, trial: Trial) -> Iterator[Node]:
    """Yield twice a message, a wait and questions; between them an experiment."""
    for number in range(2):
        kind = chance.choice(("email", "email", "sms", "push"))
        eager = DeclaredResponses(opened=chance.choice((10_000, 7_000)), clicked=8_000)
        yield MESSAGES[kind](id=f"m{number}", responses=eager)
        yield waiting(chance, f"w{number}")
        yield questions(chance, f"b{number}", around)
        if number == 0:
            yield experiment(chance, "x", trial)


def waiting(chance: Random, name: str) -> Node:
    """Return a wait, for a time or for something that is known afterwards."""
    lasts = Duration.parse(chance.choice(WAITS))
    if chance.random() < 0.5:
        return Wait(id=name, duration=lasts)
    caught = Catch(id="p", event=chance.choice(EVENTS), match_key=False, name="order")
    return WaitEvent(id=name, branches=(caught,), timeout=lasts)


def questions(chance: Random, name: str, around: Around) -> Branch:
    """Return a branch that asks all its questions, as no path is ever taken but the last."""
    asked = (AllOf(of=(question(chance, around), NEVER)) for _ in range(QUESTIONS))
    paths = (Path(id=f"p{number}", condition=both) for number, both in enumerate(asked))
    return Branch(id=name, branches=tuple(paths))


def onward(node: Node) -> tuple[str, ...]:
    """Return the ways out that lead on; what is not sent goes on where the sent goes."""
    if isinstance(node, Branch):
        return ("else",)
    shut = {"not_sent", "failed"}
    return tuple(port.id for port in node.ports() if port.id not in shut)


def edge(source: Node, port: str, target: Node) -> Edge:
    """Return a path from a step to another."""
    return Edge.model_validate({"from": source.id, "port": port, "to": target.id})
