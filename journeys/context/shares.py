"""How often the data has a property or an attribute at all: a share, counted once."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from journeys.program.vocabulary import MISSING
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset

COUNTING = "Counting what is known"


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts of a data set: events by name, those with each property, customers by attribute.

    `properties` holds for each property the events by name that have it.
    """

    events: Mapping[str, int]
    properties: Mapping[str, Mapping[str, int]]
    customers: int
    attributes: Mapping[str, int]

    def of(self, variable: str, entered_by: Iterable[str]) -> float | None:
        """Return for which share a variable is there, from 0.0 to 1.0; None where nothing tells.

        Of `event.*` it is the share of the events entered by, of `customer.*` that of all
        customers, as they were known at import.
        """
        first, _, name = variable.partition(".")
        if first == "customer" and name in self.attributes and self.customers:
            return self.attributes[name] / self.customers
        if first != "event" or name not in self.properties:
            return None
        names = frozenset(entered_by)
        whole = sum(self.events.get(event, 0) for event in names)
        part = sum(self.properties[name].get(event, 0) for event in names)
        return part / whole if whole else None


def counting(dataset: Dataset) -> Generator[Progress, None, Shares]:
    """Count what a data set has."""
    words = dataset.vocabulary
    size = len(words.events)
    totals = np.bincount(dataset.type, minlength=size)
    properties: dict[str, dict[str, int]] = {}
    for place, column in enumerate(words.columns):
        yield Progress(place, len(words.columns), COUNTING)
        narrow = place < words.narrow
        row = (
            dataset.narrow[place] >= 0 if narrow else dataset.wide[place - words.narrow] != MISSING
        )
        counts = np.bincount(dataset.type[row], minlength=size)
        properties[column.name] = dict(zip(words.events, counts.tolist(), strict=False))
    attributes = {
        column.name: int(np.count_nonzero(dataset.attributes[place] > MISSING + 1))
        for place, column in enumerate(words.attributes)
    }
    return Shares(
        dict(zip(words.events, totals.tolist(), strict=False)),
        properties,
        dataset.customers,
        attributes,
    )
