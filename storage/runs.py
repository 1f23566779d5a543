"""The runs of a workspace: what was asked, of which journeys and customers, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_once

from journeys.errors import UnreadableFileError
from storage.database import Database, sealed, unsealed
from storage.tables import run_journeys, runs, versions


@dataclass(frozen=True, slots=True)
class Version:
    """A journey exactly as it ran: its id, the id of its content, and its document."""

    journey: str
    content_id: str
    document: bytes


@dataclass(frozen=True, slots=True)
class NewRun:
    """A run to be kept: settings and results as JSON text, the data set by its id."""

    dataset: str
    versions: tuple[Version, ...]
    settings: str
    results: str
    made: int


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run as it was kept; `versions` are (journey id, content id) in the order they ran."""

    id: int
    dataset: str
    versions: tuple[tuple[str, str], ...]
    settings: str
    results: str
    made: int


class Runs:
    """The runs of one workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, run: NewRun) -> int:
        """Keep a run with the versions it ran, and return its number; raises StorageError."""
        with self._database.writing() as connection:
            number = 1 + (
                connection.execute(select(runs.c.id).order_by(runs.c.id.desc())).scalar() or 0
            )
            row = {
                "id": number,
                "dataset": run.dataset,
                "settings": run.settings,
                "results": run.results,
                "made": run.made,
            }
            connection.execute(insert(runs).values(sealed(row)))
            for place, version in enumerate(run.versions):
                kept = {"content_id": version.content_id, "document": version.document}
                connection.execute(
                    insert_once(versions).values(sealed(kept)).on_conflict_do_nothing()
                )
                link = {
                    "run": number,
                    "place": place,
                    "journey": version.journey,
                    "content_id": version.content_id,
                }
                connection.execute(insert(run_journeys).values(sealed(link)))
        return number

    def all(self) -> tuple[SavedRun, ...]:
        """Return every run, the newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(runs).order_by(runs.c.id.desc())).mappings().all()
            order = run_journeys.c.run, run_journeys.c.place
            linked = connection.execute(select(run_journeys).order_by(*order)).mappings().all()
        found = unsealed(self._database.path, runs, rows)
        links = unsealed(self._database.path, run_journeys, linked)
        return tuple(_run(row, links) for row in found)

    def document(self, content_id: str) -> bytes:
        """Return a journey as it ran; raises UnreadableFileError when no run had it."""
        query = select(versions).where(versions.c.content_id == content_id)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        if not rows:
            raise UnreadableFileError(
                "No run of this workspace had this version of the journey.", "Choose another run."
            )
        document: bytes = unsealed(self._database.path, versions, rows)[0]["document"]
        return document

    def remove(self, number: int) -> None:
        """Forget a run, and the versions that no other run had."""
        used = select(run_journeys.c.content_id)
        with self._database.writing() as connection:
            connection.execute(delete(runs).where(runs.c.id == number))
            connection.execute(delete(versions).where(versions.c.content_id.not_in(used)))


def _run(row: dict[str, Any], links: Sequence[dict[str, Any]]) -> SavedRun:
    ran = tuple(
        (str(link["journey"]), str(link["content_id"]))
        for link in links
        if link["run"] == row["id"]
    )
    return SavedRun(versions=ran, **row)
