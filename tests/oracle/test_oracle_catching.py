"""Cases worked by hand from R213, R12 to R14: waits for events, while a customer stands there."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from tests.oracle.worked import (
    DAY,
    HOUR,
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

Rules = Mapping[str, object]

FINISH = step("finish", "f")
ENDS = tuple(step("finish", name) for name in "fgo")
BUY = {"id": "bought", "event": "buy"}
NOTE = {"id": "noted", "event": "note"}
SMALL = {"kind": "property", "name": "amount", "operator": "less", "value": 10}


def until(
    *branches: object, rules: Mapping[str, object] | None = None, **fields: object
) -> Journey:
    """Return a journey that waits an hour for something: f is the first, g the second, o over."""
    wait_ = step("wait_event", "w", **{"branches": branches, "timeout": "PT1H", **fields})
    names = [port.id for port in wait_.ports()]
    ways = " ".join(f"w.{name}>{end}" for name, end in zip(names[:-1], "fg", strict=False))
    return journey(f"t>w w.timeout>o {ways}", on("add"), wait_, *ENDS, **(rules or {}))


@pytest.mark.parametrize(("time", "end"), [(1, "f"), (HOUR - 1, "f"), (HOUR, "f"), (HOUR + 1, "o")])
def test_r3_and_r213_an_event_at_exactly_the_time_out_beats_it(time: int, end: str) -> None:
    told = story(until(BUY), people([event(0, "add"), event(time, "buy")]))
    last = min(time, HOUR)
    decision = (
        (last, "w", "caught", "bought", time, False) if end == "f" else (HOUR, "w", "timed_out")
    )
    assert told == [
        (0, "t", "entered", None),
        (0, "w", "wait_started", HOUR),
        decision,
        (last, end, "finished"),
    ]


def test_r213_the_first_branch_that_fits_an_event_catches_it() -> None:
    small = {"id": "small", "event": "buy", "where": SMALL}
    for amount, port, end in ((9, "small", "f"), (10, "bought", "g"), (None, "bought", "g")):
        rows = people([event(0, "add"), event(5, "buy", amount=amount)])
        told = story(until(small, BUY), rows, "caught", "finished")
        assert told == [(5, "w", "caught", port, 5, False), (5, end, "finished")]


def test_r14_and_r213_two_keys_wait_side_by_side_and_a_missing_key_is_told() -> None:
    keyed = {"entry": {"key": "cart"}}
    rows = [event(0, "add", cart="1"), event(1, "add", cart="2")]
    rows += [event(2, "buy"), event(3, "buy", cart="2"), event(4, "buy", cart="3")]
    told = story(until(BUY, rules=keyed), people(rows), "wait_key_missing", "caught", "timed_out")
    assert told == [
        (2, "w", "wait_key_missing", "bought"),
        (2, "w", "wait_key_missing", "bought"),
        (3, "w", "caught", "bought", 3, False),
        (HOUR, "w", "timed_out"),
    ]
    other = until({**BUY, "match_key": False}, rules=keyed)
    told = story(other, people(rows), "wait_key_missing", "caught")
    assert told == [(2, "w", "caught", "bought", 2, False)] * 2
    # A later branch may catch what lacks the key; without a key in the journey nothing is asked.
    both = until(BUY, {**BUY, "id": "any", "match_key": False}, rules=keyed)
    told = story(both, people(rows[:1] + rows[2:3]), "wait_key_missing", "caught")
    assert told == [(2, "w", "wait_key_missing", "bought"), (2, "w", "caught", "any", 2, False)]
    told = story(until(BUY), people([event(0, "add"), event(2, "buy")]), "caught")
    assert told == [(2, "w", "caught", "bought", 2, False)]


def test_r12_who_leaves_on_an_event_has_no_wait_satisfied_by_it() -> None:
    rows = people([event(0, "add"), event(5, "buy")])
    out = until(BUY, rules={"exits": ({"id": "x", "event": "buy"},)})
    assert story(out, rows)[2:] == [(5, "w", "exited", "x")]
    goal = {"id": "g", "event": "buy"}
    ended = until(BUY, rules={"goals": ({**goal, "ends": True},)})
    told = story(ended, rows)
    assert told[2:] == [(5, "w", "goal_reached", "g", None), (5, "w", "left_by_goal", "g")]
    reached = until(BUY, rules={"goals": (goal,)})
    assert [line[2] for line in story(reached, rows)[2:]] == ["goal_reached", "caught", "finished"]


def test_r4_waits_come_before_entries_and_all_that_moved_runs_in_order_r12() -> None:
    again = {"id": "again", "event": "add"}
    keyed = {"entry": {"key": "cart"}}
    drawing = until({**again, "match_key": False}, rules=keyed)
    rows = [event(0, "add", cart="2"), event(0, "add", cart="2"), event(5, "add", cart="1")]
    assert story(drawing, people(rows)) == [
        (0, "t", "entered", "2"),
        (0, "w", "wait_started", HOUR),
        # The very event that an active instance refuses satisfies its wait.
        (0, "w", "caught", "again", 0, False),
        (0, "t", "refused_active", 0),
        (0, "f", "finished"),
        (5, "t", "entered", "1"),
        (5, "w", "wait_started", 5 + HOUR),
        (5 + HOUR, "w", "timed_out"),
        (5 + HOUR, "o", "finished"),
    ]
    rows = [event(0, "add", cart="2"), event(5, "add", cart="1")]
    assert story(drawing, people(rows))[2:6] == [
        (5, "w", "caught", "again", 5, False),
        (5, "t", "entered", "1"),
        (5, "f", "finished"),
        (5, "w", "wait_started", 5 + HOUR),
    ]


def test_r10_a_restart_takes_out_even_who_was_just_caught() -> None:
    again = {"id": "again", "event": "add"}
    drawing = until(again, rules={"entry": {"when_active": "restart"}})
    assert story(drawing, people([event(0, "add"), event(5, "add")]))[2:] == [
        (5, "w", "caught", "again", 5, False),
        (5, "w", "restarted"),
        (5, "t", "entered", None),
        (5, "w", "wait_started", 5 + HOUR),
        (5 + HOUR, "w", "timed_out"),
        (5 + HOUR, "o", "finished"),
    ]
    # The new instance has caught nothing of what the old one was about.
    old = until(BUY, look_back="since_entry", rules={"entry": {"when_active": "restart"}})
    rows = [event(0, "add"), event(4, "note"), event(5, "add"), event(6, "buy")]
    assert story(old, people(rows), "restarted", "caught") == [
        (5, "w", "restarted"),
        (6, "w", "caught", "bought", 6, False),
    ]


def test_r12_and_r13_an_event_satisfies_a_wait_and_updates_the_entry() -> None:
    asks = {"kind": "entry", "name": "amount", "operator": "at_least", "value": 50}
    small = {"id": "more", "event": "add"}
    branch = step("branch", "b", branches=({"id": "yes", "condition": asks},))
    wait_ = step("wait_event", "w", branches=(small,), timeout="PT1H")
    rule = {"when_active": "update_context"}
    drawing = journey("t>w w.more>b b.yes>f", on("add"), wait_, branch, FINISH, entry=rule)
    rows = people([event(0, "add", amount=10), event(60, "add", amount=90)])
    assert story(drawing, rows)[2:] == [
        (60, "w", "caught", "more", 60, False),
        (60, "t", "context_updated", 0),
        (60, "b", "leaf", 0, True, 90),
        (60, "b", "branch_taken", "yes"),
        (60, "f", "finished"),
    ]


def test_r13_an_update_moves_no_time_out() -> None:
    drawing = until(BUY, rules={"entry": {"when_active": "update_context"}})
    told = story(drawing, people([event(0, "add"), event(600, "add")]), "timed_out", "wait_moved")
    assert told == [(HOUR, "w", "timed_out")]


def test_r20_and_r104_a_time_out_by_the_calendar_moves_with_the_zone() -> None:
    start = at("2024-03-09T12:00Z")
    day = at("2024-03-10T12:00Z")
    to_york = [change(start + 60, zone="America/New_York")]
    drawing = until(BUY, timeout="P1D")
    told = story(drawing, people([event(start, "add")], {}, to_york), "wait_moved", "timed_out")
    assert told == [
        (start + 60, "w", "wait_moved", day, day - HOUR),
        (day - HOUR, "w", "timed_out"),
    ]
    exact = until(BUY, timeout="PT24H")
    told = story(exact, people([event(start, "add")], {}, to_york), "wait_moved", "timed_out")
    assert told == [(day, "w", "timed_out")]


def test_r26_and_r216_a_loop_of_such_a_wait_is_held_and_waits_for_later_events() -> None:
    wait_ = step("wait_event", "w", branches=(BUY,), timeout="PT6H")
    drawing = journey("t>w w.bought>w w.timeout>f", on("add"), wait_, FINISH)
    rows = [event(0, "add"), *(event(time, "buy") for time in (10, 20, HOUR + 5))]
    assert story(drawing, people(rows), end=DAY)[1:] == [
        (0, "w", "wait_started", 6 * HOUR),
        (10, "w", "caught", "bought", 10, False),
        (10, "w", "held", HOUR),
        # What came while they were held lies behind, after they last left.
        (HOUR, "w", "wait_started", 7 * HOUR),
        (HOUR, "w", "caught", "bought", 20, True),
        (HOUR, "w", "held", 2 * HOUR),
        (2 * HOUR, "w", "wait_started", 8 * HOUR),
        (2 * HOUR, "w", "caught", "bought", HOUR + 5, True),
        (2 * HOUR, "w", "held", 3 * HOUR),
        (3 * HOUR, "w", "wait_started", 9 * HOUR),
        (9 * HOUR, "w", "timed_out"),
        (9 * HOUR, "f", "finished"),
    ]


def test_r122_a_way_of_a_wait_may_lead_nowhere_and_r7_counts_the_time_out() -> None:
    wait_ = step("wait_event", "w", branches=(BUY, NOTE), timeout="P1M")
    drawing = journey("t>w", on("add"), wait_)
    told = story(drawing, people([event(0, "add"), event(5, "note")]))
    assert told[2:] == [(5, "w", "caught", "noted", 5, False), (5, "w", "path_ended", "noted")]
    assert outcome(drawing, people([event(0, "add")])).end == 1 + 31 * DAY
    stands = story(drawing, people([event(0, "add")]), "waiting", end=9)
    assert stands == [(9, "w", "waiting", at("1970-02-01T00:00Z"))]


def test_r4_time_outs_and_waits_of_an_instant_go_by_the_order_of_instances() -> None:
    wait_ = step("wait_event", "w", branches=(BUY,), timeout="PT1H")
    first = journey("t>w", on("add"), wait_, id="b", priority=1)
    second = journey("t>w>f", on("add"), wait("PT1H"), FINISH, id="a")
    found = outcome((second, first), people([event(0, "add")]))
    told = [(row.journey, row.reason) for row in found.rows["c"] if row.time == HOUR]
    assert told == [("b", "timed_out"), ("b", "path_ended"), ("a", "wait_over"), ("a", "finished")]
