"""Worked by hand: entering by the clock, with no event (R217, R219)."""

from hashlib import sha256

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.simulation.settings import Mode
from tests.oracle.recurring import walls
from tests.oracle.schedules import days
from tests.oracle.worked import (
    DAY,
    HOUR,
    Asked,
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
NEW_YORK = "America/New_York"


def every(repeat: str | None, begin: str = "2024-03-04T09:00", **fields: object) -> Node:
    """Return a schedule."""
    return step("schedule_trigger", "t", start=begin, repeat=repeat, **fields)


def passing(*steps: Node, **rules: object) -> Journey:
    """Return a journey that ends where it begins."""
    return journey("t>f", *steps, FINISH, **rules)


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=DAILY;INTERVAL=3", ["2024-02-27", "2024-03-01", "2024-03-04"]),
        ("FREQ=DAILY;BYDAY=TU,MO;COUNT=2", ["2024-02-27", "2024-03-04"]),
        ("FREQ=DAILY;UNTIL=20240228T090000", ["2024-02-27", "2024-02-28"]),
        ("FREQ=DAILY;UNTIL=20240228T085959", ["2024-02-27"]),
        ("FREQ=WEEKLY", ["2024-02-27", "2024-03-05", "2024-03-12"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", ["2024-03-03", "2024-03-11", "2024-03-17"]),
        ("FREQ=MONTHLY", ["2024-02-27", "2024-03-27", "2024-04-27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["2024-03-31", "2024-05-31", "2024-07-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2024-02-29", "2024-03-31", "2024-04-30"]),
        ("FREQ=MONTHLY;BYDAY=-1TH,1SU", ["2024-02-29", "2024-03-03", "2024-03-28"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("FREQ=YEARLY", ["2024-02-27", "2025-02-27", "2026-02-27"]),
    ],
)
def test_r219_a_rule_names_days(rule: str, first: list[str]) -> None:
    found = days(at("2024-02-27T09:00Z"), rule)
    named = [found.at(place) for place in range(3)]
    assert [f"{day:%Y-%m-%d}" for day in named if day is not None] == first


def test_r219_without_a_rule_the_start_is_the_only_one() -> None:
    once = days(NINE, None)
    assert [once.at(place) for place in range(3)] == [*walls(once.found[0], None), None, None]


def test_r219_everybody_enters_from_the_start_of_the_run_on() -> None:
    drawn = passing(every("FREQ=DAILY"))
    nobody = people([])
    entered = story(drawn, nobody, "entered", start=NINE, end=NINE + 2 * DAY)
    assert entered == [(NINE, "t", "entered", None), (NINE + DAY, "t", "entered", None)]
    assert story(drawn, nobody, "entered", start=NINE + 1, end=NINE + DAY) == []


def test_r7_a_schedule_that_comes_again_counts_as_ninety_days() -> None:
    rows = people([event(NINE, "in")])
    assert outcome(passing(every("FREQ=DAILY")), rows).end == NINE + 1 + 90 * DAY
    assert outcome(passing(every(None)), rows).end == NINE + 1


def test_r219_local_times_are_the_customers_own_or_the_workspaces() -> None:
    who = people([], {"zone": NEW_YORK})
    span: Asked = {"start": NINE, "end": NINE + DAY}
    own, common = every(None), every(None, zone="workspace")
    assert story(passing(own), who, "entered", **span) == [(NINE + 5 * HOUR, "t", "entered", None)]
    assert story(passing(common), who, "entered", **span) == [(NINE, "t", "entered", None)]


def test_r219_a_gap_of_the_clock_is_passed_at_its_end() -> None:
    who = people([], {"zone": NEW_YORK})
    drawn = passing(every("FREQ=DAILY", "2024-03-10T02:30"))
    began = at("2024-03-10T00:00-05:00")
    assert story(drawn, who, "entered", start=began, end=began + 36 * HOUR) == [
        (at("2024-03-10T03:00-04:00"), "t", "entered", None),
        (at("2024-03-11T02:30-04:00"), "t", "entered", None),
    ]


def test_r219_a_new_zone_moves_what_is_to_come_to_now_where_that_is_past() -> None:
    drawn = passing(every("FREQ=DAILY"))
    moved = at("2024-03-04T11:00Z")
    who = people([], {"zone": NEW_YORK}, [change(moved, zone="Europe/Berlin")])
    assert story(drawn, who, "entered", start=NINE, end=NINE + DAY + HOUR) == [
        (moved, "t", "entered", None),
        (NINE + DAY - HOUR, "t", "entered", None),
    ]


def test_r219_what_was_had_does_not_come_again_in_a_new_zone() -> None:
    drawn = passing(every("FREQ=DAILY"))
    who = people([], {"zone": "UTC"}, [change(NINE + 60, zone=NEW_YORK)])
    assert story(drawn, who, "entered", start=NINE, end=NINE + DAY + 5 * HOUR) == [
        (NINE, "t", "entered", None)
    ]


def test_r217_the_entry_id_is_made_of_the_trigger_and_the_instant() -> None:
    told = outcome(passing(every(None)), people([]), start=NINE, end=NINE + 1).rows["c"]
    assert told[0].entry == sha256(f"t\x1f{NINE}".encode()).hexdigest()[:16]


def test_r217_a_journey_with_a_key_refuses() -> None:
    drawn = passing(every(None), entry={"key": "cart"})
    rows = people([event(NINE - 60, "in", cart="a")])
    assert story(drawn, rows, start=NINE, end=NINE + 1) == [(NINE, "t", "refused_key_missing")]


def test_r217_updating_the_context_is_ignoring() -> None:
    drawn = journey(
        "t>w>f", every("FREQ=DAILY"), wait("PT30H"), FINISH, entry={"when_active": "update_context"}
    )
    told = story(drawn, people([]), "entered", "refused_active", start=NINE, end=NINE + 2 * DAY)
    assert told == [(NINE, "t", "entered", None), (NINE + DAY, "t", "refused_active", NINE)]


def test_r217_of_two_schedules_of_an_instant_the_first_enters() -> None:
    second = step("schedule_trigger", "s", start="2024-03-04T09:00", order=1)
    told = story(passing(every(None), second), people([]), start=NINE, end=NINE + 1)
    assert told == [
        (NINE, "t", "entered", None),
        (NINE, "s", "refused_already"),
        (NINE, "f", "finished"),
    ]


def test_r217_waits_of_an_instant_end_before_entries_and_events_come_first() -> None:
    timed = passing(every(None)).model_copy(update={"id": "a"})
    waiting = journey("t>w>f", on("in"), wait("PT1H"), FINISH)
    rows = people([event(NINE - HOUR, "in"), event(NINE, "in")])
    told = story((timed, waiting), rows, start=NINE - HOUR, end=NINE + 1)
    assert [line for line in told if line[0] == NINE] == [
        (NINE, "t", "refused_active", NINE - HOUR),
        (NINE, "w", "wait_over"),
        (NINE, "f", "finished"),
        (NINE, "t", "entered", None),
        (NINE, "f", "finished"),
    ]


def test_r217_there_is_no_session_and_no_cart_but_what_was_before() -> None:
    words = "{{ event.at }}{{ before.view[0].at }}"
    asked = [("m", words), ("m2", "{{ session.started }}"), ("m3", "{{ cart.id }}")]
    steps = [step("sms", name, text=text) for name, text in asked]
    drawn = journey("t>m>m2>m3", every(None), *steps)
    rows = people([event(NINE - 60, "view", cart_id="c", sku="s")])
    told = story(drawn, rows, "sent", "words_missing", start=NINE, end=NINE + 1)
    assert [(line[1], *line[2:4]) for line in told] == [
        ("m", "sent", "sms"),
        ("m2", "words_missing", "session.started"),
        ("m3", "words_missing", "cart.id"),
    ]


def test_r217_an_entry_at_an_instant_is_no_event_that_counts() -> None:
    counted = {"kind": "behaviour", "event": "view", "operator": "at_least", "value": 1}
    drawn = journey(
        "t>b b.yes>f",
        every(None),
        step("branch", "b", branches=[{"id": "yes", "condition": counted}]),
        FINISH,
    )
    told = story(drawn, people([]), "branch_taken", start=NINE, end=NINE + 1, mode=Mode.GENERATED)
    assert told == [(NINE, "b", "branch_taken", "else")]
