"""Cases worked by hand from the rules: waits, loops, windows, comparisons and attributes."""

from decimal import Decimal
from typing import Any

import pytest

from journeys.people.population import Content, Event
from tests.oracle.worked import (
    DAY,
    HOUR,
    at,
    branch,
    change,
    event,
    journey,
    on,
    people,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")


@pytest.mark.parametrize(
    ("zone", "start", "duration", "end"),
    [
        # Half past two does not exist in New York on 10 March 2024; the clock jumps to three.
        ("America/New_York", "2024-03-09T07:30Z", "P1D", "2024-03-10T07:00Z"),
        ("America/New_York", "2024-03-09T07:30Z", "PT24H", "2024-03-10T07:30Z"),
        ("America/New_York", "2024-03-09T12:00Z", "P1D", "2024-03-10T11:00Z"),
        ("America/New_York", "2024-03-09T07:30Z", "P1DT1H", "2024-03-10T08:00Z"),
        # Half past one exists twice on 3 November: the first counts, an hour before the second.
        ("America/New_York", "2024-11-02T05:30Z", "P1D", "2024-11-03T05:30Z"),
        ("America/New_York", "2024-11-03T06:30Z", "P1D", "2024-11-04T06:30Z"),
        # Lord Howe moves by half an hour: 02:15 on 6 October is in the gap that ends at 15:30 UTC.
        ("Australia/Lord_Howe", "2024-10-04T15:45Z", "P1D", "2024-10-05T15:30Z"),
        ("UTC", "2024-01-31T10:00Z", "P1M", "2024-02-29T10:00Z"),
        ("UTC", "2024-02-29T10:00Z", "P1Y1D", "2025-03-01T10:00Z"),
        ("UTC", "2023-11-30T10:00Z", "P3M", "2024-02-29T10:00Z"),
    ],
)
def test_r20_calendar_parts_move_the_wall_clock(
    zone: str, start: str, duration: str, end: str
) -> None:
    drawing = journey("t>w>f", on("add"), wait(duration), FINISH)
    one = people([event(at(start), "add")], {"zone": zone})
    assert story(drawing, one, "wait_started") == [(at(start), "w", "wait_started", at(end))]


def test_r20_the_next_day_starts_from_where_the_gap_ended() -> None:
    drawing = journey("t>w>v>f", on("add"), wait("P1D"), wait("P1D", "v"), FINISH)
    one = [event(at("2024-03-09T07:30Z"), "add")]
    told = story(drawing, people(one), zone="America/New_York", end=at("2024-03-12T00:00Z"))
    assert (at("2024-03-11T07:00Z"), "v", "wait_over") in told


def test_r104_a_wait_by_the_calendar_moves_with_the_zone_and_an_exact_one_does_not() -> None:
    drawing = journey("t>w>f", on("add"), wait("P1D"), FINISH)
    start, end, moved = at("2024-03-09T12:00Z"), at("2024-03-10T12:00Z"), at("2024-03-10T11:00Z")
    to_york = change(start + 60, zone="America/New_York")
    late = change(end - 60, zone="America/New_York")
    back = change(end - 30, zone="Mars/Olympus")
    begun = [event(start, "add")]
    assert story(drawing, people(begun, {}, [to_york]), "wait_moved", "wait_over") == [
        (start + 60, "w", "wait_moved", end, moved),
        (moved, "w", "wait_over"),
    ]
    assert story(drawing, people(begun, {}, [late, back]), "wait_moved", "wait_over") == [
        (end - 60, "w", "wait_moved", end, end - 60),
        (end - 60, "w", "wait_over"),
    ]
    exact = journey("t>w>f", on("add"), wait("PT24H"), FINISH)
    assert story(exact, people(begun, {}, [to_york]), "wait_moved") == []


def test_r26_and_r105_a_hasty_loop_is_held_and_ends_after_the_last_visit() -> None:
    loops = {"maximum_visits": 3, "minimum_period": "PT1H"}
    round_ = journey("t>w>w", on("add"), wait("PT10M"), loops=loops)
    assert story(round_, people([event(0, "add")]), end=9 * HOUR)[1:] == [
        (0, "w", "wait_started", 600),
        (600, "w", "wait_over"),
        (600, "w", "held", HOUR),
        (HOUR, "w", "wait_started", HOUR + 600),
        (HOUR + 600, "w", "wait_over"),
        (HOUR + 600, "w", "held", 2 * HOUR),
        (2 * HOUR, "w", "wait_started", 2 * HOUR + 600),
        (2 * HOUR + 600, "w", "wait_over"),
        (2 * HOUR + 600, "w", "too_many_visits", 4),
    ]


def test_r105_only_the_first_step_of_a_loop_holds_and_not_at_exactly_the_period() -> None:
    for period, is_held in (("PT20M", False), ("PT20M1S", True)):
        loops = {"maximum_visits": 2, "minimum_period": period}
        steps = on("add"), wait("PT10M"), wait("PT10M", "v")
        told = story(
            journey("t>v>w>v", *steps, loops=loops), people([event(0, "add")]), end=2 * HOUR
        )
        assert [line for line in told if line[2] == "held"] == (
            [(1_200, "v", "held", 1_201)] if is_held else []
        )


BOUGHT = {"kind": "behaviour", "event": "buy", "within": "PT1H", "operator": "at_least", "value": 1}


@pytest.mark.parametrize(("bought", "count"), [(1_000, 0), (1_001, 1), (4_599, 1), (4_600, 1)])
def test_r25_a_window_leaves_out_what_is_exactly_as_old_and_takes_in_now(
    bought: int, count: int
) -> None:
    drawing = journey("t>w>b b.yes>f", on("add"), wait("PT1H"), branch(BOUGHT), FINISH)
    told = story(drawing, people([event(1_000, "add"), event(bought, "buy")]), "leaf")
    assert told == [(4_600, "b", "leaf", 0, count == 1, count)]


def test_r25_the_event_at_hand_counts() -> None:
    asks = {**BOUGHT, "operator": "is", "value": 2}
    drawing = journey("t>b b.yes>f", on("buy"), branch(asks), FINISH)
    told = story(drawing, people([event(0, "buy"), event(0, "buy")]), "leaf")
    assert [line[4:] for line in told] == [(False, 1), (True, 2)]


@pytest.mark.parametrize(
    ("asked", "actual", "held"),
    [
        ({"value": "web"}, None, False),
        ({"operator": "is_not", "value": "web"}, None, False),
        ({"operator": "none_of", "value": ("web",)}, None, False),
        ({"operator": "contains_not", "value": "w"}, None, False),
        ({"operator": "is_missing"}, None, True),
        ({"operator": "is_missing"}, "", False),
        ({"operator": "is_present"}, "", True),
        ({"value": "STRASSE"}, "straße", True),
        ({"value": "STRASSE", "exactly": True}, "straße", False),
        ({"value": "E\u0301"}, "é", True),
        ({"value": "e\u0301", "exactly": True}, "é", True),
        ({"operator": "contains", "value": "SS"}, "straße", True),
        ({"operator": "starts_with", "value": ""}, "x", True),
        ({"operator": "one_of", "value": ("A", "b")}, "a", True),
        ({"operator": "is", "value": 12.5}, Decimal("12.5000"), True),
        ({"operator": "less", "value": 12.50001}, Decimal("12.5000"), True),
        ({"operator": "at_most", "value": 3}, 3, True),
        ({"operator": "greater", "value": 2.5}, 3, True),
        ({"operator": "is_not", "value": True}, False, True),
        ({"operator": "before", "value": "2024-01-01T00:00:00Z"}, at("2024-01-01T00:00Z"), False),
        (
            {"operator": "after", "value": "2024-01-01T01:00:00+01:00"},
            at("2024-01-01T00:00Z"),
            False,
        ),
    ],
)
def test_r31_r32_and_r125_each_comparison(
    asked: dict[str, Any],
    actual: Content,
    held: bool,  # noqa: FBT001 an expected answer
) -> None:
    asks = {"kind": "property", "name": "it", **asked}
    drawing = journey("t>f", on("add", where=asks), FINISH)
    negated = journey("t>f", on("add", where={"kind": "not", "of": asks}), FINISH)
    one = people([event(0, "add", it=actual)])
    assert story(drawing, one, "leaf") == [(0, "t", "leaf", 0, held, actual)]
    # Only 'not' negates, missing values included.
    assert bool(story(negated, one, "refused_filter")) is held


@pytest.mark.parametrize(
    ("operator", "answers"),
    [
        ("within_last", [False, True, True, False]),
        ("longer_ago", [True, False, False, False]),
        ("before", [True, True, False, False]),
        ("after", [False, False, False, True]),
    ],
)
def test_r125_recent_and_long_ago_meet_at_the_boundary(operator: str, answers: list[bool]) -> None:
    value = "P1D" if operator in {"within_last", "longer_ago"} else "1970-01-02T00:00:00Z"
    asks = {"kind": "property", "name": "due", "operator": operator, "value": value}
    drawing = journey("t>f", on("add", where=asks), FINISH)
    rows = [event(DAY, "add", due=due) for due in (0, 1, DAY, DAY + 1)]
    assert [line[4] for line in story(drawing, people(rows), "leaf")] == answers


def test_r31_nothing_counts_as_none_and_has_no_last_time() -> None:
    count = {**BOUGHT, "operator": "is", "value": 0}
    total = {**count, "measure": "sum", "of": "amount"}
    last = {"kind": "behaviour", "event": "buy", "measure": "last", "operator": "is_missing"}
    asks = {"kind": "all", "of": (count, total, last)}
    one = people([event(0, "add", amount=5)])
    told = story(journey("t>b", on("add"), branch(asks)), one, "leaf")
    assert [line[3:] for line in told] == [(0, True, 0), (1, True, 0), (2, True, None)]


def test_r124_what_is_decided_already_is_not_asked_and_keeps_its_number() -> None:
    yes = {"kind": "entry", "name": "n", "value": 1}
    no = {**yes, "value": 2}
    asks = {"kind": "any", "of": ({"kind": "all", "of": (no, yes)}, yes, no)}
    told = story(journey("t>b", on("add"), branch(asks)), people([event(0, "add", n=1)]), "leaf")
    assert [line[3:5] for line in told] == [(0, False), (2, True)]


def test_r30_the_first_path_that_matches_is_taken_and_numbers_run_on() -> None:
    yes = {"kind": "entry", "name": "n", "value": 1}
    no = {**yes, "value": 2}
    both = {"kind": "all", "of": (no, no)}
    paths = ({"id": "p1", "condition": both}, {"id": "p2", "condition": yes})
    drawing = journey("t>b b.p2>f", on("add"), step("branch", "b", branches=paths), FINISH)
    told = story(drawing, people([event(0, "add", n=1), event(1, "add", n=3)]))
    assert [line for line in told if line[1] == "b"] == [
        (0, "b", "leaf", 0, False, 1),
        (0, "b", "leaf", 2, True, 1),
        (0, "b", "branch_taken", "p2"),
        (1, "b", "leaf", 0, False, 3),
        (1, "b", "leaf", 2, False, 3),
        (1, "b", "branch_taken", "else"),
        (1, "b", "path_ended", "else"),
    ]


def test_r33_and_r100_a_carried_attribute_is_known_at_its_own_event() -> None:
    asks = {"kind": "attribute", "name": "tier", "value": "gold"}
    drawing = journey("t>b", on("add"), branch(asks))
    carrying = [
        Event("c", 0, "add"),
        Event("c", 5, "add", carries={"tier": "gold"}),
        Event("c", 9, "add", carries={"tier": None}),
    ]
    told = story(drawing, people(carrying, {"tier": "tin"}), "leaf", start=0)
    assert [line[5] for line in told] == ["tin", "gold", "gold"]
    before = people([Event("c", -5, "view", carries={"tier": "gold"}), Event("c", 0, "add")])
    assert [line[5] for line in story(drawing, before, "leaf", start=0)] == ["gold"]
