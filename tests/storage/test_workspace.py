"""A workspace keeps what it is given, and says in words what it cannot do."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journeys.errors import NewerFileError, StorageError, UnreadableFileError
from journeys.people.population import Customer, Event, Population
from journeys.simulation.encoding import encode
from storage.datasets import Origin
from storage.journeys import SavedJourney
from storage.runs import NewRun, Version
from storage.settings import WorkspaceSettings
from storage.workspace import FILE, Workspace

NEWER = 2
RESCUE = SavedJourney("rescue", "Rescue „carts“", "c1", b'{"title": "Rescue"}\n', 1_700_000_000)
PEOPLE = Population({}, {}, (Customer("ann"),), (Event("ann", 5, "view"),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a fresh workspace with one journey."""
    with Workspace.create(tmp_path / "shop", name="Shop", zone="Europe/Berlin") as workspace:
        workspace.journeys.save(RESCUE)
    return tmp_path / "shop"


def dataset_in(workspace: Workspace) -> str:
    """Keep a small data set and return its id."""
    with workspace.datasets.incoming() as incoming:
        (incoming / "events.parquet").write_bytes(b"raw")
        kept = workspace.datasets.keep(encode(PEOPLE), incoming, Origin("People", "{}", "{}", 7))
    return kept.id


def test_a_journey_comes_back_byte_for_byte(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        assert workspace.journeys.get("rescue") == RESCUE
        assert workspace.journeys.all() == (RESCUE,)


def test_saving_again_replaces_and_removing_removes(folder: Path) -> None:
    changed = SavedJourney("rescue", "Rescue", "c2", b"{}", 1_700_000_001)
    with Workspace.open(folder) as workspace:
        workspace.journeys.save(changed)
        assert workspace.journeys.all() == (changed,)
        workspace.journeys.remove("rescue")
        assert workspace.journeys.all() == ()
        with pytest.raises(UnreadableFileError, match="no journey 'rescue'"):
            workspace.journeys.get("rescue")


def test_a_run_keeps_the_versions_it_ran_after_the_journey_is_gone(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        dataset = dataset_in(workspace)
        run = NewRun(dataset, (Version("rescue", "c1", RESCUE.document),), "{}", '{"a": 1}', 9)
        numbers = [workspace.runs.save(run), workspace.runs.save(run)]
        workspace.journeys.remove("rescue")
        newest, oldest = workspace.runs.all()
        assert [oldest.id, newest.id] == numbers
        assert oldest.versions == (("rescue", "c1"),)
        assert (oldest.settings, oldest.results, oldest.made) == ("{}", '{"a": 1}', 9)
        workspace.runs.remove(numbers[0])
        assert workspace.runs.document("c1") == RESCUE.document
        workspace.runs.remove(numbers[1])
        with pytest.raises(UnreadableFileError, match="No run"):
            workspace.runs.document("c1")


def test_a_kept_data_set_opens_with_its_raw_events_beside_it(folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        id_ = dataset_in(workspace)
        assert dataset_in(workspace) == id_
    with Workspace.open(folder) as workspace:
        (kept,) = workspace.datasets.all()
        assert (kept.id, kept.name, kept.customers, kept.events) == (id_, "People", 1, 1)
        assert workspace.datasets.load(id_).ids == ("ann",)
        assert (workspace.datasets.folder(id_) / "events.parquet").read_bytes() == b"raw"
        assert [path.name for path in (folder / "data").iterdir()] == [id_]
        with pytest.raises(UnreadableFileError, match="no such data set"):
            workspace.datasets.load("nothing")


def test_the_zone_is_mandatory_and_must_exist(folder: Path, tmp_path: Path) -> None:
    with Workspace.open(folder) as workspace:
        assert workspace.settings == WorkspaceSettings(name="Shop", zone="Europe/Berlin")
        workspace.set_settings(WorkspaceSettings(name="Shop 2", zone="Asia/Tokyo"))
        assert workspace.settings.zone == "Asia/Tokyo"
    with pytest.raises(StorageError, match="no time zone 'Mars/Base'"):
        Workspace.create(tmp_path / "other", name="Other", zone="Mars/Base")
    assert not (tmp_path / "other").exists()


def test_a_workspace_is_not_made_over_another(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    with pytest.raises(StorageError, match="already"):
        Workspace.create(folder, name="Again", zone="UTC")
    assert (folder / FILE).read_bytes() == before


def test_the_database_has_the_settings_that_safety_asks_for(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        asked = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        }
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).fetchall()
    assert asked == {
        "application_id": int.from_bytes(b"Thrl", "big"),
        "user_version": 1,
        "journal_mode": "wal",
    }
    assert {name for name, strict in tables if not strict} == {"sqlite_schema"}


def test_a_newer_workspace_can_be_read_and_says_so(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWER}")
    before = (folder / FILE).read_bytes()
    with Workspace.open(folder) as workspace:
        assert "newer Throughline" in workspace.message
        assert workspace.journeys.all() == (RESCUE,)
        with pytest.raises(NewerFileError, match="reading only"):
            workspace.journeys.save(RESCUE)
    assert (folder / FILE).read_bytes() == before


def test_a_locked_workspace_says_who_holds_it(folder: Path) -> None:
    with (
        closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other,
        Workspace.open(folder, patience=0.05) as workspace,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert workspace.journeys.all() == (RESCUE,)
        with pytest.raises(StorageError, match="Another program"):
            workspace.journeys.remove("rescue")
        other.execute("ROLLBACK")
        workspace.journeys.remove("rescue")


def test_what_is_no_workspace_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no workspace"):
        Workspace.open(tmp_path / "nowhere")
    (tmp_path / FILE).write_bytes(b"")
    with pytest.raises(UnreadableFileError, match="no database"):
        Workspace.open(tmp_path)
    (tmp_path / FILE).unlink()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    with pytest.raises(UnreadableFileError, match="not written by Throughline"):
        Workspace.open(tmp_path)


def test_a_row_changed_behind_its_back_is_noticed(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute("UPDATE journeys SET document = x'7b7d'")
    with (
        Workspace.open(folder) as workspace,
        pytest.raises(UnreadableFileError, match="a row of journeys"),
    ):
        workspace.journeys.all()
