"""Made-up journeys: all kinds of steps, loops through waits, open ends, shared experiments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from journeys.content.message import DeclaredResponses, Message
from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.document.rules import LoopRule, Unprompted
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.experiment import Arm, Experiment
from journeys.nodes.finish import Finish
from journeys.nodes.in_app import InApp
from journeys.nodes.push import Push
from journeys.nodes.sms import Sms
from journeys.people.population import Held
from tests.oracle.made_behaviours import perhaps_filter
from tests.oracle.made_conditions import condition, segments
from tests.oracle.made_moves import MOVES, moving
from tests.oracle.made_people import EVENTS
from tests.oracle.made_questions import Around
from tests.oracle.made_rules import entry_rule, exit_rule, goal
from tests.oracle.made_waits import WAITS, waiting

TRIGGERS = (*EVENTS, "view", "add", "view", "add", "email_opened")
WAITING = ("wait", "wait", "wait", "wait_time", "wait_date", "wait_event", "wait_event")
KINDS = (
    *WAITING,
    *("branch", "branch", "branch", "experiment", "experiment", "finish"),
    *("email", "email", "email", "sms", "sms", "push", "push"),
)
MESSAGES: Mapping[str, type[Message]] = {"email": Email, "sms": Sms, "push": Push, "in_app": InApp}


@dataclass(frozen=True, slots=True)
class Trial:
    """An experiment that several steps of several journeys share."""

    id: str
    salt: str | None
    unit: str
    weights: Mapping[str, int]


def trials(chance: Random) -> tuple[Trial, ...]:
    """Return the experiments of a world."""
    shares = (
        {"a": 5_000, "b": 5_000},
        {"a": 3_000, "b": 5_000, "holdout": 2_000},
        {"a": 4_000, "c": 1_000, "b": 0, "holdout": 5_000},
    )
    return tuple(
        Trial(
            name,
            chance.choice((None, "salt")),
            chance.choice(("customer", "key", "household")),
            chance.choice(shares),
        )
        for name in ("x1", "x2")
    )


def journey(
    chance: Random,
    name: str,
    attributes: Mapping[str, Held],
    known: tuple[Trial, ...],
    kinds: Sequence[str] = KINDS,
) -> Journey:
    """Return one journey that may run, made of steps of these kinds."""
    triggers = tuple(
        EventTrigger(
            id=f"t{number}",
            event=chance.choice(TRIGGERS),
            where=perhaps_filter(chance, 0.3),
            order=chance.choice((0, 0, 1, 2)),
        )
        for number in range(chance.choice((1, 1, 1, 2, 3)))
    )
    made = {f"n{number}": chance.choice(kinds) for number in range(chance.randint(5, 14))}
    around = Around(attributes, tuple(trial.id for trial in known))
    groups = tuple(segments(chance, around))
    around = replace(around, segments=tuple(group.id for group in groups))
    messages = tuple(step for step, kind in made.items() if kind in MESSAGES)
    steps = tuple(
        step(chance, one, kind, replace(around, messages=before(one, messages)), known)
        for one, kind in made.items()
    )
    around = replace(around, messages=messages)
    goals = tuple(
        goal(chance, f"g{number}", number) for number in range(chance.choice((0, 1, 1, 2)))
    )
    return Journey(
        id=name,
        priority=chance.choice((0, 0, 0, 5, -1)),
        entry=entry_rule(chance, {trigger.event for trigger in triggers}),
        exits=tuple(
            exit_rule(chance, f"out{number}", around)
            for number in range(chance.choice((0, 0, 1, 2)))
        ),
        goals=goals,
        segments=groups,
        loops=LoopRule(
            maximum_visits=chance.choice((1, 2, 3, 4, 6, 12)),
            minimum_period=Duration.parse(chance.choice(("PT10M", "PT1H", "PT3H"))),
        ),
        unprompted=Unprompted(share=chance.choice((5_000, 10_000, 1_000)))
        if goals and chance.random() < 0.5
        else None,
        nodes=triggers + steps,
        edges=edges(chance, triggers, steps),
    )


def before(step: str, messages: Sequence[str]) -> tuple[str, ...]:
    """Return the messages before a step: from others only a loop can lead to it."""
    return tuple(one for one in messages if int(one[1:]) < int(step[1:]))


def step(chance: Random, name: str, kind: str, around: Around, known: tuple[Trial, ...]) -> Node:
    """Return a step of a kind."""
    if kind in MOVES:
        return moving(chance, kind, name, around.attributes)
    if kind.startswith("wait"):
        return waiting(chance, kind, name, around)
    if kind == "finish":
        return Finish(id=name)
    if kind == "branch":
        paths = (
            Path(id=f"p{number}", condition=condition(chance, around))
            for number in range(chance.choice((1, 1, 2, 3)))
        )
        return Branch(id=name, branches=tuple(paths))
    if kind == "experiment":
        return experiment(chance, name, chance.choice(known))
    return MESSAGES[kind](id=name, responses=responses(chance))


def experiment(chance: Random, name: str, trial: Trial) -> Experiment:
    """Return a split; now and then one with other weights, or without an arm that others have."""
    weights = dict(trial.weights)
    if chance.random() < 0.15:
        gone = chance.choice([arm for arm in weights if arm != "a"])
        weights["a"] += weights.pop(gone)
    if len(weights) == 1:
        weights["d"] = 0
    holdout = weights.pop("holdout", 0)
    arms = [Arm(id=arm, weight=weight) for arm, weight in weights.items()]
    made: dict[str, Any] = {"unit": trial.unit, "salt": trial.salt, "fallback": "a"}
    return Experiment(id=name, experiment=trial.id, arms=tuple(arms), holdout=holdout, **made)


def responses(chance: Random) -> DeclaredResponses:
    """Return shares of reactions, often high ones so that much happens."""
    shares: dict[str, Any] = {
        name: chance.choice((10_000, 8_000, 5_000, 0))
        for name in ("opened", "clicked", "unsubscribed", "goal")
        if chance.random() < 0.4
    }
    failed, relevance = chance.choice((0, 0, 0, 3_000, 10_000)), chance.choice((100, 100, 250, 33))
    return DeclaredResponses(**shares, failed=failed, relevance=relevance)


def edges(chance: Random, triggers: tuple[Node, ...], steps: tuple[Node, ...]) -> tuple[Edge, ...]:
    """Return the paths; some ways out lead nowhere, those for mishaps most of the time."""
    made = []
    for place, node in enumerate((*triggers, *steps), start=-len(triggers)):
        for port in node.ports():
            connected = 0.4 if port.id in {"failed", "not_sent"} else 0.93
            target = somewhere(chance, node, place, steps)
            if target is not None and chance.random() < connected:
                path = {"from": node.id, "port": port.id, "to": target.id}
                made.append(Edge.model_validate(path))
    return tuple(made)


def somewhere(chance: Random, node: Node, place: int, steps: tuple[Node, ...]) -> Node | None:
    """Return a step close by ahead; from waits alone sometimes back, so that loops take time."""
    if isinstance(node, WAITS) and chance.random() < 0.3:
        return chance.choice(steps[: place + 1])
    if place < 0:
        return chance.choice((steps[0], steps[0], steps[1]))
    close = steps[place + 1 : place + 4]
    return chance.choice(close) if close else None
