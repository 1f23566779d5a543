"""Made-up rules of sending: quiet hours, caps, gates, ages, zones that change (R300 to R309)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from journeys.content.message import Message
from journeys.document.journey import Edge, Journey
from journeys.nodes.experiment import Experiment
from journeys.nodes.wait_event import WaitEvent
from journeys.people.population import Change, ColumnType, Content, Held, Population
from journeys.sending.rules import SendingRules
from journeys.values import evolve
from tests.oracle.made_ageing import may_age
from tests.oracle.made_conditions import condition
from tests.oracle.made_people import COLUMNS, ZONES
from tests.oracle.made_questions import Around
from tests.oracle.made_words import World

HOURS = (
    *(("22:00", "06:00"), ("21:00", "09:00"), ("00:00", "12:00"), ("01:30", "03:00")),
    *(("12:00", "11:00"), ("02:00", "02:30"), ("00:00", "00:01"), ("06:00", "00:00")),
    *(("03:15", "03:10"), ("23:59", "00:00")),
)
DAYS = ((), (), (), ("mon",), ("sat", "sun"), ("tue", "wed", "thu"), ("sun",))
CHANNELS = ((), (), ("email",), ("sms", "push"), ("push",), ("in_app", "email"))
CATEGORIES = (None, None, "news", "offers")
COUNTS = (0, 1, 1, 1, 1, 2, 2, 3, 5)
WITHIN = ("PT1H", "PT1H", "PT3H", "PT12H", "PT24H", "P2D", "P3D", "P7D")
TRIED = (None, "PT10M", "PT1H", "PT6H", "P1D", "P7D")
AGES = ("PT1S", "PT1H", "PT1H", "PT6H", "P1D")
SOON = (0, 1, 600, 3_600, 7_200, 43_200)
OTHER = "other_channel"
TEXT, TRUTH = Held(ColumnType.TEXT), Held(ColumnType.TRUTH)
PREFERRED = ("email", "SMS", "push", "Push", "post", "", None, None)


def ruled(chance: Random, made: World) -> World:
    """Return a world whose workspace has rules, and whose messages say when they may be sent."""
    drawings, people, settings = made
    return (
        tuple(held_back(chance, drawing, people.attributes) for drawing in drawings),
        known(chance, answering(chance, travelling(chance, people))),
        replace(settings, sending=rules(chance)),
    )


def rules(chance: Random) -> SendingRules:
    """Return the rules of a workspace."""
    caps = [
        {
            "id": f"cap{number}",
            "channel": chance.choice((None, None, None, "email", "sms", "push", "in_app")),
            "category": chance.choice((None, None, "news")),
            "count": chance.choice(COUNTS),
            "within": chance.choice(WITHIN),
        }
        for number in range(chance.choice((0, 1, 1, 2, 2, 3)))
    ]
    quiet = [
        {**hours(chance), "channels": chance.choice(CHANNELS)}
        for _ in range(chance.choice((0, 1, 1, 2, 3)))
    ]
    return SendingRules.model_validate({"quiet_hours": quiet, "caps": caps})


def hours(chance: Random) -> dict[str, object]:
    """Return hours of some days."""
    start, end = chance.choice(HOURS)
    return {"start": start, "end": end, "days": chance.choice(DAYS)}


def held_back(chance: Random, drawing: Journey, attributes: Mapping[str, Held]) -> Journey:
    """Return a journey whose messages say when they may be sent, and what becomes of the others."""
    messages = tuple(node.id for node in drawing.nodes if isinstance(node, Message))
    trials = {node.experiment for node in drawing.nodes if isinstance(node, Experiment)}
    names = tuple(sorted(name for node in drawing.nodes for name in kept_by(node)))
    groups = tuple(segment.id for segment in drawing.segments)
    around = Around(attributes, tuple(sorted(trials)), messages, groups, names)
    onward = {edge.source: edge.target for edge in drawing.edges if edge.port == "sent"}
    nodes, more, anew = [], [], set()
    for node in drawing.nodes:
        if isinstance(node, Message) and chance.random() < 0.8:
            said = fields(chance, around, has_way=node.id in onward)
            node = type(node).model_validate({**node.model_dump(), **said})  # noqa: PLW2901
            anew.add((node.id, OTHER))
            if node.goes_elsewhere:
                path = {"from": node.id, "port": OTHER, "to": onward[node.id]}
                more.append(Edge.model_validate(path))
        nodes.append(node)
    kept = (edge for edge in drawing.edges if (edge.source, edge.port) not in anew)
    return evolve(drawing, nodes=tuple(nodes), edges=(*kept, *more))


def kept_by(node: object) -> Iterator[str]:
    """Yield the names under which a step keeps what it caught."""
    for branch in node.branches if isinstance(node, WaitEvent) else ():
        if branch.name is not None:
            yield branch.name


def fields(chance: Random, around: Around, *, has_way: bool) -> dict[str, object]:
    """Return what a message says of when it may be sent."""
    elsewhere = (OTHER,) if has_way else ()
    asks = may_age if chance.random() < 0.6 else condition
    gate = asks(chance, around) if chance.random() < 0.35 else None
    tried = None if gate is None else chance.choice(TRIED)
    return {
        "category": chance.choice(CATEGORIES),
        "transactional": chance.random() < 0.1,
        "send_window": hours(chance) if chance.random() < 0.2 else None,
        "when_quiet": chance.choice(("defer", "defer", "defer", "drop", *elsewhere)),
        "when_capped": chance.choice(("defer", "defer", "drop", *elsewhere)),
        "gate": gate,
        "try_for": tried,
        "ages": tuple(ages(chance, around)),
        "best_hour": chance.random() < 0.2,
    }


def ages(chance: Random, around: Around) -> Iterator[dict[str, object]]:
    """Yield how old what is said may be."""
    for _ in range(chance.choice((0, 0, 1, 2))):
        owner = chance.choice(("event", "event", *around.caught))
        part = chance.choice(("", "", *(f".{name}" for name in sorted(COLUMNS))))
        kind = chance.choice(("suppress", "fallback", "fallback"))
        yield {"variable": owner + part, "max_age": chance.choice(AGES), "on_expiry": kind}


def travelling(chance: Random, people: Population) -> Population:
    """Return people whose clocks change more often, mostly soon after something has happened."""
    if "zone" not in people.attributes or chance.random() < 0.3:
        return people
    rows = [row for row in people.events if chance.random() < 0.15]
    moves = (
        Change(row.customer, row.time + chance.choice(SOON), {"zone": chance.choice(ZONES)})
        for row in rows
    )
    return replace(people, changes=(*people.changes, *moves))


def answering(chance: Random, people: Population) -> Population:
    """Return people of whose messages more is known: which were delivered, and answered."""
    channels, words = ("email", "sms", "push", "in_app"), ("delivered", "opened", "clicked")
    events = (
        replace(row, name=f"{chance.choice(channels)}_{chance.choice(words)}")
        if row.name == "delivered" or chance.random() < 0.05
        else row
        for row in people.events
    )
    return replace(people, events=tuple(events))


def known(chance: Random, people: Population) -> Population:
    """Return people of whom some say which channel they prefer, or that they want nothing."""
    shut: Mapping[Held, Sequence[Content]] = {
        TRUTH: (True, False, None, None),
        TEXT: ("yes", "", None, None),
    }
    if "suppressed" not in people.attributes and chance.random() < 0.4:
        held = chance.choice(tuple(shut))
        people = saying(chance, people, "suppressed", held, shut[held])
    if "preferred_channel" not in people.attributes and chance.random() < 0.5:
        people = saying(chance, people, "preferred_channel", TEXT, PREFERRED)
    if "consent.in_app" not in people.attributes and chance.random() < 0.5:
        people = saying(chance, people, "consent.in_app", TRUTH, (True, True, False, None))
        people = saying(chance, people, "address.in_app", TEXT, ("app", "app", "app", ""))
    return people


def saying(
    chance: Random, people: Population, name: str, held: Held, said: Sequence[Content]
) -> Population:
    """Return people with one more attribute, which changes now and then."""
    customers = tuple(
        replace(each, attributes={**each.attributes, name: chance.choice(said)})
        for each in people.customers
    )
    rows = [row for row in people.events if chance.random() < 0.05]
    turns = (
        Change(row.customer, row.time + chance.choice(SOON), {name: chance.choice(said)})
        for row in rows
    )
    return replace(
        people,
        attributes={**people.attributes, name: held},
        customers=customers,
        changes=(*people.changes, *turns),
    )
