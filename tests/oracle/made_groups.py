"""Made-up ways in by segments, and segments that customers come into and go from."""

from random import Random

from journeys.conditions.tree import AttributeTest, Condition, ListTest, Not
from journeys.document.journey import Journey
from journeys.document.rules import Segment
from journeys.nodes.segment_trigger import SegmentTrigger
from journeys.values import evolve
from tests.oracle.made_ageing import AGES, SPANS, counted, followed

LISTS = ("vips", "vips", "Late")
GROUPS = ("now0", "now1")


def with_groups(chance: Random, drawn: Journey) -> Journey:
    """Return a journey with two more segments, of the kind that customers come into and go from."""
    more = (Segment(id=name, condition=passing(chance)) for name in GROUPS)
    return evolve(drawn, segments=(*drawn.segments, *more))


def passing(chance: Random) -> Condition:
    """Return a condition that comes true and ceases to be, by what happens or by time alone."""
    aged = {"operator": chance.choice(AGES), "value": chance.choice(SPANS)}
    truth = {"operator": "is", "value": True}
    kinds: list[Condition] = [
        *(counted(chance), counted(chance)),
        evolve(followed(chance), since=None),
        AttributeTest.model_validate({"name": "since", **aged}),
        AttributeTest.model_validate({"name": "vip", **truth}),
        ListTest(list=chance.choice(LISTS)),
    ]
    found = chance.choice(kinds)
    return Not(of=found) if chance.random() < 0.2 else found


def grouped(chance: Random, name: str, drawn: Journey) -> SegmentTrigger:
    """Return a start by coming into a segment, or going from it."""
    on = chance.choice(("entered", "entered", "left"))
    made = {"id": name, "segment": segment_of(chance, drawn), "on": on}
    current = on == "entered" and chance.random() < 0.4
    order = chance.choice((0, 1))
    return SegmentTrigger.model_validate({**made, "include_current": current, "order": order})


def segment_of(chance: Random, drawn: Journey) -> str:
    """Return a segment of a journey, mostly one of those that change."""
    return chance.choice([*GROUPS * 2, *(segment.id for segment in drawn.segments)])
