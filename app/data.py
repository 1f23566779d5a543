"""The customers and events that journeys are tried on: the sample shop, or files of one's own."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app import wiring
from journeys.program.vocabulary import Vocabulary
from journeys.progress import Progress
from journeys.shop.shop import Shop
from journeys.simulation.dataset import Dataset
from journeys.simulation.lacking import with_facts
from storage.importing.mapping import Mapping
from storage.importing.report import Report

SHOP_CUSTOMERS = 10_000
ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")


class Source(Protocol):
    """Somewhere customers and events come from."""

    @property
    def name(self) -> str:
        """What it is called, for people."""

    def bringing(self) -> Generator[Progress, None, "Brought"]:
        """Bring the customers; raises ThroughlineError where that cannot be done."""


@dataclass(frozen=True, slots=True)
class Brought:
    """Customers with their events; `report` and `mapping` tell of the files they came from."""

    dataset: Dataset
    report: Report | None = None
    mapping: Mapping | None = None

    @property
    def words(self) -> Vocabulary:
        """The names of the data, with what is known of what its events lack and of currencies."""
        return with_facts(self.dataset)


@dataclass(frozen=True, slots=True)
class SampleShop:
    """The made-up shop."""

    customers: int = SHOP_CUSTOMERS

    @property
    def name(self) -> str:
        """What it is called."""
        return QCoreApplication.translate("Data", "{} customers").format(f"{self.customers:,}")

    def bringing(self) -> Generator[Progress, None, Brought]:
        """Make the customers up."""
        return Brought((yield from Shop(self.customers).making()))


@dataclass(frozen=True, slots=True)
class EventFiles:
    """Files of events: CSV, JSON Lines or Parquet; `zone` is that of times that name none."""

    paths: tuple[Path, ...]
    zone: str = "UTC"

    @property
    def name(self) -> str:
        """The names of the files."""
        return ", ".join(path.name for path in self.paths)

    def bringing(self) -> Generator[Progress, None, Brought]:
        """Read the files; raises UnreadableFileError and StorageError."""
        imported = yield from wiring.bringing_once(wiring.Files(self.paths, zone=self.zone))
        return Brought(imported.dataset, imported.report, imported.mapping)


class Data(QObject):
    """Remembers which customers are in use, and brings them once.

    `changed` carries the Source that is in use from now on.
    """

    changed = Signal(object)

    def __init__(
        self, source: Source, otherwise: Source | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._otherwise = otherwise
        self._brought: Brought | None = None
        self._before: tuple[Source, Brought] | None = None

    @property
    def source(self) -> Source:
        """Where the customers in use come from."""
        return self._source

    @property
    def brought(self) -> Brought | None:
        """The customers in use, once they were brought."""
        return self._brought

    def use(self, source: Source, brought: Brought | None = None) -> None:
        """Use other customers from now on; they may have been brought already."""
        if self._brought is not None:
            self._before = self._source, self._brought
        self._source, self._brought = source, brought
        self.changed.emit(source)

    def give_up(self) -> None:
        """Use those again that were there before: the ones asked for do not come.

        The first may not come either: then those that are there in any case are used.
        """
        if self._brought is None and self._before is not None:
            self.use(*self._before)
        elif self._brought is None and self._otherwise not in (None, self._source):
            self.use(self._otherwise)

    def bringing(self) -> Generator[Progress, None, Brought]:
        """Bring the customers in use, unless they are there; raises ThroughlineError."""
        source = self._source
        if self._brought is None:
            brought = yield from source.bringing()
            if source is not self._source:
                return brought
            self._brought = brought
        return self._brought
