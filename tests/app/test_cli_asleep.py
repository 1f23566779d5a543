"""Spans in which nothing ran, named on the command line, and how old news may be (R227, R228)."""

import argparse
import json
from pathlib import Path

import pytest

from app.cli import census, picture, simulate, trace
from app.cli.runs import OPTIONS, settings, typed
from tests.app.speaking import is_refused, put_drawing, put_events, said

SPAN = "2026-01-05T09:30,2026-01-06T10:30"
HOUR = 3_600


def named(folder: Path) -> tuple[str, ...]:
    """Write a journey and events; return what names both."""
    drawn, events = put_drawing(folder / "carts.json"), put_events(folder / "events.csv")
    return str(drawn), "--events", str(events)


def flat(words: str) -> str:
    return " ".join(words.split())


def test_a_run_that_slept_says_so_and_lets_nobody_in_by_old_news(tmp_path: Path) -> None:
    words = (*named(tmp_path), "--asleep", SPAN, "--maximum-age", "PT20H")
    found = json.loads(said("simulate", *words, "--json").out)
    assert found["asleep"] == [{"from": "2026-01-05T09:30:00Z", "to": "2026-01-06T10:30:00Z"}]
    assert found["maximum_age"] == "PT20H"
    assert found["journeys"]["carts"]["steps"]["cart"]["refused"]["too_old"] == 1
    assert found["journeys"]["carts"]["entries"] == 3
    told = said("simulate", *words)
    assert told.code == 0
    assert f"--asleep {SPAN} --maximum-age PT20H" in told.out, "the next command runs the same"
    taken = flat(told.out)
    assert "Nothing ran from 5 Jan 2026, 09:30:00 to 6 Jan 2026, 10:30:00: what fell into" in taken
    assert "Nobody enters by what is more than 20 hours old when it is handled." in taken
    assert "1 became known too late" in taken


def test_a_story_of_a_run_that_slept_tells_what_was_done_on_waking(tmp_path: Path) -> None:
    words = (*named(tmp_path), "--asleep", SPAN, "--maximum-age", "PT20H", "--customer", "bob")
    told = flat(said("trace", *words).out)
    assert "Does not enter: it had happened 1 day 30 minutes before it became known." in told


def test_times_of_a_schedule_that_were_slept_through_are_counted(tmp_path: Path) -> None:
    weekly = {"kind": "schedule_trigger", "start": "2026-01-05T10:00", "repeat": "FREQ=DAILY"}
    nodes = {"noon": {**weekly, "zone": "workspace"}, "over": {"kind": "finish"}}
    edges = [{"from": "noon", "port": "next", "to": "over"}]
    drawn = put_drawing(tmp_path / "daily.json", nodes=nodes, edges=edges)
    words = (drawn, "--events", put_events(tmp_path / "events.csv"), "--end", "2026-01-10")
    span = "2026-01-05T09:30,2026-01-08T12:00"
    found = json.loads(said("simulate", *words, "--asleep", span, "--json").out)
    assert found["journeys"]["carts"]["steps"]["noon"]["refused"]["missed"] == 3 * 3
    assert "9 were due while nothing ran" in said("simulate", *words, "--asleep", span).out


@pytest.mark.parametrize(
    ("option", "given", "part"),
    [
        ("--asleep", "2026-01-05", "does not say from when to when"),
        ("--asleep", "2026-01-05,", "does not say from when to when"),
        ("--asleep", "2026-01-05,2026-01-06,2026-01-07", "does not say from when to when"),
        ("--asleep", "2026-01-05,soon", "'soon' is no time"),
        ("--asleep", "2026-01-06,2026-01-05", "would end before it begins"),
        ("--maximum-age", "yesterday", "'yesterday' is no duration"),
        ("--maximum-age", "P1M", "'P1M' has months"),
    ],
)
def test_what_is_no_span_and_no_age_is_refused_in_words(
    tmp_path: Path, option: str, given: str, part: str
) -> None:
    assert is_refused(said("simulate", *named(tmp_path), option, given), part)


@pytest.mark.parametrize("command", [simulate, trace, census, picture])
def test_every_command_that_runs_takes_every_option_of_a_run(command: object) -> None:
    parser = argparse.ArgumentParser()
    command.add(parser)  # type: ignore[attr-defined]
    named = {name for action in parser._actions for name in action.option_strings}  # noqa: SLF001
    assert set(OPTIONS) <= named


def test_what_is_asked_of_a_run_can_be_typed_again() -> None:
    parser = argparse.ArgumentParser()
    census.add(parser)
    asked = (
        *("--mode", "mixed", "--seed", "7", "--start", "2026-01-05", "--end", "2026-02-05"),
        *("--pause", "a,2026-01-06,2026-01-07", "b,2026-01-06,2026-01-07,catch_up"),
        *("--asleep", "2026-01-08,2026-01-09", "--maximum-age", "P1DT2H"),
    )
    given = parser.parse_args(asked)
    assert tuple(typed(given)) == asked
    assert settings(given, "UTC").maximum_age == 26 * HOUR
    assert tuple(typed(parser.parse_args([]))) == ()
