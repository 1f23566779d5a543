"""Bad files and bad journeys: what is wrong, where and what to try, and nothing is lost."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.app.speaking import drawing, is_refused, put_drawing, put_events, said
from tests.app.speaking import said_with_room_for as with_room_for

HEADER = "user_id,event,timestamp\n"
ROW = "ann,add_to_cart,2026-01-05 09:00:00\n"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return put_events(tmp_path / "events.csv")


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "The file is empty"),
    "truncated": (json.dumps(drawing()).encode()[:200], "ends too early"),
    "no JSON": (b"{'id': 1}", "no valid JSON"),
    "another encoding": ('{"title": "Körbe"}'.encode("latin-1"), "not UTF-8"),
    "nested": (b'{"extensions": ' * 5_000, "nested deeper"),
    "a name twice": (b'{"id": "a", "id": "b"}', "stands twice"),
    "no number": (b'{"format": "throughline-journey", "priority": NaN}', "NaN is no number"),
    "a list": (b"[]", "one JSON object"),
    "newer": (json.dumps(drawing(version=2)).encode(), "Update Throughline"),
    "unknown field": (json.dumps(drawing(colour="red")).encode(), "colour"),
    "unknown kind": (
        json.dumps(drawing(nodes={"a": {"kind": "teleport"}})).encode(),
        "teleport",
    ),
    "a tongue-twister": (json.dumps(drawing(id="x" * 500)).encode(), "id"),
}


@pytest.mark.parametrize("what", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "simulate", "picture", "import"])
def test_an_unreadable_journey_is_refused_by_its_name(
    command: str, what: str, tmp_path: Path
) -> None:
    content, words = UNREADABLE[what]
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    more: dict[str, list[str | Path]] = {
        "simulate": ["--shop", "10"],
        "picture": [tmp_path / "out.png"],
        "import": ["--workspace", tmp_path / "shop"],
    }
    rest = more.get(command, [])
    if command == "import" and not any(mark in content for mark in (b'"nodes"', b"throughline")):
        return  # nothing tells that this was meant to be a journey
    assert is_refused(said(command, path, *rest), "broken.json", words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.json"]


def test_a_folder_and_a_file_without_permission_are_refused(tmp_path: Path) -> None:
    assert is_refused(said("check", tmp_path), "cannot be read")


def wrong_journeys() -> dict[str, tuple[dict[str, Any], str]]:
    plain = drawing()
    cart, hour, letter = (plain["nodes"][name] for name in ("cart", "hour", "letter"))
    arms = [{"id": "a", "weight": 5_000}, {"id": "b", "weight": 4_000}]
    test = {"kind": "experiment", "experiment": "words", "arms": arms}
    begin = {"from": "cart", "port": "next"}
    return {
        "a zero-time loop": (
            {
                "nodes": {"cart": cart, "letter": letter, "again": letter},
                "edges": [
                    {**begin, "to": "letter"},
                    {"from": "letter", "port": "sent", "to": "again"},
                    {"from": "again", "port": "sent", "to": "letter"},
                ],
            },
            "round for ever in no time",
        ),
        "weights that do not sum": (
            {"nodes": {"cart": cart, "test": test}, "edges": [{**begin, "to": "test"}]},
            "add up to 90%",
        ),
        "a dangling path": (
            {"nodes": {"cart": cart, "hour": hour}, "edges": [{**begin, "to": "nowhere"}]},
            "there is no such step",
        ),
        "no start": ({"nodes": {"hour": hour}, "edges": []}, "Nobody can enter"),
    }


@pytest.mark.parametrize("what", wrong_journeys())
def test_a_wrong_journey_is_a_problem_and_is_named_by_every_command(
    what: str, tmp_path: Path, events: Path
) -> None:
    changes, words = wrong_journeys()[what]
    path = put_drawing(tmp_path / "wrong.json", **changes)
    checked = said("check", path)
    assert checked.code == 1
    assert words in " ".join(checked.out.split())
    told = json.loads(said("check", path, "--json").out)["problems"][str(path)]
    assert "error" in {problem["severity"] for problem in told}
    commands: list[list[str | Path]] = [["simulate", path], ["trace", path, "--customer", "ann"]]
    for command in commands:
        ended = said(*command, "--events", events)
        assert ended.code == 1
        assert words in " ".join(ended.err.split())
        assert "python3 -m app check" in ended.err
        assert ended.out == ""


def test_a_mendable_problem_says_what_mends_it(tmp_path: Path) -> None:
    changes, _ = wrong_journeys()["weights that do not sum"]
    ended = said("check", put_drawing(tmp_path / "wrong.json", **changes))
    assert "To mend it: Share out 100%" in ended.out


def test_a_warning_alone_is_no_reason_to_stop(tmp_path: Path) -> None:
    path = put_drawing(tmp_path / "short.json", edges=drawing()["edges"][:2])
    ended = said("check", path)
    assert (ended.code, "warning" in ended.out) == (0, True)


@pytest.mark.parametrize("command", ["simulate", "trace"])
def test_an_unknown_event_or_column_is_refused_with_the_nearest_one(
    command: str, tmp_path: Path, events: Path
) -> None:
    nodes = drawing()["nodes"]
    event = {**nodes, "cart": {"kind": "event_trigger", "event": "add_to_card"}}
    where = {"kind": "property", "name": "platfrom", "value": "mobile"}
    column = {**nodes, "cart": {"kind": "event_trigger", "event": "add_to_cart", "where": where}}
    rest = ["--customer", "ann"] if command == "trace" else []
    slips = ((event, "add_to_card", "add_to_cart"), (column, "platfrom", "platform"))
    for changes, wrong, near in slips:
        path = put_drawing(tmp_path / "unknown.json", nodes=changes)
        ended = said(command, path, "--events", events, *rest)
        assert is_refused(ended, repr(wrong), f"Did you mean '{near}")


def test_a_clash_of_types_is_refused_with_its_place(tmp_path: Path, events: Path) -> None:
    where = {"kind": "property", "name": "platform", "operator": "less", "value": 3}
    cart = {"kind": "event_trigger", "event": "add_to_cart", "title": "Cart", "where": where}
    path = put_drawing(tmp_path / "clash.json", nodes={"cart": cart}, edges=[])
    for command in (("simulate",), ("trace", "--customer", "ann")):
        ended = said(command[0], path, "--events", events, *command[1:])
        assert is_refused(ended, "the step 'Cart'", "holds text", "in quotes")


def test_one_journey_twice_is_a_problem(tmp_path: Path, events: Path) -> None:
    path = put_drawing(tmp_path / "carts.json")
    ended = said("simulate", path, path, "--events", events)
    assert ended.code == 1
    assert "Another journey of the run is also called 'carts'" in ended.err


ROWS: dict[str, tuple[bytes, int]] = {
    "ragged": ((HEADER + ROW + "bob,add_to_cart\n" + ROW).encode(), 3),
    "too many cells": ((HEADER + ROW + "bob,add_to_cart,2026-01-05,x,y,z\n").encode(), 3),
    "a NUL": (HEADER.encode() + ROW.encode() + b"b\0b,add_to_cart,2026-01-05 09:00:00\n", 3),
    "no time": ((HEADER + ROW + ROW + "bob,add_to_cart,soon\n").encode(), 4),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_bad_row_is_named_with_its_number_and_the_others_are_kept(
    what: str, tmp_path: Path
) -> None:
    content, number = ROWS[what]
    source = tmp_path / "events.csv"
    source.write_bytes(content)
    ended = said("import", source, "--workspace", tmp_path / "shop")
    assert ended.code == 1
    assert f"events.csv, row {number}: " in ended.out
    assert ended.out.startswith("1 customer, ")
    drawn = put_drawing(tmp_path / "carts.json")
    ran = said("simulate", drawn, "--events", source)
    assert ran.code == 1
    assert f"the first is row {number} of events.csv" in ran.err
    assert "accounted for" in ran.out


FILES: dict[str, tuple[bytes, str]] = {
    "another encoding": (HEADER.encode() + b"b\xf6b,add_to_cart,2026-01-05\n", "row 2 holds"),
    "nothing": (b"", "empty"),
    "a header twice": (b"user_id,event,event,timestamp\nann,a,b,2026-01-05\n", "event"),
    "a workbook": (b"PK\x03\x04 and more", "Excel"),
    "no time at all": (b"user_id,event\nann,add_to_cart\n", "No column looks like the time"),
    "packed": (b"\x1f\x8b\x08 and more", "gzip"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_is_no_use_is_refused_whole(what: str, tmp_path: Path) -> None:
    content, words = FILES[what]
    source = tmp_path / "events.csv"
    source.write_bytes(content)
    drawn = put_drawing(tmp_path / "carts.json")
    for ended in (
        said("import", source, "--workspace", tmp_path / "shop"),
        said("simulate", drawn, "--events", source),
    ):
        assert is_refused(ended, words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["carts.json", "events.csv"]


def test_a_title_cannot_speak_to_the_terminal(tmp_path: Path, events: Path) -> None:
    path = put_drawing(tmp_path / "loud.json", title="Loud\x1b[2J\x07")
    commands: list[list[str | Path]] = [["check", path], ["simulate", path, "--events", events]]
    for command in commands:
        ended = said(*command)
        assert "Loud" in ended.out
        assert "\x1b" not in ended.out
        assert "\x07" not in ended.out


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file sizes is a thing of Unix")
def test_on_a_full_disk_what_was_kept_before_stays(
    tmp_path: Path, root: Path, events: Path
) -> None:
    shop, drawn = tmp_path / "shop", put_drawing(tmp_path / "carts.json")
    assert said("import", events, drawn, "--workspace", shop).code == 0
    result = tmp_path / "result.json"
    assert said("simulate", "--all", "--workspace", shop, "--json", result).code == 0
    before, listed = result.read_bytes(), sorted(tmp_path.rglob("*"))
    many = tmp_path / "many.csv"
    many.write_text(HEADER + ROW * 20_000)
    big = put_drawing(tmp_path / "big.json", extensions={"kept": ["x" * 900] * 300})
    refused = [
        with_room_for(root, 500, "simulate", drawn, "--shop", "10", "--json", result),
        with_room_for(root, 500, "export", "carts", "--workspace", shop, tmp_path / "out.json"),
        with_room_for(root, 500, "schema", tmp_path / "schema.json"),
        with_room_for(root, 90_000, "import", big, "--workspace", shop),
        with_room_for(root, 90_000, "import", many, "--workspace", shop),
        with_room_for(root, 500, "import", events, "--workspace", tmp_path / "other"),
        with_room_for(root, 500, "simulate", drawn, "--events", many),
    ]
    for ended in refused:
        assert is_refused(ended, "disk"), ended
        assert ended.out == ""
    assert result.read_bytes() == before
    assert said("check", "carts", "--workspace", shop).code == 0
    assert {path for path in tmp_path.rglob("*") if shop not in path.parents} == {
        *(path for path in listed if shop not in path.parents), many, big
    }  # fmt: skip
    again = said("simulate", "--all", "--workspace", shop, "--json")
    assert again.out.encode() == before
