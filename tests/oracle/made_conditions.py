"""Made-up conditions: every operator on every type of column it fits, nested two deep."""

from collections.abc import Mapping
from random import Random
from typing import Any

from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    AttributeTest,
    BehaviourTest,
    Condition,
    EntryTest,
    Filter,
    Not,
    NotFilter,
    PropertyTest,
)
from journeys.people.population import ColumnType, Held
from tests.oracle.made_people import COLUMNS, COUNTRIES, EVENTS

WINDOWS = ("PT10M", "PT1H", "PT1H", "PT3H", "P1D", "PT24H", "P7D")
WORDS = ("WEB", "web", "app", "STRASSE", "E\u0301", "c1", "", "a", *COUNTRIES[:2])
NUMBERS = (0, 1, 2, 3, 12.5, 12.51, 0.5, 2.5, -0.75, 12.5001)
TIMES = ("2024-03-10T07:00:00Z", "2024-10-06T01:30:00+10:30", "2024-06-10T06:13:20.9Z")
PRESENCE = ("is_missing", "is_present")
EVEN = ("is", "is_not", "one_of", "none_of")
ORDER = ("less", "at_most", "greater", "at_least")
OPERATORS: Mapping[ColumnType, tuple[str, ...]] = {
    ColumnType.TEXT: (*EVEN, *EVEN, "contains", "contains_not", "starts_with", *PRESENCE),
    ColumnType.TRUTH: ("is", "is", "is_not", "one_of", "none_of", *PRESENCE),
    ColumnType.WHOLE: (*EVEN, *ORDER, *ORDER, *PRESENCE),
    ColumnType.DECIMAL: (*EVEN, *ORDER, *ORDER, *PRESENCE),
    ColumnType.INSTANT: ("before", "after", "within_last", "longer_ago", *PRESENCE),
}


def compared(chance: Random, type_: ColumnType) -> dict[str, Any]:
    """Return an operator that fits a type, with a value to compare with."""
    operator = chance.choice(OPERATORS[type_])
    if operator in PRESENCE:
        return {"operator": operator}
    if operator in ("within_last", "longer_ago"):
        return {"operator": operator, "value": chance.choice(WINDOWS)}
    if type_ is ColumnType.INSTANT:
        return {"operator": operator, "value": chance.choice(TIMES)}
    values: tuple[Any, ...] = NUMBERS
    if type_ is ColumnType.TEXT:
        values = WORDS
    elif type_ is ColumnType.TRUTH:
        values = (True, False)
    made: dict[str, Any] = {"operator": operator, "value": chance.choice(values)}
    if operator in ("one_of", "none_of"):
        made["value"] = tuple(chance.sample(values, chance.randint(1, 2)))
    if type_ is ColumnType.TEXT and chance.random() < 0.3:
        made["exactly"] = True
    return made


def column(chance: Random, columns: Mapping[str, Held]) -> dict[str, Any]:
    """Return a comparison with the name of a column."""
    name = chance.choice(sorted(columns))
    return {"name": name, **compared(chance, columns[name].type)}


def event_filter(chance: Random, depth: int = 2) -> Filter:
    """Return a filter of an event's properties."""
    form = chance.random()
    if depth and form < 0.3:
        parts = tuple(event_filter(chance, depth - 1) for _ in range(chance.choice((0, 2, 2, 3))))
        return AllOfFilter(of=parts) if form < 0.12 else AnyOfFilter(of=parts)
    if depth and form < 0.4:
        return NotFilter(of=event_filter(chance, depth - 1))
    return PropertyTest(**column(chance, COLUMNS))


def perhaps_filter(chance: Random, share: float) -> Filter | None:
    """Return a filter, or none."""
    return event_filter(chance) if chance.random() < share else None


def condition(chance: Random, attributes: Mapping[str, Held], depth: int = 2) -> Condition:
    """Return a condition of any kind."""
    form = chance.random()
    if depth and form < 0.3:
        parts = tuple(
            condition(chance, attributes, depth - 1) for _ in range(chance.choice((0, 2, 2, 3)))
        )
        return AllOf(of=parts) if form < 0.15 else AnyOf(of=parts)
    if depth and form < 0.4:
        return Not(of=condition(chance, attributes, depth - 1))
    if form < 0.6:
        return AttributeTest(**column(chance, attributes))
    return EntryTest(**column(chance, COLUMNS)) if form < 0.75 else behaviour(chance)


def looked_at(chance: Random) -> dict[str, Any]:
    """Return how far back a behaviour looks: to the entry, over a window, or over everything."""
    if chance.random() < 0.33:
        return {"since": "entry"}
    return {"within": chance.choice(WINDOWS) if chance.random() < 0.8 else None}


def behaviour(chance: Random) -> BehaviourTest:
    """Return a question about what the customer did."""
    made: dict[str, Any] = {
        "event": chance.choice((*EVENTS, "buy", "email_opened", "push_clicked")),
        "where": perhaps_filter(chance, 0.3),
        **looked_at(chance),
        "measure": chance.choice(("count", "count", "sum", "last")),
    }
    if made["measure"] == "last":
        return BehaviourTest(**made, **compared(chance, ColumnType.INSTANT))
    if made["measure"] == "sum":
        made["of"] = chance.choice(("pages", "amount"))
    made["operator"] = chance.choice((*ORDER, "at_least", "is", "is_not"))
    made["value"] = chance.choice((0, 1, 1, 2, 3, 12.5, 0.5))
    return BehaviourTest(**made)
