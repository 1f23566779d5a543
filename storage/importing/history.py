"""Finds what changed about customers, and when: from the rows of events and of customer files."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

import numpy as np
from duckdb import DuckDBPyConnection

from journeys.simulation.dataset import ChangeColumns, Int64, without_changes
from storage.importing.numbers import fetch, number
from storage.importing.plan import Plan

HANDLED = "greatest(moment, coalesce(arrival, moment))"


def read_changes(connection: DuckDBPyConnection, plan: Plan, order: Int64) -> ChangeColumns:
    """Return every real change: a value that is the one before is none (R33, R100).

    `order` int64[M] are the numbers that the rows of events came in with. An empty cell changes
    nothing. What came late is held against what was known as it came.
    """
    told = [
        fetch(connection, _query(plan, attribute))
        for attribute, item in enumerate(plan.attributes)
        if item.event_cell is not None or _has_instants(plan)
    ]
    if not sum(len(found["moment"]) for found in told):
        return without_changes()
    whole = {name: np.concatenate([found[name] for found in told]) for name in told[0]}
    ranks = np.lexsort((whole["attribute"], whole["rank"]))
    carrier = whole["seq"].astype(np.int64)
    event = np.full(len(carrier), -1, np.int64)
    event[carrier >= 0] = np.searchsorted(order, carrier[carrier >= 0])
    return ChangeColumns(
        customer=whole["place"].astype(np.int64)[ranks],
        time=whole["moment"].astype(np.int64)[ranks],
        event=event[ranks],
        attribute=whole["attribute"].astype(np.int32)[ranks],
        value=whole["number"].astype(np.int64)[ranks],
    )


def _has_instants(plan: Plan) -> bool:
    return plan.mapping.customers is not None and plan.mapping.customers.time is not None


def _query(plan: Plan, attribute: int) -> str:
    item, rows = plan.attributes[attribute], []
    if item.event_cell is not None:
        rows.append(
            f"SELECT customer, moment, {HANDLED} AS handled, seq, seq AS rank,"
            f" a{attribute} AS v FROM event_cells"
        )
    if item.customer_cell is not None:
        rows.append(
            "SELECT customer, moment, moment AS handled, -1 AS seq, seq AS rank,"
            f" a{attribute} AS v"
            " FROM customer_cells WHERE moment IS NOT NULL"
        )
    return (
        f"SELECT place, moment, seq, rank, {attribute} AS attribute,"
        f" {number('v', item.held)} AS number FROM ("
        "SELECT place, moment, seq, rank, v, lag(v) OVER"
        " (PARTITION BY place ORDER BY handled, seq >= 0, moment, rank) AS before FROM"
        f" ({' UNION ALL '.join(rows)}) AS told JOIN people ON people.id = told.customer"
        " WHERE v IS NOT NULL) AS steps WHERE before IS DISTINCT FROM v"
    )
