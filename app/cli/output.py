"""Writes what a program will read: JSON on stdout, or in a file that is kept as a whole."""

import sys
from collections.abc import Iterable
from pathlib import Path

from journeys.document.format import write
from journeys.errors import ThroughlineError
from journeys.values import Json
from storage.files import write_whole

STDOUT = Path("-")


def put_json(tree: dict[str, Json], path: Path = STDOUT) -> None:
    """Write JSON with sorted names, two spaces and a final newline; '-' is stdout."""
    put(write(tree), path)


def put(content: bytes, path: Path) -> None:
    """Write bytes to a file as a whole, or to stdout; raises StorageError."""
    if path == STDOUT:
        sys.stdout.flush()
        sys.stdout.write(content.decode())
        return
    write_whole(path, content)


def refuse_overwriting(out: Path, sources: Iterable[Path]) -> None:
    """Refuse to write over what is being read."""
    for source in sources:
        if out != STDOUT and out.exists() and source.exists() and out.samefile(source):
            raise ThroughlineError(
                f"{out.name!r} is one of the files that are read: it would be written over.",
                "Choose another name for what is written.",
            )
