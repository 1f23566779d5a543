"""Reads Parquet in batches of rows, after a look at how much the file would unpack to."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

from collections.abc import Iterator
from pathlib import Path

from duckdb import DuckDBPyConnection, Error

from journeys.errors import UnreadableFileError
from storage.importing.lines import LONGEST
from storage.importing.spool import Part, literal, refuse_many_columns

MOST_CELLS = 1_000_000_000
BATCH_CELLS = 4_000_000
ROOM = 100_000_000
SWELLING = 100
NESTED = ("STRUCT", "MAP", "UNION")
LISTS = ("[]", "]")


def columnar_parts(connection: DuckDBPyConnection, path: Path) -> list[Part]:
    """Return the parts of a Parquet file, batch by batch.

    Raises UnreadableFileError when it is damaged, or would unpack to more than anybody means.
    """
    source = literal(path)
    try:
        found = connection.execute(
            f"SELECT sum(num_rows) FROM parquet_file_metadata({source})"
        ).fetchall()
        described = connection.execute(f"DESCRIBE SELECT * FROM read_parquet({source})").fetchall()
        rows, columns = int(found[0][0] or 0), [(row[0], row[1]) for row in described]
        refuse_many_columns(path.name, len(columns))
        _refuse_many_cells(path, rows, columns)
        _refuse_long_texts(connection, path, [name for name, type_ in columns if _is_long(type_)])
    except Error as error:
        reason = str(error).splitlines()[0][:200]
        raise UnreadableFileError(
            f"{path.name} is no readable Parquet file: {reason}", "Export it again."
        ) from error
    return list(_parts(source, rows, columns))


def _refuse_many_cells(path: Path, rows: int, columns: list[tuple[str, str]]) -> None:
    cells = rows * len(columns)
    if cells > MOST_CELLS:
        raise UnreadableFileError(
            f"{path.name} says it holds {rows:,} rows of {len(columns):,} columns, which is more "
            f"than {MOST_CELLS:,} values.",
            "Split it, or choose the columns you need when you export it.",
        )


def _refuse_long_texts(connection: DuckDBPyConnection, path: Path, names: list[str]) -> None:
    """Add up how long the texts are while the file streams by, without unpacking it as a whole."""
    if not names:
        return
    lengths = " + ".join(f"coalesce(strlen({_cell(name)}), 0)" for name in names)
    found = connection.execute(
        f"SELECT sum({lengths}) FROM read_parquet({literal(path)})"
    ).fetchall()
    if int(found[0][0] or 0) > ROOM + SWELLING * path.stat().st_size:
        raise UnreadableFileError(
            f"{path.name} would unpack to {int(found[0][0]):,} bytes of text, "
            f"more than {SWELLING} times its size.",
            "If it is what it should be, split it and import the pieces.",
        )


def _is_long(type_: str) -> bool:
    return type_ in ("VARCHAR", "BLOB", "JSON") or type_.endswith("]") or type_.startswith(NESTED)


def _cell(name: str) -> str:
    return f'CAST("{name.replace(chr(34), chr(34) * 2)}" AS VARCHAR)'


def _shown(name: str, type_: str) -> str:
    column = '"' + name.replace('"', '""') + '"'
    if type_.endswith("]") or type_.startswith(NESTED):
        return f"CAST(to_json({column}) AS VARCHAR)"
    if type_ == "TIMESTAMP WITH TIME ZONE":
        return f"strftime(timezone('UTC', {column}), '%Y-%m-%dT%H:%M:%S.%fZ')"
    return _cell(name)


def _parts(source: str, rows: int, columns: list[tuple[str, str]]) -> Iterator[Part]:
    names = tuple(name for name, _ in columns)
    spoken = frozenset(name for name, type_ in columns if type_ == "VARCHAR")
    cells = "".join(
        f", {_shown(name, type_)} AS c{place}" for place, (name, type_) in enumerate(columns)
    )
    step = max(1, BATCH_CELLS // max(1, len(columns)))
    for first in range(0, max(rows, 1), step):
        yield Part(
            f"(SELECT file_row_number + 1 AS row{cells} "
            f"FROM read_parquet({source}, file_row_number = true) "
            f"WHERE file_row_number >= {first} AND file_row_number < {first + step})",
            names,
            spoken,
        )


def too_long(cells: list[str]) -> str:
    """Return the SQL condition that a row of Parquet holds a text longer than rows may be."""
    return " OR ".join(f"length({cell}) > {LONGEST}" for cell in cells) or "false"
