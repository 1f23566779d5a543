"""Made-up worlds of the other kind: crowds at one second, like journeys, deep conditions."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random

from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.document.rules import EntryRule
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.wait_date import WaitDate
from journeys.people.population import (
    Change,
    ColumnType,
    Content,
    Customer,
    Event,
    Held,
    Population,
)
from journeys.simulation.settings import Mode, RunSettings
from journeys.values import evolve
from tests.oracle.generation import RULE, perhaps_worded, responses
from tests.oracle.made_behaviours import perhaps_filter
from tests.oracle.made_depths import EVENTS, LETTERS, MOST, deep
from tests.oracle.made_journeys import Trial, journey
from tests.oracle.made_people import COLUMNS, LISTS, PLAIN, SPECIAL, some
from tests.oracle.made_questions import Around
from tests.oracle.made_words import World

GAPS = (0, 0, 0, 0, 0, 0, 1, 1, 600, 3_600)
NAMES = ("a", "B", "b", "a-b", "Z")
DAY = 1_710_028_800


def crowded_world(seed: int) -> World:
    """Return like journeys over people to whom nearly everything happens at the same seconds."""
    return perhaps_worded(seed, wordless_crowd(seed))


def wordless_crowd(seed: int) -> World:
    """Return such a world whose messages say nothing."""
    chance = Random(seed)
    special = {name: SPECIAL[name] for name in chance.sample(sorted(SPECIAL), 4)}
    attributes = {**PLAIN, **special, **LISTS}
    trials = (
        Trial("x1", None, "key", {"a": 3_333, "b": 3_333, "holdout": 3_334}),
        Trial("x2", "salt", "key", {"a": 1, "b": 9_999, "c": 0}),
    )
    names = chance.sample(NAMES, chance.randint(2, 4))
    journeys = tuple(_journey(chance, name, attributes, trials) for name in names)
    return journeys, _population(chance, attributes), _settings(chance)


def _settings(chance: Random) -> RunSettings:
    return RunSettings(
        mode=chance.choice((Mode.BACKTEST, Mode.MIXED, Mode.GENERATED, Mode.GENERATED)),
        seed=chance.choice((0, 2**64 - 1, 2**63, chance.getrandbits(64))),
        start=chance.choice((None, None, DAY, DAY + 1)),
        zone=chance.choice(("UTC", "Pacific/Apia", "America/New_York")),
        zone_rule=chance.choice((None, RULE)),
        responses=responses(chance),
    )


def _journey(
    chance: Random, name: str, attributes: Mapping[str, Held], trials: tuple[Trial, ...]
) -> Journey:
    """Return a journey that enters on what the others enter on, many times at once by its key."""
    drawn = journey(chance, name, attributes, trials)
    around = Around(
        attributes,
        tuple(trial.id for trial in trials),
        tuple(node.id for node in drawn.nodes if isinstance(node, Message)),
        tuple(segment.id for segment in drawn.segments),
    )
    nodes = tuple(
        _deepened(chance, node, around)
        if isinstance(node, Branch)
        else EventTrigger(
            id=node.id,
            event=chance.choice(("add", "add", "view")),
            where=perhaps_filter(chance, 0.2),
            order=chance.choice((0, 0, 1)),
        )
        if isinstance(node, EventTrigger)
        else evolve(node, offset=chance.choice((None, Duration(seconds=5_400))))
        if isinstance(node, WaitDate)  # values at the edge of time are beyond the calendar
        else node
        for node in drawn.nodes
    )
    entry = EntryRule(
        key=chance.choice(("cart", "cart", "pages", "amount", "due", None)),
        mode=chance.choice(("every", "every", "every", "once", "after_exit")),
        maximum=chance.choice((None, None, 30, 7)),
    )
    if entry.mode != "after_exit":
        entry = evolve(entry, when_active=chance.choice(("ignore", "restart", "update_context")))
    return evolve(drawn, nodes=nodes, entry=entry, priority=chance.choice((0, 0, 0, 1)))


def _deepened(chance: Random, node: Branch, around: Around) -> Branch:
    paths = (
        Path(id=path.id, condition=deep(chance, around, chance.choice((1, 3, 6))))
        for path in node.branches
    )
    return Branch(id=node.id, branches=tuple(paths))


def _population(chance: Random, attributes: Mapping[str, Held]) -> Population:
    customers, events, changes = [], [], []
    for number in range(chance.choice((1, 2, 3))):
        name = f"customer-{number}"
        customers.append(Customer(name, _contents(chance, attributes)))
        time = DAY
        for _ in range(chance.choice((0, 1, 40, 80))):
            time += chance.choice(GAPS)
            carries = _contents(chance, attributes) if chance.random() < 0.1 else {}
            said = _contents(chance, COLUMNS)
            events.append(Event(name, time, chance.choice(EVENTS), said, carries))
            if chance.random() < 0.05:
                changes.append(Change(name, time, _contents(chance, attributes)))
        if chance.random() < 0.3:
            changes.append(Change(name, time + 1, _contents(chance, attributes)))
    return Population(COLUMNS, attributes, tuple(customers), tuple(events), tuple(changes))


def _contents(chance: Random, columns: Mapping[str, Held]) -> dict[str, Content]:
    """Return values of columns, now and then at the edge of what may stand there."""
    made = some(chance, columns, DAY, 0.85)
    for name, value in made.items():
        if value is None or chance.random() < 0.5:
            continue
        held = columns[name]
        if held.type is ColumnType.WHOLE:
            made[name] = chance.choice((MOST, -MOST, MOST - 1, 0))
        elif held.type is ColumnType.DECIMAL:
            made[name] = Decimal(chance.choice((MOST, -MOST, 1, -1))).scaleb(-held.scale)
        elif held.type is ColumnType.INSTANT:
            made[name] = chance.choice((-62_135_596_800, 253_402_300_799, 0, DAY))
        elif name == "cart":
            made[name] = f"c{chance.randint(0, 40)}"
        elif held.type is ColumnType.TEXT and name in ("platform", "tier"):
            made[name] = chance.choice(LETTERS)
    return made
