"""Worked by hand: coming into a segment, and going from it (R15, R217, R218, R219)."""

from collections.abc import Mapping
from hashlib import sha256

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.durations import Duration
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

T = 1_718_000_000
FINISH = step("finish", "f")
VIP = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
ACTIVE = {"kind": "behaviour", "event": "buy", "within": "PT1H", "operator": "at_least", "value": 1}
ALWAYS = {"kind": "all", "of": ()}


def joins(name: str = "t", on: str = "entered", **fields: object) -> Node:
    """Return a start by a segment."""
    return step("segment_trigger", name, **{"segment": "s", "on": on, **fields})


def about(
    condition: Mapping[str, object], *steps: Node, paths: str = "", **rules: object
) -> Journey:
    """Return a journey with one segment, all of whose starts lead to its end."""
    starts = [one.id for one in steps if one.is_trigger]
    groups = ({"id": "s", "condition": condition},)
    said = " ".join(f"{name}>f" for name in starts)
    return journey(paths or said, *steps, FINISH, segments=groups, **rules)


def entries(drawn: Journey, *args: object, **settings: object) -> list[Line]:
    """Return who entered, and who did not."""
    told = story(drawn, *args, **settings)  # type: ignore[arg-type]
    return [line for line in told if line[2] == "entered" or str(line[2]).startswith("refused")]


def test_r218_an_event_lets_enter_who_comes_into_the_segment_or_goes_from_it() -> None:
    rows = people([event(T, "in"), event(T + 1, "buy"), event(T + 2, "buy"), event(T + DAY, "x")])
    drawn = about(ACTIVE, joins(), joins("u", "left"))
    assert entries(drawn, rows) == [
        (T + 1, "t", "entered", None),
        (T + 2 + HOUR, "u", "entered", None),
    ]


def test_r15_it_ages_out_at_that_very_second_and_an_event_then_comes_first() -> None:
    drawn = about(ACTIVE, joins("t", "left"), on("in", "u"), entry={"cooldown": "PT1S"})
    alone = people([event(T, "buy"), event(T + DAY, "end")])
    assert entries(drawn, alone) == [(T + HOUR, "t", "entered", None)]
    # The event's own start goes first, and the segment's is too late; it is not asked again.
    met = people([event(T, "buy"), event(T + HOUR, "in"), event(T + DAY, "end")])
    assert entries(drawn, met) == [
        (T + HOUR, "u", "entered", None),
        (T + HOUR, "t", "refused_already"),
    ]


def test_r15_who_is_in_it_at_the_start_does_not_enter_unless_all_current_ones_do() -> None:
    rows = people([event(T - 60, "buy"), event(T, "in")])
    drawn = about(ACTIVE, joins(), joins("u", "left"))
    assert entries(drawn, rows, start=T, end=T + DAY) == [(T - 60 + HOUR, "u", "entered", None)]
    current = about(ACTIVE, joins(include_current=True))
    assert entries(current, rows, start=T, end=T + DAY) == [(T, "t", "entered", None)]


def test_r218_current_ones_enter_before_anything_else() -> None:
    catching = step("wait_event", "w", timeout="PT6H", branches=({"id": "p", "event": "in"},))
    drawn = about(ALWAYS, joins(include_current=True), catching, paths="t>w w.p>f")
    rows = people([event(T, "in")], {"n": 1}, [change(T, n=2)])
    assert story(drawn, rows, start=T, end=T + 1) == [
        (T, "t", "entered", None),
        (T, "w", "wait_started", T + 6 * HOUR),
        (T, "w", "caught", "p", T, False),
        (T, "f", "finished"),
    ]
    assert story(drawn, rows, start=T, end=T) == []


def test_r218_a_change_from_a_file_and_one_that_steps_make_are_asked_about() -> None:
    rows = people([event(T, "in")], {"vip": False}, [change(T + 60, vip=True)])
    drawn = about(VIP, joins(), joins("u", "left"))
    assert entries(drawn, rows, end=T + HOUR) == [(T + 60, "t", "entered", None)]
    changes = ({"attribute": "vip", "do": "set", "value": True},)
    update = step("update_profile", "c", changes=changes)
    other = journey("t>c>w", on("in"), update, wait("PT1H")).model_copy(update={"id": "a"})
    told = story((other, drawn), people([event(T, "in")], {"vip": False}), end=T + 1)
    assert [line[1:3] for line in told] == [
        ("t", "entered"),
        ("c", "profile_updated"),
        ("w", "wait_started"),
        ("t", "entered"),
        ("f", "finished"),
        ("w", "waiting"),
    ]


def test_r218_what_comes_and_goes_within_one_handling_is_nothing() -> None:
    changes = (
        {"attribute": "vip", "do": "set", "value": True},
        {"attribute": "vip", "do": "set", "value": False},
    )
    update = step("update_profile", "c", changes=changes)
    drawn = about(VIP, joins(), on("in", "u"), update, paths="u>c>f t>f")
    assert entries(drawn, people([event(T, "in")], {"vip": False})) == [(T, "u", "entered", None)]


def test_r217_the_entry_has_a_row_of_its_own_and_an_id_of_the_instant() -> None:
    words = "{{ event.at }}{{ before.buy[0].at }}"
    asked = [("m", words), ("m2", "{{ event.sku }}"), ("m3", "{{ before.buy[1].at }}")]
    steps = [step("sms", name, text=text) for name, text in asked]
    drawn = about(ACTIVE, joins(), *steps, paths="t>m>m2>m3")
    rows = people([event(T, "in"), event(T + 1, "buy", sku="x")])
    told = story(drawn, rows, "sent", "words_missing")
    assert [(line[1], *line[2:4]) for line in told] == [
        ("m", "sent", "sms"),
        ("m2", "words_missing", "event.sku"),
        ("m3", "words_missing", "before.buy[1].at"),
    ]
    entered = outcome(drawn, rows).rows["c"][0]
    assert entered.entry == sha256(f"t\x1f{T + 1}".encode()).hexdigest()[:16]


def test_r217_the_row_of_a_segment_is_not_the_event_of_another_journey() -> None:
    first = about(ACTIVE, joins()).model_copy(update={"id": "a"})
    words = step("sms", "m", text="{{ event.sku }}")
    second = journey("t>m", on("buy"), words)
    told = story((first, second), people([event(T, "in"), event(T + 1, "buy", sku="x")]))
    assert (T + 1, "m", "sent", "sms", True, True, 0) in told


def test_r11_and_r129_several_starts_of_one_journey_are_asked_in_their_order() -> None:
    steps = (joins(order=1), joins("s", order=0), on("buy", "u", order=5))
    drawn = about(ACTIVE, *steps, entry={"mode": "every"})
    assert entries(drawn, people([event(T, "in"), event(T + 1, "buy")])) == [
        (T + 1, "u", "entered", None),
        (T + 1, "s", "refused_already"),
        (T + 1, "t", "refused_already"),
    ]


def test_r10_a_refused_one_is_in_the_segment_all_the_same() -> None:
    drawn = about(ACTIVE, joins(), entry={"cooldown": "PT2H"})
    times = (T + 1, T + 2 * HOUR, T + 2 * HOUR + 60, T + 6 * HOUR)
    rows = people([event(T, "in"), *(event(time, "buy") for time in times)])
    over = T + 1 + 2 * HOUR
    assert entries(drawn, rows) == [
        (T + 1, "t", "entered", None),
        (T + 2 * HOUR, "t", "refused_cooldown", T + 1, over),
        (T + 6 * HOUR, "t", "entered", None),
    ]


def test_r217_segments_go_before_schedules_of_their_journey_and_waits_before_both() -> None:
    # Half past seven is when the purchase is an hour old.
    half_past = T + 76 * 60 + 40
    scheduled = step("schedule_trigger", "c", start="2024-06-10T07:30")
    drawn = about(ACTIVE, scheduled, joins("t", "left", order=1)).model_copy(update={"id": "a"})
    waiting = journey("t>w>f", on("buy"), wait("PT1H"), FINISH)
    rows = people([event(half_past - HOUR, "buy")])
    told = story((drawn, waiting), rows, end=half_past + 1)
    assert [line[:3] for line in told if line[0] == half_past] == [
        (half_past, "w", "wait_over"),
        (half_past, "f", "finished"),
        (half_past, "t", "entered"),
        (half_past, "c", "refused_already"),
        (half_past, "f", "finished"),
    ]


@pytest.mark.parametrize(("vip", "wanted"), [(True, "entered"), (False, "refused_filter")])
def test_r219_a_schedule_may_be_for_a_segment_which_is_its_filter(vip: bool, wanted: str) -> None:  # noqa: FBT001
    scheduled = step("schedule_trigger", "t", start="2024-06-10T09:00", segment="s")
    nine = T + 2 * HOUR + 46 * 60 + 40
    told = story(about(VIP, scheduled), people([], {"vip": vip}), start=T, end=nine + 1)
    assert [line[:3] for line in told[:2]] == [(nine, "t", "leaf"), (nine, "t", wanted)]
    assert told[0][3:] == (0, vip, vip)


def test_r215_a_segment_that_asks_for_another_changes_with_it() -> None:
    outer = {"kind": "not", "of": {"kind": "segment", "segment": "s"}}
    drawn = about(ACTIVE, joins(segment="o"))
    more = {"id": "o", "condition": outer}
    drawn = Journey.model_validate(
        {
            **{name: getattr(drawn, name) for name in ("id", "nodes", "edges")},
            "segments": (*drawn.segments, more),
        }
    )
    rows = people([event(T, "buy"), event(T + DAY, "end")])
    window = Duration.parse("PT1H").window
    assert entries(drawn, rows) == [(T + window, "t", "entered", None)]
