"""The command line says what is known at each step, and checks words against data."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.speaking import drawing, is_refused, put_drawing, put_events, said

WORDS = "Hi {{ customer.name }}, from {{ event.platform }}"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return put_events(tmp_path / "events.csv")


def speaking(tmp_path: Path, words: str) -> Path:
    nodes: dict[str, Any] = drawing()["nodes"]
    nodes["letter"] = {"kind": "email", "text": words.splitlines()}
    return put_drawing(tmp_path / "carts.json", nodes=nodes)


def test_every_step_tells_what_is_always_sometimes_and_never_there(
    tmp_path: Path, events: Path
) -> None:
    ended = said("lineage", put_drawing(tmp_path / "carts.json"), "--events", events)
    assert ended.code == 0
    assert "Wait (hour)" in ended.out
    lines = [line.split() for line in ended.out.splitlines()]
    assert ["Always", "event.at,", "session.started,"] in [line[:3] for line in lines]
    assert any(line[:1] == ["Sometimes"] and "event.platform," in line for line in lines)


def test_one_step_is_told_in_full(tmp_path: Path, events: Path) -> None:
    drawn = put_drawing(tmp_path / "carts.json")
    ended = said("lineage", drawn, "--events", events, "--at", "letter")
    assert ended.code == 0
    lines = [line.split(maxsplit=2) for line in ended.out.splitlines()]
    assert ["event.platform", "text", "What they did to enter"] in lines


def test_a_program_reads_the_same(tmp_path: Path, events: Path) -> None:
    drawn = speaking(tmp_path, WORDS)
    ended = said("lineage", drawn, "--events", events, "--json")
    steps = json.loads(ended.out)["steps"]
    assert list(steps) == ["cart", "hour", "letter", "over"]
    assert steps["letter"]["event.platform"] == {
        "breaking": {
            "steps": ["cart", "hour", "letter"],
            "words": "Not everyone who comes here has event.platform.",
        },
        "holds": "text",
        "source": "What they did to enter",
        "used_by": ["letter"],
        "verdict": "possible",
    }
    assert steps["over"]["customer.id"]["verdict"] == "guaranteed"


def test_a_wrong_step_and_no_data_are_refused(tmp_path: Path, events: Path) -> None:
    drawn = put_drawing(tmp_path / "carts.json")
    assert is_refused(said("lineage", drawn, "--events", events, "--at", "x"), "step 'x'", "letter")
    assert is_refused(said("lineage", drawn), "--events")


def test_beside_data_a_check_tells_of_words_that_ask_for_what_is_not_there_r179(
    tmp_path: Path, events: Path
) -> None:
    drawn = speaking(tmp_path, WORDS)
    alone = said("check", drawn)
    assert (alone.code, "no problems" in alone.out) == (0, True)
    beside = said("check", drawn, "--events", events, "--json")
    assert beside.code == 1
    (found,) = json.loads(beside.out)["problems"].values()
    assert [(each["code"], each["severity"]) for each in found] == [
        ("unknown_name", "error"),
        ("unsafe_use", "warning"),
    ]
    assert found[1]["fix"] == "Add a fallback"
    folder = tmp_path / "shop"
    assert said("import", events, drawn, "--workspace", folder).code == 0
    assert "1 error and 1 warning" in said("check", "carts", "--workspace", folder).out
