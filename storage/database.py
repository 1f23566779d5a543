"""The database of a workspace: opened with care, written in whole steps, its errors in words."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, RowMapping, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from journeys.errors import NewerFileError, StorageError, ThroughlineError, UnreadableFileError
from storage.tables import seal

PATIENCE = 5.0
RESULT = 0xFF
SETTINGS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
FORBIDDEN = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN})
FULL = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
Contents: TypeAlias = Mapping[str, Any]


class Database:
    """An open SQLite file; `is_newer` says that it can be read but not written."""

    def __init__(self, path: Path, *, patience: float = PATIENCE, is_newer: bool = False) -> None:
        self.path = path
        self.is_newer = is_newer
        self._engine = _engine(path, patience, "ro" if is_newer else "rw")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection that sees one state of the file throughout.

        Raises UnreadableFileError when the file is damaged, StorageError when it is locked.
        """
        with in_words(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection whose changes are kept together, or not at all.

        Raises StorageError when the file is locked or the disk full, NewerFileError when the file
        is a newer program's.
        """
        if self.is_newer:
            raise NewerFileError(
                f"{self.path.parent.name} was written by a newer Throughline and is open for "
                "reading only.",
                "Update Throughline to change it.",
            )
        options = {"begin": "BEGIN IMMEDIATE"}
        with in_words(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                yield connection


def _engine(path: Path, patience: float, mode: str) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: _connect(path, patience, mode), poolclass=NullPool
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(str(options.get("begin", "BEGIN")))

    return engine


def _connect(path: Path, patience: float, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if mode == "rw":
            connection.execute("PRAGMA journal_mode = WAL")
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says inside into an error that a person can act on."""
    try:
        yield
    except DBAPIError as error:
        raise told(path, error.orig) from error
    except sqlite3.Error as error:
        raise told(path, error) from error
    except UnicodeDecodeError as error:
        raise damaged(path, "a text in it cannot be read") from error


def told(path: Path, error: BaseException | None) -> ThroughlineError:
    """Return what to tell a person when SQLite refused something."""
    name = path.parent.name
    code = (getattr(error, "sqlite_errorcode", None) or 0) & RESULT
    if code in BUSY:
        return StorageError(
            f"Another program is writing to the workspace {name}.", "Try again in a moment."
        )
    if code in FULL:
        return StorageError(
            f"The disk is full or refused to write: nothing was changed in {name}, and what was "
            "saved before is intact.",
            "Make room on the disk and save again.",
        )
    if code in FORBIDDEN:
        return StorageError(
            f"There is no permission to open or write the workspace {name}.",
            "Check the folder's permissions, or choose another folder.",
        )
    return damaged(path, str(error))


def damaged(path: Path, why: str) -> UnreadableFileError:
    """Return what to tell when a workspace does not hold what it should."""
    backups = sorted((path.parent / "backups").glob("*.sqlite"))
    attempt = "Restore the folder from a backup of yours."
    if backups:
        attempt = f"There is a copy from before: put backups/{backups[-1].name} in its place."
    return UnreadableFileError(
        f"The workspace {path.parent.name} is damaged: {why[:200]}. It is left as it is.", attempt
    )


def sealed(contents: Contents) -> dict[str, Any]:
    """Return the contents of a row with their seal."""
    return {**contents, "seal": seal(*(contents[name] for name in sorted(contents)))}


def unsealed(path: Path, table: Table, rows: Sequence[RowMapping]) -> list[dict[str, Any]]:
    """Return the contents of rows; raises UnreadableFileError where a seal is broken."""
    found = []
    for row in rows:
        contents = {name: row[name] for name in row if name != "seal"}
        if sealed(contents)["seal"] != row["seal"]:
            raise damaged(path, f"a row of {table.name} is not what was written")
        found.append(contents)
    return found
