"""What a fix does mends what it stands by: schedules, circles, loops and tests."""

from collections.abc import Mapping

import pytest
from pydantic import TypeAdapter

from journeys.conditions.sentences import sentence
from journeys.conditions.tree import Condition
from journeys.document.checks import problems
from journeys.document.journey import Journey, Position
from journeys.document.problems import Problem
from journeys.document.rules import Segment
from journeys.nodes.branch import Branch
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.values import evolve
from tests.oracle.worked import branch, journey, on, split, step

READ: TypeAdapter[Condition] = TypeAdapter(Condition)
FINISH = step("finish", "f")
GOLD = {"kind": "attribute", "name": "tier", "value": "gold"}


def found(made: Journey, code: str, *others: Journey) -> Problem | None:
    """Return the problem of a code, if there is one."""
    return next((each for each in problems(made, others) if each.code == code), None)


def mended(made: Journey, code: str, words: str, *others: Journey) -> Journey:
    """Return a journey after the fix that is called so, which has mended its problem."""
    problem = found(made, code, *others)
    assert problem is not None
    (fix,) = (each for each in problem.fixes if each.words == words)
    after = fix.apply(made)
    assert found(after, code, *others) is None
    return after


def scheduled(repeat: str) -> Journey:
    start = step("schedule_trigger", "t", start="2026-01-05T09:00", repeat=repeat)
    return journey("t>f", start, FINISH)


@pytest.mark.parametrize(
    ("repeat", "fix", "line"),
    [
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
            "Come on the last day of the month",
            "Every year on the last day of February at 09:00",
        ),
        (
            "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
            "Come once",
            "Once, on 5 January 2026 at 09:00",
        ),
        ("FREQ=DAILY;UNTIL=20260104", "Come without an end", "Every day at 09:00"),
    ],
)
def test_a_schedule_that_never_comes_is_made_one_that_does(
    repeat: str, fix: str, line: str
) -> None:
    start = mended(scheduled(repeat), "never_comes", fix).by_id["t"]
    assert isinstance(start, ScheduleTrigger)
    assert start.summary() == line


def test_a_schedule_says_why_it_never_comes() -> None:
    said = {
        repeat: found(scheduled(repeat), "never_comes")
        for repeat in ("FREQ=DAILY;UNTIL=20260104", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    }
    over, none = (each.words for each in said.values() if each is not None)
    assert over == "This schedule never comes: it ends before it begins."
    assert none == "This schedule never comes: there is no such day."


@pytest.mark.parametrize(
    ("until", "wrong"),
    [
        ("20260105", ""),
        ("20260105T090000", ""),
        ("20260105T085959", "never_comes"),
        ("2026", "impossible_rule"),
    ],
)
def test_a_day_alone_ends_a_schedule_after_all_of_its_hours(until: str, wrong: str) -> None:
    made = scheduled(f"FREQ=DAILY;UNTIL={until}")
    assert {each.code for each in problems(made)} == ({wrong} if wrong else set())


def in_circle(*conditions: Mapping[str, object]) -> Journey:
    """Return a journey with segments a, b and so on, each with a condition."""
    segments = tuple(
        Segment(id=name, title=name.upper(), condition=READ.validate_python(condition))
        for name, condition in zip("abc", conditions, strict=False)
    )
    return journey("t>f", on("look"), FINISH, segments=segments)


def of(segment: str) -> dict[str, object]:
    return {"kind": "segment", "segment": segment}


def test_a_circle_of_segments_is_opened_where_something_is_left_to_ask() -> None:
    both = {"kind": "all", "of": [GOLD, of("c")]}
    after = mended(in_circle(of("b"), both, of("a")), "circle_of_segments", "Take 'C' out of 'B'")
    assert sentence(after.segments[1].condition) == "tier is 'gold'"
    assert [each.condition for each in after.segments[::2]] == [
        READ.validate_python(of("b")),
        READ.validate_python(of("a")),
    ]


def test_a_circle_of_nothing_but_segments_has_no_fix() -> None:
    problem = found(in_circle(of("b"), of("a")), "circle_of_segments")
    assert problem is not None
    assert problem.fixes == ()


def test_a_wait_is_put_before_a_jump_that_leads_round() -> None:
    jump = step("jump", "g", journey="j", call="again")
    made = journey("c>g", step("call_trigger", "c", call="again"), jump)
    after = mended(made, "jump_circle", "Put a wait before it")
    assert after.target("wait", "next") == "g"
    assert after.target("c", "next") == "wait"
    assert "g" not in mended(made, "jump_circle", "Delete a step").by_id


def test_a_wait_is_put_into_a_loop_where_it_leads_back() -> None:
    one, two = (step("sms", name, text="Words") for name in ("one", "two"))
    places = tuple(
        Position(node=name, x=0, y=y) for name, y in (("t", 0), ("one", 120), ("two", 240))
    )
    made = journey("t>one one.sent>two two.sent>one", on("look"), one, two)
    made = evolve(made, layout=places)
    after = mended(made, "zero_time_loop", "Put a wait before it")
    assert (after.target("two", "sent"), after.target("wait", "next")) == ("wait", "one")
    assert after.target("t", "next") == "one"
    assert after.positions["wait"] == (0, 364)
    without = mended(made, "zero_time_loop", "Delete the path back")
    assert without.target("two", "sent") is None


def test_a_test_that_is_dealt_out_in_two_ways_is_made_alike() -> None:
    one = split("one", title="First")
    arms = ({"id": "a", "weight": 4_000}, {"id": "c", "weight": 6_000})
    two = split("two", title="Second", arms=arms)
    made = journey("t>one one.a>two two.c>f two.a>f", on("look"), one, two, FINISH)
    after = mended(made, "declared_twice", "Make it like 'First'")
    assert (after.by_id["two"].title, after.target("two", "c")) == ("Second", None)
    assert after.target("two", "a") == "f"


def test_a_version_that_is_not_there_is_asked_for_by_one_like_it() -> None:
    arms = ({"id": "short", "title": "Short words", "weight": 5_000}, {"id": "b", "weight": 5_000})
    asked = branch({"kind": "arm", "experiment": "trial", "operator": "is", "value": "shor"})
    made = journey("t>x x.short>b x.b>b b.yes>f", on("look"), split(arms=arms), asked, FINISH)
    after = mended(made, "unknown_arm", "Ask for 'Short words'")
    asking = after.by_id["b"]
    assert isinstance(asking, Branch)
    assert sentence(asking.branches[0].condition, after.names).endswith("is 'Short words'")
