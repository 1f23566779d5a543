"""Cases worked by hand from R24, R213 and R215: conditions waited for, and what time makes true."""

from dataclasses import replace

import pytest

from journeys.document.journey import Journey
from journeys.people.population import ColumnType, Event, Held, Population
from tests.oracle.worked import (
    DAY,
    HOUR,
    Line,
    change,
    event,
    journey,
    on,
    people,
    step,
    wait,
)
from tests.simulation.worked import story

ENDS = tuple(step("finish", name) for name in "fo")
SEEN = {
    "kind": "behaviour",
    "event": "view",
    "within": "PT1H",
    "operator": "at_least",
    "value": 1,
}
QUIET = {**SEEN, "operator": "is", "value": 0}
GOLD = {"kind": "attribute", "name": "tier", "value": "gold"}
LONG_AGO = {"kind": "attribute", "name": "since", "operator": "longer_ago", "value": "P1D"}
RECENT = {"kind": "attribute", "name": "since", "operator": "within_last", "value": "P1D"}
TOLD = ("caught", "timed_out", "exited")


def until(*conditions: object, **rules: object) -> Journey:
    """Return a journey that waits ten hours at most for one of some conditions."""
    branches = tuple({"id": f"c{place}", "condition": one} for place, one in enumerate(conditions))
    wait_ = step("wait_event", "w", branches=branches, timeout="PT10H")
    ways = " ".join(f"w.c{place}>f" for place in range(len(conditions)))
    return journey(f"t>w w.timeout>o {ways}", on("add"), wait_, *ENDS, **rules)


def since(instant: int | None, *rows: Event) -> Population:
    """Return somebody with an attribute that is an instant."""
    one = people(rows, {"since": instant})
    return replace(one, attributes={"since": Held(ColumnType.INSTANT)})


def met(drawing: Journey, *rows: Event) -> list[Line]:
    """Return what ends the wait, and when."""
    return story(drawing, people(rows), *TOLD, start=0, end=DAY)


def test_r213_a_condition_is_asked_on_coming_and_then_at_each_event_and_change() -> None:
    changes = [change(50, tier="tin"), change(90, tier="gold")]
    drawing = until(GOLD)
    one = people([event(0, "add"), event(60, "note")], {"tier": "x"}, changes)
    assert story(drawing, one) == [
        (0, "t", "entered", None),
        (0, "w", "wait_started", 10 * HOUR),
        (90, "w", "caught", "c0", None, False),
        (90, "f", "finished"),
    ]
    at_once = people([event(0, "add")], {"tier": "gold"})
    assert story(drawing, at_once, *TOLD) == [(0, "w", "caught", "c0", None, False)]
    carried = people([event(0, "add"), Event("c", 7, "note", carries={"tier": "gold"})])
    assert story(drawing, carried, *TOLD) == [(7, "w", "caught", "c0", None, False)]


def test_r213_looking_back_comes_before_conditions_and_while_standing_the_first_branch() -> None:
    branches = ({"id": "gold", "condition": GOLD}, {"id": "noted", "event": "note"})
    wait_ = step("wait_event", "w", branches=branches, timeout="PT1H")
    drawing = journey("t>v>w", on("add"), wait("PT1M", "v"), wait_)
    for noted, told in (
        (30, (60, "w", "caught", "noted", 30, True)),
        (60, (60, "w", "caught", "noted", 60, True)),
        (61, (60, "w", "caught", "gold", None, False)),
    ):
        one = people([event(0, "add"), event(noted, "note")], {"tier": "gold"})
        assert story(drawing, one, *TOLD) == [told]
    rows = [event(0, "add"), Event("c", 90, "note", carries={"tier": "gold"})]
    assert story(drawing, people(rows), *TOLD) == [(90, "w", "caught", "gold", None, False)]


def test_r215_a_condition_comes_true_by_ageing_with_no_event() -> None:
    rows = event(-600, "view"), event(0, "add"), event(100, "view")
    # The last view leaves the window of an hour at exactly 3,700 seconds (R25).
    assert met(until(QUIET), *rows) == [(100 + HOUR, "w", "caught", "c0", None, False)]
    assert met(until(QUIET), *rows, event(3_699, "view")) == [
        (3_699 + HOUR, "w", "caught", "c0", None, False)
    ]
    # An event of that very second counts; then there is nothing to come true.
    at_once = met(until(QUIET), *rows, event(3_700, "view"))
    assert at_once == [(3_700 + HOUR, "w", "caught", "c0", None, False)]
    other = met(until(QUIET), *rows, event(3_700, "note"))
    assert other == [(100 + HOUR, "w", "caught", "c0", None, False)]


@pytest.mark.parametrize(
    ("condition", "instant", "expected"),
    [
        (LONG_AGO, -DAY + 500, (500, "caught")),
        (LONG_AGO, -DAY, (0, "caught")),
        (LONG_AGO, -DAY + 10 * HOUR, (10 * HOUR, "caught")),  # before the time-out of the instant
        (LONG_AGO, -DAY + 10 * HOUR + 1, (10 * HOUR, "timed_out")),
        (LONG_AGO, None, (10 * HOUR, "timed_out")),
        (RECENT, 700, (700, "caught")),  # an instant to come
        (RECENT, 11 * HOUR, (10 * HOUR, "timed_out")),
        ({"kind": "not", "of": RECENT}, -DAY + 500, (500, "caught")),
        ({"kind": "all", "of": (LONG_AGO, QUIET)}, -DAY + 500, (500, "caught")),
    ],
)
def test_r215_an_instant_that_is_known_makes_true_with_time(
    condition: object, instant: int | None, expected: tuple[int, str]
) -> None:
    told = story(until(condition), since(instant, event(0, "add")), *TOLD)
    assert [(line[0], line[2]) for line in told] == [expected]


def test_r215_the_last_time_and_a_property_of_the_entry_age_too() -> None:
    last = {"kind": "behaviour", "event": "view", "measure": "last"}
    ago = {**last, "operator": "longer_ago", "value": "PT2H"}
    rows = event(0, "view"), event(5, "add"), event(9, "view")
    assert met(until(ago), *rows) == [(9 + 2 * HOUR, "w", "caught", "c0", None, False)]
    # The window is an hour, so that two hours after the last one there is none to look at.
    assert met(until({**ago, "within": "PT1H"}), *rows) == [(5 + 10 * HOUR, "w", "timed_out")]
    due = {"kind": "entry", "name": "due", "operator": "longer_ago", "value": "PT1H"}
    one = people([event(0, "add", due=40)])
    typed = replace(one, columns={"due": Held(ColumnType.INSTANT)})
    told = story(until(due), typed, *TOLD)
    assert told == [(40 + HOUR, "w", "caught", "c0", None, False)]


def test_r215_of_two_conditions_the_one_that_comes_true_first_is_met() -> None:
    soon = {**LONG_AGO, "value": "PT1H"}
    told = story(until(LONG_AGO, soon), since(0, event(0, "add")), *TOLD)
    assert told == [(HOUR, "w", "caught", "c1", None, False)]
    same = {"kind": "all", "of": (soon,)}
    told = story(until(same, soon), since(0, event(0, "add")), *TOLD)
    assert told == [(HOUR, "w", "caught", "c0", None, False)]


def test_r13_a_newer_entry_event_has_the_condition_asked_at_once() -> None:
    asks = {"kind": "entry", "name": "amount", "operator": "at_least", "value": 50}
    drawing = until(asks, entry={"when_active": "update_context"})
    rows = people([event(0, "add", amount=10), event(60, "add", amount=90)])
    assert story(drawing, rows)[2:] == [
        # In the phase of waits the older event was still the one asked about.
        (60, "t", "context_updated", 0),
        (60, "w", "caught", "c0", None, False),
        (60, "f", "finished"),
    ]
    held = {"minimum_period": "PT1H"}
    wait_ = step("wait_event", "w", branches=({"id": "c0", "condition": asks},), timeout="PT1M")
    drawing = journey(
        "t>w w.timeout>w w.c0>f", on("add"), wait_, ENDS[0], loops=held,
        entry={"when_active": "update_context"},
    )  # fmt: skip
    told = story(drawing, people([event(0, "add", amount=1), event(90, "add", amount=90)]), end=DAY)
    # Who is held does not wait yet, and is asked when the step acts.
    assert told[3:] == [
        (60, "w", "held", HOUR),
        (90, "t", "context_updated", 0),
        (HOUR, "w", "wait_started", HOUR + 60),
        (HOUR, "w", "caught", "c0", None, False),
        (HOUR, "f", "finished"),
    ]


def test_r215_a_re_check_that_finds_nothing_says_nothing_and_none_is_after_the_end() -> None:
    rows = event(0, "view"), event(1, "add")
    told = story(until(SEEN, SEEN), people(rows), end=HOUR)
    assert [line[2] for line in told] == ["entered", "wait_started", "caught", "finished"]
    never = {**SEEN, "value": 2}
    told = story(until(never), people(rows), end=2 * HOUR)
    assert [line[2] for line in told] == ["entered", "wait_started", "waiting"]
    assert story(until(QUIET), people(rows), *TOLD, end=HOUR) == []
