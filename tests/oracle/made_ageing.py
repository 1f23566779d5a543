"""Made-up conditions that time alone makes true, with no event: windows left, spans gone by."""

from collections.abc import Mapping
from random import Random
from typing import Any

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import (
    AllOf,
    AnyOf,
    AttributeTest,
    BehaviourTest,
    Condition,
    EntryTest,
    Not,
)
from journeys.people.population import Held
from tests.oracle.made_conditions import condition, perhaps_filter
from tests.oracle.made_people import EVENTS

SPANS = ("PT10M", "PT1H", "PT1H", "PT3H", "PT3H", "P1D")
AGES = ("longer_ago", "longer_ago", "within_last")
FEW = (Operator.IS, Operator.AT_MOST, Operator.LESS)
LOOKED_AT: tuple[dict[str, Any], ...] = ({"since": "entry"}, {"within": "P1D"}, {})


def may_age(chance: Random, attributes: Mapping[str, Held]) -> Condition:
    """Return a condition that is as likely as not one that comes true by ageing."""
    return ageing(chance) if chance.random() < 0.5 else condition(chance, attributes)


def ageing(chance: Random, depth: int = 1) -> Condition:
    """Return a condition that comes true by ageing, or stops being so."""
    form = chance.random()
    if depth and form < 0.3:
        parts = (ageing(chance, depth - 1), ageing(chance, depth - 1))
        return AllOf(of=parts) if form < 0.2 else AnyOf(of=parts)
    if depth and form < 0.4:
        return Not(of=ageing(chance, depth - 1))
    aged: dict[str, Any] = {"operator": chance.choice(AGES), "value": chance.choice(SPANS)}
    made: dict[str, Any] = {
        "event": chance.choice(("view", "add", *EVENTS, "email_opened")),
        "where": perhaps_filter(chance, 0.1),
    }
    if form < 0.7:
        made["within"], made["value"] = chance.choice(SPANS), chance.choice((0, 1))
        return BehaviourTest(**made, operator=chance.choice(FEW))
    if form < 0.88:
        made |= chance.choice(LOOKED_AT)
        return BehaviourTest(**made, measure="last", **aged)
    return AttributeTest(name="since", **aged) if form < 0.94 else EntryTest(name="due", **aged)
