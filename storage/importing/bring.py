"""Brings files of events and customers in: from the files to a data set, with a full report."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

import shutil
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from journeys.errors import UnreadableFileError
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset
from journeys.values import evolve
from storage.files import keeping, settle
from storage.importing.arrays import gather
from storage.importing.calls import COLUMN, name_calls
from storage.importing.customers import number_customers, read_customers
from storage.importing.events import give_ids, read_events, refuse_rows
from storage.importing.guessing import (
    NOTHING,
    Columns,
    Given,
    Samples,
    guess_customers,
    guess_events,
)
from storage.importing.mapping import CustomerMapping, EventMapping, Mapping
from storage.importing.opening import kind_of
from storage.importing.plan import Plan, make_plan, settled
from storage.importing.reading import prepare
from storage.importing.report import Ledger, Report
from storage.importing.spool import literal
from storage.importing.staging import Sheet, load, sample, staging
from storage.importing.telling import tell

RAW = "events.parquet"
STEPS = 6


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: the data set, what came of every row, and the mapping used."""

    dataset: Dataset
    report: Report
    mapping: Mapping


def import_files(
    events: Sequence[Path],
    customers: Sequence[Path],
    mapping: Mapping | None,
    folder: Path,
    given: Given = NOTHING,
) -> Generator[Progress, None, Imported]:
    """Read files into a data set; what the mapping leaves open is guessed.

    `given` names single columns by role, so that only the others are guessed, and files
    of calls (R221). The raw events stay
    whole in `events.parquet` in `folder`, `dataset.raw` being the row there. Closing the
    generator, like any error, leaves nothing behind. Raises UnreadableFileError when files or
    mapping do not do, StorageError when there is no room.
    """
    calls = given.calls
    if not events and not customers and not calls:
        raise UnreadableFileError("There is no file to import.", "Name a file of events.")
    for path in (*events, *calls, *customers):
        kind_of(path)
    event_files = [path.absolute() for path in (*events, *calls)]
    columns = given.events if events or not calls else {"event": COLUMN, **given.events}
    customer_files = [path.absolute() for path in customers]
    ledger = Ledger()
    with (
        _scratch(folder) as scratch,
        staging(scratch, [*event_files, *customer_files]) as connection,
    ):
        rows = yield from load(connection, "event_rows", event_files, scratch, ledger)
        people = yield from load(connection, "customer_rows", customer_files, scratch, ledger)
        whole = _completed(
            connection,
            mapping or Mapping(),
            (rows, columns),
            (people, given.customers),
            ledger,
        )
        if calls and whole.events is not None:
            named = name_calls(connection, rows, whole.events, len(events))
            whole = evolve(whole, events=named)
        prepare(connection, whole.zone)
        plan = make_plan(connection, rows, people, whole)
        yield Progress(1, STEPS, "Reading times and numbers")
        _read(connection, plan, event_files, customer_files, ledger)
        yield Progress(2, STEPS, "Giving every event an id")
        give_ids(connection, plan)
        yield Progress(3, STEPS, "Sorting by customer and time")
        dataset = gather(connection, plan)
        yield Progress(4, STEPS, "Writing the report")
        report = tell(connection, plan, dataset, ledger)
        yield Progress(5, STEPS, "Keeping the raw events")
        _keep_raw(connection, plan, scratch / RAW)
        with keeping(folder / RAW):
            (scratch / RAW).replace(folder / RAW)
            settle(folder)
    return Imported(dataset, report, settled(plan))


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Lend a folder for the time of the import; a folder made for it goes if the import fails."""
    fresh = not folder.exists()
    with keeping(folder):
        folder.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".import-", dir=folder))
    try:
        with keeping(folder):
            yield scratch
    except BaseException:
        shutil.rmtree(folder if fresh else scratch)
        raise
    shutil.rmtree(scratch)


def _completed(
    connection: DuckDBPyConnection,
    mapping: Mapping,
    events: tuple[Sheet, Columns],
    customers: tuple[Sheet, Columns],
    ledger: Ledger,
) -> Mapping:
    """Return the mapping with guesses where it leaves something open."""
    changes: dict[str, EventMapping | CustomerMapping] = {}
    if mapping.events is None and events[0].names:
        cells = sample(connection, events[0])
        _refuse_nothing(cells, ledger)
        changes["events"] = guess_events(cells, events[1])
    if mapping.customers is None and customers[0].names:
        changes["customers"] = guess_customers(sample(connection, customers[0]), customers[1])
    return evolve(mapping, **changes)


def _refuse_nothing(cells: Samples, ledger: Ledger) -> None:
    """Raise UnreadableFileError where there is no event to guess from, with the first reason."""
    if any(cells.values()):
        return
    attempt = "Export them again, with their rows."
    if ledger.rejected:
        first = ledger.rejected[0]
        attempt = f"Mend the rows; the first is row {first.row} of {first.file}: {first.reason}."
    raise UnreadableFileError("The files of events hold no row that can be read.", attempt)


def _read(
    connection: DuckDBPyConnection,
    plan: Plan,
    event_files: Sequence[Path],
    customer_files: Sequence[Path],
    ledger: Ledger,
) -> None:
    read_events(connection, plan)
    refuse_rows(connection, "event_cells", [path.name for path in event_files], ledger)
    read_customers(connection, plan)
    refuse_rows(connection, "customer_cells", [path.name for path in customer_files], ledger)
    number_customers(connection)


def _keep_raw(connection: DuckDBPyConnection, plan: Plan, path: Path) -> None:
    """Write the raw rows that were taken over, in file order, under their own names."""
    cells = "".join(
        f', c{place} AS "{name.replace(chr(34), chr(34) * 2)}"'
        for place, name in enumerate(_distinct(plan.events.names))
    )
    connection.execute(
        f'COPY (SELECT rows.file AS "file number", rows.row AS "row number"{cells}'
        f" FROM {plan.events.table} AS rows JOIN event_cells ON rows.rowid = event_cells.seq"
        f" ORDER BY event_cells.seq) TO {literal(path)} (FORMAT parquet, COMPRESSION zstd)"
    )


def _distinct(names: Sequence[str]) -> list[str]:
    """Return names that differ in more than capitals, as Parquet readers ask for."""
    taken, found = {"file number", "row number"}, []
    for name in names:
        other, count = name, 1
        while other.casefold() in taken:
            count += 1
            other = f"{name} ({count})"
        taken.add(other.casefold())
        found.append(other)
    return found
