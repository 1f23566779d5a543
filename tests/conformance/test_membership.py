"""Entries by segments, worked by hand: who joins, who leaves, by events and by time alone."""

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.node import Node
from tests.oracle.worked import DAY, change, event, journey, on, people, step, wait
from tests.simulation.worked import somebody
from tests.simulation.worked import story as told

FINISH = step("finish", "f")
GOLD = {"id": "gold", "condition": {"kind": "attribute", "name": "tier", "value": "gold"}}
BUYS = {"kind": "behaviour", "event": "buy", "operator": "at_least", "value": 1, "within": "P7D"}
AWAKE = {"id": "awake", "condition": BUYS}
ASLEEP = {"id": "asleep", "condition": {"kind": "not", "of": BUYS}}
WEEK = 7 * DAY


def who(segment: str, turn: str = "entered", name: str = "t", **fields: object) -> Node:
    """Return a start by a segment."""
    return step("segment_trigger", name, segment=segment, on=turn, **fields)


def passing(*starts: Node, **rules: object) -> Journey:
    """Return a journey that ends at once, whichever start leads in."""
    paths = " ".join(f"{each.id}>f" for each in starts)
    rules = {"segments": (GOLD, AWAKE, ASLEEP), **rules}
    return journey(paths, *starts, FINISH, **rules)


def test_r15_members_at_the_start_do_not_enter_unless_they_are_included() -> None:
    gold = somebody(tier="gold")
    assert told(passing(who("gold")), gold, start=5, end=DAY) == []
    included = passing(who("gold", include_current=True))
    assert told(included, gold, start=5, end=DAY) == [
        (5, "t", "entered", None),
        (5, "f", "finished"),
    ]
    assert told(included, somebody(tier="tin"), start=5, end=DAY) == []


def test_r15_r11_each_journey_lets_members_in_at_once_by_the_first_of_its_starts() -> None:
    both = [who("gold", name=name, include_current=True) for name in ("a", "b")]
    some = (passing(*both, id="one", priority=1), passing(*both, id="two"))
    found = told(some, somebody(tier="gold"), "entered", "refused_already", start=5, end=DAY)
    assert found == 2 * [(5, "a", "entered", None), (5, "b", "refused_already")]


def test_r15_the_truth_at_the_start_is_noted_before_anything_else() -> None:
    there = people([event(5, "buy")], {"tier": "tin"}, [change(5, tier="gold")])
    found = told(passing(who("gold", include_current=True)), there, "entered", start=5, end=DAY)
    assert found == [(5, "t", "entered", None)]
    before = people([event(4, "buy")], {"tier": "tin"}, [change(4, tier="gold")])
    assert told(passing(who("gold")), before, start=5, end=DAY) == []


def test_r15_ageing_out_of_a_window_is_found_at_exactly_that_instant() -> None:
    bought = people([event(10, "buy"), event(10 + DAY, "buy")])
    both = passing(who("awake", "left", "a"), who("awake", "entered", "b"))
    found = told(both, bought, "entered", start=0, end=30 * DAY)
    assert found == [(10, "b", "entered", None), (10 + DAY + WEEK, "a", "entered", None)]
    asleep = passing(who("asleep"))
    assert told(asleep, bought, "entered", start=0, end=30 * DAY) == [
        (10 + DAY + WEEK, "t", "entered", None)
    ]


def test_r218_a_change_of_the_profile_is_asked_and_one_that_goes_back_and_forth_each_time() -> None:
    turns = people(
        [event(0, "joined")],
        {"tier": "tin"},
        [change(10, tier="gold"), change(20, tier="tin"), change(30, tier="gold")],
    )
    found = told(passing(who("gold")), turns, "entered", start=0, end=DAY)
    assert found == [(10, "t", "entered", None), (30, "t", "entered", None)]
    left = told(passing(who("gold", "left")), turns, "entered", start=0, end=DAY)
    assert left == [(20, "t", "entered", None)]


def test_r218_event_triggers_come_before_segment_triggers_and_the_first_admitted_wins_r11() -> None:
    both = passing(who("awake", name="a"), on("buy", "z"))
    assert told(both, people([event(10, "buy")]), start=0, end=DAY) == [
        (10, "z", "entered", None),
        (10, "a", "refused_already"),
        (10, "f", "finished"),
    ]


def test_r218_entries_by_time_come_last_and_segments_before_schedules() -> None:
    at_week = "1970-01-08T00:00"
    clock = step("schedule_trigger", "a", start=at_week)
    some = journey(
        "a>w>f z>w", clock, who("awake", "left", "z"), wait("P7D"), FINISH,
        entry={"when_active": "ignore"}, segments=(AWAKE,),
    )  # fmt: skip
    found = told(some, people([event(0, "buy")]), start=0, end=WEEK + 1)
    assert found == [
        (WEEK, "z", "entered", None),
        (WEEK, "a", "refused_already"),
        (WEEK, "w", "wait_started", 2 * WEEK),
        (WEEK + 1, "w", "waiting", 2 * WEEK),
    ]


def test_r218_a_step_that_updates_the_profile_lets_others_enter_by_it() -> None:
    becomes = {"attribute": "tier", "do": "set", "value": "gold"}
    makes = step("update_profile", "u", changes=(becomes,))
    first = journey("t>u>f", on("buy"), makes, FINISH, id="first")
    then = passing(who("gold"), id="then")
    found = told((first, then), people([event(10, "buy")], {"tier": "tin"}), "entered", end=DAY)
    assert found == [(10, "t", "entered", None), (10, "t", "entered", None)]


def test_r219_a_schedule_for_a_segment_asks_whether_one_is_in_it_as_its_filter_r124() -> None:
    clock = step("schedule_trigger", "t", start="1970-01-02T00:00", segment="gold")
    for tier, is_in in (("gold", True), ("tin", False)):
        found = told(passing(clock), somebody(tier=tier), start=0, end=2 * DAY)
        ended = ("entered", None) if is_in else ("refused_filter",)
        assert found[:2] == [(DAY, "t", "leaf", 0, is_in, is_in), (DAY, "t", *ended)]


def test_a_segment_that_is_not_there_is_a_problem_with_the_nearest_offered_r209() -> None:
    (found,) = [each for each in problems(passing(who("golf"))) if each.severity == "error"]
    assert found.code == "unknown_segment"
    assert "'golf'" in found.words


@pytest.mark.parametrize("key", ["cart"])
def test_r218_in_a_journey_with_a_key_nothing_says_which_one_it_is_about(key: str) -> None:
    keyed = passing(who("awake"), entry={"key": key})
    found = told(keyed, people([event(10, "buy", cart="x")]), start=0, end=DAY)
    assert found == [(10, "t", "refused_key_missing")]


def test_r217_the_row_of_an_entry_by_segment_is_not_the_event_of_another_journey() -> None:
    first = passing(who("awake"), id="a")
    words = step("sms", "m", text="{{ event.sku }}")
    bought = people([event(0, "look"), event(9, "buy", sku="x")])
    found = told((first, journey("t>m", on("buy"), words, id="b")), bought, start=0, end=DAY)
    assert (9, "m", "sent", "sms", True, True, 0) in found


def test_r218_an_event_the_segment_is_not_about_has_it_asked_too() -> None:
    over = 10 + WEEK
    both = people([event(10, "buy"), event(over, "look"), event(over, "buy")])
    drawn = passing(who("awake", "left", "a"), who("awake", "entered", "b"))
    found = told(drawn, both, "entered", start=0, end=over + 9)
    assert [line[:2] for line in found] == [(10, "b"), (over, "a"), (over, "b")]
