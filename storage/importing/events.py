"""Reads the rows of events: who did what and when; each has a stable id, or is refused."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

import json
from collections.abc import Iterator, Sequence

from duckdb import DuckDBPyConnection

from journeys.hashing import SEPARATOR
from journeys.people.population import ColumnType, Held
from storage.importing.plan import Plan, Source
from storage.importing.reading import complaint, units
from storage.importing.report import Ledger
from storage.importing.spool import literal

WHEN = Held(ColumnType.INSTANT)
NO_EVENTS = (
    "seq BIGINT, file INT, row BIGINT, customer VARCHAR, event VARCHAR, moment BIGINT,"
    " arrival BIGINT, id VARCHAR, reason VARCHAR"
)
QUOTING = r"""
CREATE MACRO in_quotes(t) AS CASE WHEN NOT regexp_matches(t, '[\x00-\x1f"\\]')
    THEN '"' || t || '"' ELSE '"' || {escaped} || '"' END;
CREATE MACRO shortest(n, d, places) AS CASE WHEN n % d = 0 THEN (n // d)::VARCHAR
    ELSE CASE WHEN n < 0 THEN '-' ELSE '' END || (abs(n) // d)::VARCHAR || '.'
    || rtrim(lpad((abs(n) % d)::VARCHAR, places, '0'), '0') END;
"""


def read_events(connection: DuckDBPyConnection, plan: Plan) -> None:
    """Make the table `event_cells`: seq, customer, event, moment, arrival, id, p0.., a0.., reason.

    `arrival` is when a row was received as it stands, NULL where it does not say (R229).
    A row with a reason is not taken over. Numbers are in the engine's units, texts as they are.
    """
    mapping, cell = plan.mapping.events, plan.events.cell
    if mapping is None:
        connection.execute(f"CREATE TABLE event_cells ({NO_EVENTS})")
        return
    moment = f"instant_units({cell(mapping.time)})"
    received = "NULL::BIGINT"
    if mapping.arrival is not None:
        received = f"instant_units({cell(mapping.arrival)})"
    own = cell(mapping.id) if mapping.id is not None else "NULL::VARCHAR"
    read = [
        *(f"{units(str(item.event_cell), item.held)} AS p{place}" for place, item in _p(plan)),
        *(f"{units(str(item.event_cell), item.held)} AS a{place}" for place, item in _a(plan)),
    ]
    reasons = [
        _absent(cell(mapping.customer), "customer"),
        _absent(cell(mapping.event), "name of an event"),
        _absent(cell(mapping.time), "time"),
        complaint(cell(mapping.time), "moment", mapping.time, WHEN),
        *_complaint_of_arrival(plan),
        *(_complaint(item, f"p{place}") for place, item in _p(plan)),
        *(_complaint(item, f"a{place}") for place, item in _a(plan)),
    ]
    kept = [f"p{place}" for place, _ in _p(plan)] + [f"a{place}" for place, _ in _a(plan)]
    connection.execute(
        f"CREATE TABLE event_cells AS SELECT seq, file, row, {cell(mapping.customer)} AS customer,"
        f" {cell(mapping.event)} AS event, moment, arrival, nullif({own}, '') AS id,"
        f" {''.join(f'{name}, ' for name in kept)}coalesce({', '.join(reasons)}) AS reason FROM ("
        f"SELECT *, rowid AS seq, {moment} AS moment, {received} AS arrival"
        f"{''.join(f', {one}' for one in read)} FROM {plan.events.table})"
    )


def refuse_rows(
    connection: DuckDBPyConnection, table: str, files: Sequence[str], ledger: Ledger
) -> None:
    """Take the rows that have a reason out of a table and report them."""
    found = connection.execute(
        f"DELETE FROM {table} WHERE reason IS NOT NULL RETURNING file, row, reason"
    ).fetchall()
    for file, row, reason in sorted(found):
        ledger.reject(files[file], row, reason)


def give_ids(connection: DuckDBPyConnection, plan: Plan) -> None:
    """Make the table `event_ids`: seq and the 16 hexadecimal digits of each event's id (R102)."""
    connection.execute(QUOTING.replace("{escaped}", _escaped()))
    said = sorted(_p(plan), key=lambda pair: pair[1].name)
    parts = ", ".join(_pair(place, item) for place, item in said)
    text = f"'{{' || concat_ws(',', {parts}) || '}}'" if parts else "'{}'"
    separator = literal(SEPARATOR)
    connection.execute(
        "CREATE TABLE event_ids AS SELECT seq, left(sha256(CASE WHEN id IS NOT NULL THEN id ELSE"
        f" concat_ws({separator}, customer, event, moment::VARCHAR, said, (row_number() OVER"
        " (PARTITION BY customer, moment, event, said, id IS NULL ORDER BY seq) - 1)::VARCHAR)"
        f" END), 16) AS digits FROM (SELECT seq, id, customer, event, moment, {text} AS said"
        " FROM event_cells)"
    )


def _p(plan: Plan) -> list[tuple[int, Source]]:
    return list(enumerate(plan.properties))


def _a(plan: Plan) -> list[tuple[int, Source]]:
    return [
        (place, item) for place, item in enumerate(plan.attributes) if item.event_cell is not None
    ]


def _complaint(item: Source, read: str) -> str:
    return complaint(str(item.event_cell), read, item.name, item.held)


def _complaint_of_arrival(plan: Plan) -> Iterator[str]:
    mapping = plan.mapping.events
    if mapping is not None and mapping.arrival is not None:
        cell = plan.events.cell(mapping.arrival)
        yield complaint(f"nullif({cell}, '')", "arrival", mapping.arrival, WHEN)


def _absent(cell: str, what: str) -> str:
    return f"CASE WHEN coalesce({cell}, '') = '' THEN 'the row has no {what}' END"


def _pair(place: int, item: Source) -> str:
    """Return one `"name":value` of the canonical JSON, NULL where the property is missing."""
    column, scale = f"p{place}", item.held.scale
    value = {
        ColumnType.TEXT: f"in_quotes({column})",
        ColumnType.TRUTH: f"CASE WHEN {column} = 1 THEN 'true' ELSE 'false' END",
        ColumnType.DECIMAL: f"shortest({column}, {10**scale}, {scale})",
    }.get(item.held.type, f"{column}::VARCHAR")
    name = literal(json.dumps(item.name, ensure_ascii=False) + ":")
    return f"CASE WHEN {column} IS NOT NULL THEN {name} || {value} END"


def _escaped() -> str:
    """Return the SQL that writes the characters JSON cannot hold, the backslash first."""
    found = "replace(t, '\\', '\\\\')"
    for code in (ord('"'), *range(1, 0x20)):
        sign = json.dumps(chr(code))[1:-1]
        found = f"replace({found}, chr({code}), {literal(sign)})"
    return found
