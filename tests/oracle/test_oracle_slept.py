"""Worked by hand: a run in which for a while nothing ran (R16, R228)."""

from collections.abc import Mapping
from hashlib import sha256

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Event, Population
from tests.oracle.run import merged
from tests.oracle.worked import (
    DAY,
    HOUR,
    Asked,
    Line,
    at,
    change,
    event,
    journey,
    on,
    outcome,
    people,
    step,
    wait,
)
from tests.simulation.worked import story

NINE = at("2024-03-04T09:00Z")  # a Monday
FINISH = step("finish", "f")
VIP = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
QUIET = {"kind": "behaviour", "event": "x", "within": "PT1H", "operator": "at_most", "value": 0}


def told(
    drawn: Journey | tuple[Journey, ...],
    rows: Population,
    *sleeps: tuple[int, int],
    of: tuple[str, ...] = (),
    start: int = 0,
    end: int = 9 * DAY,
    maximum_age: int = DAY,
) -> list[Line]:
    """Return what is said of the customer; instants are seconds after nine."""
    asleep = tuple((NINE + begins, NINE + ends) for begins, ends in sleeps)
    span = Asked(start=NINE + start, end=NINE + end, maximum_age=maximum_age, asleep=asleep)
    return [
        tuple(part - NINE if type(part) is int and part > NINE - DAY else part for part in line)
        for line in story(drawn, rows, *of, **span)
    ]


def happens(*times: int, name: str = "in") -> list[Event]:
    """Return when it happens, in seconds after nine."""
    return [event(NINE + time, name) for time in times]


def every(repeat: str | None = "FREQ=DAILY", **fields: object) -> Node:
    """Return a start by the clock, at nine."""
    return step("schedule_trigger", "t", start="2024-03-04T09:00", repeat=repeat, **fields)


def catching(*branches: Mapping[str, object]) -> Node:
    """Return a wait for something."""
    return step("wait_event", "w", branches=branches, timeout="P2D")


def test_r228_what_was_due_is_handled_on_waking_and_rows_keep_their_times() -> None:
    drawn = journey("t>w>f", on("in"), wait("PT10S"), FINISH)
    rows = people(happens(9, 10, 19, 20))
    assert told(drawn, rows, (10, 20), of=("entered", "wait_over", "refused_active")) == [
        (9, "t", "entered", None),
        (20, "t", "refused_active", 9),
        (20, "t", "refused_active", 9),
        (20, "w", "wait_over"),
        (20, "t", "entered", None),
        (30, "w", "wait_over"),
    ]
    words = step("sms", "m", text="{{ event.at }}")
    asked = {"kind": "behaviour", "event": "in", "within": "PT9S", "operator": "is", "value": 1}
    branch = step("branch", "b", branches=({"id": "yes", "condition": asked},))
    found = told(journey("t>m>b", on("in"), words, branch), people(happens(11, 12)), (10, 20))
    # The second finds the first in; on waking it alone is younger than nine seconds.
    assert [line[2:4] for line in found if line[2] == "branch_taken"] == [("branch_taken", "yes")]


def test_r228_all_of_it_comes_before_the_messages_of_that_instant() -> None:
    drawn = journey("t>m>f", on("in"), step("sms", "m"), FINISH, entry={"key": "n"})
    rows = people([event(NINE + time, "in", n=time) for time in (11, 15, 20)])
    found = told(drawn, rows, (10, 20))
    assert [line[2] for line in found] == [*("entered",) * 3, *("sent",) * 3, *("finished",) * 3]


def test_r228_timers_and_events_go_in_the_order_of_the_instants_they_were_due_at() -> None:
    drawn = journey(
        "t>w w.p>f w.timeout>g",
        on("in"),
        step("wait_event", "w", branches=({"id": "p", "event": "x"},), timeout="PT5S"),
        FINISH,
        step("finish", "g"),
    )
    for second, left in ((14, "f"), (15, "f"), (16, "g")):
        rows = people([*happens(10), *happens(second, name="x")])
        assert told(drawn, rows, (11, 99))[-1] == (99, left, "finished")


def test_r228_who_grew_too_old_does_not_enter() -> None:
    drawn = journey("t>f", on("in"), FINISH)
    rows = people(happens(100, 101))
    found = told(drawn, rows, (50, 100 + HOUR + 1), maximum_age=HOUR)
    assert found[:2] == [
        (100 + HOUR + 1, "t", "refused_too_old", HOUR + 1),
        (100 + HOUR + 1, "t", "entered", None),
    ]


def test_r16_and_r228_of_several_occurrences_the_last_alone_is_asked() -> None:
    drawn = journey("t>f", every(), FINISH)
    found = told(drawn, people([]), (10, 2 * DAY + 60), end=3 * DAY)
    assert found == [
        (0, "t", "entered", None),
        (0, "f", "finished"),
        (2 * DAY + 60, "t", "missed", DAY),
        (2 * DAY + 60, "t", "entered", None),
        (2 * DAY + 60, "f", "finished"),
    ]
    asleep = ((NINE + 10, NINE + DAY + 60),)
    entry = outcome(drawn, people([]), start=NINE + 5, end=NINE + 2 * DAY, asleep=asleep)
    cause = f"t\x1f{NINE + DAY}"
    assert entry.rows["c"][0].entry == sha256(cause.encode()).hexdigest()[:16]


@pytest.mark.parametrize(("age", "reason"), [(HOUR, "missed"), (HOUR + 1, "entered")])
def test_r228_the_last_one_is_asked_if_it_is_younger_than_the_maximum_age(
    age: int, reason: str
) -> None:
    drawn = journey("t>f", every(None), FINISH)
    found = told(drawn, people([]), (-10, HOUR), start=-60, maximum_age=age)
    assert found[0][:3] == (HOUR, "t", reason)


def test_r228_one_that_is_due_on_waking_is_not_slept_over() -> None:
    drawn = journey("t>f", every(), FINISH)
    found = told(drawn, people([]), (DAY, 2 * DAY), start=60, end=2 * DAY + 1, maximum_age=2 * DAY)
    assert [line[:3] for line in found if line[1] == "t"] == [
        (2 * DAY, "t", "entered"),
        (2 * DAY, "t", "entered"),
    ]


def test_r228_what_was_missed_asks_no_segment() -> None:
    groups = ({"id": "s", "condition": VIP},)
    drawn = journey("t>f", every(segment="s"), FINISH, segments=groups)
    found = told(drawn, people([], {"vip": False}), (10, DAY + DAY), start=5, maximum_age=60)
    assert found[0] == (2 * DAY, "t", "missed", DAY)
    assert found[1][2] == "leaf"


def test_r228_dates_do_as_schedules_and_each_comes_once() -> None:
    dated = step("date_trigger", "t", attribute="day", yearly=True)
    drawn = journey("t>f", dated, FINISH)
    rows = people([], {"day": "2024-03-05"}, [change(NINE + 3 * DAY, day="2024-03-05")])
    found = told(drawn, rows, (10, 2 * DAY), maximum_age=60)
    assert found == [(2 * DAY, "t", "missed", DAY)]


def test_r228_a_condition_that_came_true_in_it_acts_if_it_is_true_on_waking() -> None:
    rules = {"exits": ({"id": "o", "condition": QUIET},)}
    drawn = journey("t>w>f", on("in"), wait("P3D"), FINISH, **rules)
    rows = [*happens(0, name="x"), *happens(0)]
    assert told(drawn, people(rows), (100, 2 * HOUR), of=("exited",)) == [
        (2 * HOUR, "w", "exited", "o")
    ]
    # On waking there is one again: it is not true any more.
    again = people([*rows, *happens(2 * HOUR - 60, name="x")])
    found = told(drawn, again, (100, 2 * HOUR), of=("exited",), end=2 * HOUR + 1)
    assert found == [(2 * HOUR, "w", "exited", "o")]


def test_r228_a_segment_is_asked_at_each_turn() -> None:
    groups = ({"id": "s", "condition": VIP},)
    triggers = (
        step("segment_trigger", "t", segment="s"),
        step("segment_trigger", "u", segment="s", on="left"),
    )
    drawn = journey("t>f u>f", *triggers, FINISH, segments=groups)
    rows = people([], {"vip": False}, [change(NINE + 20, vip=True), change(NINE + 30, vip=False)])
    found = told(drawn, rows, (10, 60), of=("entered",))
    assert found == [(60, "t", "entered", None), (60, "u", "entered", None)]


def test_r228_who_is_in_a_segment_as_the_run_begins_asleep_enters_on_waking() -> None:
    groups = ({"id": "s", "condition": VIP},)
    current = step("segment_trigger", "t", segment="s", include_current=True)
    drawn = journey("t>f", current, FINISH, segments=groups)
    found = told(drawn, people([], {"vip": True}), (-5, 60), of=("entered",), end=90)
    assert found == [(60, "t", "entered", None)]
    assert told(drawn, people([], {"vip": True}), (-5, 90), end=90) == []


def test_r228_a_wait_moved_by_a_zone_does_not_end_before_waking() -> None:
    drawn = journey("t>w>f", on("in"), step("wait_time", "w", time="12:00"), FINISH)
    rows = people(happens(0), {"zone": "UTC"}, [change(NINE + 20, zone="Asia/Kolkata")])
    found = told(drawn, rows, (10, HOUR), of=("wait_moved", "wait_over"))
    assert found == [
        (HOUR, "w", "wait_moved", 3 * HOUR, 21 * HOUR + HOUR // 2),
        (21 * HOUR + HOUR // 2, "w", "wait_over"),
    ]


def test_r228_what_was_due_in_a_sleep_that_goes_on_is_waiting_and_spans_that_touch_are_one() -> (
    None
):
    drawn = journey("t>w>f", on("in"), wait("PT1M"), FINISH)
    assert told(drawn, people(happens(0, 20)), (10, 900), end=600)[-1] == (600, "w", "waiting", 60)
    assert merged([(5, 9), (1, 3), (9, 12), (2, 4), (7, 7)]) == ((1, 4), (5, 12))
    found = told(drawn, people(happens(0)), (10, 70), (70, 90), of=("wait_over",))
    assert found == [(90, "w", "wait_over")]


def test_r228_waits_catch_what_came_in_the_sleep_by_its_own_time() -> None:
    drawn = journey("t>w w.p>f", on("in"), catching({"id": "p", "event": "x"}), FINISH)
    rows = people([*happens(0), *happens(20, name="x")])
    assert told(drawn, rows, (10, 60), of=("caught",)) == [(60, "w", "caught", "p", 20, False)]
