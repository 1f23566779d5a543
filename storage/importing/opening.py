"""Looks at a file before it is read: is it there, is there something in it, and what is it."""

from enum import StrEnum
from pathlib import Path

from journeys.errors import UnreadableFileError

SUFFIXES = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".jsonl": "json",
    ".ndjson": "json",
    ".json": "json",
    ".parquet": "parquet",
    ".pq": "parquet",
}
PARQUET = b"PAR1"
FOREIGN = {
    b"\x1f\x8b": ("is compressed (gzip)", "Unpack it first."),
    b"PK\x03\x04": ("is an Excel workbook or a ZIP archive", "Save the sheet as CSV UTF-8 first."),
    b"\xd0\xcf\x11\xe0": ("is an old Excel workbook", "Save the sheet as CSV UTF-8 first."),
    b"SQLite format 3\0": ("is a database", "Export its table as CSV first."),
}


class Kind(StrEnum):
    """The kinds of files that can be imported."""

    CSV = "csv"
    JSON_LINES = "json"
    PARQUET = "parquet"


def kind_of(path: Path) -> Kind:
    """Return what a file is, by its first bytes and its name.

    Raises UnreadableFileError when it is missing, a folder, empty, forbidden or of another kind.
    """
    head = _head(path)
    if head.startswith(PARQUET):
        return Kind.PARQUET
    for mark, (what, attempt) in FOREIGN.items():
        if head.startswith(mark):
            raise UnreadableFileError(f"{path.name} {what}.", attempt)
    named = SUFFIXES.get(path.suffix.lower())
    if named == Kind.PARQUET:
        raise UnreadableFileError(
            f"{path.name} is named as a Parquet file but is none.", "Export it again."
        )
    if named is not None:
        return Kind(named)
    return Kind.JSON_LINES if head.lstrip().startswith(b"{") else Kind.CSV


def _head(path: Path) -> bytes:
    if not path.exists():
        folder = path.absolute().parent
        raise UnreadableFileError(
            f"There is no file {path.name!r} in {folder.name or folder}.",
            "Check the name and the folder.",
        )
    if path.is_dir():
        raise UnreadableFileError(f"{path.name!r} is a folder.", "Name a file inside it.")
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise UnreadableFileError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Check the permissions, and that no other program holds it.",
        ) from error
    if not head:
        raise UnreadableFileError(f"{path.name} is empty.", "Export it again.")
    return head
