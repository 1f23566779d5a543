"""Drives an import to its end, and writes the small files that the tests import."""

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import duckdb

from journeys.progress import Progress
from storage.importing.bring import Imported, import_files
from storage.importing.mapping import Mapping

R = TypeVar("R")


def finished(work: Generator[Progress, None, R]) -> R:
    """Return what a longer piece of work comes to."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: R = stop.value
            return result


def put(path: Path, content: str | bytes) -> Path:
    """Write a file exactly as given."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def put_parquet(path: Path, query: str) -> Path:
    """Write what a query finds as Parquet."""
    with duckdb.connect() as connection:
        connection.sql(query).write_parquet(str(path))
    return path


def events_of(
    folder: Path,
    content: str | bytes,
    name: str = "events.csv",
    mapping: Mapping | None = None,
) -> Imported:
    """Import one file of events that holds the content."""
    source = put(folder / name, content)
    return finished(import_files([source], [], mapping, folder / "kept"))


def both(folder: Path, events: str, customers: str, mapping: Mapping | None = None) -> Imported:
    """Import a file of events and a file of customers."""
    sources = put(folder / "events.csv", events), put(folder / "customers.csv", customers)
    return finished(import_files(sources[:1], sources[1:], mapping, folder / "kept"))
