"""Conditions, ways out and stories call what they name by its title (R34, R206, R209)."""

from collections.abc import Mapping

import pytest
from pydantic import TypeAdapter

from journeys.conditions.sentences import sentence
from journeys.conditions.tree import Condition, SegmentTest
from journeys.document.edits.steps import Rename
from journeys.document.journey import Journey
from journeys.document.rules import Segment
from journeys.names import NO_NAMES
from journeys.nodes.experiment import Arm
from journeys.simulation.explain import explain
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import event, journey, people, step
from tests.simulation.comparing import built

READ: TypeAdapter[Condition] = TypeAdapter(Condition)

LETTER = step("email", "letter", title="Cart reminder", subject="Hello", text="Words")
TEST = step(
    "experiment",
    "deal",
    title="Which words win?",
    experiment="trial",
    arms=[Arm(id="a", title="Short", weight=5_000), Arm(id="b", title="Long", weight=5_000)],
)
LOYAL = Segment(
    id="loyal_1",
    title="Loyal customers",
    condition=READ.validate_python({"kind": "attribute", "name": "tier", "value": "gold"}),
)


def drawn(*conditions: Mapping[str, object]) -> Journey:
    """Return a journey that asks some questions one after the other, and names what it asks for."""
    asked = [
        {"id": f"way_{place}", "condition": condition} for place, condition in enumerate(conditions)
    ]
    branch = step("branch", "b", branches=asked)
    start = step("event_trigger", "t", event="look")
    path = "t>letter letter.sent>deal deal.a>b deal.b>b b.else>f"
    return journey(path, start, LETTER, TEST, branch, step("finish", "f"), segments=(LOYAL,))


OPENED = {"kind": "engagement", "step": "letter", "did": "sent"}
ARM = {"kind": "arm", "experiment": "trial", "operator": "one_of", "value": ["a", "b"]}
IN = {"kind": "segment", "segment": "loyal_1"}
BOTH = {"kind": "any", "of": [OPENED, {"kind": "not", "of": IN}]}


@pytest.mark.parametrize(
    ("asked", "plain", "titled"),
    [
        (OPENED, "got 'letter'", "got 'Cart reminder'"),
        (
            OPENED | {"operator": "within_last", "value": "P1D"},
            "getting 'letter' is within the last 1 day",
            "getting 'Cart reminder' is within the last 1 day",
        ),
        (
            ARM,
            "version in the test 'trial' is one of 'a', 'b'",
            "version in the test 'Which words win?' is one of 'Short', 'Long'",
        ),
        (IN, "in the segment 'loyal 1'", "in the segment 'Loyal customers'"),
        (
            BOTH,
            "got 'letter' or not (in the segment 'loyal 1')",
            "got 'Cart reminder' or not (in the segment 'Loyal customers')",
        ),
    ],
)
def test_a_question_calls_things_by_their_titles(
    asked: dict[str, object], plain: str, titled: str
) -> None:
    condition = READ.validate_python(asked)
    assert sentence(condition) == plain
    assert sentence(condition, drawn().names) == titled


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (OPENED | {"step": "b"}, "got 'b' (not found)"),
        (ARM | {"experiment": "gone"}, "version in the test 'gone' (not found) is one of 'a', 'b'"),
        (
            ARM | {"operator": "is", "value": "c"},
            "version in the test 'Which words win?' is 'c' (not found)",
        ),
        (IN | {"segment": "big_spenders"}, "in the segment 'big spenders' (not found)"),
    ],
)
def test_what_is_not_there_is_said_not_to_be_found(asked: dict[str, object], said: str) -> None:
    assert sentence(READ.validate_python(asked), drawn().names) == said


def test_of_several_messages_without_a_title_the_ids_are_said() -> None:
    first, second = (step("email", name, subject="S", text="T") for name in ("mail_1", "mail_2"))
    one, two = journey("", first).names, journey("", first, second, LETTER).names
    assert str(one.message("mail_1")) == first.card.title
    said = [str(two.message(name)) for name in ("mail_1", "mail_2", "letter")]
    assert said == ["mail 1", "mail 2", "Cart reminder"]


def test_ways_out_are_called_by_titles_and_follow_a_new_one() -> None:
    made = drawn(OPENED, IN)
    branch = made.by_id["b"]
    assert branch.ways(made.names)[0].title == "got 'Cart reminder'"
    assert branch.ports()[0].title == "got 'letter'"
    renamed = Rename("letter", "Second reminder").apply(made)
    ways = renamed.by_id["b"].ways(renamed.names)
    assert [way.brief for way in ways][:2] == [
        "got 'Second reminder'",
        "in the segment 'Loyal customers'",
    ]


def test_a_wait_says_by_title_what_it_waits_for() -> None:
    wait = step("wait_event", "w", branches=[{"id": "come", "condition": IN}], timeout="P7D")
    names = drawn().names
    assert wait.line(names) == "Wait until in the segment 'Loyal customers', 7 days at most"
    assert wait.ways(names)[0].title == "In the segment 'Loyal customers'"
    assert wait.ways(NO_NAMES) == wait.ports()
    assert wait.is_named
    assert not step("wait", "x", duration="P1D").is_named


def test_a_story_asks_and_goes_on_by_titles() -> None:
    settings = RunSettings(start=0, end=100)
    made = drawn(OPENED | {"operator": "is_missing"}, ARM | {"operator": "is", "value": "b"})
    there = people([event(10, "look")], {"consent.email": False})
    program, dataset = built(((made,), there, settings))
    told = [one.words for one in explain(program, trace(program, dataset, 0))]
    assert "did not get 'Cart reminder': yes." in told
    assert "Goes on by 'did not get 'Cart reminder''." in told


def test_a_segment_within_a_segment_is_called_by_its_title() -> None:
    outer = Segment(id="outer", condition=SegmentTest(segment="loyal_1"))
    assert sentence(outer.condition, drawn().names) == "in the segment 'Loyal customers'"
