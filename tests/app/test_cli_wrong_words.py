"""Wrong words of messages, named by every command: where, what is wrong, and what to try."""

import itertools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.app.speaking import Said, drawing, is_refused, put_drawing, put_events, said, said_apart
from tests.app.wrong_words import CLASHES, LACKING, LATE, MARKUP, SLIPS

GOOD = {"kind": "email", "title": "Last", "text": "At last {{ event.platform }}"}
BOB = ("--customer", "bob", "--render")


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_events(tmp_path_factory.mktemp("data") / "events.csv")


def put(folder: Path, **letter: object) -> Path:
    letter = {"kind": "email", "title": "Reminder", **letter}
    return put_drawing(folder / "carts.json", nodes=drawing()["nodes"] | {"letter": letter})


def row_of(letters: Mapping[str, object]) -> dict[str, Any]:
    """Return a journey that sends letters one after the other, a good one at the end."""
    nodes = {"cart": drawing()["nodes"]["cart"], **letters, "last": GOOD}
    steps = [*nodes]
    ways = itertools.pairwise(steps)
    ports = ["next", *["sent"] * len(letters)]
    edges = [
        {"from": source, "port": port, "to": target}
        for (source, target), port in zip(ways, ports, strict=True)
    ]
    return {"nodes": nodes, "edges": edges}


def flat(words: str) -> str:
    return " ".join(words.split())


def is_clean(ended: Said) -> bool:
    return "Traceback" not in ended.out + ended.err


WRONG = {name: ("text", *slip) for name, slip in SLIPS.items()} | {
    name: ("html", *slip) for name, slip in MARKUP.items()
}

AS_A_WHOLE = ("conditions without end",)


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_read_is_named_with_its_place_by_every_command(
    what: str, tmp_path: Path, events: Path
) -> None:
    part, source, words = WRONG[what]
    path = put(tmp_path, **{part: f"Hello\n{source}"})
    spoken = "HTML" if part == "html" else part
    line = 1 if what in AS_A_WHOLE else 2
    place = f"Error at 'Reminder' (letter): Slip in the {spoken}, line {line}: "
    for more in ((), ("--events", events)):
        ended = said("check", path, *more)
        told = flat(ended.out)
        assert (ended.code, ended.err) == (1, "")
        assert told.startswith("Carts: ")
        assert place in told
        assert flat(words) in told
        assert is_clean(ended)
    for command in (("census",), ("trace", *BOB)):
        ended = said(command[0], path, "--events", events, *command[1:])
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.count("Carts cannot run.") == 1
        assert place in flat(ended.err)
        assert flat(words) in flat(ended.err)
        assert "python3 -m app check" in ended.err
        assert is_clean(ended)


def test_a_slip_is_placed_in_its_part_and_its_line(tmp_path: Path) -> None:
    source = "{{ event.platform|uper }}"
    letter = {"subject": source, "html": f"<p>\n<b>\n{source}", "text": f"\n{source}"}
    told = json.loads(said("check", put(tmp_path, **letter), "--json").out)
    problems = next(iter(told["problems"].values()))
    assert {(each["code"], each["node"]) for each in problems} == {("slip", "letter")}
    assert [each["words"].partition(": ")[0] for each in problems] == [
        "Slip in the subject",
        "Slip in the HTML, line 3",
        "Slip in the text, line 2",
    ]


def test_what_fails_as_it_is_rendered_is_named_at_its_step_and_the_others_go_out(
    tmp_path: Path, events: Path
) -> None:
    letters = {
        f"step{place}": {"kind": "email", "title": what, "text": f"Hello\n{source}"}
        for place, (what, (source, _)) in enumerate(LATE.items())
    }
    path = put_drawing(tmp_path / "carts.json", **row_of(letters))
    checked = said("check", path, "--events", events)
    assert checked.code == 1
    for what, words in CLASHES.items():
        assert f"line 2 of '{what}'" in flat(checked.out)
        assert flat(words) in flat(checked.out)
    census = said("census", path, "--events", events)
    assert census.code == 1
    assert is_clean(census)
    steps = {flat(each.split("\n")[0]): flat(each) for each in census.out.split("\n\n")[1:]}
    for place, (what, (_, words)) in enumerate(LATE.items()):
        told = steps[f"{what} (step{place})"]
        assert flat(words) in told, what
        assert "(text, line 2)" in told, what
        assert "4 messages to 3 customers: ann, bob, cid" in told, what
    assert "'At last mobile': 2 messages to 1 customer: bob" in steps["Last (last)"]
    trace = said("trace", path, "--events", events, *BOB)
    assert trace.code == 1
    assert is_clean(trace)
    told = flat(trace.out)
    for words in ("Its words cannot be made:", *(flat(words) for _, words in LATE.values())):
        assert words in told
    assert told.count("Text: At last mobile") == 2


@pytest.mark.parametrize("what", LACKING)
def test_what_somebody_lacks_is_told_beside_data_and_counted(
    what: str, tmp_path: Path, events: Path
) -> None:
    source, variable, words = LACKING[what]
    path = put(tmp_path, text=source)
    assert said("check", path).code == 0
    ended = said("check", path, "--events", events)
    is_possible = variable.startswith("before")
    assert ended.code == (0 if is_possible else 1)
    assert f"{'Warning' if is_possible else 'Error'} at 'Reminder' (letter): " in ended.out
    assert flat(words) in flat(ended.out)
    census = said("census", path, "--events", events)
    assert census.code == 0
    assert f"Not sent for want of {variable}: " in flat(census.out)
    trace = said("trace", path, "--events", events, *BOB)
    assert trace.code == 0
    assert f"Not sent: `{variable}` is not known of this customer." in flat(trace.out)


@pytest.mark.parametrize(("part", "most"), [("text", 200_000), ("subject", 1_000)])
def test_more_letters_than_a_part_may_have_are_refused_with_the_file(
    part: str, most: int, tmp_path: Path, events: Path
) -> None:
    path = put(tmp_path, **{part: "x" * (most + 1)})
    for command in (("check",), ("census", "--events", events), ("trace", "--shop", "9", *BOB)):
        ended = said(command[0], path, *command[1:])
        assert is_refused(ended, "carts.json", f"nodes/letter/{part}", str(most))


APART = {
    "a loop": LATE["an endless loop"],
    "a memory eater": LATE["a text that doubles"],
    "an escape": SLIPS["the classes of a text"],
}


@pytest.mark.parametrize("what", APART)
def test_the_same_in_a_process_of_its_own(
    what: str, root: Path, tmp_path: Path, events: Path
) -> None:
    source, words = APART[what]
    path = put(tmp_path, text=f"Hello\n{source}")
    is_read = source in (each for each, _ in LATE.values())
    checked = said_apart(root, "check", path)
    assert checked.code == (0 if is_read else 1)
    ended = said_apart(root, "census", path, "--events", events)
    assert ended.code == 1
    assert flat(words) in flat(ended.out if is_read else ended.err)
    assert "line 2" in flat(ended.out + ended.err)
    assert is_clean(ended)
