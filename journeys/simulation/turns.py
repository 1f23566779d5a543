"""The instants at which time alone can change a segment by which customers enter (R218)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from journeys.program import operations as op
from journeys.simulation.dataset import Dataset, Int64

# Instants of one customer after those of the one before: none is as far from 1970 as half of it.
APART = 2**35


@dataclass(frozen=True, slots=True)
class Turns:
    """Such instants of all customers, int64[T] in order, each customer's apart from all others'."""

    instants: Int64

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.instants)

    def at(self, offset: Int64, times: Int64) -> npt.NDArray[np.bool_]:
        """Say which rows, int64[M] in order of time for each customer, are of such an instant."""
        first = np.repeat(np.arange(len(offset) - 1) * APART, np.diff(offset)) + times
        low, high = (np.searchsorted(first, self.instants, side) for side in ("left", "right"))
        met = low < high
        edges = np.zeros(len(times) + 1, np.int64)
        np.add.at(edges, low[met], 1)
        np.add.at(edges, high[met], -1)
        found: npt.NDArray[np.bool_] = np.cumsum(edges[:-1]) > 0
        return found


def turns_of(numbers: Int64, dataset: Dataset) -> Turns | None:
    """Return the instants that a program knows from the events of a data set, none if it asks not.

    None where it may be any instant.
    """
    spans = int(numbers[op.R_AGES])
    if spans == 0:
        return Turns(np.empty(0, np.int64))
    if spans == op.NOWHERE or dataset.arrival is not None:
        return None
    found: list[Any] = []
    for at in range(spans + 1, spans + 1 + 2 * int(numbers[spans]), 2):
        rows = np.flatnonzero(dataset.type == numbers[at])
        owners = np.searchsorted(dataset.offset, rows, "right") - 1
        found.append(owners * APART + dataset.time[rows] + numbers[at + 1])
    return Turns(np.unique(np.concatenate(found)))
