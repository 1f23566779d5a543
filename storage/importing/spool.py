"""Rows on their way into the database: written to a plain file that can only be read one way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeys.errors import UnreadableFileError
from storage.files import keeping

MOST_COLUMNS = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a file, as the database reads them.

    `relation` gives `row`, the row's number in its file, and one text a name: c0, c1 and so on;
    missing is NULL. `spoken` are the names whose cells the file itself calls texts. `scratch` is
    the file to remove once the part is read.
    """

    relation: str
    names: tuple[str, ...]
    spoken: frozenset[str] = frozenset()
    scratch: Path | None = None


def literal(text: str | Path) -> str:
    """Return a text as it is written in SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def quoted(cell: str | None) -> str:
    """Return a cell as it is written into a part; missing is nothing at all."""
    return "" if cell is None else '"' + cell.replace('"', '""') + '"'


def write_part(
    path: Path,
    delimiter: str,
    names: Sequence[str],
    rows: Iterable[bytes],
    spoken: frozenset[str] = frozenset(),
) -> Part:
    """Write finished rows as one part; raises StorageError when there is no room."""
    with keeping(path), path.open("wb") as file:
        file.writelines(rows)
    cells = "".join(f", 'c{place}': 'VARCHAR'" for place in range(len(names)))
    relation = (
        f"read_csv({literal(path)}, delim = {literal(delimiter)}, quote = '\"', escape = '\"',"
        " header = false, auto_detect = false, nullstr = '', allow_quoted_nulls = false,"
        f" columns = {{'row': 'BIGINT'{cells}}})"
    )
    return Part(relation, tuple(names), spoken, path)


def refuse_many_columns(name: str, count: int) -> None:
    """Raise UnreadableFileError when a file names more columns than anybody can mean."""
    if count > MOST_COLUMNS:
        raise UnreadableFileError(
            f"{name} names more than {MOST_COLUMNS:,} columns.",
            "Choose the columns you need when you export it.",
        )
