"""Cases worked by hand from R211: waits until a date, before it, after it, past and missing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from journeys.document.journey import Journey
from journeys.people.population import ColumnType, Content, Event, Held
from tests.oracle.worked import DAY, at, change, event, journey, on, outcome, people, step
from tests.simulation.worked import story

FINISH = step("finish", "f")
YORK = "America/New_York"
START = at("2024-01-01T00:00Z")
LATE = at("2025-01-01T00:00Z")


def until(**fields: object) -> Journey:
    """Return a journey of one wait until a date."""
    wait = step("wait_date", "w", **fields)
    steps = FINISH, step("finish", "p"), step("finish", "n")
    ways = "".join(
        f" w.{port}>{target}"
        for port, target in (("past", "p"), ("missing", "n"))
        if port in {each.id for each in wait.ports()}
    )
    return journey(f"t>w>f{ways}", on("add"), wait, *steps)


def end(drawing: Journey, zone: str = "UTC", start: int = START) -> object:
    """Return where the wait of a customer ends, None where there is none."""
    told = story(drawing, people([event(start, "add")], {"zone": zone}), "wait_started")
    return told[0][3] if told else None


@pytest.mark.parametrize(
    ("date", "ends"),
    [
        ("2024-03-10", "2024-03-10T13:00Z"),
        ("2024-03-09", "2024-03-09T14:00Z"),
        ("2024-03-10T02:30", "2024-03-10T07:00Z"),  # a gap: three o'clock
        ("2024-11-03T01:30", "2024-11-03T05:30Z"),  # twice: the first
        ("2024-11-03T01:30:00-05:00", "2024-11-03T06:30Z"),  # the second, by its offset
        ("2024-06-10T09:00:00.999Z", "2024-06-10T09:00Z"),
        ("2024-06-10T09:00:01+05:30", "2024-06-10T03:30:01Z"),
        ("2199-12-31T23:59:59Z", "2199-12-31T23:59:59Z"),
    ],
)
def test_r211_a_day_is_at_nine_and_a_time_without_an_offset_local(date: str, ends: str) -> None:
    assert end(until(date=date), YORK) == at(ends)


def test_r211_a_day_alone_is_at_the_time_given_and_a_time_stays_its_own() -> None:
    assert end(until(date="2024-03-10", time="02:30"), YORK) == at("2024-03-10T07:00Z")
    assert end(until(date="2024-03-10", time="00:00"), YORK) == at("2024-03-10T05:00Z")
    assert end(until(date="2024-03-10T10:00", time="00:00"), YORK) == at("2024-03-10T14:00Z")


@pytest.mark.parametrize(
    ("date", "offset", "before", "ends"),
    [
        # A day on the wall is 23 hours on 10 March; 24 hours are 24 hours.
        ("2024-03-09T12:00", "P1D", False, "2024-03-10T16:00Z"),
        ("2024-03-09T12:00", "PT24H", False, "2024-03-10T17:00Z"),
        ("2024-03-10T12:00", "P1D", True, "2024-03-09T17:00Z"),
        ("2024-03-10T12:00", "PT24H", True, "2024-03-09T16:00Z"),
        # Months first, clipped once; then days; then seconds. Minus in the same order.
        ("2024-01-31", "P1M", False, "2024-02-29T14:00Z"),
        ("2024-03-31", "P1M", True, "2024-02-29T14:00Z"),
        ("2024-01-31", "P1M1D", False, "2024-03-01T14:00Z"),
        ("2024-03-31", "P1M1D", True, "2024-02-28T14:00Z"),
        ("2025-02-28", "P1Y", True, "2024-02-28T14:00Z"),
        ("2028-02-29", "P3Y1M", True, "2025-01-29T14:00Z"),
        # A day back from 11 March is the gap, which ends at 07:00 UTC; then an hour back.
        ("2024-03-11T02:30", "P1DT1H", True, "2024-03-10T06:00Z"),
        # The date is found first: half past two is three o'clock, and so it is a day later.
        ("2024-03-10T02:30", "P1D", False, "2024-03-11T07:00Z"),
        ("2024-11-03T01:30:00-05:00", "P1D", False, "2024-11-04T06:30Z"),
    ],
)
def test_r211_and_r20_an_offset_is_counted_on_the_customers_wall(
    date: str,
    offset: str,
    before: bool,  # noqa: FBT001 as it stands in the step
    ends: str,
) -> None:
    assert end(until(date=date, offset=offset, before=before), YORK) == at(ends)


@pytest.mark.parametrize(
    ("value", "is_date"),
    [
        ("2024-06-10", True),
        ("2024-06-10T09:00", True),
        ("2024-06-10T09:00:30.25Z", True),
        ("2024-06-10T09:00+02:00", True),
        ("2024-06-10T09", False),
        ("2024-06-10T24:00", False),
        ("2024-06-10T09:00:60", False),
        ("2024-02-30", False),
        ("2023-02-29", False),
        ("1899-12-31", False),
        ("2200-01-01", False),
        ("10.06.2024", False),
        ("2024-6-10", False),
        ("2024-06", False),
        ("on 2024-06-10", False),
        ("2024-06-10 ", False),
        ("", False),
        (None, False),
        (True, False),
        (Decimal("2024.0610"), False),
    ],
)
def test_r211_a_text_is_a_date_when_all_of_it_is_one(
    value: Content,
    is_date: bool,  # noqa: FBT001 an expected answer
) -> None:
    drawing = until(attribute="due", if_missing="branch")
    told = story(drawing, people([event(START, "add")], {"due": value}), end=LATE)
    if is_date:
        assert [line[2] for line in told] == ["entered", "wait_started", "wait_over", "finished"]
    else:
        assert told[1:] == [(START, "w", "date_missing"), (START, "n", "finished")]
    entry = until(entry="due", if_missing="branch")
    told = story(entry, people([event(START, "add", due=value)]), "wait_started")
    assert bool(told) is is_date


@pytest.mark.parametrize(
    ("otherwise", "reason", "step_"),
    [("continue", "finished", "f"), ("branch", "finished", None), ("exit", "stopped", "w")],
)
def test_r22_a_past_and_a_missing_date_do_as_declared(
    otherwise: str, reason: str, step_: str | None
) -> None:
    early = until(date="2023-12-31T23:59:59Z", if_past=otherwise)
    told = story(early, people([event(START, "add")]))
    assert told[1:] == [
        (START, "w", "date_past", START - 1),
        (START, step_ or "p", reason),
    ]
    none = until(attribute="due", if_missing=otherwise)
    told = story(none, people([event(START, "add")], {"due": None}))
    assert told[1:] == [(START, "w", "date_missing"), (START, step_ or "n", reason)]


def test_r22_and_r211_an_end_that_is_now_is_waited_for() -> None:
    now = until(date="2024-01-01T00:00:00Z", if_past="exit")
    assert story(now, people([event(START, "add")]))[1:] == [
        (START, "w", "wait_started", START),
        (START, "w", "wait_over"),
        (START, "f", "finished"),
    ]
    earlier = until(date="2024-01-02T00:00:00Z", offset="P2D", before=True, if_past="exit")
    told = story(earlier, people([event(START, "add")]))
    assert told[1] == (START, "w", "date_past", START - DAY)


def test_r211_the_date_is_read_when_the_wait_begins() -> None:
    drawing = until(attribute="due")
    first, second = at("2024-02-01T09:00Z"), at("2024-01-02T09:00Z")
    later = [change(START + 60, due="2024-01-02")]
    one = people([event(START, "add")], {"due": "2024-02-01"}, later)
    assert story(drawing, one, "wait_moved", "wait_over") == [(first, "w", "wait_over")]
    carrying = people([Event("c", START, "add", carries={"due": "2024-01-02"})], {"due": "x"})
    assert story(drawing, carrying, "wait_over") == [(second, "w", "wait_over")]


def test_r211_an_instant_is_itself_and_a_whole_number_is_none() -> None:
    one = people([event(START, "add")], {"due": START + 5})
    drawing = until(attribute="due", time="12:00")
    assert story(drawing, one, "date_missing") == [(START, "w", "date_missing")]
    typed = replace(one, attributes={"due": Held(ColumnType.INSTANT)})
    assert story(drawing, typed, "wait_started") == [(START, "w", "wait_started", START + 5)]


def test_r13_and_r211_after_an_update_it_is_the_newer_event_that_says_the_date() -> None:
    two = step("wait", "v", duration="PT1H"), step("wait_date", "w", entry="due")
    rule = {"when_active": "update_context"}
    drawing = journey("t>v>w>f", on("add"), *two, FINISH, entry=rule)
    rows = [
        event(START, "add", due="2024-02-01"),
        event(START + 60, "add", due="2024-03-01"),
        event(START + DAY, "add", due="2024-04-01"),
    ]
    told = story(drawing, people(rows), "wait_started", "wait_moved")
    assert told[1:] == [(START + 3_600, "w", "wait_started", at("2024-03-01T09:00Z"))]


def test_r104_the_end_is_computed_again_from_what_was_read() -> None:
    asked = START + 60
    for fields, old, new in (
        ({"date": "2024-06-10"}, "2024-06-10T09:00Z", "2024-06-10T13:00Z"),
        ({"date": "2024-06-10T09:00"}, "2024-06-10T09:00Z", "2024-06-10T13:00Z"),
        ({"date": "2024-06-10T09:00Z"}, "2024-06-10T09:00Z", None),
        ({"date": "2024-06-10T09:00Z", "offset": "PT1H"}, "2024-06-10T10:00Z", None),
        ({"date": "2024-06-10T09:00Z", "offset": "P1M"}, "2024-07-10T09:00Z", None),
        # From 02:00 UTC of the 31st, in New York still the 30th, it is another month back.
        (
            {"date": "2024-07-31T02:00Z", "offset": "P1M", "before": True},
            "2024-06-30T02:00Z",
            "2024-07-01T02:00Z",
        ),
        ({"date": "2024-01-01", "time": "00:01"}, "2024-01-01T00:01Z", "2024-01-01T05:01Z"),
    ):
        one = people([event(START, "add")], {}, [change(asked, zone=YORK)])
        told = story(until(**fields), one, "wait_moved", "wait_over", end=LATE)
        moved = [] if new is None else [(asked, "w", "wait_moved", at(old), at(new))]
        assert told == [*moved, (at(new or old), "w", "wait_over")]


def test_r104_an_end_that_would_have_been_is_now() -> None:
    asked = at("2024-06-10T08:30Z")
    one = people([event(START, "add")], {}, [change(asked, zone="Asia/Kolkata")])
    told = story(until(date="2024-06-10"), one, "wait_moved", "wait_over", end=LATE)
    assert told == [
        (asked, "w", "wait_moved", at("2024-06-10T09:00Z"), asked),
        (asked, "w", "wait_over"),
    ]


def test_r7_a_wait_until_a_date_makes_it_ninety_days() -> None:
    assert outcome(until(date="2024-01-02"), people([event(0, "add")])).end == 1 + 90 * DAY
