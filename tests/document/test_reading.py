"""What cannot be read is refused with its place and in words, whatever is in the file."""

import json
import time
from pathlib import Path

import pytest

from journeys.document.format import dumps, loads
from journeys.document.journey import MOST_NODES, Journey
from journeys.document.parsing import LARGEST_FILE
from journeys.errors import NewerFileError, ThroughlineError, UnreadableFileError
from tests.document.hostile import broken_texts, broken_trees, changed, mutated
from tests.proofs import long_run

CODE = ("Traceback", "pydantic", "Input should", "Error(", "function-", "NoneType", "constrained")


@pytest.fixture(scope="module")
def golden() -> bytes:
    return (Path(__file__).parent.parent / "golden" / "journey-1.json").read_bytes()


def refusal(content: bytes) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        loads(content)
    return refused.value


def read_or_refused(content: bytes) -> Journey | ThroughlineError:
    try:
        return loads(content)
    except ThroughlineError as error:
        return error


def speaks_plainly(error: ThroughlineError) -> bool:
    said = str(error)
    has_both = bool(error.what and error.attempt)
    return has_both and len(said) < 1_000 and not any(word in said for word in CODE)


def test_hostile_files_are_refused_in_words(golden: bytes) -> None:
    files = dict(broken_texts(golden))
    files |= {what: json.dumps(tree).encode() for what, tree in broken_trees(golden)}
    assert len(files) >= 200
    for what, content in files.items():
        fate = read_or_refused(content)
        assert isinstance(fate, UnreadableFileError), what
        assert speaks_plainly(fate), (what, str(fate))


@pytest.mark.long("hostile")
def test_a_file_changed_by_chance_is_read_or_refused_and_never_crashes(golden: bytes) -> None:
    read, files = 0, 200_000 if long_run("hostile") else 5_000
    for seed in range(files):
        fate = read_or_refused(mutated(golden, seed))
        if isinstance(fate, Journey):
            read += 1
            assert loads(dumps(fate)) == fate, seed
        else:
            assert speaks_plainly(fate), (seed, str(fate))
    assert files // 16 < read < files * 15 // 16


@pytest.mark.parametrize(
    ("path", "content", "place"),
    [
        ("nodes/hour/duration", "1h", "nodes/hour/duration"),
        ("nodes/hour/kind", "wiat", "nodes/hour/kind"),
        ("nodes/hour/colour", 1, "nodes/hour/colour"),
        ("nodes/cart/where/of/1/value", {}, "nodes/cart/where/of/1/value"),
        ("nodes/who/branches/1/condition/of/1/of/0/name", 3,
         "nodes/who/branches/1/condition/of/1/of/0/name"),
        ("nodes/who/branches/1/condition/of/0/kind", "wish", "nodes/who/branches/1/condition/of/0"),
        ("edges/3/to", None, "edges/3/to"),
        ("layout/cart", [0.5, 1], "layout/cart/x"),
        ("notes/why/height", 1, "notes/why/height"),
        ("goals/0/window", "P1M", "goals/0"),
        ("entry/mode", "never", "entry/mode"),
        ("version", "one", "version"),
        ("surprise", 1, "surprise"),
    ],
)  # fmt: skip
def test_a_refusal_names_the_place(golden: bytes, path: str, content: object, place: str) -> None:
    said = refusal(json.dumps(changed(golden, path, content)).encode()).what
    assert said.startswith(f"At {place}: "), said


def test_an_unknown_kind_of_step_is_answered_with_the_nearest(golden: bytes) -> None:
    assert "'wait'" in refusal(golden.replace(b'"wait"', b'"wiat"')).what


def test_broken_json_is_answered_with_its_line_and_column(golden: bytes) -> None:
    lines = golden.split(b"\n")
    lines[9] = lines[9].replace(b":", b"", 1)
    assert "line 10" in refusal(b"\n".join(lines)).what


def test_a_file_cut_short_is_called_so(golden: bytes) -> None:
    assert "ends too early" in refusal(golden[:-3]).what


def test_a_name_that_stands_twice_is_refused(golden: bytes) -> None:
    said = refusal(golden.replace(b'"duration":', b'"kind": "wait", "duration":')).what
    assert "nodes/hour" in said
    assert "'kind' stands twice" in said


def test_a_newer_file_is_refused_politely_before_anything_else_is_judged(golden: bytes) -> None:
    tree = changed(golden, "version", 2) | {"something": "new"}
    with pytest.raises(NewerFileError) as refused:
        loads(json.dumps(tree).encode())
    assert "version 2" in refused.value.what
    assert "Update" in refused.value.attempt


def test_nesting_up_to_a_hundred_is_kept_and_more_is_refused(golden: bytes) -> None:
    def nested(depth: int) -> bytes:
        inner: object = 1
        for _ in range(depth - 2):
            inner = [inner]
        return json.dumps(changed(golden, "extensions", {"deep": inner})).encode()

    journey = loads(nested(100))
    assert loads(dumps(journey)) == journey
    assert "100 levels" in refusal(nested(101)).what


def test_a_condition_as_deep_as_a_file_may_be_is_read_and_said(golden: bytes) -> None:
    tree: object = {"kind": "attribute", "name": "tier", "operator": "is_present"}
    for _ in range(94):
        tree = {"kind": "not", "of": tree}
    journey = loads(json.dumps(changed(golden, "exits/1/condition", tree)).encode())
    assert loads(dumps(journey)) == journey


def test_too_large_a_file_is_refused_at_once() -> None:
    began = time.process_time()
    assert "50 MB" in refusal(b" " * (LARGEST_FILE + 1)).what
    assert time.process_time() - began < 1


def test_too_many_steps_are_refused_with_their_number() -> None:
    nodes = {f"n{count}": {"kind": "finish"} for count in range(MOST_NODES + 1)}
    tree = {"format": "throughline-journey", "version": 1, "id": "j", "nodes": nodes}
    assert "20,001 steps" in refusal(json.dumps(tree).encode()).what


def test_a_file_of_other_editors_with_a_byte_order_mark_is_read(golden: bytes) -> None:
    assert dumps(loads(b"\xef\xbb\xbf" + golden.replace(b"\n", b"\r\n"))) == golden
