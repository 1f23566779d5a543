"""An older workspace is copied before it is brought up to date, and that is done wholly or not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journeys.errors import UnreadableFileError
from storage.upgrades.steps import upgrade


def older(path: Path) -> Path:
    """Make a database of version 1 as an older program might have."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE names (name TEXT) STRICT")
        connection.execute("INSERT INTO names VALUES ('Ann')")
        connection.execute("PRAGMA user_version = 1")
    return path


def told(path: Path, query: str) -> list[tuple[object, ...]]:
    """Return what a database answers."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def add_length(connection: sqlite3.Connection) -> None:
    """Bring version 1 to 2."""
    connection.execute("ALTER TABLE names ADD COLUMN length INTEGER")
    connection.execute("UPDATE names SET length = length(name)")


def rename(connection: sqlite3.Connection) -> None:
    """Bring version 2 to 3."""
    connection.execute("ALTER TABLE names RENAME TO people")


def break_off(connection: sqlite3.Connection) -> None:
    """Fail in the middle of a step."""
    connection.execute("DELETE FROM names")
    connection.execute("SELECT no_such_column FROM names")


def test_steps_run_in_order_after_a_copy_was_made(tmp_path: Path) -> None:
    path = older(tmp_path / "workspace.sqlite")
    upgrade(path, 1, 3, {1: add_length, 2: rename})
    assert told(path, "SELECT name, length FROM people") == [("Ann", 3)]
    assert told(path, "PRAGMA user_version") == [(3,)]
    copy = tmp_path / "backups" / "version-1.sqlite"
    assert told(copy, "SELECT name FROM names") == [("Ann",)]
    assert told(copy, "PRAGMA user_version") == [(1,)]


@pytest.mark.parametrize("second", [break_off])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, second: Callable[[sqlite3.Connection], None]
) -> None:
    path = older(tmp_path / "workspace.sqlite")
    with pytest.raises(UnreadableFileError, match=r"version-1\.sqlite"):
        upgrade(path, 1, 3, {1: add_length, 2: second})
    assert told(path, "SELECT * FROM names") == [("Ann",)]
    assert told(path, "PRAGMA user_version") == [(1,)]


def test_a_version_with_no_way_up_is_refused_untouched(tmp_path: Path) -> None:
    path = older(tmp_path / "workspace.sqlite")
    before = path.read_bytes()
    with pytest.raises(UnreadableFileError, match="version 1"):
        upgrade(path, 1, 3, {2: rename})
    assert path.read_bytes() == before
    assert not (tmp_path / "backups").exists()
