"""Files of calls: each row is an event `call.` and the name of the call (R221)."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

from duckdb import DuckDBPyConnection

from journeys.errors import UnreadableFileError
from journeys.program.updates import CALL
from journeys.values import evolve
from storage.importing.mapping import EventMapping
from storage.importing.spool import literal
from storage.importing.staging import Sheet

COLUMN = "call"
ROLES = ("customer", "time")


def name_calls(
    connection: DuckDBPyConnection, rows: Sheet, mapping: EventMapping, first: int
) -> EventMapping:
    """Make events of the rows of calls, those of the files from `first` on.

    Their columns are customer, time and call; all others are what the call says, as properties.
    Returns the mapping without the columns that only say what a row is. Raises
    UnreadableFileError where a column is not there.
    """
    for name in (*ROLES, COLUMN):
        if name not in rows.names:
            raise UnreadableFileError(
                f"The file of calls has no column {name!r}.",
                "Its columns are customer, time, call, and what the call says.",
            )
    called = rows.cell(COLUMN)
    puts = {rows.cell(mapping.event): f"{literal(CALL)} || nullif({called}, '')"}
    own = {"customer": mapping.customer, "time": mapping.time}
    puts |= {rows.cell(own[name]): rows.cell(name) for name in ROLES if own[name] != name}
    emptied = [COLUMN, *(name for name in ROLES if own[name] != name)]
    puts |= {rows.cell(name): "NULL" for name in emptied if name != mapping.event}
    said = ", ".join(f"{cell} = {content}" for cell, content in puts.items())
    connection.execute(f"UPDATE {rows.table} SET {said} WHERE file >= {first}")
    unused = tuple(name for name in emptied if _is_empty(connection, rows, name))
    return evolve(mapping, left_out=(*mapping.left_out, *unused))


def _is_empty(connection: DuckDBPyConnection, rows: Sheet, name: str) -> bool:
    cell = rows.cell(name)
    found = connection.execute(
        f"SELECT 1 FROM {rows.table} WHERE {cell} IS NOT NULL AND {cell} <> '' LIMIT 1"
    )
    return not found.fetchall()
