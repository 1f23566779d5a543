"""Whose clock a story goes by on the command line: the customer's own, and it says so."""

import json
from pathlib import Path

import pytest

from tests.app.speaking import put_drawing, said

EVENTS = """user_id,event,timestamp
olive,look,2026-03-06T20:00:00Z
sid,look,2026-03-06T20:00:00Z
ann,look,2026-03-06T20:00:00Z
"""
CUSTOMERS = """user_id,zone
olive,America/New_York
sid,Australia/Sydney
ann,
"""
MONDAYS = {
    "nodes": {
        "start": {
            "kind": "schedule_trigger",
            "start": "2026-03-02T09:00",
            "repeat": "FREQ=WEEKLY;BYDAY=MO",
        },
        "noon": {"kind": "wait_time", "title": "Noon", "time": "12:00"},
    },
    "edges": [{"from": "start", "port": "next", "to": "noon"}],
}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    folder = tmp_path_factory.mktemp("clocks")
    (folder / "events.csv").write_text(EVENTS)
    (folder / "customers.csv").write_text(CUSTOMERS)
    path = put_drawing(folder / "mondays.json", **MONDAYS)
    files = "--events", folder / "events.csv", "--customers", folder / "customers.csv"
    return (path, *files, "--start", "2026-03-06", "--end", "2026-03-12")


@pytest.mark.parametrize(
    ("customer", "zone", "whose"),
    [
        ("olive", "America/New_York", "the customer's own time zone"),
        ("sid", "Australia/Sydney", "the customer's own time zone"),
        ("ann", "Europe/Zurich", "the time zone in Settings"),
    ],
)
def test_a_monday_is_told_as_the_customers_monday(
    customer: str, zone: str, whose: str, named: tuple[str | Path, ...]
) -> None:
    """Nine in New York is 13:00 UTC, and in Sydney it is 22:00 UTC on Sunday."""
    told = said("trace", *named, "--zone", "Europe/Zurich", "--customer", customer)
    words = " ".join(told.out.split())
    assert words.startswith(f"Customer {customer}, by the clock of {zone}")
    assert "Enters: scheduled for Monday, 9 Mar 2026, 09:00:00." in words
    assert f"Waits until 12:00: 9 Mar 2026, 12:00:00 ({zone}, {whose})." in words
    assert words.endswith(
        "9 Mar 2026, 12:00:00 Noon The wait is over. The path ends here: nothing is connected."
    )


def test_what_is_told_apart_names_its_clock(named: tuple[str | Path, ...]) -> None:
    (told,) = json.loads(said("trace", *named, "--customer", "sid", "--json").out)["customers"]
    assert told["zone"] == "Australia/Sydney"
    entered = next(one for one in told["story"] if one["reason"] == "entered")
    assert entered["time"] == "2026-03-08T22:00:00Z"
    assert "Monday, 9 Mar 2026, 09:00:00" in entered["words"]


def test_until_when_they_wait_is_told_by_the_clock_that_is_named(tmp_path: Path) -> None:
    """Who moves is told of by the clock they have last, and each wait by the one it goes by."""
    (tmp_path / "events.csv").write_text(
        "user_id,event,timestamp\nsid,add_to_cart,2026-03-06T20:00:00Z\n"
    )
    (tmp_path / "customers.csv").write_text(
        "user_id,time,zone\nsid,2026-01-01T00:00:00Z,America/New_York\n"
        "sid,2026-03-07T10:00:00Z,Australia/Sydney\n"
    )
    path = put_drawing(tmp_path / "carts.json", nodes={
        "cart": {"kind": "event_trigger", "event": "add_to_cart"},
        "nine": {"kind": "wait_time", "time": "09:00"},
    }, edges=[{"from": "cart", "port": "next", "to": "nine"}])  # fmt: skip
    files = ("--events", tmp_path / "events.csv", "--customers", tmp_path / "customers.csv")
    mapped = ("--map", "customers.customer=user_id", "customers.time=time")
    told = " ".join(said("trace", path, *files, *mapped, "--customer", "sid").out.split())
    assert "by the clock of Australia/Sydney" in told
    assert "Waits until 09:00: 7 Mar 2026, 09:00:00 (America/New_York, the customer" in told
