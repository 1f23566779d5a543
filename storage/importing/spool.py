"""Rows on their way into the database: written to a plain file that can only be read one way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeys.errors import UnreadableFileError
from storage.files import keeping

MOST_COLUMNS = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """A file of rows: line number, then one text per name; an unquoted empty one is missing."""

    path: Path
    delimiter: str
    names: tuple[str, ...]


def quoted(cell: str | None) -> str:
    """Return a cell as it is written into a part; missing is nothing at all."""
    return "" if cell is None else '"' + cell.replace('"', '""') + '"'


def write_part(path: Path, delimiter: str, names: Sequence[str], rows: Iterable[bytes]) -> Part:
    """Write finished rows as one part; raises StorageError when there is no room."""
    with keeping(path), path.open("wb") as file:
        file.writelines(rows)
    return Part(path, delimiter, tuple(names))


def refuse_many_columns(name: str, count: int) -> None:
    """Raise UnreadableFileError when a file names more columns than anybody can mean."""
    if count > MOST_COLUMNS:
        raise UnreadableFileError(
            f"{name} names more than {MOST_COLUMNS:,} columns.",
            "Choose the columns you need when you export it.",
        )
