"""Fetches read cells as the numbers that arrays hold: codes for texts, missing spelled out."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from duckdb import DuckDBPyConnection

from journeys.people.population import ColumnType, Held
from journeys.program.vocabulary import MISSING, MISSING_CODE, Column
from storage.importing.plan import Source

Columns: TypeAlias = dict[str, npt.NDArray[Any]]


def column(item: Source) -> Column:
    """Return the column of a data set that a source becomes."""
    return Column(item.name, item.held.type, item.held.scale)


def number(cell: str, held: Held) -> str:
    """Return the SQL of a read cell as its number, once the type `texts` is there."""
    if held.type is ColumnType.TEXT:
        return f"coalesce(enum_code({cell}::texts)::BIGINT, {MISSING_CODE})"
    missing = MISSING_CODE if held.type is ColumnType.TRUTH else MISSING
    return f"coalesce({cell}::BIGINT, {missing})"


def fetch(connection: DuckDBPyConnection, query: str) -> Columns:
    """Return what a query finds, an array a column."""
    found: Columns = connection.execute(query).fetchnumpy()
    return {name: np.ma.getdata(values) for name, values in found.items()}
