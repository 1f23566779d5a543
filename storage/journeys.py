"""The journeys of a workspace, each kept as the bytes of its document."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from journeys.errors import UnreadableFileError
from storage.database import Database, sealed, unsealed
from storage.tables import journeys


@dataclass(frozen=True, slots=True)
class SavedJourney:
    """A journey as it was saved: its document as bytes, its content id, the instant in seconds."""

    id: str
    title: str
    content_id: str
    document: bytes
    saved: int


class Journeys:
    """The journeys of one workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, journey: SavedJourney) -> None:
        """Keep a journey, in place of the one with its id; raises StorageError."""
        row = sealed({name: getattr(journey, name) for name in SavedJourney.__slots__})
        with self._database.writing() as connection:
            connection.execute(
                insert(journeys).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
            )

    def all(self) -> tuple[SavedJourney, ...]:
        """Return every journey, by title."""
        query = select(journeys).order_by(journeys.c.title, journeys.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        found = unsealed(self._database.path, journeys, rows)
        return tuple(SavedJourney(**contents) for contents in found)

    def get(self, id_: str) -> SavedJourney:
        """Return a journey; raises UnreadableFileError when there is none with this id."""
        query = select(journeys).where(journeys.c.id == id_)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        if not rows:
            raise UnreadableFileError(
                f"There is no journey {id_!r} in {self._database.path.parent.name}.",
                "Choose one of those that are there.",
            )
        return SavedJourney(**unsealed(self._database.path, journeys, rows)[0])

    def remove(self, id_: str) -> None:
        """Take a journey out; runs keep the version they ran."""
        with self._database.writing() as connection:
            connection.execute(delete(journeys).where(journeys.c.id == id_))
