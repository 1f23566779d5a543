"""Made-up conditions that are nested deeply, of comparisons with extreme values."""

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
from journeys.people.population import ColumnType
from tests.oracle.made_behaviours import OVER_NUMBERS, behaviour, looked_at
from tests.oracle.made_comparisons import MATCHING
from tests.oracle.made_people import COLUMNS
from tests.oracle.made_questions import Around, question

MOST = 2**43
EVENTS = ("view", "add", "add", "add", "buy")
LETTERS = ("ẞ", "ß", "SS", "ss", "İ", "i̇", "ﬁ", "FI", "É", "e\u0301", "", " ", "Ǆ", "ǆ", "ς", "Σ")
WORKED = "2024-03-10T07:00:00Z"
PARTS = ("contains", "contains_not", "starts_with", "ends_with", *MATCHING)


def deep(chance: Random, around: Around, depth: int) -> Condition:
    """Return a condition that is nested so deep."""
    if depth:
        parts = tuple(deep(chance, around, depth - 1) for _ in range(chance.choice((1, 2, 2))))
        kind = chance.choice((AllOf, AllOf, AnyOf, AnyOf, None))
        return Not(of=parts[0]) if kind is None else kind(of=parts)
    form = chance.random()
    if form < 0.15:
        return behaviour(chance)
    if form < 0.35:
        return question(chance, around)
    if form < 0.5:
        return amount(chance)
    if form < 0.72:
        name = chance.choice(sorted(COLUMNS))
        return EntryTest(name=name, **extreme(chance, COLUMNS[name].type))
    name = chance.choice(sorted(around.attributes))
    return AttributeTest(name=name, **extreme(chance, around.attributes[name].type))


def amount(chance: Random) -> BehaviourTest:
    """Return a question about how much, where amounts are as large as can be."""
    made: dict[str, Any] = {
        "of": chance.choice(("pages", "amount")),
        "measure": chance.choice(OVER_NUMBERS),
        "operator": chance.choice(("less", "at_most", "greater", "at_least", "is", "is_not")),
        "value": chance.choice((MOST, -MOST, MOST - 1, 0, 0.01, -0.01)),
    }
    return BehaviourTest(event=chance.choice(EVENTS), **looked_at(chance, entered=True), **made)


def extreme(chance: Random, held: ColumnType) -> dict[str, Any]:
    """Return a comparison with a value at the edge of what may stand in a column."""
    if held is ColumnType.TEXT:
        operator = chance.choice(("is", "is_not", *PARTS))
        made = {"operator": operator, "value": chance.choice(LETTERS)}
        return made if operator in MATCHING else {**made, "exactly": chance.random() < 0.3}
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
