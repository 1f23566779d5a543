"""Worked by hand: journeys that pause, and go on (R10, R49, R226)."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Population
from journeys.simulation.settings import Pause, Policy
from tests.oracle.worked import (
    DAY,
    HOUR,
    Line,
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

T = 1_718_000_000  # 06:13:20 by the workspace's clock, UTC
FINISH = step("finish", "f")
VIP = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
BUSY = {"kind": "behaviour", "event": "x", "within": "PT1H", "operator": "at_least", "value": 1}
QUIET = {"kind": "not", "of": BUSY}
POLICIES = (*Policy,)


def rests(start: int, end: int, policy: str = "catch_up", journey: str = "j") -> Pause:
    """Return a pause; its times are seconds after T."""
    return Pause(journey, T + start, T + end, Policy(policy))


def told(
    drawn: Journey | tuple[Journey, ...],
    rows: Population,
    *pauses: Pause,
    end: int = 9 * DAY,
    of: tuple[str, ...] = (),
) -> list[Line]:
    """Return what is said of the customer, instants as seconds after T."""
    return [
        tuple(part - T if type(part) is int and part > T - DAY else part for part in line)
        for line in story(drawn, rows, *of, end=T + end, pauses=pauses)
    ]


def catching(*branches: Mapping[str, object], **fields: object) -> Node:
    """Return a wait for something."""
    return step("wait_event", "w", **{"branches": branches, "timeout": "P2D", **fields})


def happens(*times: int, name: str = "in", **attributes: object) -> Population:
    """Return people to whom it happens; times are seconds after T."""
    rows = [event(T + time, name) for time in times]
    return people(rows, attributes or None)  # type: ignore[arg-type]


def test_r226_entries_are_refused_from_the_first_second_to_the_last() -> None:
    drawn = journey("t>f", on("in"), FINISH)
    found = told(drawn, happens(9, 10, 19, 20), rests(10, 20), of=("entered", "refused_paused"))
    assert found == [
        (9, "t", "entered", None),
        (10, "t", "refused_paused", 20),
        (19, "t", "refused_paused", 20),
        (20, "t", "entered", None),
    ]


def test_r10_a_pause_refuses_after_filter_and_key_and_before_all_else() -> None:
    where = {"kind": "property", "name": "sku", "operator": "is", "value": "a"}
    drawn = journey("t>f", on("in", where=where), FINISH, entry={"key": "cart", "maximum": 1})
    rows = people(
        [
            event(T, "in", sku="a", cart="c"),
            event(T + 10, "in", sku="b", cart="c"),
            event(T + 11, "in", sku="a", cart=None),
            event(T + 12, "in", sku="a", cart="c"),
        ]
    )
    found = told(drawn, rows, rests(10, 20))
    assert [line[2:] for line in found if str(line[2]).startswith("refused")] == [
        ("refused_filter",),
        ("refused_key_missing",),
        ("refused_paused", 20),
    ]


def test_r226_nothing_updates_the_context_and_other_journeys_go_on() -> None:
    first = journey(
        "t>w>f", on("in"), wait("PT1H"), FINISH, entry={"when_active": "update_context"}
    )
    second = journey("t>f", on("in"), FINISH).model_copy(update={"id": "k"})
    found = told((first, second), happens(0, 10), rests(10, 20))
    assert [line[:3] for line in found if line[0] == 10] == [
        (10, "t", "refused_paused"),
        (10, "t", "entered"),
        (10, "f", "finished"),
    ]


def test_r226_entries_by_the_clock_and_by_a_segment_are_refused_too() -> None:
    scheduled = step("schedule_trigger", "c", start="2024-06-10T06:14")
    joins = step("segment_trigger", "s", segment="vips")
    groups = ({"id": "vips", "condition": VIP},)
    drawn = journey("c>f s>f", scheduled, joins, FINISH, segments=groups)
    rows = people([event(T, "x")], {"vip": False}, [change(T + 50, vip=True)])
    found = told(drawn, rows, rests(10, 60))
    # Who came in then does not come in again afterwards.
    assert found == [(40, "c", "refused_paused", 60), (50, "s", "refused_paused", 60)]


@pytest.mark.parametrize("policy", POLICIES)
def test_r226_goals_and_exits_act_as_ever(policy: str) -> None:
    goal = {"id": "g", "event": "buy", "window": "P1D", "ends": True}
    out = {"id": "o", "condition": QUIET}
    for rules, ends in (({"goals": (goal,)}, 20), ({"exits": (out,)}, 3_600)):
        drawn = journey("t>w>f", on("in"), wait("PT3H"), FINISH, **rules)
        rows = people([event(T, "x"), event(T, "in"), event(T + 20, "buy")])
        found = told(drawn, rows, rests(10, 4_000, policy), of=("left_by_goal", "exited"))
        assert [line[0] for line in found] == [ends]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("catch_up", [(7_200, "w", "wait_over")]),
        ("extend", [(7_200, "w", "wait_moved", 3_600, 7_200), (7_200, "w", "wait_over")]),
    ],
)
def test_r226_a_timer_due_in_it_is_put_off_to_its_end(policy: str, expected: list[Line]) -> None:
    drawn = journey("t>w>f", on("in"), wait("PT1H"), FINISH)
    found = told(drawn, happens(0), rests(3_600, 7_200, policy))
    assert found[2:] == [*expected, (7_200, "f", "finished")]


def test_r226_extend_adds_the_pause_to_a_wait_that_ends_after_it_and_catch_up_does_not() -> None:
    drawn = journey("t>w>f", on("in"), wait("PT1H"), FINISH)
    more = told(drawn, happens(0), rests(100, 700, "extend"), of=("wait_moved", "wait_over"))
    assert more == [(700, "w", "wait_moved", 3_600, 4_200), (4_200, "w", "wait_over")]
    same = told(drawn, happens(0), rests(100, 700), of=("wait_moved", "wait_over"))
    assert same == [(3_600, "w", "wait_over")]


def test_r226_a_wait_that_begins_as_the_pause_ends_is_not_extended() -> None:
    drawn = journey("t>w>f", on("in"), wait("PT1H"), FINISH, entry={"when_active": "restart"})
    assert told(drawn, happens(0, 60), rests(10, 60, "extend"), of=("wait_moved",)) == []
    found = told(drawn, happens(0), rests(10, 60, "extend"), of=("wait_moved",))
    assert found == [(60, "w", "wait_moved", 3_600, 3_650)]


def test_r226_two_pauses_are_both_added() -> None:
    drawn = journey("t>w>f", on("in"), wait("PT1H"), FINISH)
    pauses = (rests(100, 200, "extend"), rests(3_650, 3_660, "extend"))
    found = told(drawn, happens(0), *pauses, of=("wait_moved", "wait_over"))
    assert found == [
        (200, "w", "wait_moved", 3_600, 3_700),
        (3_660, "w", "wait_moved", 3_700, 3_710),
        (3_710, "w", "wait_over"),
    ]


@pytest.mark.parametrize("policy", POLICIES)
def test_r226_holds_are_put_off_and_do_not_move(policy: str) -> None:
    rules = {"loops": {"minimum_period": "PT1H", "maximum_visits": 3}}
    drawn = journey("t>w>w", on("in"), wait("PT10M"), **rules)
    found = told(drawn, happens(0), rests(700, 4_000, policy), end=8_000)
    assert [line for line in found if line[0] in (600, 4_000)] == [
        (600, "w", "wait_over"),
        (600, "w", "held", 3_600),
        (4_000, "w", "wait_started", 4_600),
    ]


@pytest.mark.parametrize("policy", POLICIES)
def test_r226_an_event_is_caught_as_it_comes_and_acts_at_the_end(policy: str) -> None:
    caught = catching({"id": "p", "event": "buy", "name": "order"})
    known = {"kind": "context", "name": "order.at", "operator": "is_present"}
    drawn = journey("t>w w.p>f", on("in"), caught, FINISH)
    rows = people([event(T, "in"), event(T + 20, "buy"), event(T + 25, "buy")])
    # What was caught is not caught again, and the wait gets no longer.
    assert told(drawn, rows, rests(10, 60, policy))[2:] == [
        (20, "w", "caught", "p", 20, False),
        (60, "f", "finished"),
    ]
    leaving = journey(
        "t>w w.p>f", on("in"), caught, FINISH, exits=({"id": "o", "condition": known},)
    )
    assert told(leaving, rows, rests(10, 60, policy))[2:] == [
        (20, "w", "caught", "p", 20, False),
        (25, "w", "exited", "o"),
    ]


def test_r226_conditions_are_asked_at_the_end_plainly_and_not_before() -> None:
    yes = catching({"id": "p", "condition": VIP})
    drawn = journey("t>w w.p>f", on("in"), yes, FINISH)
    became = people([event(T, "in")], {"vip": False}, [change(T + 20, vip=True)])
    assert told(drawn, became, rests(10, 60), of=("caught",)) == [
        (60, "w", "caught", "p", None, False)
    ]
    passed = people(
        [event(T, "in")], {"vip": False}, [change(T + 20, vip=True), change(T + 30, vip=False)]
    )
    assert told(drawn, passed, rests(10, 60), of=("caught",)) == []
    # What time alone made true in the pause is found, too.
    aged = journey("t>w w.p>f", on("in"), catching({"id": "p", "condition": QUIET}), FINISH)
    rows = people([event(T, "x"), event(T, "in")])
    for policy in POLICIES:
        found = told(aged, rows, rests(10, 5_000, policy), of=("caught",))
        assert found == [(5_000, "w", "caught", "p", None, False)]


def test_r226_at_the_end_events_come_first_then_the_pause_ends_then_its_timers() -> None:
    drawn = journey(
        "t>w w.p>f w.timeout>f",
        on("in"),
        catching({"id": "p", "event": "buy"}, timeout="PT30S"),
        FINISH,
    )
    rows = people([event(T, "in"), event(T + 60, "buy")])
    assert told(drawn, rows, rests(10, 60))[2:] == [
        (60, "w", "caught", "p", 60, False),
        (60, "f", "finished"),
    ]
    assert told(drawn, happens(0), rests(10, 60))[2:] == [
        (60, "w", "timed_out"),
        (60, "f", "finished"),
    ]


def test_r226_a_condition_true_at_the_end_beats_a_time_out_that_was_put_off() -> None:
    node = catching({"id": "p", "condition": VIP}, timeout="PT30S")
    drawn = journey("t>w w.p>f", on("in"), node, FINISH)
    rows = people([event(T, "in")], {"vip": False}, [change(T + 40, vip=True)])
    assert told(drawn, rows, rests(10, 60))[2:] == [
        (60, "w", "caught", "p", None, False),
        (60, "f", "finished"),
    ]


def test_r226_what_was_put_off_acts_in_the_order_of_the_instants_it_was_due_at() -> None:
    long, short = (
        journey("t>w>f", on("in"), wait(lasts), FINISH, id=name, priority=rank)
        for name, lasts, rank in (("a", "PT50S", 9), ("b", "PT20S", 0))
    )
    common = journey("t>w>f", on("in"), wait("PT60S"), FINISH, id="c", priority=99)
    pauses = (rests(10, 60, journey="a"), rests(10, 60, journey="b"))
    three = (long, short, common)
    assert told(three, happens(0), *pauses, of=("wait_over",)) == [(60, "w", "wait_over")] * 3
    found = outcome(three, happens(0), pauses=tuple(pauses)).rows["c"]
    assert [row.journey for row in found if row.reason == "wait_over"] == ["b", "a", "c"]


def test_r226_a_change_of_zone_counts_what_pauses_added_and_what_is_over_stays() -> None:
    noon = 5 * HOUR + 46 * 60 + 40
    drawn = journey("t>w>f", on("in"), step("wait_time", "w", time="12:00"), FINISH)
    moved = people([event(T, "in")], {"zone": "UTC"}, [change(T + 700, zone="America/New_York")])
    found = told(drawn, moved, rests(100, 600, "extend"), of=("wait_moved", "wait_over"))
    assert found == [
        (600, "w", "wait_moved", noon, noon + 500),
        (700, "w", "wait_moved", noon + 500, noon + 4 * HOUR + 500),
        (noon + 4 * HOUR + 500, "w", "wait_over"),
    ]
    over = people([event(T, "in")], {"zone": "UTC"}, [change(T + 700, zone="Europe/Berlin")])
    hour = journey("t>w>f", on("in"), wait("PT1M"), FINISH)
    assert told(hour, over, rests(10, 800), of=("wait_moved", "wait_over")) == [
        (800, "w", "wait_over")
    ]


def test_r226_at_the_end_of_the_run_what_is_put_off_waits_for_the_end_of_the_pause() -> None:
    drawn = journey("t>w>f", on("in"), wait("PT1M"), FINISH)
    assert told(drawn, happens(0), rests(10, 9_000), end=600)[-1] == (600, "w", "waiting", 9_000)
    assert told(drawn, happens(0), rests(90, 9_000), end=50)[-1] == (50, "w", "waiting", 60)


def test_r226_a_call_finds_a_journey_that_pauses_and_a_wait_of_it_catches() -> None:
    jump = step("jump", "n", journey="j", call="go")
    first = journey("t>n", on("go"), jump, id="a")
    entered = step("call_trigger", "t", call="go")
    drawn = journey(
        "s>w t>w w.p>f", on("in", "s"), entered, catching({"id": "p", "event": "call.go"}), FINISH
    )
    rows = people([event(T, "in"), event(T + 20, "go")])
    found = told((first, drawn), rows, rests(10, 60))
    assert [line for line in found if line[0] in (20, 60)] == [
        (20, "t", "entered", None),
        (20, "n", "jumped", "j"),
        (20, "w", "caught", "p", 20, False),
        (20, "t", "refused_paused", 60),
        (60, "f", "finished"),
    ]
