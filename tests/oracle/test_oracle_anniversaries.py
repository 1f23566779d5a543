"""Worked by hand: entering around a date of the customer's (R17, R220)."""

from collections.abc import Mapping
from hashlib import sha256

from journeys.document.journey import Journey
from journeys.people.population import Change, ColumnType, Content, Customer, Held, Population
from tests.oracle.worked import DAY, HOUR, at, change, journey, outcome, people, step
from tests.simulation.worked import story

NEW_YORK = "America/New_York"
MIDNIGHT = at("2024-03-01T00:00Z")
FINISH = step("finish", "f")


def around(attribute: str = "day", **fields: object) -> Journey:
    """Return a journey that is entered around a date and ends at once."""
    trigger = step("date_trigger", "t", attribute=attribute, **fields)
    return journey("t>f", trigger, FINISH)


def entered(
    drawn: Journey,
    attributes: Mapping[str, Content],
    *changes: Change,
    begin: int = MIDNIGHT,
    days: int = 10,
) -> list[int]:
    """Return when the customer enters."""
    who = people([], attributes, changes)
    return [
        int(str(line[0]))
        for line in story(drawn, who, "entered", start=begin, end=begin + days * DAY)
    ]


def test_r17_a_day_alone_is_nine_in_the_morning_unless_declared() -> None:
    assert entered(around(), {"day": "2024-03-05"}) == [at("2024-03-05T09:00Z")]
    assert entered(around(time="17:30"), {"day": "2024-03-05"}) == [at("2024-03-05T17:30Z")]
    there = {"day": "2024-03-05", "zone": NEW_YORK}
    assert entered(around(), there) == [at("2024-03-05T09:00-05:00")]


def test_r220_the_offset_counts_on_the_local_calendar_or_back() -> None:
    there = {"day": "2024-03-09", "zone": NEW_YORK}
    assert entered(around(offset="P1D"), there) == [at("2024-03-10T09:00-04:00")]
    assert entered(around(offset="P2D", before=True), there) == [at("2024-03-07T09:00-05:00")]


def test_r220_what_is_no_date_never_comes() -> None:
    assert entered(around(), {"day": "soon"}) == []
    assert entered(around(), {"day": None}) == []
    assert entered(around(), {"day": 1_709_600_000}) == []


def test_r220_an_instant_is_itself_and_its_seconds_are_the_cause() -> None:
    when = MIDNIGHT + HOUR
    who = Population({}, {"day": Held(ColumnType.INSTANT)}, (Customer("c", {"day": when}),))
    rows = outcome(around(), who, start=MIDNIGHT, end=MIDNIGHT + DAY).rows["c"]
    assert rows[0].time == when
    assert rows[0].entry == sha256(f"t\x1f{when}\x1f0".encode()).hexdigest()[:16]


def test_r220_what_lies_before_the_start_does_not_happen_and_the_start_does() -> None:
    begin = at("2024-03-05T09:00Z")
    assert entered(around(), {"day": "2024-03-05"}, begin=begin) == [begin]
    assert entered(around(), {"day": "2024-03-05"}, begin=begin + 1) == []


def test_r17_a_changed_date_moves_an_entry_that_has_not_been() -> None:
    moved = change(MIDNIGHT + 60, day="2024-03-07")
    assert entered(around(), {"day": "2024-03-05"}, moved) == [at("2024-03-07T09:00Z")]


def test_r220_what_lies_before_the_change_does_not_happen_and_now_does() -> None:
    nine = at("2024-03-05T09:00Z")
    for late, found in ((0, [nine]), (1, [])):
        moved = change(nine + late, day="2024-03-05")
        assert entered(around(), {"day": "2024-03-09"}, moved) == found


def test_r17_each_value_enters_once_and_a_refusal_counts() -> None:
    drawn = around()
    back = (
        change(MIDNIGHT + 5 * DAY, day="2024-03-08"),
        change(MIDNIGHT + 6 * DAY, day="2024-03-05T20:00"),
    )
    there = {"day": "2024-03-05T20:00", "zone": "UTC"}
    assert entered(drawn, there, *back) == [at("2024-03-05T20:00Z")]


def test_r220_every_year_from_the_dates_own_on_and_29_february_is_the_28th() -> None:
    drawn, born = around(yearly=True), {"day": "2024-02-29"}
    begin = at("2023-01-01T00:00Z")
    assert entered(drawn, born, begin=begin, days=6 * 366) == [
        at("2024-02-29T09:00Z"),
        at("2025-02-28T09:00Z"),
        at("2026-02-28T09:00Z"),
        at("2027-02-28T09:00Z"),
        at("2028-02-29T09:00Z"),
    ]


def test_r220_the_offset_is_counted_from_each_year_and_the_year_is_the_cause() -> None:
    drawn = around(yearly=True, offset="P1D")
    who = people([], {"day": "2020-02-28"})
    rows = outcome(drawn, who, start=at("2023-12-01T00:00Z"), end=at("2025-12-01T00:00Z")).rows["c"]
    first, second = [row for row in rows if row.reason == "entered"]
    assert (first.time, second.time) == (at("2024-02-29T09:00Z"), at("2025-03-01T09:00Z"))
    assert second.entry == sha256(b"t\x1f2020-02-28\x1f2025").hexdigest()[:16]


def test_r220_a_new_zone_moves_what_is_to_come_to_now_where_that_is_past() -> None:
    moved = at("2024-03-05T09:30Z")
    there = {"day": "2024-03-05", "zone": NEW_YORK}
    assert entered(around(), there, change(moved, zone="UTC")) == [moved]
    later = change(at("2024-03-05T08:00Z"), zone=NEW_YORK)
    assert entered(around(), {"day": "2024-03-05", "zone": "UTC"}, later) == [
        at("2024-03-05T09:00-05:00")
    ]
