"""A workspace: one folder with a database of journeys and runs, and the data sets beside it."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from journeys.errors import NewerFileError, StorageError, UnreadableFileError
from storage.database import PATIENCE, Database, damaged, in_words
from storage.datasets import Datasets
from storage.files import keeping, settle
from storage.journeys import Journeys
from storage.runs import Runs
from storage.settings import WorkspaceSettings, checked, keep_settings, read_settings
from storage.tables import APPLICATION, VERSION, metadata
from storage.upgrades.steps import STEPS, back_up, upgrade

FILE = "workspace.sqlite"
MAGIC = b"SQLite format 3\0"


class Workspace:
    """An open workspace; use it in a `with` block, or close it."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self._database = database
        self.journeys = Journeys(database)
        self.runs = Runs(database)
        self.datasets = Datasets(database, folder / "data")

    @classmethod
    def create(cls, folder: Path, *, name: str, zone: str) -> Self:
        """Make a workspace in a folder, which is made if need be, and open it.

        Raises StorageError when there is one already, no room, or no such time zone.
        """
        settings = checked(name, zone)
        path = folder / FILE
        if path.exists():
            raise StorageError(
                f"There is a workspace in {folder.name} already.",
                "Open it, or choose another folder.",
            )
        with keeping(path):
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as fresh:
                part = Path(fresh) / FILE
                _build(part, settings)
                part.rename(path)
            settle(folder)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, patience: float = PATIENCE) -> Self:
        """Open a workspace; one of an older Throughline is brought up to date, after a copy.

        One of a newer Throughline can be read only: see `message`. `patience` are the seconds to
        wait for another program's writing. Raises UnreadableFileError when there is no workspace
        or it is damaged, StorageError when it is locked or the disk refuses.
        """
        path = folder / FILE
        version = _version(path)
        if version < VERSION:
            upgrade(path, version, VERSION, STEPS)
        database = Database(path, patience=patience, is_newer=version > VERSION)
        workspace = cls(folder, database)
        try:
            _check(database)
            if not database.is_newer:
                read_settings(database)
        except BaseException:
            workspace.close()
            raise
        return workspace

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()

    @property
    def message(self) -> str:
        """What a person should know on opening; nothing as a rule."""
        if not self._database.is_newer:
            return ""
        return (
            f"{self.folder.name} was written by a newer Throughline. It is open for reading only; "
            "update Throughline to change it."
        )

    @property
    def settings(self) -> WorkspaceSettings:
        """The settings of the workspace."""
        return read_settings(self._database)

    def set_settings(self, settings: WorkspaceSettings) -> None:
        """Change the settings of the workspace; raises StorageError."""
        keep_settings(self._database, settings)

    def back_up(self, name: str) -> Path:
        """Copy the database into `backups` under a name, and return the copy's path."""
        if self._database.is_newer:
            raise NewerFileError(self.message)
        return back_up(self._database.path, name)


def _build(path: Path, settings: WorkspaceSettings) -> None:
    with in_words(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        for table in metadata.sorted_tables:
            connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        connection.execute(f"PRAGMA user_version = {VERSION}")
    database = Database(path)
    try:
        keep_settings(database, settings)
    finally:
        database.close()


def _version(path: Path) -> int:
    """Return the version of a workspace, without writing a byte."""
    name = path.parent.name
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise UnreadableFileError(
            f"There is no workspace in {name!r}.", "Choose another folder, or make one here."
        ) from error
    if head != MAGIC:
        raise damaged(path, f"{FILE} is no database")
    with (
        in_words(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise UnreadableFileError(
            f"The database in {name} was not written by Throughline.", "Choose another folder."
        )
    return int(version)


def _check(database: Database) -> None:
    """Look whether the file holds together and has the tables it should."""
    with database.reading() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            raise damaged(database.path, str(found))
        if database.is_newer:
            return
        made = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
        )
        there = {row[0]: row[1] for row in made}
        wanted = {
            table.name: str(CreateTable(table).compile(dialect=sqlite.dialect())).strip()
            for table in metadata.sorted_tables
        }
        if {name: str(sql).strip() for name, sql in there.items()} != wanted:
            raise damaged(database.path, "its tables are not those that were made")
