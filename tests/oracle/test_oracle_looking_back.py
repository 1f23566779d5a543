"""Cases worked by hand from R23, R213, R214: looking back, and what was caught in the context."""

from collections.abc import Mapping

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Event
from journeys.simulation.settings import Mode
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    Line,
    event,
    journey,
    on,
    people,
    reacting,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")
BUY = {"id": "bought", "event": "buy"}
NOTE = {"id": "noted", "event": "note"}
NEWER = {"when_active": "update_context"}
END = 9 * HOUR


def late(*branches: object, rules: Mapping[str, object] | None = None, **fields: object) -> Journey:
    """Return a journey that comes to its wait for something an hour after the entry."""
    waits = wait("PT1H", "v"), step("wait_event", "w", branches=branches, timeout="PT1H", **fields)
    return journey("t>v>w w.timeout>f", on("add"), *waits, FINISH, **(rules or {}))


def caught(drawing: Journey, *rows: Event) -> list[Line]:
    """Return what the wait catches, or that it does not, without the rest."""
    told = story(drawing, people(rows), "caught", "timed_out", start=0, end=END)
    return [(line[0], *line[3:]) for line in told]


IN_TIME = [(HOUR + 100, "bought", 200, True)]
NOTHING = [(2 * HOUR + 100,)]


@pytest.mark.parametrize(
    ("look_back", "bought", "found"),
    [
        ("since_trigger", 200, IN_TIME),
        ("since_entry", 200, IN_TIME),
        ("none", 200, NOTHING),
        ("since_trigger", 99, NOTHING),
        ("PT2H", 99, [(HOUR + 100, "bought", 99, True)]),
        ("PT2H", -9, [(HOUR + 100, "bought", -9, True)]),  # before the run, and known
        ("PT1H", 100, NOTHING),  # exactly an hour old
        ("PT1H", 101, [(HOUR + 100, "bought", 101, True)]),
        ("since_trigger", HOUR + 100, [(HOUR + 100, "bought", HOUR + 100, True)]),
        ("none", HOUR + 100, NOTHING),
    ],
)
def test_r23_how_far_it_looks_back(look_back: str, bought: int, found: list[Line]) -> None:
    drawing = late(BUY, look_back=look_back)
    rows = sorted([event(100, "add"), event(bought, "buy")], key=lambda row: row.time)
    assert caught(drawing, *rows) == found


def test_r23_a_span_leaves_the_entry_event_out_and_no_other() -> None:
    again = {"id": "again", "event": "add"}
    drawing = late(again, look_back="PT3H", rules={"entry": {"maximum": 1}})
    assert caught(drawing, event(0, "add")) == [(2 * HOUR,)]
    twice = caught(drawing, event(0, "add"), event(0, "add"))
    assert twice == [(HOUR, "again", 0, True)]
    viewed = late(again, look_back="PT3H")
    assert caught(viewed, event(-5, "add"), event(0, "add")) == [(HOUR, "again", -5, True)]


def test_r23_the_earliest_wins_and_of_one_instant_the_first_branch_then_the_first_handled() -> None:
    rows = [event(0, "add"), event(30, "buy"), event(20, "note"), event(20, "note")]
    both = late(BUY, NOTE)
    assert caught(both, *rows) == [(HOUR, "noted", 20, True)]
    tied = [event(0, "add"), event(20, "note", amount=1), event(20, "buy", amount=2)]
    assert caught(both, *tied) == [(HOUR, "bought", 20, True)]
    big = {"kind": "property", "name": "amount", "operator": "at_least", "value": 2}
    named = late({**NOTE, "name": "it"}, {**BUY, "where": big})
    steps = (
        on("add"),
        wait("PT1H", "v"),
        step("wait_event", "w", branches=({**NOTE, "name": "it"},), timeout="PT1H"),
        step("sms", "m", text="{{ it.amount }}"),
    )
    noted = journey("t>v>w w.noted>m", *steps)
    first = [event(0, "add"), event(20, "note"), event(20, "note", amount=1)]
    # The first of the two is the one caught, and it has no amount.
    told = story(noted, people(first), "caught", "words_missing")
    assert told == [
        (HOUR, "w", "caught", "noted", 20, True),
        (HOUR, "m", "words_missing", "it.amount"),
    ]
    assert caught(named, *tied) == [(HOUR, "noted", 20, True)]


def test_r14_and_r213_a_row_behind_without_the_key_says_nothing() -> None:
    rules = {"entry": {"key": "cart"}}
    rows = [event(0, "add", cart="1"), event(5, "buy"), event(6, "buy", cart="2")]
    asked = "caught", "timed_out", "wait_key_missing"
    told = story(late(BUY, rules=rules), people(rows), *asked, end=END)
    assert told == [(2 * HOUR, "w", "timed_out")]
    told = story(late(BUY, rules=rules), people([*rows, event(7, "buy", cart="1")]), *asked)
    assert told == [(HOUR, "w", "caught", "bought", 7, True)]


def test_r13_an_update_moves_the_trigger_and_not_the_entry() -> None:
    rows = event(0, "add"), event(5, "buy"), event(9, "add")
    moved = late(BUY, rules={"entry": NEWER})
    assert caught(moved, *rows) == [(2 * HOUR,)]
    entered = late(BUY, look_back="since_entry", rules={"entry": NEWER})
    assert caught(entered, *rows) == [(HOUR, "bought", 5, True)]
    # A span leaves out the newer entry event; the older one is an event like others.
    again = late({"id": "again", "event": "add"}, look_back="PT3H", rules={"entry": NEWER})
    assert caught(again, *rows) == [(HOUR, "again", 0, True)]


def test_r23_a_later_visit_looks_back_to_where_the_step_was_last_left() -> None:
    wait_ = step("wait_event", "w", branches=(BUY,), timeout="PT1H", look_back="P1D")
    drawing = journey("t>w w.bought>v>w w.timeout>f", on("add"), wait_, wait("PT2H", "v"), FINISH)
    rows = [event(time, "buy") for time in (-9, 5, 6, 7)]
    told = story(
        drawing,
        people([*rows[:1], event(0, "add"), *rows[1:]]),
        "caught",
        "timed_out",
        start=0,
        end=END,
    )
    assert told == [
        (0, "w", "caught", "bought", -9, True),
        (2 * HOUR, "w", "caught", "bought", 5, True),
        # The two others were behind them as well when they left by that one.
        (5 * HOUR, "w", "timed_out"),
    ]


def test_r213_the_event_that_brings_them_on_is_caught_by_the_next_step_too() -> None:
    waits = [
        step("wait_event", name, branches=(BUY,), timeout="PT1H", look_back=how)
        for name, how in (("w", "since_trigger"), ("v", "since_trigger"), ("u", "none"))
    ]
    drawing = journey("t>w w.bought>v v.bought>u", on("add"), *waits)
    told = story(drawing, people([event(0, "add"), event(5, "buy")]), "caught", "timed_out")
    assert told == [
        (5, "w", "caught", "bought", 5, False),
        (5, "v", "caught", "bought", 5, True),
        (5 + HOUR, "u", "timed_out"),
    ]


def test_r213_made_up_events_are_caught_like_recorded_ones() -> None:
    opened = {"id": "opened", "event": "email_opened"}
    wait_ = step("wait_event", "w", branches=(opened,), timeout="PT1H")
    drawing = journey("t>m>w w.timeout>f", on("add"), step("email", "m"), wait_, FINISH)
    for delay, decision in ((60, ("caught", "opened", 60, False)), (HOUR + 1, ("timed_out",))):
        reacts = reacting(opened=CERTAIN, delay=delay)
        one = people([event(0, "add")])
        asked = "caught", "timed_out"
        told = story(drawing, one, *asked, mode=Mode.GENERATED, responses=reacts)
        assert told == [(min(delay, HOUR), "w", *decision)]


def test_r214_the_newest_catch_under_a_name_is_in_the_context() -> None:
    named = {**BUY, "name": "order"}
    steps = (
        on("add"),
        step("sms", "m", text="{{ order.amount }}"),
        step("wait_event", "w", branches=(named,), timeout="PT2H"),
        step("sms", "m2", text="{{ order.amount }}{{ order.at }}"),
        step("wait_event", "v", branches=(named,), timeout="PT2H", look_back="none"),
        step("sms", "m3", text="{{ order.amount }}"),
    )
    drawing = journey("t>m>w w.bought>m2>v v.bought>m3", *steps)
    rows = [event(0, "add", amount=9), event(5, "buy", amount=1), event(6, "buy")]
    assert story(drawing, people(rows), "sent", "words_missing") == [
        (0, "m", "words_missing", "order.amount"),
        (5, "m2", "sent", "sms", True, True, 0),
        (6, "m3", "words_missing", "order.amount"),
    ]


def test_r13_and_r214_what_was_caught_stays_after_an_update_and_not_after_a_restart() -> None:
    named = {**BUY, "name": "order"}
    steps = (
        on("add"),
        step("wait_event", "w", branches=(named,), timeout="PT1H"),
        wait("PT1H", "v"),
        step("sms", "m", text="{{ order.amount }}"),
    )
    rows = people([event(0, "add"), event(5, "buy", amount=1), event(9, "add")])
    for rule, told in (
        ("update_context", [(5 + HOUR, "m", "sent", "sms", True, True, 0)]),
        ("restart", [(9 + 2 * HOUR, "m", "words_missing", "order.amount")]),
    ):
        ways = "t>w w.bought>v>m w.timeout>v"
        drawing = journey(ways, *steps, entry={"when_active": rule})
        assert story(drawing, rows, "sent", "words_missing", end=END) == told
