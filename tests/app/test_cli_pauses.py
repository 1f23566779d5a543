"""Pauses named on the command line: what they do to a run, and words for those that are none."""

import json
from pathlib import Path

import pytest

from tests.app.speaking import is_refused, put_drawing, put_events, said

PAUSE = "carts,2026-01-05T09:30,2026-01-06T10:30"


def named(folder: Path) -> tuple[str, ...]:
    """Write a journey and events; return what names both."""
    drawn, events = put_drawing(folder / "carts.json"), put_events(folder / "events.csv")
    return str(drawn), "--events", str(events)


def test_a_run_with_a_pause_refuses_puts_off_and_says_so(tmp_path: Path) -> None:
    words = (*named(tmp_path), "--zone", "Europe/Zurich", "--pause", f"{PAUSE},catch_up")
    found = json.loads(said("simulate", *words, "--json").out)
    assert found["pauses"] == [
        {
            "journey": "carts",
            "from": "2026-01-05T08:30:00Z",
            "to": "2026-01-06T09:30:00Z",
            "policy": "catch_up",
        }
    ]
    assert found["journeys"]["carts"]["steps"]["cart"]["refused"]["paused"] == 2
    assert found["journeys"]["carts"]["put_off"] == 1
    told = said("simulate", *words)
    assert told.code == 0
    assert f"--pause {PAUSE},catch_up" in told.out, "the next command runs the same"
    flat = " ".join(told.out.split())
    assert "'Carts' is paused from 5 Jan 2026, 09:30:00 to 6 Jan 2026, 10:30:00" in flat
    assert "came while the journey was paused" in flat
    assert "Put off because the journey was paused: 1 wait." in flat


def test_a_story_says_that_the_journey_was_paused(tmp_path: Path) -> None:
    words = (*named(tmp_path), "--pause", PAUSE, "--customer", "ann", "bob")
    flat = " ".join(said("trace", *words).out.split())
    assert "The journey was paused: now waits until 6 Jan 2026, 11:00:00." in flat
    assert "Does not enter: the journey is paused until 6 Jan 2026, 10:30:00." in flat


def test_a_census_counts_what_is_sent_around_a_pause(tmp_path: Path) -> None:
    words = (*named(tmp_path), "--json")
    without = json.loads(said("census", *words).out)
    paused = json.loads(said("census", *words, "--pause", PAUSE).out)
    assert paused != without


@pytest.mark.parametrize(
    ("pause", "part"),
    [
        ("carts", "'carts' is no pause"),
        ("carts,2026-01-05", "is no pause"),
        ("carts,2026-01-05,2026-01-06,later", "extend or catch_up"),
        ("carts,2026-01-05,soon", "'soon' is no time"),
        ("carts,2026-01-06,2026-01-05", "would end before it begins"),
        ("cart,2026-01-05,2026-01-06", "There is no journey 'cart' in this run"),
    ],
)
def test_what_is_no_pause_is_refused_in_words(tmp_path: Path, pause: str, part: str) -> None:
    assert is_refused(said("simulate", *named(tmp_path), "--pause", pause), part)


def test_two_pauses_of_a_journey_that_touch_are_refused(tmp_path: Path) -> None:
    two = ("carts,2026-01-05,2026-01-06", "carts,2026-01-06,2026-01-07")
    assert is_refused(said("simulate", *named(tmp_path), "--pause", *two), "Make one pause")
