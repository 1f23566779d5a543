"""An import gives the very arrays that the same customers and events give when written plainly."""

import tempfile
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from journeys.people.population import ColumnType, Population
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode
from storage.importing.bring import Imported, import_files
from tests.storage.bringing import finished
from tests.storage.populations import (
    MAPPING,
    customer_rows,
    event_rows,
    populations,
    told_once,
    write,
)


def decoded(dataset: Dataset) -> dict[str, object]:
    """Return a data set with its codes read out, so that their numbering does not matter."""
    words = dataset.vocabulary
    blocks = [*dataset.narrow, *dataset.wide]
    owners = np.repeat(np.arange(dataset.customers), np.diff(dataset.change_offset))
    changes = sorted(
        zip(
            owners.tolist(),
            dataset.change_time.tolist(),
            dataset.change_row.tolist(),
            [words.attributes[place].name for place in dataset.change_attribute],
            [
                words.decode(words.attributes[place], int(value))
                for place, value in zip(dataset.change_attribute, dataset.change_value, strict=True)
            ],
            strict=True,
        ),
        key=lambda change: (change[0], change[1], change[2], change[3]),
    )
    plain = {
        field.name: getattr(dataset, field.name).tolist()
        for field in fields(dataset)
        if field.name in ("customer_hash", "offset", "time", "event_hash", "raw", "change_offset")
    }
    return plain | {
        "ids": dataset.ids,
        "events": [words.events[code] for code in dataset.type],
        "properties": {
            column.name: [words.decode(column, int(value)) for value in block]
            for column, block in zip(words.columns, blocks, strict=True)
        },
        "attributes": {
            column.name: [words.decode(column, int(value)) for value in block]
            for column, block in zip(words.attributes, dataset.attributes, strict=True)
        },
        "changes": changes,
    }


def brought(population: Population, suffix: str, folder: Path) -> Imported:
    """Write a population into files and import them."""
    events, customers = event_rows(population), customer_rows(population)
    names = ["who", "what", "when", "key", "note", "is_gift", "pieces", "amount", "due"]
    sources = [
        write(folder / f"e{suffix}", events, [*names, "stage", "visits"]),
        write(
            folder / f"c{suffix}",
            customers,
            ["who", "since", "country", "score", "consent.email", "plan"],
        ),
    ]
    return finished(import_files(sources[:1], sources[1:], MAPPING, folder / "kept"))


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
@settings(max_examples=8, deadline=None)
@given(population=populations())
def test_an_import_equals_the_population_that_was_written(
    suffix: str, population: Population
) -> None:
    if not population.events and suffix == ".jsonl":
        return
    with tempfile.TemporaryDirectory() as folder:
        found = brought(population, suffix, Path(folder))
    assert not found.report.rejected
    assert decoded(found.dataset) == decoded(encode(told_once(population)))
    types = {column.name: column.type for column in found.dataset.vocabulary.columns}
    assert types["due"] is ColumnType.INSTANT
