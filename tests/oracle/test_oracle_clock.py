"""Cases worked by hand from R212: waits until a time of day, on some days, in a window."""

import pytest

from journeys.document.journey import Journey
from tests.oracle.worked import DAY, at, change, event, journey, on, outcome, people, step
from tests.simulation.worked import story

FINISH = step("finish", "f")
YORK, SYDNEY, LORD_HOWE = "America/New_York", "Australia/Sydney", "Australia/Lord_Howe"


def until(time: str, **fields: object) -> Journey:
    """Return a journey of one wait until a time of day."""
    return journey("t>w>f", on("add"), step("wait_time", "w", time=time, **fields), FINISH)


def end(drawing: Journey, start: str, zone: str) -> int:
    """Return where the wait of a customer who comes at a time ends."""
    told = story(drawing, people([event(at(start), "add")], {"zone": zone}), "wait_started")
    (line,) = told
    return int(str(line[3]))


@pytest.mark.parametrize(
    ("zone", "start", "time", "ends"),
    [
        # Nine in New York is 14:00 UTC in winter; the clock moves on 10 March and 3 November 2024.
        (YORK, "2024-03-09T13:00Z", "09:00", "2024-03-09T14:00Z"),
        (YORK, "2024-03-09T14:00:01Z", "09:00", "2024-03-10T13:00Z"),
        (YORK, "2024-11-02T13:00:01Z", "09:00", "2024-11-03T14:00Z"),
        (YORK, "2024-03-09T14:00Z", "09:00", "2024-03-09T14:00Z"),
        # Half past two is missing on 10 March: three o'clock is the first instant after the gap.
        (YORK, "2024-03-10T05:00Z", "02:30", "2024-03-10T07:00Z"),
        (YORK, "2024-03-10T07:00:01Z", "02:30", "2024-03-11T06:30Z"),
        # Half past one is there twice on 3 November: the first of the two.
        (YORK, "2024-11-03T05:00Z", "01:30", "2024-11-03T05:30Z"),
        (YORK, "2024-11-03T05:30:01Z", "01:30", "2024-11-04T06:30Z"),
        # Lord Howe moves by half an hour: 02:15 is in the gap of 6 October, 01:45 twice on 7 April.
        (LORD_HOWE, "2024-10-05T12:00Z", "02:15", "2024-10-05T15:30Z"),
        (LORD_HOWE, "2024-04-06T14:40Z", "01:45", "2024-04-06T14:45Z"),
        (LORD_HOWE, "2024-04-06T14:50Z", "01:45", "2024-04-07T15:15Z"),
        ("UTC", "2024-12-31T23:59:59Z", "00:00", "2025-01-01T00:00Z"),
    ],
)
def test_r212_the_first_time_from_now_on_that_the_clock_shows_it(
    zone: str, start: str, time: str, ends: str
) -> None:
    assert end(until(time), start, zone) == at(ends)


@pytest.mark.parametrize(
    ("start", "days", "ends"),
    [
        # Sunday 7 April 2024, an hour past midnight; the clock goes back two hours later.
        ("2024-04-06T14:00Z", ("mon",), "2024-04-07T23:00Z"),
        # Monday in Sydney, still Sunday in Greenwich.
        ("2024-04-07T22:00Z", ("mon",), "2024-04-07T23:00Z"),
        ("2024-04-07T23:00Z", ("mon",), "2024-04-07T23:00Z"),
        ("2024-04-07T23:00:01Z", ("mon",), "2024-04-14T23:00Z"),
        ("2024-04-07T23:00:01Z", ("sun", "wed"), "2024-04-09T23:00Z"),
        # From Monday the 30th of September to Monday the 7th of October, by when the clock moved.
        ("2024-09-29T23:00:01Z", ("mon",), "2024-10-06T22:00Z"),
    ],
)
def test_r212_and_r22_the_day_of_the_week_is_the_customers(
    start: str, days: tuple[str, ...], ends: str
) -> None:
    assert end(until("09:00", weekdays=days), start, SYDNEY) == at(ends)


@pytest.mark.parametrize(
    ("start", "ends"),
    [
        ("2024-06-10T21:59:59Z", "2024-06-10T22:00Z"),
        ("2024-06-10T22:00Z", "2024-06-10T22:00Z"),
        ("2024-06-10T23:00Z", "2024-06-10T23:00Z"),
        ("2024-06-11T05:59:59Z", "2024-06-11T05:59:59Z"),
        ("2024-06-11T06:00Z", "2024-06-11T22:00Z"),
    ],
)
def test_r212_a_window_over_night_lets_on_who_is_inside(start: str, ends: str) -> None:
    assert end(until("22:00", until="06:00"), start, "UTC") == at(ends)


@pytest.mark.parametrize(
    ("start", "ends"),
    [
        # Friday, 14 June 2024: its night lasts until Saturday morning, and is no other day's.
        ("2024-06-14T05:00Z", "2024-06-14T22:00Z"),
        ("2024-06-14T23:00Z", "2024-06-14T23:00Z"),
        ("2024-06-15T05:00Z", "2024-06-15T05:00Z"),
        ("2024-06-15T06:00Z", "2024-06-21T22:00Z"),
        ("2024-06-15T23:00Z", "2024-06-21T22:00Z"),
    ],
)
def test_r212_a_night_belongs_to_the_day_it_begins_on(start: str, ends: str) -> None:
    assert end(until("22:00", until="06:00", weekdays=("fri",)), start, "UTC") == at(ends)


def test_r212_the_sides_of_a_window_are_instants_of_the_clock_as_in_r20() -> None:
    # From one to a quarter to two, each the first of two on 3 November.
    early = until("01:00", until="01:45")
    assert end(early, "2024-11-03T05:44:59Z", YORK) == at("2024-11-03T05:44:59Z")
    assert end(early, "2024-11-03T06:30Z", YORK) == at("2024-11-04T06:00Z")
    # From one to half past two, which is three o'clock on 10 March.
    late = until("01:00", until="02:30")
    assert end(late, "2024-03-10T06:59:59Z", YORK) == at("2024-03-10T06:59:59Z")
    assert end(late, "2024-03-10T07:00Z", YORK) == at("2024-03-11T05:00Z")


def test_r212_an_end_that_is_now_is_waited_for_like_any_other() -> None:
    now = at("2024-06-10T09:00Z")
    rows = people([event(now, "add"), event(now, "add")])
    # The second event of the instant comes before the end of the wait (R3).
    assert story(until("09:00"), rows) == [
        (now, "t", "entered", None),
        (now, "w", "wait_started", now),
        (now, "t", "refused_active", now),
        (now, "w", "wait_over"),
        (now, "f", "finished"),
    ]


def test_r212_and_r104_the_end_moves_with_the_zone_from_the_stored_start() -> None:
    start = at("2024-06-10T12:00Z")
    drawing = until("18:00")
    for zone, asked, moved in (
        (YORK, "2024-06-10T12:01Z", "2024-06-10T22:00Z"),
        # In Berlin it struck six at 16:00 UTC, which is over.
        ("Europe/Berlin", "2024-06-10T17:00Z", "2024-06-10T17:00Z"),
        ("Europe/Berlin", "2024-06-10T15:00Z", "2024-06-10T16:00Z"),
        # In Kolkata it was half past five on coming here.
        ("Asia/Kolkata", "2024-06-10T12:01Z", "2024-06-10T12:30Z"),
    ):
        one = people([event(start, "add")], {}, [change(at(asked), zone=zone)])
        assert story(drawing, one, "wait_moved", "wait_over") == [
            (at(asked), "w", "wait_moved", at("2024-06-10T18:00Z"), at(moved)),
            (at(moved), "w", "wait_over"),
        ]
    same = people([event(start, "add")], {}, [change(start + 60, zone="Africa/Abidjan")])
    assert story(drawing, same, "wait_moved") == []


def test_r7_and_r212_a_wait_until_a_time_counts_as_eight_days() -> None:
    assert outcome(until("09:00"), people([event(0, "add")])).end == 1 + 8 * DAY
