"""Turns the rows that were read into the arrays of a data set."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

import numpy as np
from duckdb import DuckDBPyConnection

from journeys.hashing import signed, stable_hash
from journeys.people.population import ColumnType
from journeys.program.vocabulary import MISSING, MISSING_CODE, Vocabulary
from journeys.simulation.dataset import (
    Dataset,
    EventColumns,
    Int64,
    assemble,
)
from storage.importing.history import HANDLED, read_changes
from storage.importing.numbers import column, fetch, number
from storage.importing.plan import Plan, Source


def gather(connection: DuckDBPyConnection, plan: Plan) -> Dataset:
    """Return the data set of everything that was read."""
    texts = _number_texts(connection, plan)
    names = [
        row[0]
        for row in connection.execute(
            "SELECT event FROM event_cells GROUP BY event ORDER BY min(seq)"
        ).fetchall()
    ]
    connection.execute("CREATE TABLE kinds (event VARCHAR, code INTEGER)")
    for code, name in enumerate(names):
        connection.execute("INSERT INTO kinds VALUES (?, ?)", [name, code])
    ids = tuple(
        row[0] for row in connection.execute("SELECT id FROM people ORDER BY place").fetchall()
    )
    known = _known(connection, plan, len(ids))
    events, order = _events(connection, plan)
    return assemble(
        vocabulary=Vocabulary(
            tuple(names),
            tuple(column(item) for item in plan.properties),
            tuple(column(item) for item in plan.attributes),
            texts,
        ),
        ids=ids,
        customer_hash=np.fromiter((signed(stable_hash(one)) for one in ids), np.int64, len(ids)),
        attributes=known,
        events=events,
        changes=read_changes(connection, plan, order),
    )


def _number_texts(connection: DuckDBPyConnection, plan: Plan) -> tuple[str, ...]:
    """Give every text a code by its place in the alphabet, as the database's type `texts`."""
    cells = [
        f"SELECT p{place} AS t FROM event_cells"
        for place, item in enumerate(plan.properties)
        if item.held.type is ColumnType.TEXT
    ]
    for place, item in enumerate(plan.attributes):
        if item.held.type is ColumnType.TEXT:
            cells += [f"SELECT a{place} AS t FROM {table}" for table in _tables(item)]
    source = " UNION ".join(cells) or "SELECT '' WHERE false"
    connection.execute(
        f"CREATE TYPE texts AS ENUM (SELECT t FROM ({source}) AS s(t) WHERE t IS NOT NULL"
        " ORDER BY t)"
    )
    return tuple(connection.execute("SELECT enum_range(NULL::texts)").fetchall()[0][0])


def _tables(item: Source) -> list[str]:
    cells = ((item.event_cell, "event_cells"), (item.customer_cell, "customer_cells"))
    return [table for cell, table in cells if cell is not None]


def _events(connection: DuckDBPyConnection, plan: Plan) -> tuple[EventColumns, Int64]:
    """Return the events in file order and int64[M], their numbers among the rows that came in."""
    cells = [
        f"{number(f'p{place}', item.held)} AS p{place}"
        for place, item in enumerate(plan.properties)
    ]
    found = fetch(
        connection,
        f"SELECT seq, place, moment, {HANDLED} AS handled, code, unhex(digits) AS id"
        f"{''.join(f', {cell}' for cell in cells)} FROM event_cells"
        " JOIN event_ids USING (seq) JOIN kinds USING (event)"
        " JOIN people ON people.id = event_cells.customer ORDER BY seq",
    )
    count = len(found["seq"])
    narrow = sum(column(item).is_narrow for item in plan.properties)
    blocks = [found[f"p{place}"] for place in range(len(plan.properties))]
    digits = b"".join(bytes(one) for one in found["id"])
    time, handled = (found[name].astype(np.int64) for name in ("moment", "handled"))
    return EventColumns(
        customer=found["place"].astype(np.int64),
        time=time,
        type=found["code"].astype(np.int32),
        narrow=np.array(blocks[:narrow], np.int32).reshape(narrow, count),
        wide=np.array(blocks[narrow:], np.int64).reshape(len(blocks) - narrow, count),
        hash=np.frombuffer(digits, ">i8").astype(np.int64),
        raw=np.arange(count, dtype=np.int64),
        arrival=handled if (handled > time).any() else None,
    ), found["seq"].astype(np.int64)


def _known(connection: DuckDBPyConnection, plan: Plan, count: int) -> Int64:
    """Return int64[A, N], what is known at import.

    What a file without instants says of an attribute that events tell the history of is left
    out: it would be known before it happened.
    """
    known = np.empty((len(plan.attributes), count), np.int64)
    for place, item in enumerate(plan.attributes):
        known[place] = MISSING_CODE if column(item).is_narrow else MISSING
        if item.customer_cell is None:
            continue
        history = "SELECT NULL WHERE false"
        if item.event_cell is not None:
            history = f"SELECT customer FROM event_cells WHERE a{place} IS NOT NULL"
        found = fetch(
            connection,
            f"SELECT place, {number(f'a{place}', item.held)} AS value FROM customer_cells"
            " JOIN people ON people.id = customer WHERE moment IS NULL"
            f" AND customer NOT IN ({history})",
        )
        known[place, found["place"].astype(np.int64)] = found["value"]
    return known
