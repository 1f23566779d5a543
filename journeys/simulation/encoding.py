"""Turns a plainly written population into the arrays of a data set."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import numpy as np

from journeys.errors import InvalidDatasetError
from journeys.hashing import signed, stable_hash
from journeys.people.population import (
    Change,
    ColumnType,
    Content,
    Event,
    Held,
    Population,
    as_text,
)
from journeys.program.vocabulary import MISSING, MISSING_CODE, Column, Vocabulary
from journeys.simulation.dataset import ChangeColumns, Dataset, EventColumns, Int64, assemble


class Texts:
    """A growing dictionary of texts; owns the numbering while a data set is made."""

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}

    def code(self, text: str) -> int:
        """Return the code of a text, a new one where it was not seen before."""
        return self.codes.setdefault(text, len(self.codes))

    def encode(self, column: Column, content: Content) -> int:
        """Return the engine value of a content; missing is -1 for narrow columns, else -2^63."""
        if content is None:
            return MISSING_CODE if column.is_narrow else MISSING
        if column.type is ColumnType.TEXT:
            return self.code(str(content))
        if column.type is ColumnType.DECIMAL:
            return int(Decimal(content).scaleb(column.scale).to_integral_value())
        return int(content)


def encode(population: Population) -> Dataset:
    """Return the data set of a population; raises InvalidDatasetError for unknown customers."""
    texts = Texts()
    columns = _columns(population.columns)
    attributes = tuple(
        Column(name, held.type, held.scale) for name, held in population.attributes.items()
    )
    ids = tuple(customer.id for customer in population.customers)
    places = {customer: place for place, customer in enumerate(ids)}
    if len(places) != len(ids):
        raise InvalidDatasetError("A customer id is there twice.")
    known = np.array(
        [
            [
                texts.encode(column, customer.attributes.get(column.name))
                for customer in population.customers
            ]
            for column in attributes
        ],
        np.int64,
    ).reshape(len(attributes), len(ids))
    names = tuple(dict.fromkeys(event.name for event in population.events))
    events = _events(population.events, columns, names, places, texts)
    changes = _changes(population, attributes, places, texts)
    return assemble(
        vocabulary=Vocabulary(names, columns, attributes, tuple(texts.codes)),
        ids=ids,
        customer_hash=_int64(signed(stable_hash(customer)) for customer in ids),
        attributes=known,
        events=events,
        changes=changes,
    )


def event_hashes(events: Sequence[Event]) -> Int64:
    """Return int64[M], the bits of each event's id: its own, or that of what it says (R102)."""
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[int] = []
    for event in events:
        if event.id is not None:
            found.append(signed(stable_hash(event.id)))
            continue
        text = canonical(event.properties)
        parts = (event.customer, event.name, str(event.time), text)
        found.append(signed(stable_hash(*parts, str(seen[parts]))))
        seen[parts] += 1
    return _int64(found)


def canonical(properties: Mapping[str, Content]) -> str:
    """Return properties as JSON: sorted names, no spaces, numbers in their shortest form (R102)."""
    return (
        "{"
        + ",".join(
            f"{_quoted(name)}:{_quoted(content) if isinstance(content, str) else as_text(content)}"
            for name, content in sorted(properties.items())
            if content is not None
        )
        + "}"
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _columns(declared: Mapping[str, Held]) -> tuple[Column, ...]:
    columns = [Column(name, held.type, held.scale) for name, held in declared.items()]
    return tuple(sorted(columns, key=lambda column: not column.is_narrow))


def _place(places: Mapping[str, int], customer: str) -> int:
    if customer not in places:
        raise InvalidDatasetError(
            f"An event names the customer {customer!r}, who is not in the data."
        )
    return places[customer]


def _events(
    events: Sequence[Event],
    columns: tuple[Column, ...],
    names: tuple[str, ...],
    places: Mapping[str, int],
    texts: Texts,
) -> EventColumns:
    codes = {name: code for code, name in enumerate(names)}
    rows = [
        [texts.encode(column, event.properties.get(column.name)) for event in events]
        for column in columns
    ]
    narrow = sum(column.is_narrow for column in columns)
    return EventColumns(
        customer=_int64(_place(places, event.customer) for event in events),
        time=_int64(event.time for event in events),
        type=np.array([codes[event.name] for event in events], np.int32),
        narrow=np.array(rows[:narrow], np.int32).reshape(narrow, len(events)),
        wide=np.array(rows[narrow:], np.int64).reshape(len(columns) - narrow, len(events)),
        hash=event_hashes(events),
        raw=np.arange(len(events), dtype=np.int64),
        arrival=_arrivals(events),
    )


def _changes(
    population: Population, attributes: tuple[Column, ...], places: Mapping[str, int], texts: Texts
) -> ChangeColumns:
    by_name = {column.name: (place, column) for place, column in enumerate(attributes)}
    sources = [
        (change.customer, change.time, -1, change.attributes, change.arrival)
        for change in population.changes
    ]
    sources += [
        (event.customer, event.time, place, event.carries, None)
        for place, event in enumerate(population.events)
    ]
    rows = [
        (
            _place(places, customer),
            time,
            event,
            by_name[name][0],
            texts.encode(by_name[name][1], content),
            time if arrival is None else arrival,
        )
        for customer, time, event, contents, arrival in sources
        for name, content in contents.items()
        if event < 0 or content is not None
    ]
    table = np.array(rows, np.int64).reshape(len(rows), 6).T
    arrival = None if _arrivals(population.changes) is None else table[5]
    return ChangeColumns(table[0], table[1], table[2], table[3].astype(np.int32), table[4], arrival)


def _arrivals(rows: Sequence[Event] | Sequence[Change]) -> Int64 | None:
    """Return when each became known, int64[], or None where all were at once (R227)."""
    if all(row.arrival is None for row in rows):
        return None
    return _int64(row.time if row.arrival is None else row.arrival for row in rows)


def _int64(numbers: Iterable[int]) -> Int64:
    return np.fromiter(numbers, np.int64)
