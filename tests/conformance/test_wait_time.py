"""Cases worked by hand from the rules: waits until a time of day."""

from collections.abc import Sequence

import pytest

from journeys.document.problems import Severity
from tests.oracle.worked import DAY, HOUR, at, change, event, journey, on, people, step
from tests.simulation.worked import story

FINISH = step("finish", "f")


def until(zone: str, start: str, **wait: object) -> int:
    """Return until when somebody in a zone waits who comes to the step at a time."""
    drawing = journey("t>w>f", on("add"), step("wait_time", "w", **wait), FINISH)
    (line,) = story(drawing, people([event(at(start), "add")], {"zone": zone}), "wait_started")
    assert line[:3] == (at(start), "w", "wait_started")
    assert isinstance(line[3], int)
    return line[3]


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        # New York: nine in the morning is 14:00 UTC in winter, 13:00 in summer.
        ("America/New_York", "2024-03-09T13:59:59Z", "2024-03-09T14:00Z"),
        ("America/New_York", "2024-03-09T14:00Z", "2024-03-09T14:00Z"),
        ("America/New_York", "2024-03-09T14:00:01Z", "2024-03-10T13:00Z"),
        ("America/New_York", "2024-11-02T13:00:01Z", "2024-11-03T14:00Z"),
        ("Asia/Kolkata", "2024-05-01T03:29Z", "2024-05-01T03:30Z"),
    ],
)
def test_r22_r212_nine_in_the_morning_across_both_switches(zone: str, start: str, end: str) -> None:
    assert until(zone, start) == at(end)


@pytest.mark.parametrize(
    ("zone", "start", "time", "end"),
    [
        # Half past two is skipped in New York on 10 March: three o'clock, 07:00 UTC, stands for it.
        ("America/New_York", "2024-03-10T06:00Z", "02:30", "2024-03-10T07:00Z"),
        # Half past one comes twice on 3 November: the first, 05:30 UTC; then that of the next day.
        ("America/New_York", "2024-11-03T05:00Z", "01:30", "2024-11-03T05:30Z"),
        ("America/New_York", "2024-11-03T05:31Z", "01:30", "2024-11-04T06:30Z"),
        # Lord Howe skips half an hour at two on 6 October 2024, and repeats it on 7 April.
        ("Australia/Lord_Howe", "2024-10-05T15:00Z", "02:15", "2024-10-05T15:30Z"),
        ("Australia/Lord_Howe", "2024-04-06T14:00Z", "01:45", "2024-04-06T14:45Z"),
        ("Australia/Lord_Howe", "2024-04-06T14:50Z", "01:45", "2024-04-07T15:15Z"),
    ],
)
def test_r20_r212_times_in_a_gap_and_times_twice(
    zone: str, start: str, time: str, end: str
) -> None:
    assert until(zone, start, time=time) == at(end)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        # In Sydney it is Monday already at 22:00 UTC on Sunday, 2 June 2024 (and nine at 23:00).
        ("2024-06-02T22:00Z", ("mon",), "2024-06-02T23:00Z"),
        ("2024-06-02T23:00:01Z", ("mon",), "2024-06-09T23:00Z"),
        ("2024-06-02T23:00:01Z", ("sat", "sun"), "2024-06-07T23:00Z"),
        ("2024-06-02T23:00:01Z", ("mon", "tue"), "2024-06-03T23:00Z"),
    ],
)
def test_r22_r212_mondays_in_sydney(start: str, days: Sequence[str], end: str) -> None:
    assert until("Australia/Sydney", start, weekdays=days) == at(end)


@pytest.mark.parametrize(
    ("start", "fields", "end"),
    [
        ("2024-06-03T08:00Z", {"until": "17:00"}, "2024-06-03T09:00Z"),
        ("2024-06-03T16:59:59Z", {"until": "17:00"}, "2024-06-03T16:59:59Z"),
        ("2024-06-03T17:00Z", {"until": "17:00"}, "2024-06-04T09:00Z"),
        # Over night: Friday's window lasts into Saturday, whose own does not begin.
        ("2024-06-08T03:00Z", {"time": "22:00", "until": "06:00"}, "2024-06-08T03:00Z"),
        (
            "2024-06-08T03:00Z",
            {"time": "22:00", "until": "06:00", "weekdays": ("fri",)},
            "2024-06-08T03:00Z",
        ),
        (
            "2024-06-08T06:00Z",
            {"time": "22:00", "until": "06:00", "weekdays": ("fri",)},
            "2024-06-14T22:00Z",
        ),
    ],
)
def test_r212_windows(start: str, fields: dict[str, object], end: str) -> None:
    assert until("UTC", start, **fields) == at(end)


def test_r104_r212_a_new_zone_moves_the_end_from_the_stored_start() -> None:
    drawing = journey("t>w>f", on("add"), step("wait_time", "w"), FINISH)
    start = at("2024-06-03T10:00Z")
    moves = people(
        [event(start, "add")],
        {"zone": "UTC"},
        [change(start + HOUR, zone="America/New_York"), change(start + 7 * HOUR, zone="UTC")],
    )
    assert story(drawing, moves) == [
        (start, "t", "entered", None),
        (start, "w", "wait_started", start + 23 * HOUR),
        (start + HOUR, "w", "wait_moved", start + 23 * HOUR, start + 3 * HOUR),
        (start + 3 * HOUR, "w", "wait_over"),
        (start + 3 * HOUR, "f", "finished"),
    ]


def test_r104_an_end_that_would_be_over_is_now() -> None:
    drawing = journey("t>w>f", on("add"), step("wait_time", "w"), FINISH)
    start, later = at("2024-06-03T10:00Z"), at("2024-06-03T15:00Z")
    moves = people([event(start, "add")], {"zone": "UTC"}, [change(later, zone="America/New_York")])
    assert story(drawing, moves, "wait_moved", "wait_over") == [
        (later, "w", "wait_moved", start + 23 * HOUR, later),
        (later, "w", "wait_over"),
    ]


def test_r7_r212_it_counts_as_eight_days() -> None:
    drawing = journey("t>w>f", on("add"), step("wait_time", "w", weekdays=("mon",)), FINISH)
    one = people([event(at("2024-06-03T09:00:01Z"), "add")], {"zone": "UTC"})
    assert story(drawing, one, "wait_over") == [(at("2024-06-10T09:00Z"), "w", "wait_over")]
    cut = story(drawing, one, "waiting", end=at("2024-06-10T09:00Z"))
    assert cut == [(at("2024-06-10T09:00Z"), "w", "waiting", at("2024-06-10T09:00Z"))]


def test_r26_r216_a_loop_may_pass_through_it_and_is_held_for_its_period() -> None:
    drawing = journey(
        "t>w>w",
        on("add"),
        step("wait_time", "w", time="00:00", until="23:59"),
        loops={"maximum_visits": 2, "minimum_period": "PT2H"},
    )
    one = people([event(DAY, "add")], {"zone": "UTC"})
    assert story(drawing, one) == [
        (DAY, "t", "entered", None),
        (DAY, "w", "wait_started", DAY),
        (DAY, "w", "wait_over"),
        (DAY, "w", "held", DAY + 2 * HOUR),
        (DAY + 2 * HOUR, "w", "wait_started", DAY + 2 * HOUR),
        (DAY + 2 * HOUR, "w", "wait_over"),
        (DAY + 2 * HOUR, "w", "too_many_visits", 3),
    ]


def test_r212_a_window_that_begins_and_ends_at_once_is_an_error() -> None:
    wrong = step("wait_time", "w", time="09:00", until="09:00")
    (problem,) = wrong.check()
    assert (problem.code, problem.severity) == ("empty_window", Severity.ERROR)


@pytest.mark.parametrize("time", ["9:00", "24:00", "09:60", "nine", 9, ""])
def test_a_time_that_is_none_is_refused_in_words(time: object) -> None:
    with pytest.raises(ValueError, match="a time of day is expected, such as 09:00"):
        step("wait_time", "w", time=time)


def test_days_of_the_week_stand_there_once_and_in_order() -> None:
    made = step("wait_time", "w", weekdays=("wed", "mon"))
    assert made.plain()["weekdays"] == ["mon", "wed"]
    with pytest.raises(ValueError, match="each day of the week stands there once"):
        step("wait_time", "w", weekdays=("mon", "mon"))
