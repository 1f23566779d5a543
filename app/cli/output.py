"""Writes what a program will read: JSON on stdout, or in a file that is kept as a whole."""

import argparse
import sys
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


def refuse_overwriting(given: argparse.Namespace) -> None:
    """Refuse to write the result of a run over what is being read."""
    out = given.json
    if out is None or out == STDOUT or not out.exists():
        return
    for source in map(
        Path,
        (*given.journeys, *given.beside, *(given.events or ()), *given.customers, *given.calls),
    ):
        if source.exists() and out.samefile(source):
            raise ThroughlineError(
                f"{out.name!r} is one of the files that are read: it would be written over.",
                "Choose another name for what is written.",
            )
