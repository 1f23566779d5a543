"""Says what came of an import: counts, histories, rounded numbers, and what is assumed."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

from collections.abc import Iterator

import numpy as np
from duckdb import DuckDBPyConnection

from journeys.context.naming import spoken_list
from journeys.people.population import ColumnType
from journeys.simulation.dataset import Dataset
from storage.importing.plan import Plan
from storage.importing.report import History, Ledger, Report, Rounding

CHANNELS = {"email": "e-mail", "sms": "SMS", "push": "push"}
RECEIVED = {
    "late": (
        "1 came later than it happened, and is not known before",
        "{:,} came later than they happened, and are not known before",
    ),
    "early": (
        "1 was received before it happened, and is known as it happened",
        "{:,} were received before they happened, and are known as they happened",
    ),
    "unsaid": (
        "1 does not say when it was received, and is known as it happened",
        "{:,} do not say when they were received, and are known as they happened",
    ),
}
PARTS = {"consent": "who agreed to", "address": "who can be reached by"}


def tell(connection: DuckDBPyConnection, plan: Plan, dataset: Dataset, ledger: Ledger) -> Report:
    """Return the report of an import."""
    return Report(
        events=dataset.events,
        customers=dataset.customers,
        changes=len(dataset.change_time),
        histories=tuple(_histories(dataset)),
        rejected=tuple(ledger.rejected),
        assumptions=tuple(_assumptions(connection, plan, dataset)),
        roundings=tuple(_roundings(connection, plan)),
    )


def _histories(dataset: Dataset) -> Iterator[History]:
    owners = np.repeat(np.arange(dataset.customers), np.diff(dataset.change_offset))
    for place, attribute in enumerate(dataset.vocabulary.attributes):
        changes = np.bincount(
            owners[dataset.change_attribute == place], minlength=dataset.customers
        )
        if changes.any():
            yield History(name=attribute.name, customers=int((changes > 1).sum()))


def _roundings(connection: DuckDBPyConnection, plan: Plan) -> Iterator[Rounding]:
    for item in (*plan.properties, *plan.attributes):
        if item.held.type is not ColumnType.DECIMAL:
            continue
        count = 0
        for cell, table in (
            (item.event_cell, plan.events.table),
            (item.customer_cell, plan.customers.table),
        ):
            if cell is not None:
                count += connection.execute(
                    f"SELECT count(*) FROM {table} WHERE is_rounded({cell}, {item.held.scale})"
                ).fetchall()[0][0]
        if count:
            yield Rounding(name=item.name, scale=item.held.scale, count=count)


def _assumptions(connection: DuckDBPyConnection, plan: Plan, dataset: Dataset) -> Iterator[str]:
    clocks = list(_clocks(plan))
    zone = plan.mapping.zone
    if _any(connection, clocks, "looks_epoch({cell})"):
        yield "Times that are plain numbers are read as seconds (or finer) since 1970, UTC."
    if _any(connection, clocks, "NOT names_zone({cell}) AND fits_instant({cell})"):
        yield f"Times that name no time zone are read as {zone}."
    yield from _received(connection, plan)
    names = {item.name for item in plan.attributes}
    lacking = {
        what: [words for channel, words in CHANNELS.items() if f"{part}.{channel}" not in names]
        for part, what in PARTS.items()
    }
    untold = [f"{what} {spoken_list(channels)}" for what, channels in lacking.items() if channels]
    if untold:
        yield f"The data does not tell {', nor '.join(untold)}: test runs take it as given."
    historic = {history.name for history in _histories(dataset)}
    still = [item.name for item in plan.attributes if item.name not in historic]
    if still:
        yield f"Without history, and so as known at import at every instant: {', '.join(still)}."
    again = connection.execute(
        "SELECT count(*) - count(DISTINCT id) FROM event_cells WHERE id IS NOT NULL"
    ).fetchall()[0][0]
    if again:
        yield f"{again:,} events bear an id that another event bears, too; all are kept."


def _received(connection: DuckDBPyConnection, plan: Plan) -> Iterator[str]:
    """Yield what is made of the column that says when rows were received (R229)."""
    if plan.mapping.events is None or plan.mapping.events.arrival is None:
        return
    column = plan.mapping.events.arrival
    late, early, unsaid = connection.execute(
        "SELECT count(*) FILTER (arrival > moment), count(*) FILTER (arrival < moment),"
        " count(*) FILTER (arrival IS NULL) FROM event_cells"
    ).fetchall()[0]
    counts = dict(zip(RECEIVED, (late, early, unsaid), strict=True))
    said = [_counted(counts[which], *RECEIVED[which]) for which in RECEIVED if counts[which]]
    yield f"When a row was received stands in {column!r}: {'; '.join(said) or 'none came late'}."


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count)


def _clocks(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield (table, cell) of everything that is read as an instant."""
    if plan.mapping.events is not None:
        yield plan.events.table, plan.events.cell(plan.mapping.events.time)
        if plan.mapping.events.arrival is not None:
            yield plan.events.table, plan.events.cell(plan.mapping.events.arrival)
    if plan.mapping.customers is not None and plan.mapping.customers.time is not None:
        yield plan.customers.table, plan.customers.cell(plan.mapping.customers.time)
    for item in (*plan.properties, *plan.attributes):
        if item.held.type is ColumnType.INSTANT and item.event_cell is not None:
            yield plan.events.table, item.event_cell
        if item.held.type is ColumnType.INSTANT and item.customer_cell is not None:
            yield plan.customers.table, item.customer_cell


def _any(connection: DuckDBPyConnection, clocks: list[tuple[str, str]], condition: str) -> bool:
    return any(
        connection.execute(
            f"SELECT 1 FROM {table} WHERE {condition.format(cell=cell)} LIMIT 1"
        ).fetchall()
        for table, cell in clocks
    )
