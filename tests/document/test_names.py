"""Steps call segments and other journeys by their titles."""

from journeys.conditions.tree import AttributeTest
from journeys.document.journey import Journey
from journeys.document.rules import Segment
from journeys.names import Names
from journeys.simulation.explain import explain
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import journey, people, step
from tests.simulation.comparing import built

GOLD = Segment(
    id="segment_1", title="Big spenders", condition=AttributeTest(name="tier", value="gold")
)
JOINS = step("segment_trigger", "t", segment="segment_1", include_current=True)
DAILY = step(
    "schedule_trigger", "d", start="1970-01-01T09:00", repeat="FREQ=DAILY", segment="segment_1"
)


def drawn() -> Journey:
    """Return a journey with a segment that two starts name."""
    return journey("t>f d>f", JOINS, DAILY, step("finish", "f"), segments=(GOLD,))


def test_cards_name_segments_by_their_title_and_without_one_by_their_id() -> None:
    names = drawn().names
    assert JOINS.line(names) == "When they join 'Big spenders', and those already in it"
    assert JOINS.summary() == "When they join 'segment 1', and those already in it"
    assert DAILY.line(names) == "Every day at 09:00, for those in 'Big spenders'"


def test_a_step_that_goes_on_elsewhere_names_the_journey_by_its_title() -> None:
    jump = step("jump", "g", journey="win_back", call="come")
    assert (
        jump.line(Names(journeys={"win_back": "Come back to us"})) == "Go on in 'Come back to us'"
    )
    assert jump.summary() == "Go on in 'win back'"


def test_stories_name_segments_by_their_title() -> None:
    settings = RunSettings(start=5, end=86_400)
    for tier, said in {
        "gold": "Enters: joins the segment 'Big spenders'.",
        "tin": "Does not enter: is not in the segment 'Big spenders'.",
    }.items():
        program, dataset = built(((drawn(),), people([], {"tier": tier}), settings))
        assert said in [one.words for one in explain(program, trace(program, dataset, 0))]
