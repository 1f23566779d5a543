"""Made-up worlds of the other kind: crowds at one second, like journeys, deep conditions."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

from journeys.conditions.tree import (
    AllOf,
    AnyOf,
    AttributeTest,
    BehaviourTest,
    Condition,
    EntryTest,
    Not,
)
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
from tests.oracle.made_conditions import behaviour, looked_at, perhaps_filter
from tests.oracle.made_journeys import Trial, journey
from tests.oracle.made_people import COLUMNS, PLAIN, SPECIAL, some
from tests.oracle.made_words import World

MOST = 2**43
EVENTS = ("view", "add", "add", "add", "buy")
GAPS = (0, 0, 0, 0, 0, 0, 1, 1, 600, 3_600)
NAMES = ("a", "B", "b", "a-b", "Z")
LETTERS = ("ẞ", "ß", "SS", "ss", "İ", "i̇", "ﬁ", "FI", "É", "e\u0301", "", " ", "Ǆ", "ǆ", "ς", "Σ")
WORKED = "2024-03-10T07:00:00Z"
DAY = 1_710_028_800


def crowded_world(seed: int) -> World:
    """Return like journeys over people to whom nearly everything happens at the same seconds."""
    return perhaps_worded(seed, wordless_crowd(seed))


def wordless_crowd(seed: int) -> World:
    """Return such a world whose messages say nothing."""
    chance = Random(seed)
    attributes = {**PLAIN, **{name: SPECIAL[name] for name in chance.sample(sorted(SPECIAL), 4)}}
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
    nodes = tuple(
        _deepened(chance, node, attributes)
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


def _deepened(chance: Random, node: Branch, attributes: Mapping[str, Held]) -> Branch:
    paths = (
        Path(id=path.id, condition=deep(chance, attributes, chance.choice((1, 3, 6))))
        for path in node.branches
    )
    return Branch(id=node.id, branches=tuple(paths))


def deep(chance: Random, attributes: Mapping[str, Held], depth: int) -> Condition:
    """Return a condition that is nested so deep, of comparisons with extreme values."""
    if depth:
        parts = tuple(deep(chance, attributes, depth - 1) for _ in range(chance.choice((1, 2, 2))))
        form = chance.random()
        if form < 0.25:
            return Not(of=parts[0])
        return AllOf(of=parts) if form < 0.62 else AnyOf(of=parts)
    form = chance.random()
    if form < 0.3:
        return behaviour(chance)
    if form < 0.45:
        value = chance.choice((MOST, -MOST, MOST - 1, 0, 0.01, -0.01))
        operator = chance.choice(("less", "at_most", "greater", "at_least", "is", "is_not"))
        of, measure = chance.choice(("pages", "amount")), "sum"
        made: dict[str, Any] = {"of": of, "measure": measure, "operator": operator, "value": value}
        return BehaviourTest(event=chance.choice(EVENTS), **looked_at(chance), **made)
    if form < 0.7:
        name = chance.choice(sorted(COLUMNS))
        return EntryTest(name=name, **_extreme(chance, COLUMNS[name].type))
    name = chance.choice(sorted(attributes))
    return AttributeTest(name=name, **_extreme(chance, attributes[name].type))


def _extreme(chance: Random, held: ColumnType) -> dict[str, Any]:
    if held is ColumnType.TEXT:
        operator = chance.choice(("is", "is_not", "contains", "contains_not", "starts_with"))
        exactly = chance.random() < 0.3
        return {"operator": operator, "value": chance.choice(LETTERS), "exactly": exactly}
    if held is ColumnType.TRUTH:
        return {"operator": chance.choice(("is", "is_not")), "value": chance.random() < 0.5}
    if held is ColumnType.INSTANT:
        operator = chance.choice(("before", "after", "within_last", "longer_ago"))
        if operator in ("before", "after"):
            value = chance.choice(("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", WORKED))
        else:
            value = chance.choice(("PT1S", "P36500D", "PT10M"))
        return {"operator": operator, "value": value}
    operator = chance.choice(("less", "at_most", "greater", "at_least", "is", "is_not", "one_of"))
    numbers = (MOST, -MOST, MOST - 1, 0, 1, 0.00000001, -0.5, 123456789.25)
    some = chance.sample(numbers, 3)
    return {"operator": operator, "value": some if operator == "one_of" else some[0]}


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
