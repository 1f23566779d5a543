"""Made-up conditions that time alone makes true, with no event: windows left, spans gone by."""

from random import Random
from typing import Any

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import (
    AllOf,
    AnyOf,
    AttributeTest,
    BehaviourTest,
    Condition,
    ContextTest,
    EngagementTest,
    EntryTest,
    Not,
    SequenceTest,
)
from tests.oracle.made_behaviours import happening, perhaps_filter
from tests.oracle.made_conditions import condition
from tests.oracle.made_people import EVENTS
from tests.oracle.made_questions import Around, in_segment

SPANS = ("PT10M", "PT1H", "PT1H", "PT3H", "PT3H", "P1D")
AGES = ("longer_ago", "longer_ago", "within_last")
FEW = (Operator.IS, Operator.AT_MOST, Operator.LESS)
LOOKED_AT: tuple[dict[str, Any], ...] = ({"since": "entry"}, {"within": "P1D"}, {})
EXTREMES = ("average", "minimum", "maximum", "distinct", "sum")
STARTED = ("session.started", "before.view[0].at", "before.add[0].due")


def may_age(chance: Random, around: Around) -> Condition:
    """Return a condition that is as likely as not one that comes true by ageing."""
    return ageing(chance, around) if chance.random() < 0.5 else condition(chance, around)


def ageing(chance: Random, around: Around, depth: int = 1) -> Condition:
    """Return a condition that comes true by ageing, or stops being so."""
    form = chance.random()
    if depth and form < 0.3:
        parts = (ageing(chance, around, depth - 1), ageing(chance, around, depth - 1))
        return AllOf(of=parts) if form < 0.2 else AnyOf(of=parts)
    if depth and form < 0.4:
        return Not(of=ageing(chance, around, depth - 1))
    if form < 0.65:
        return counted(chance)
    if form < 0.8:
        return followed(chance)
    if form < 0.85 and around.segments:
        return in_segment(chance, around)
    return of_an_age(chance, around)


def counted(chance: Random) -> BehaviourTest:
    """Return a question about what still lies in a window, of which there may be few or none."""
    made: dict[str, Any] = {
        "event": chance.choice(("view", "add", *EVENTS, "email_opened")),
        "where": perhaps_filter(chance, 0.1),
        "within": chance.choice(SPANS),
        "value": chance.choice((0, 1)),
        "operator": chance.choice((*FEW, *FEW, Operator.AT_LEAST)),
    }
    if chance.random() < 0.4:
        made |= {"measure": chance.choice(EXTREMES), "of": chance.choice(("pages", "amount"))}
    return BehaviourTest(**made)


def followed(chance: Random) -> SequenceTest:
    """Return a question about what has not followed when its time is over."""
    made: dict[str, Any] = {
        "first": happening(chance),
        "then": happening(chance),
        "but_not": chance.random() < 0.7,
        "gap": chance.choice(SPANS),
        "same": "cart" if chance.random() < 0.2 else None,
        **chance.choice(LOOKED_AT),
    }
    return SequenceTest(**made)


def of_an_age(chance: Random, around: Around) -> Condition:
    """Return a question about how long ago something was."""
    aged: dict[str, Any] = {"operator": chance.choice(AGES), "value": chance.choice(SPANS)}
    behaviour = {"event": chance.choice(EVENTS), **chance.choice(LOOKED_AT)}
    kinds: list[Condition] = [
        BehaviourTest(**behaviour, measure=chance.choice(("first", "last")), **aged),
        BehaviourTest(**behaviour, measure="last", of="due", **aged),
        AttributeTest(name="since", **aged),
        EntryTest(name="due", **aged),
        ContextTest(name=chance.choice(STARTED), **aged),
    ]
    if around.messages:
        did: Any = chance.choice(("sent", "opened", "clicked"))
        step = chance.choice(around.messages)
        kinds += [EngagementTest(step=step, did=did, **aged)] * 2
    return chance.choice(kinds)
