"""What the data in use offers to pick from: its events, properties, attributes and texts."""

from collections.abc import Generator

import numpy as np
import numpy.typing as npt

from journeys.people.population import ColumnType
from journeys.program.vocabulary import MISSING
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset
from widgets.inspector.choices import Choices

MOST_TEXTS = 50
LOOKED_AT = 200_000


def choices(dataset: Dataset) -> Choices:
    """Return what can be picked; of a large data set its first events are looked at."""
    words = dataset.vocabulary
    types = dataset.type[:LOOKED_AT]
    frequency = np.bincount(types, minlength=len(words.events))
    order = np.argsort(-frequency, kind="stable")
    values = _values(dataset)
    is_all_seen = dataset.events <= LOOKED_AT
    return Choices(
        events=tuple(words.events[code] for code in order),
        properties=_properties(dataset),
        columns={column.name: column.type for column in words.columns},
        attributes={attribute.name: attribute.type for attribute in words.attributes},
        values=values,
        span=_span(dataset),
        complete=frozenset(
            name for name, texts in values.items() if is_all_seen and len(texts) < MOST_TEXTS
        ),
    )


def starts(dataset: Dataset) -> Generator[Progress, None, tuple[tuple[str, int], ...]]:
    """Count how many customers did each event: (event, customers), the most common first."""
    words = dataset.vocabulary
    yield Progress(0, len(words.events), "Counting who did what")
    found = []
    for code, event in enumerate(words.events):
        upto = np.concatenate(([0], np.cumsum(dataset.type == code)))
        count = int(np.count_nonzero(upto[dataset.offset[1:]] > upto[dataset.offset[:-1]]))
        found.append((event, count))
        yield Progress(code + 1, len(words.events), "Counting who did what")
    return tuple(sorted(found, key=lambda each: -each[1]))


def _span(dataset: Dataset) -> tuple[int, int] | None:
    """Return when the first event was, and the last."""
    if not dataset.events:
        return None
    return int(dataset.time.min()), int(dataset.time.max())


def _properties(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the properties that each event was seen with."""
    words = dataset.vocabulary
    types = dataset.type[:LOOKED_AT]
    found: dict[str, list[str]] = {event: [] for event in words.events}
    blocks = [dataset.narrow[place] >= 0 for place in range(words.narrow)]
    blocks += [row != MISSING for row in dataset.wide]
    for column, is_there in zip(words.columns, blocks, strict=True):
        for code in np.unique(types[is_there[:LOOKED_AT]]):
            found[words.events[int(code)]].append(column.name)
    return {event: tuple(names) for event, names in found.items()}


def _values(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the texts that were seen most often in each property and attribute."""
    words = dataset.vocabulary
    rows: list[tuple[str, ColumnType, npt.NDArray[np.integer]]] = [
        (column.name, column.type, dataset.narrow[place])
        for place, column in enumerate(words.columns[: words.narrow])
    ]
    rows += [
        (attribute.name, attribute.type, dataset.attributes[place])
        for place, attribute in enumerate(words.attributes)
    ]
    found: dict[str, tuple[str, ...]] = {}
    for name, type_, row in rows:
        if type_ is ColumnType.TEXT:
            codes, counts = np.unique(row[:LOOKED_AT], return_counts=True)
            seen = codes[np.argsort(-counts, kind="stable")]
            texts = (words.texts[int(code)] for code in seen[: MOST_TEXTS + 1] if code >= 0)
            found.setdefault(name, tuple(texts)[:MOST_TEXTS])
    return found
