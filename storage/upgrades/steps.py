"""Brings the database of an older Throughline up to this one, after a copy was made of it."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from journeys.errors import UnreadableFileError
from storage.database import PATIENCE, in_words
from storage.files import keeping, settle

Step: TypeAlias = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Step] = {}
"""What turns a database of a version into one of the next; there is nothing older than 1 yet."""


def upgrade(path: Path, found: int, wanted: int, steps: Mapping[int, Step]) -> None:
    """Take a database from the version found to the one wanted, all the way or not at all.

    A copy of it stands in `backups` first. Raises UnreadableFileError when there is no way from
    that version, StorageError when there is no room.
    """
    missing = [version for version in range(found, wanted) if version not in steps]
    if missing:
        raise UnreadableFileError(
            f"The workspace {path.parent.name} is of version {found}, which this Throughline does "
            "not know how to bring up to date.",
            "Open it with the Throughline that wrote it.",
        )
    back_up(path, f"version-{found}")
    with in_words(path), closing(_connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for version in range(found, wanted):
                steps[version](connection)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            _check(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def back_up(path: Path, name: str) -> Path:
    """Copy a database, whatever is being written to it, and return the copy's path.

    Raises StorageError when there is no room; no half copy is left.
    """
    folder = path.parent / "backups"
    copy = folder / f"{name}.sqlite"
    part = folder / f".{name}.part"
    with keeping(copy):
        folder.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            with (
                in_words(path),
                closing(_connect(path)) as source,
                closing(sqlite3.connect(part)) as target,
            ):
                source.backup(target)
            settle(part)
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
        settle(folder)
    return copy


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.DatabaseError("rows name others that are not there")
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise sqlite3.DatabaseError("the file does not hold together")
