"""The data sets of a workspace: arrays and raw events in files, and a row that tells of them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from journeys.errors import UnreadableFileError
from journeys.simulation.dataset import Dataset
from storage.database import Database, sealed, unsealed
from storage.dataset import load, save
from storage.files import keeping, settle
from storage.tables import datasets

ARRAYS = "arrays"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a data set is from: report and mapping of its import as JSON text, and the instant."""

    name: str
    report: str
    mapping: str
    imported: int


@dataclass(frozen=True, slots=True)
class SavedDataset:
    """A data set as it was kept; `report` and `mapping` of its import are JSON text."""

    id: str
    name: str
    customers: int
    events: int
    report: str
    mapping: str
    imported: int


class Datasets:
    """The data sets of one workspace, in the folder `data` beside its database."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    @contextmanager
    def incoming(self) -> Iterator[Path]:
        """Lend a folder to import into; what `keep` does not take over is gone afterwards."""
        with keeping(self._folder):
            self._folder.mkdir(exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=".incoming-", dir=self._folder))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def keep(self, dataset: Dataset, folder: Path, origin: Origin) -> SavedDataset:
        """Keep a data set with everything that an import left in a folder of `incoming`.

        Raises StorageError when there is no room; nothing is kept then.
        """
        id_ = save(dataset, folder / ARRAYS)
        kept = SavedDataset(
            id_,
            origin.name,
            dataset.customers,
            dataset.events,
            origin.report,
            origin.mapping,
            origin.imported,
        )
        row = sealed({field: getattr(kept, field) for field in SavedDataset.__slots__})
        place = self._folder / id_
        with keeping(place), self._database.writing() as connection:
            connection.execute(
                insert(datasets).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
            )
            if not place.exists():
                folder.rename(place)
                settle(self._folder)
        return kept

    def all(self) -> tuple[SavedDataset, ...]:
        """Return every data set, the newest first."""
        query = select(datasets).order_by(datasets.c.imported.desc(), datasets.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        found = unsealed(self._database.path, datasets, rows)
        return tuple(SavedDataset(**contents) for contents in found)

    def load(self, id_: str) -> Dataset:
        """Open a data set; raises UnreadableFileError when it is not there or damaged."""
        if id_ not in {kept.id for kept in self.all()}:
            raise UnreadableFileError(
                "There is no such data set in this workspace.", "Import its files again."
            )
        return load(self._folder / id_ / ARRAYS)

    def folder(self, id_: str) -> Path:
        """Return the folder of a data set, where its raw events are."""
        return self._folder / id_
