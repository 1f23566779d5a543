"""Entries around a customer's date, worked by hand: once, every year, and when the date changes."""

from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Change, ColumnType, Content, Customer, Held, Population
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import DAY, at, change, event, journey, people, step
from tests.simulation.worked import somebody
from tests.simulation.worked import story as told

NEW_YORK = "America/New_York"
START, END = at("2026-01-01T00:00+00:00"), at("2029-01-01T00:00+00:00")


def around(**fields: object) -> Journey:
    """Return a journey that customers enter around their renewal, and that ends at once."""
    start = step("date_trigger", "t", attribute="renewal", **fields)
    return journey("t>f", start, step("finish", "f"))


def entered(drawing: Journey, population: Population, zone: str = "UTC") -> list[str]:
    """Return when the customer enters, by the clock of a zone."""
    found = told(drawing, population, "entered", start=START, end=END, zone=zone)
    shown = (datetime.fromtimestamp(int(str(line[0])), ZoneInfo(zone)) for line in found)
    return [f"{each:%Y-%m-%d %H:%M}" for each in shown]


@pytest.mark.parametrize(
    ("text", "fields", "when"),
    [
        ("2026-06-01", {}, ["2026-06-01 09:00"]),
        ("2026-06-01", {"time": "18:30"}, ["2026-06-01 18:30"]),
        ("2026-06-01T07:15", {}, ["2026-06-01 07:15"]),
        ("2026-06-01T07:15-04:00", {}, ["2026-06-01 11:15"]),
        ("2026-03-31", {"offset": "P1M", "before": True}, ["2026-02-28 09:00"]),
        ("2025-12-30", {"offset": "P3D"}, ["2026-01-02 09:00"]),
        ("2026-01-03", {"offset": "P3D", "before": True}, []),
        ("2025-06-01", {}, []),
        ("soon", {}, []),
    ],
)
def test_r220_a_date_is_read_as_a_wait_reads_it_and_what_is_past_does_not_happen(
    text: str, fields: dict[str, object], when: list[str]
) -> None:
    assert entered(around(**fields), somebody(renewal=text)) == when


def test_r17_the_29th_of_february_is_the_28th_in_other_years() -> None:
    yearly = around(yearly=True)
    assert entered(yearly, somebody(renewal="1992-02-29")) == [
        "2026-02-28 09:00", "2027-02-28 09:00", "2028-02-29 09:00"
    ]  # fmt: skip
    early = around(yearly=True, offset="P1D", before=True)
    assert entered(early, somebody(renewal="2027-03-01")) == [
        "2027-02-28 09:00",
        "2028-02-29 09:00",
    ]
    over = around(yearly=True, offset="P3D", before=True)
    assert entered(over, somebody(renewal="1990-01-02")) == [
        "2026-12-30 09:00", "2027-12-30 09:00", "2028-12-30 09:00"
    ]  # fmt: skip


def test_r17_changing_the_attribute_moves_an_entry_that_has_not_fired() -> None:
    moved = people(
        [event(START, "joined")], {"renewal": "2026-06-01"},
        [change(START + DAY, renewal="2026-04-01"), change(START + 200 * DAY, renewal="2026-05-01"),
         change(START + 201 * DAY, renewal="2026-12-01")],
    )  # fmt: skip
    assert entered(around(), moved) == ["2026-04-01 09:00", "2026-12-01 09:00"]


def test_r17_each_date_enters_once_also_when_it_comes_back() -> None:
    noon = at("2026-06-01T12:00+00:00")
    # Nine is over in Tokyo as they move to Los Angeles, where the same date lies ahead again.
    changes = [
        change(noon, zone="America/Los_Angeles"),
        change(noon + 60, renewal="2026-07-01"),
        change(noon + 120, renewal="2026-06-01"),
        change(noon + DAY, renewal="2026-08-01"),
    ]
    back = people(
        [event(START, "joined")], {"renewal": "2026-06-01", "zone": "Asia/Tokyo"}, changes
    )  # fmt: skip
    assert entered(around(), back) == ["2026-06-01 00:00", "2026-08-01 16:00"]


def test_r17_a_refusal_counts() -> None:
    start = step("date_trigger", "t", attribute="renewal")
    again = journey("t>f", start, step("finish", "f"), entry={"key": "cart"})
    noon = at("2026-06-01T12:00+00:00")
    changes = [change(noon, renewal="2026-06-02"), change(noon + 9, renewal="2026-06-01")]
    some = people([event(START, "joined", cart="x")], {"renewal": "2026-06-01"}, changes)
    found = told(again, some, start=START, end=END)
    assert [(line[0], line[2]) for line in found] == [(noon - 3 * 3_600, "refused_key_missing")]


def test_r220_a_change_of_zone_moves_what_is_to_come_to_now_where_that_would_be_past() -> None:
    nine = at("2026-06-01T09:00-04:00")
    east = people(
        [event(START, "joined")], {"renewal": "2026-06-01", "zone": NEW_YORK},
        [change(nine - 3_600, zone="Asia/Tokyo")],
    )  # fmt: skip
    assert entered(around(), east) == ["2026-06-01 12:00"]
    west = people(
        [event(START, "joined")], {"renewal": "2026-06-01", "zone": NEW_YORK},
        [change(nine - 3_600, zone="America/Los_Angeles")],
    )  # fmt: skip
    assert entered(around(), west) == ["2026-06-01 16:00"]


def test_r220_nine_is_nine_in_winter_and_in_summer_r20() -> None:
    assert entered(around(), somebody(renewal="2026-01-15"), NEW_YORK) == ["2026-01-15 09:00"]
    assert entered(around(), somebody(renewal="2026-07-15"), NEW_YORK) == ["2026-07-15 09:00"]


def instants(value: int, *changes: Change) -> Population:
    """Return the customer c, whose renewal is an instant."""
    known: dict[str, Content] = {"renewal": value}
    return Population(
        {}, {"renewal": Held(ColumnType.INSTANT)}, (Customer("c", known),), (), changes
    )  # fmt: skip


def test_r220_an_instant_is_itself_and_comes_each_year_by_the_customers_calendar() -> None:
    late = at("2026-03-01T02:00+00:00")
    assert entered(around(), instants(late)) == ["2026-03-01 02:00"]
    assert entered(around(yearly=True), instants(late), NEW_YORK) == [
        "2026-02-28 21:00", "2027-02-28 21:00", "2028-02-28 21:00"
    ]  # fmt: skip


@pytest.mark.parametrize(("is_yearly", "occurrence"), [(False, "0"), (True, "2026")])
def test_r220_the_cause_is_the_value_and_the_occurrence_r2(
    is_yearly: bool,  # noqa: FBT001
    occurrence: str,
) -> None:
    old = at("1965-06-01T12:00+00:00")
    cases = [(somebody(renewal="2026-06-01"), "2026-06-01")]
    cases += [(instants(old), str(old))] if is_yearly else []
    for population, value in cases:
        dataset = encode(population)
        drawing = around(yearly=is_yearly)
        program = compile_program((drawing,), dataset, RunSettings(start=START, end=END))
        digits = sha256(f"t\x1f{value}\x1f{occurrence}".encode()).hexdigest()[:16]
        assert trace(program, dataset, 0)[0].entry == digits


def test_r220_several_customers_dates_never_mix_and_memory_grows_where_it_must() -> None:
    begin, end = at("1901-01-01T00:00+00:00"), at("2001-01-01T00:00+00:00")
    old, yearly = somebody(renewal="1900-05-05"), around(yearly=True)
    found = told(yearly, old, "entered", start=begin, end=end)
    assert len(found) == 100
