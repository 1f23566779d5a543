"""Reads the rows of customers: what is known at import, and what changed when."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

from duckdb import DuckDBPyConnection

from storage.importing.events import WHEN
from storage.importing.plan import Plan
from storage.importing.reading import complaint, units

NO_CUSTOMERS = "seq BIGINT, file INT, row BIGINT, customer VARCHAR, moment BIGINT, reason VARCHAR"


def read_customers(connection: DuckDBPyConnection, plan: Plan) -> None:
    """Make the table `customer_cells`: seq, customer, moment, a0.., reason.

    A row without a moment says what is known at import. One with a reason is not taken over.
    """
    mapping, cell = plan.mapping.customers, plan.customers.cell
    if mapping is None:
        connection.execute(f"CREATE TABLE customer_cells ({NO_CUSTOMERS})")
        return
    items = [
        (place, item)
        for place, item in enumerate(plan.attributes)
        if item.customer_cell is not None
    ]
    read = [f"{units(str(item.customer_cell), item.held)} AS a{place}" for place, item in items]
    reasons = [f"CASE WHEN coalesce({cell(mapping.customer)}, '') = '' THEN 'no customer' END"]
    moment = "NULL::BIGINT"
    if mapping.time is not None:
        moment = f"instant_units({cell(mapping.time)})"
        reasons.append(complaint(cell(mapping.time), "moment", mapping.time, WHEN))
    reasons += [
        complaint(str(item.customer_cell), f"a{place}", item.name, item.held)
        for place, item in items
    ]
    again = "the customer stands in the files twice; the first row is kept"
    connection.execute(
        "CREATE TABLE customer_cells AS SELECT seq, file, row, customer, moment,"
        f" {''.join(f'a{place}, ' for place, _ in items)}"
        " CASE WHEN reason IS NOT NULL THEN reason WHEN moment IS NULL AND row_number() OVER"
        " (PARTITION BY customer, moment IS NULL, reason IS NULL ORDER BY seq) > 1"
        f" THEN '{again}' END AS reason FROM (SELECT seq, file, row,"
        f" {cell(mapping.customer)} AS customer, moment,"
        f" {''.join(f'a{place}, ' for place, _ in items)} coalesce({', '.join(reasons)}) AS reason"
        f" FROM (SELECT *, rowid AS seq, {moment} AS moment{''.join(f', {one}' for one in read)}"
        f" FROM {plan.customers.table})) ORDER BY seq"
    )


def number_customers(connection: DuckDBPyConnection) -> None:
    """Make the table `people`: place and id, those of customer files first, in their order."""
    connection.execute(
        "CREATE TABLE people AS SELECT row_number() OVER (ORDER BY sort, seq) - 1 AS place, id"
        " FROM (SELECT customer AS id, min(sort) AS sort, arg_min(seq, (sort, seq)) AS seq FROM ("
        "SELECT customer, 0 AS sort, seq FROM customer_cells UNION ALL "
        "SELECT customer, 1 AS sort, seq FROM event_cells) GROUP BY customer)"
    )
