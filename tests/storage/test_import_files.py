"""Files that are not what they should be: a message in words, nothing changed, no traceback."""

import gzip
import random
import re
from pathlib import Path

import pytest

from journeys.errors import ThroughlineError, UnreadableFileError
from storage.importing.bring import import_files
from storage.importing.mapping import EventMapping, Mapping
from tests.storage.bringing import events_of, finished, put, put_parquet

GOOD = "user_id,event,time\n" + "ann,view,2024-01-01T10:00:00Z\n" * 3
BAD: dict[str, tuple[str, bytes, str]] = {
    "empty": ("e.csv", b"", "is empty"),
    "only a header that repeats": (
        "e.csv",
        b"user_id,event,event,time\na,b,c,1\n",
        "'event' twice",
    ),
    "a header alone": ("e.csv", b"user_id,event,time\n", "hold no row that can be read"),
    "refused rows alone": ("e.csv", GOOD[:19].encode() + b"a\0,view,1\n", "NUL"),
    "a column without a name": ("e.csv", b"user_id,,time\na,b,1\n", "Column 2"),
    "compressed": ("e.csv", gzip.compress(GOOD.encode()), "gzip"),
    "a workbook": ("e.csv", b"PK\x03\x04aaaa", "Excel"),
    "UTF-16": ("e.csv", GOOD.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": ("e.csv", GOOD.encode("utf-16-le"), "UTF-16"),
    "Latin-1": ("e.csv", (GOOD + "Käthe,view,1\n").encode("latin-1"), "row 5 holds the byte 0xE4"),
    "no objects": ("e.jsonl", b"[1,2]\n3\n", "holds no JSON objects"),
    "no Parquet": ("e.parquet", b"user_id", "is none"),
    "cut Parquet": ("e.parquet", b"PAR1\x15\x04\x15", "no readable Parquet file"),
    "no customer": ("e.csv", b"color,event,time\nred,view,2024-01-01\n", "looks like the customer"),
    "no time": ("e.csv", b"user_id,event,shade\nann,view,red\n", "looks like the time"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_file_that_cannot_be_read_is_refused_in_words(case: str, tmp_path: Path) -> None:
    name, content, words = BAD[case]
    with pytest.raises(UnreadableFileError, match=words) as refused:
        events_of(tmp_path, content, name)
    assert refused.value.attempt
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.csv", "no file 'none.csv'"), (tmp_path, "is a folder")):
        with pytest.raises(UnreadableFileError, match=words):
            finished(import_files([path], [], None, tmp_path / "kept"))
    with pytest.raises(UnreadableFileError, match=rf"in {re.escape(Path.cwd().name)}\."):
        finished(import_files([Path("no such file.csv")], [], None, tmp_path / "kept"))
    with pytest.raises(UnreadableFileError, match="no file to import"):
        finished(import_files([], [], None, tmp_path / "kept"))


def test_a_mapping_with_an_unknown_column_is_refused(tmp_path: Path) -> None:
    mapping = Mapping(events=EventMapping(customer="user_id", event="what", time="time"))
    with pytest.raises(UnreadableFileError, match=r"'what'.*There are user_id, event, time"):
        events_of(tmp_path, GOOD, mapping=mapping)
    with pytest.raises(UnreadableFileError, match="no time zone 'Mars'"):
        events_of(tmp_path, GOOD, mapping=Mapping(zone="Mars"))


def test_a_parquet_that_would_unpack_to_far_too_much_is_refused(tmp_path: Path) -> None:
    path = put_parquet(
        tmp_path / "bomb.parquet",
        "SELECT 'ann' AS user_id, repeat('x', 4000) AS event, 1700000000 AS time FROM range(60000)",
    )
    assert path.stat().st_size < 100_000
    with pytest.raises(UnreadableFileError, match="would unpack to"):
        finished(import_files([path], [], None, tmp_path / "kept"))


def test_parquet_rows_no_text_file_could_bring_are_reported(tmp_path: Path) -> None:
    path = put_parquet(
        tmp_path / "events.parquet",
        "SELECT * FROM (VALUES ('ann', 'view', 1700000000), ('bob', repeat('x', 300000), "
        "1700000000), ('cid', chr(0), 1700000000)) AS t(user_id, event, time)",
    )
    found = finished(import_files([path], [], None, tmp_path / "kept"))
    assert [(row.row, row.reason) for row in found.report.rejected] == [
        (2, "a text in it is longer than 200,000 characters"),
        (3, "a text in it holds a NUL character"),
    ]
    assert found.dataset.ids == ("ann",)


def test_closing_an_import_at_any_moment_leaves_nothing_behind(tmp_path: Path) -> None:
    source = put(tmp_path / "events.csv", GOOD)
    (tmp_path / "old").mkdir()
    put(tmp_path / "old" / "other.txt", "mine")
    moments = sum(1 for _ in import_files([source], [], None, tmp_path / "whole"))
    for moment in range(1, moments + 1):
        for folder in (tmp_path / "new", tmp_path / "old"):
            work = import_files([source], [], None, folder)
            for _ in range(moment):
                next(work)
            work.close()
        assert not (tmp_path / "new").exists()
        assert [path.name for path in (tmp_path / "old").iterdir()] == ["other.txt"]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_spoiled_files_import_or_are_refused_in_words(suffix: str, tmp_path: Path) -> None:
    source, draw, told = tmp_path / f"e{suffix}", random.Random(4), list[str]()
    if suffix == ".csv":
        put(source, GOOD.replace("view", '"vi,ew"'))
    elif suffix == ".jsonl":
        put(source, '{"user_id": "ann", "event": "é", "time": 1700000000}\n' * 3)
    else:
        put_parquet(
            source,
            "SELECT 'ann' AS user_id, 'view' AS event, 1700000000 + i AS time FROM range(50) r(i)",
        )
    whole = source.read_bytes()
    for _ in range(25):
        spoiled = bytearray(whole[: draw.randrange(1, len(whole) + 1)])
        for _ in range(draw.randrange(4)):
            spoiled[draw.randrange(len(spoiled))] = draw.randrange(256)
        source.write_bytes(spoiled)
        try:
            found = finished(import_files([source], [], None, tmp_path / "kept"))
        except ThroughlineError as error:
            told.append(error.attempt)
        else:
            assert found.dataset.events == found.report.events
    assert told
    assert all(told)


def test_a_column_that_cannot_be_guessed_is_asked_for_in_words_to_type(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="--map time=COLUMN"):
        events_of(tmp_path, "user_id,event,shade\nann,view,red\n")
    people = put(tmp_path / "people.csv", "shade\nred\n")
    events = put(tmp_path / "events.csv", GOOD)
    with pytest.raises(UnreadableFileError, match=r"--map customers\.customer=COLUMN"):
        finished(import_files([events], [people], None, tmp_path / "kept"))
