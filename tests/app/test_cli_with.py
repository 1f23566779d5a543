"""Journeys that run with another one: named by --with, and named to the person where missing."""

import json
from pathlib import Path

import pytest

from tests.app.speaking import Said, is_refused, put_drawing, put_events, said

JUMP = {"kind": "jump", "journey": "after", "call": "carts"}
CALLED = {
    "id": "after",
    "title": "After",
    "nodes": {"in": {"kind": "call_trigger", "call": "carts"}, "over": {"kind": "finish"}},
    "edges": [{"from": "in", "port": "next", "to": "over"}],
}


@pytest.fixture
def named(tmp_path: Path) -> tuple[str, ...]:
    """Return what names a journey that leads on to another one, and events."""
    nodes = {"cart": {"kind": "event_trigger", "event": "add_to_cart"}, "on": JUMP}
    edges = [{"from": "cart", "port": "next", "to": "on"}]
    drawn = put_drawing(tmp_path / "carts.json", nodes=nodes, edges=edges)
    return str(drawn), "--events", str(put_events(tmp_path / "events.csv"))


def flat(ended: Said) -> str:
    return " ".join((ended.out + ended.err).split())


def test_a_journey_named_by_with_runs_with_it_and_the_next_command_names_it(
    tmp_path: Path, named: tuple[str, ...]
) -> None:
    after = put_drawing(tmp_path / "after.json", **CALLED)
    words = (*named, "--with", str(after))
    found = json.loads(said("simulate", *words, "--json").out)
    assert [found["journeys"][each]["entries"] for each in ("carts", "after")] == [4, 4]
    ended = said("simulate", *words)
    assert ended.code == 0
    assert f"--with {after}" in flat(ended)
    assert "coming from the journey 'Carts'" in flat(said("trace", *words, "--customer", "ann"))
    assert said("census", *words).code == 0
    assert said("check", named[0], "--with", str(after)).code == 0
    drawn = tmp_path / "carts.svg"
    assert said("picture", named[0], str(drawn), *words[1:]).code == 0
    assert "There is no journey" not in drawn.read_text()
    assert "Go on in 'After'" in drawn.read_text()


def test_what_is_missing_is_named_with_the_option_that_adds_it(
    tmp_path: Path, named: tuple[str, ...]
) -> None:
    for command in (("simulate",), ("trace", "--customer", "ann"), ("census",)):
        ended = said(command[0], *named, *command[1:])
        assert ended.code == 1
        assert "Only the journeys that are named run: add --with and the file of" in flat(ended)
    after = put_drawing(tmp_path / "after.json", **CALLED)
    for ended in (said("simulate", *named), said("check", named[0])):
        assert ended.code == 1
        assert f"To run 'after' with it, add: --with {after}" in flat(ended)


def test_a_journey_of_the_workspace_and_a_sample_are_named_by_their_ids(
    tmp_path: Path, named: tuple[str, ...]
) -> None:
    home, after = tmp_path / "shop", put_drawing(tmp_path / "x.json", **CALLED)
    assert said("import", *named[:1], after, named[2], "--workspace", home).code == 0
    ended = said("simulate", "carts", "--workspace", home)
    assert "To run 'after' with it, add: --with after" in flat(ended)
    assert said("simulate", "carts", "--with", "after", "--workspace", home).code == 0
    nodes = {
        "cart": {"kind": "event_trigger", "event": "add_to_cart"},
        "on": {**JUMP, "journey": "welcome"},
    }
    edges = [{"from": "cart", "port": "next", "to": "on"}]
    other = put_drawing(tmp_path / "other.json", nodes=nodes, edges=edges)
    assert "--with welcome" in flat(said("simulate", other, *named[1:]))


def test_all_journeys_are_all_and_what_is_not_there_is_refused(
    tmp_path: Path, named: tuple[str, ...]
) -> None:
    words = ("--all", "--with", "welcome", "--workspace", str(tmp_path / "none"))
    assert said("simulate", *words).code == 2
    assert is_refused(said("simulate", *named, "--with", "nowhere.json"), "nowhere.json")
