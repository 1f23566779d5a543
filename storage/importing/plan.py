"""What will be read from which column, as what: the mapping, held against the files."""
# ruff: noqa: S608 names are positional and texts are written as SQL literals

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from journeys.errors import UnreadableFileError
from journeys.people.population import ColumnType, Held
from storage.importing.mapping import SCALE, Mapping, Typed
from storage.importing.reading import LARGEST, fits
from storage.importing.staging import SAMPLE, Sheet

FEW = 100
KNOWN = {
    "zone": ColumnType.TEXT,
    "household": ColumnType.TEXT,
    "consent.email": ColumnType.TRUTH,
    "consent.sms": ColumnType.TRUTH,
    "consent.push": ColumnType.TRUTH,
    "address.email": ColumnType.TEXT,
    "address.sms": ColumnType.TEXT,
    "address.push": ColumnType.TEXT,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: its name, its type, and where it stands in event and customer rows."""

    name: str
    held: Held
    event_cell: str | None = None
    customer_cell: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read: properties of events (32-bit ones first) and attributes of customers."""

    events: Sheet
    customers: Sheet
    mapping: Mapping
    properties: tuple[Source, ...]
    attributes: tuple[Source, ...]


def make_plan(
    connection: DuckDBPyConnection, events: Sheet, customers: Sheet, mapping: Mapping
) -> Plan:
    """Return what to read, with the types that the cells have where the mapping names none.

    Raises UnreadableFileError when the mapping names a column that is not there.
    """
    _refuse_unknown(events, mapping.events.mentioned() if mapping.events else (), "event")
    _refuse_unknown(
        customers, mapping.customers.mentioned() if mapping.customers else (), "customer"
    )
    declared = {typed.name: typed.held for typed in mapping.types}
    looked = _Looking(connection, events, customers, declared)
    properties = list(_properties(looked, mapping))
    properties.sort(key=lambda source: source.held.type not in (ColumnType.TEXT, ColumnType.TRUTH))
    attributes = tuple(_attributes(looked, mapping))
    names = {source.name for source in (*properties, *attributes)}
    for name in declared:
        if name not in names:
            raise UnreadableFileError(
                f"The mapping gives a type to {name!r}, which is no property and no attribute.",
                f"There are {', '.join(sorted(names))}.",
            )
    return Plan(events, customers, mapping, tuple(properties), attributes)


def settled(plan: Plan) -> Mapping:
    """Return the mapping with the type of everything spelled out, to be shown and changed."""
    types = {
        source.name: Typed(
            name=source.name,
            type=source.held.type,
            scale=source.held.scale if source.held.type is ColumnType.DECIMAL else SCALE,
        )
        for source in (*plan.attributes, *plan.properties)
    }
    return Mapping(
        events=plan.mapping.events,
        customers=plan.mapping.customers,
        types=tuple(types.values()),
        zone=plan.mapping.zone,
    )


@dataclass(frozen=True, slots=True)
class _Looking:
    connection: DuckDBPyConnection
    events: Sheet
    customers: Sheet
    declared: dict[str, Held]

    def source(
        self, name: str, event: str | None, customer: str | None, known: ColumnType | None
    ) -> Source:
        """Return a source with its type: declared, known by its name, or seen in the cells."""
        event_cell = self.events.cell(event) if event is not None else None
        customer_cell = self.customers.cell(customer) if customer is not None else None
        held = self.declared.get(name)
        if held is None and known is not None:
            held = Held(known)
        if held is None:
            spoken = event in self.events.spoken or customer in self.customers.spoken
            places = ((self.events.table, event_cell), (self.customers.table, customer_cell))
            held = self._seen(places, spoken=spoken)
        return Source(name, held, event_cell, customer_cell)

    def _seen(self, places: Iterable[tuple[str, str | None]], *, spoken: bool) -> Held:
        cells = " UNION ALL ".join(
            f"SELECT {cell} AS t FROM {table} WHERE {cell} IS NOT NULL"
            for table, cell in places
            if cell is not None
        )
        for type_ in _candidates(spoken=spoken):
            scale = SCALE if type_ is ColumnType.DECIMAL else 0
            few = self.connection.execute(
                f"SELECT bool_and({fits('t', type_)}) FROM (SELECT t FROM ({cells}) LIMIT {SAMPLE})"
            ).fetchall()
            if few[0][0] is None:
                return Held(ColumnType.TEXT)
            if few[0][0] and self._all_fit(cells, type_, scale):
                return Held(type_, scale)
        return Held(ColumnType.TEXT)

    def _all_fit(self, cells: str, type_: ColumnType, scale: int) -> bool:
        """Say whether all cells fit; where more than a hundredth is too large, it is no number."""
        far = "false"
        if type_ in (ColumnType.WHOLE, ColumnType.DECIMAL):
            far = f"is_far(t, {LARGEST / 10**scale!r})"
        every, fitting, large = self.connection.execute(
            f"SELECT sum(n), sum(n) FILTER ({fits('t', type_)}), coalesce(sum(n) FILTER ({far}), 0)"
            f" FROM (SELECT t, count(*) AS n FROM ({cells}) GROUP BY t)"
        ).fetchall()[0]
        return bool(every == fitting and large * FEW <= max(every, FEW))


def _candidates(*, spoken: bool) -> tuple[ColumnType, ...]:
    if spoken:
        return (ColumnType.INSTANT,)
    return (ColumnType.TRUTH, ColumnType.INSTANT, ColumnType.WHOLE, ColumnType.DECIMAL)


def _properties(looked: _Looking, mapping: Mapping) -> Iterator[Source]:
    if mapping.events is None:
        return
    texts = {mapping.events.session, mapping.events.source}
    for name in mapping.events.properties(looked.events.names):
        yield looked.source(name, name, None, ColumnType.TEXT if name in texts else None)


def _attributes(looked: _Looking, mapping: Mapping) -> Iterator[Source]:
    in_customers = mapping.customers.attributes if mapping.customers else ()
    in_events = mapping.events.attributes if mapping.events else ()
    columns = {named.name: named.column for named in in_customers}
    carried = {named.name: named.column for named in in_events}
    for names, given in ((columns, in_customers), (carried, in_events)):
        if len(names) < len(given):
            raise UnreadableFileError(
                "The mapping gives two columns the name of one attribute.",
                "Give every attribute one column.",
            )
    for name in dict.fromkeys((*columns, *carried)):
        yield looked.source(name, carried.get(name), columns.get(name), KNOWN.get(name))


def _refuse_unknown(sheet: Sheet, names: Iterable[str], what: str) -> None:
    for name in names:
        if name not in sheet.names:
            there = ", ".join(sheet.names[:30]) or "no columns"
            raise UnreadableFileError(
                f"The mapping names the column {name!r}, which the {what} files do not have.",
                f"There are {there}.",
            )
