"""Random customers and events, and how they look when they are written into files."""

import csv
import json
from collections.abc import Mapping as Assignment
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
from hypothesis import strategies as st

from journeys.people.population import (
    Change,
    ColumnType,
    Content,
    Customer,
    Event,
    Held,
    Population,
)
from storage.importing.mapping import CustomerMapping, EventMapping, Mapping, Named, Typed

PROPERTIES = {
    "note": Held(ColumnType.TEXT),
    "is_gift": Held(ColumnType.TRUTH),
    "pieces": Held(ColumnType.WHOLE),
    "amount": Held(ColumnType.DECIMAL, 4),
    "due": Held(ColumnType.INSTANT),
}
STILL = {"country": Held(ColumnType.TEXT), "score": Held(ColumnType.DECIMAL, 2)}
CARRIED = {"stage": Held(ColumnType.TEXT), "visits": Held(ColumnType.WHOLE)}
TIMED = {"consent.email": Held(ColumnType.TRUTH), "plan": Held(ColumnType.TEXT)}
ATTRIBUTES = {**STILL, **TIMED, **CARRIED}
FIRST, LAST = 1_700_000_000, 1_700_000_300

letters = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8
)
TEXTS = letters.filter(lambda text: text.strip("\r\n") == text and "\r" not in text)
VALUES: Assignment[ColumnType, st.SearchStrategy[Content]] = {
    ColumnType.TEXT: TEXTS,
    ColumnType.TRUTH: st.booleans(),
    ColumnType.WHOLE: st.integers(-(2**43), 2**43),
    ColumnType.DECIMAL: st.integers(-10_000_000, 10_000_000).map(
        lambda number: Decimal(number) / 100 if number % 100 else Decimal(number // 100)
    ),
    ColumnType.INSTANT: st.integers(FIRST, LAST),
}


def rows(held: Assignment[str, Held]) -> st.SearchStrategy[dict[str, Content]]:
    """Draw values for some of the names, the others being missing."""
    return st.fixed_dictionaries({}, optional={n: VALUES[h.type] for n, h in held.items()})


@st.composite
def populations(draw: st.DrawFn) -> Population:
    """Draw a population whose changes are real ones, as an import finds them."""
    ids = draw(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
    events = draw(
        st.lists(
            st.builds(
                Event,
                st.sampled_from(ids),
                st.integers(FIRST, FIRST + 5),
                st.sampled_from(["view", "buy", "Käufe, „viele“"]),
                rows(PROPERTIES),
                rows(CARRIED),
                st.none() | TEXTS,
            ),
            max_size=12,
        )
    )
    changes = draw(
        st.lists(
            st.builds(Change, st.sampled_from(ids), st.integers(FIRST, FIRST + 5), rows(TIMED)),
            max_size=6,
        )
    )
    customers = tuple(Customer(one, draw(rows({**STILL, **TIMED}))) for one in ids)
    return Population(PROPERTIES, ATTRIBUTES, customers, tuple(events), tuple(changes))


def told_once(population: Population) -> Population:
    """Return the population without changes to the value that was there before."""
    before: dict[tuple[str, str], Content] = {}
    carried: dict[int, dict[str, Content]] = {}
    for place, event in sorted(enumerate(population.events), key=lambda pair: pair[1].time):
        carried[place] = _news(before, event.customer, event.carries)
    changed: dict[int, dict[str, Content]] = {}
    for place, change in sorted(enumerate(population.changes), key=lambda pair: pair[1].time):
        changed[place] = _news(before, change.customer, change.attributes)
    return replace(
        population,
        events=tuple(
            replace(event, carries=carried[place]) for place, event in enumerate(population.events)
        ),
        changes=tuple(
            replace(change, attributes=changed[place])
            for place, change in enumerate(population.changes)
        ),
    )


def _news(
    before: dict[tuple[str, str], Content], customer: str, told: Assignment[str, Content]
) -> dict[str, Content]:
    news = {
        name: content for name, content in told.items() if before.get((customer, name)) != content
    }
    before.update({(customer, name): content for name, content in news.items()})
    return news


MAPPING = Mapping(
    events=EventMapping(
        customer="who",
        event="what",
        time="when",
        id="key",
        attributes=tuple(Named(column=name, name=name) for name in CARRIED),
    ),
    customers=CustomerMapping(
        customer="who",
        time="since",
        attributes=tuple(Named(column=name, name=name) for name in (*STILL, *TIMED)),
    ),
    types=tuple(
        Typed(name=name, type=held.type, scale=held.scale or 4)
        for name, held in {**PROPERTIES, **ATTRIBUTES}.items()
    ),
)


def event_rows(population: Population) -> list[dict[str, Content]]:
    """Return the events as rows of a file."""
    return [
        {
            "who": event.customer,
            "what": event.name,
            "when": iso(event.time),
            "key": event.id,
            **dict.fromkeys((*PROPERTIES, *CARRIED)),
            **event.properties,
            **event.carries,
        }
        for event in population.events
    ]


def customer_rows(population: Population) -> list[dict[str, Content]]:
    """Return what is known at import, and the changes, as rows of a file."""
    nothing: dict[str, Content] = dict.fromkeys((*STILL, *TIMED))
    known: list[dict[str, Content]] = [
        {"who": one.id, "since": None, **nothing, **one.attributes} for one in population.customers
    ]
    return known + [
        {"who": change.customer, "since": iso(change.time), **nothing, **change.attributes}
        for change in population.changes
    ]


def iso(time: int) -> str:
    """Return an instant as files have it."""
    return datetime.fromtimestamp(time, UTC).isoformat()


def write(path: Path, table: list[dict[str, Content]], names: list[str]) -> Path:
    """Write rows in the form that the suffix of the path names."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(names)
            writer.writerows([cell(row[name]) for name in names] for row in table)
    elif path.suffix == ".jsonl":
        lines = [json.dumps(_spoken(row), ensure_ascii=False) + "\n" for row in table]
        path.write_text("".join(lines), encoding="utf-8", newline="")
    else:
        with duckdb.connect() as connection:
            columns = ", ".join(f'"{name}" VARCHAR' for name in names)
            connection.execute(f"CREATE TABLE t ({columns})")
            marks = ", ".join("?" * len(names))
            for row in table:
                cells = [None if row[name] is None else cell(row[name]) for name in names]
                connection.execute(f"INSERT INTO t VALUES ({marks})", cells)  # noqa: S608
            connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
    return path


def cell(content: Content) -> str:
    """Return a content as a cell of text."""
    if content is None:
        return ""
    return str(content).lower() if isinstance(content, bool) else str(content)


def _spoken(row: dict[str, Content]) -> dict[str, object]:
    return {
        name: float(content) if isinstance(content, Decimal) else content
        for name, content in row.items()
    }
