"""Made-up questions about what customers did: measures, and one thing after another."""

from random import Random
from typing import Any

from journeys.conditions.comparison import Operator
from journeys.conditions.sequences import Happening
from journeys.conditions.tree import (
    AllOfFilter,
    AnyOfFilter,
    BehaviourTest,
    Filter,
    NotFilter,
    PropertyTest,
    SequenceTest,
)
from journeys.people.population import ColumnType
from tests.oracle.made_comparisons import ORDER, PRESENCE, WINDOWS, column, compared
from tests.oracle.made_people import COLUMNS, EVENTS

ASKED = (*EVENTS, "buy", "email_opened", "push_clicked")
OVER_NUMBERS = ("sum", "average", "minimum", "maximum")
MEASURES = (
    *("count", "count", "count", "sum", "sum", "last", "first", "distinct", "distinct"),
    *("average", "average", "minimum", "maximum", "first of", "last of"),
)
BOUNDS = (0, 1, 1, 2, 3, 12.5, 0.5)
MEANS = (0, 1, 1.5, 2, 0.5, 6.25, 12.5, 12.505, 1.333333333, -0.375, 100)


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


def looked_at(chance: Random, *, entered: bool) -> dict[str, Any]:
    """Return how far back a question looks: to the entry, over a window, or over everything."""
    if entered and chance.random() < 0.33:
        return {"since": "entry"}
    return {"within": chance.choice(WINDOWS) if chance.random() < 0.7 else None}


def behaviour(chance: Random, *, entered: bool = True) -> BehaviourTest:
    """Return a question about what the customer did."""
    measure, has_property, _ = chance.choice(MEASURES).partition(" of")
    made: dict[str, Any] = {
        "event": chance.choice(ASKED),
        "where": perhaps_filter(chance, 0.3),
        **looked_at(chance, entered=entered),
        "measure": measure,
    }
    if has_property:
        name = chance.choice(sorted(COLUMNS))
        return BehaviourTest(**made, of=name, **compared(chance, COLUMNS[name].type))
    if measure in ("first", "last"):
        return BehaviourTest(**made, **compared(chance, ColumnType.INSTANT))
    if measure != "count":
        numbers = ("pages", "amount")
        made["of"] = chance.choice(numbers if measure in OVER_NUMBERS else sorted(COLUMNS))
    if measure in ("average", "minimum", "maximum") and chance.random() < 0.2:
        return BehaviourTest(**made, operator=Operator(chance.choice(PRESENCE)))
    made["operator"] = chance.choice((*ORDER, "at_least", "is", "is_not"))
    made["value"] = chance.choice(MEANS if measure == "average" else BOUNDS)
    return BehaviourTest(**made)


def sequence(chance: Random, *, entered: bool = True) -> SequenceTest:
    """Return a question about one thing after another."""
    made: dict[str, Any] = {
        "first": happening(chance),
        "then": happening(chance),
        "but_not": chance.random() < 0.45,
        "gap": chance.choice(WINDOWS) if chance.random() < 0.6 else None,
        "same": chance.choice(("cart", "cart", *COLUMNS)) if chance.random() < 0.4 else None,
        **looked_at(chance, entered=entered),
    }
    return SequenceTest(**made)


def happening(chance: Random) -> Happening:
    """Return an event of a sequence."""
    event = chance.choice(ASKED if chance.random() < 0.2 else EVENTS)
    return Happening(event=event, where=perhaps_filter(chance, 0.15))
