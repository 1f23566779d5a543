"""The database an import works in: rows as text, side by side, with the numbers they had."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from journeys.errors import StorageError, UnreadableFileError
from journeys.progress import Progress
from storage.importing.columnar import columnar_parts, too_long
from storage.importing.delimited import spool_delimited
from storage.importing.lines import LONGEST
from storage.importing.objects import spool_objects
from storage.importing.opening import Kind, kind_of
from storage.importing.report import Ledger
from storage.importing.spool import Part, literal, refuse_many_columns

SAMPLE = 1_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of all files of one sort in the table `table`: file, row, then c0, c1, ... as text.

    `names` are the columns in order; `spoken` are those that the files themselves call texts.
    """

    table: str
    names: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()

    def cell(self, name: str) -> str:
        """Return the column of a name as the database calls it."""
        return f"c{self.names.index(name)}"


@contextmanager
def staging(folder: Path, sources: Sequence[Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a scratch database that can touch its own folder and the files to import, no other.

    Raises StorageError when the disk or the memory is full.
    """
    connection = None
    try:
        connection = duckdb.connect(str(folder / "staging.duckdb"))
        connection.execute("SET autoinstall_known_extensions = false")
        connection.execute(f"SET temp_directory = {literal(folder / 'spill')}")
        connection.execute(f"SET allowed_directories = [{literal(folder)}]")
        allowed = ", ".join(literal(path) for path in sources)
        connection.execute(f"SET allowed_paths = [{allowed}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise StorageError(
            f"The import ran out of room: {str(error).splitlines()[0][:200]}",
            "Make room on the disk, or import fewer files at a time.",
        ) from error
    finally:
        if connection is not None:
            connection.close()


def load(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    paths: Sequence[Path],
    folder: Path,
    ledger: Ledger,
) -> Generator[Progress, None, Sheet]:
    """Bring all rows of some files into one table; columns of the same name are one column.

    Raises UnreadableFileError when a file cannot be read at all; single rows are reported.
    """
    found: list[tuple[int, Part]] = []
    columnar: set[int] = set()
    for place, path in enumerate(paths):
        kind = kind_of(path)
        if kind is Kind.PARQUET:
            columnar.add(place)
            parts = columnar_parts(connection, path)
        else:
            spool = spool_delimited if kind is Kind.CSV else spool_objects
            parts = yield from spool(path, folder, ledger)
        found += [(place, part) for part in parts]
    names = tuple(dict.fromkeys(name for _, part in found for name in part.names))
    refuse_many_columns("The import", len(names))
    sheet = Sheet(table, names, frozenset().union(*(part.spoken for _, part in found)))
    cells = "".join(f", c{place} VARCHAR" for place in range(len(names)))
    connection.execute(f"CREATE TABLE {table} (file INTEGER, row BIGINT{cells})")
    for done, (place, part) in enumerate(found):
        _insert(connection, sheet, place, part)
        yield Progress(done + 1, len(found), f"Sorting {paths[place].name}")
    for place in columnar:
        _reject_odd_rows(connection, sheet, place, paths[place].name, ledger)
    return sheet


def _insert(connection: duckdb.DuckDBPyConnection, sheet: Sheet, place: int, part: Part) -> None:
    cells = "".join(f", {sheet.cell(name)}" for name in part.names)
    given = "".join(f", c{number}" for number in range(len(part.names)))
    try:
        connection.execute(
            f"INSERT INTO {sheet.table} (file, row{cells}) SELECT {place}, row{given} "
            f"FROM {part.relation}"
        )
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        raise UnreadableFileError(
            f"A file cannot be read to its end: {str(error).splitlines()[0][:200]}",
            "Export it again.",
        ) from error
    if part.scratch is not None:
        part.scratch.unlink()


def _reject_odd_rows(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, place: int, file: str, ledger: Ledger
) -> None:
    """Take out rows of a Parquet file that no text file could have brought this far."""
    cells = [f"c{number}" for number in range(len(sheet.names))]
    holes = " OR ".join(f"contains({cell}, chr(0))" for cell in cells) or "false"
    for condition, reason in (
        (too_long(cells), f"a text in it is longer than {LONGEST:,} characters"),
        (holes, "a text in it holds a NUL character"),
    ):
        rows = connection.execute(
            f"DELETE FROM {sheet.table} WHERE file = {place} AND ({condition}) RETURNING row"
        ).fetchall()
        for (row,) in sorted(rows):
            ledger.reject(file, row, reason)


def sample(connection: duckdb.DuckDBPyConnection, sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return the first cells of every column that are not missing."""
    if not sheet.names:
        return {}
    rows = connection.execute(
        f"SELECT * EXCLUDE (file, row) FROM {sheet.table} LIMIT {SAMPLE}"
    ).fetchall()
    columns = zip(*rows, strict=True) if rows else ([] for _ in sheet.names)
    return {
        name: tuple(cell for cell in column if cell is not None)
        for name, column in zip(sheet.names, columns, strict=True)
    }
