"""Files of calls become events of their own name, whatever the files of events call things."""

from pathlib import Path

import pytest

from journeys.errors import UnreadableFileError
from journeys.simulation.dataset import Dataset
from storage.importing.bring import import_files
from storage.importing.guessing import Given
from tests.storage.bringing import finished

EVENTS = "uid,what,when\nann,add,2024-01-01T00:00:00Z\nbob,buy,2024-01-02T00:00:00Z\n"
CALLS = "customer,time,call,plan\nann,2024-01-03T00:00:00Z,go,gold\nann,2024-01-04T00:00:00Z,,x\n"
NAMED = {"customer": "uid", "event": "what", "time": "when"}


def brought(folder: Path, events: str, calls: str) -> tuple[Dataset, tuple[str, ...]]:
    """Return the data of files, and why rows were not taken over."""
    files = {"events.csv": events, "calls.csv": calls}
    for name, content in files.items():
        (folder / name).write_text(content)
    own = [folder / "events.csv"] if events else []
    given = Given(events=NAMED if events else {}, calls=(folder / "calls.csv",))
    steps = import_files(own, [], None, folder / "out", given)
    imported = finished(steps)
    return imported.dataset, tuple(each.reason for each in imported.report.rejected)


def test_r221_calls_stand_among_the_events_with_their_payload(tmp_path: Path) -> None:
    data, rejected = brought(tmp_path, EVENTS, CALLS)
    assert set(data.vocabulary.events) == {"add", "buy", "call.go"}
    assert [column.name for column in data.vocabulary.columns] == ["plan"]
    assert data.ids == ("ann", "bob")
    assert rejected == ("the row has no name of an event",)


def test_r221_calls_alone_are_data(tmp_path: Path) -> None:
    data, rejected = brought(tmp_path, "", CALLS)
    assert data.vocabulary.events == ("call.go",)
    assert [column.name for column in data.vocabulary.columns] == ["plan"]
    assert len(rejected) == 1


def test_a_file_of_calls_without_their_names_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no column 'call'"):
        brought(tmp_path, EVENTS, "customer,time\nann,2024-01-03T00:00:00Z\n")
