"""Things that happened to a block of customers, on their way to becoming the shop's events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from journeys.program.vocabulary import MISSING, MISSING_CODE
from journeys.shop.words import COLUMNS
from journeys.simulation.dataset import Int64


@dataclass(frozen=True, slots=True)
class Happenings:
    """E events: `customer` (place in the block), `time` and `type`, each int64[E].

    `properties` holds int64[E] a property; those that are not there are missing for all.
    """

    customer: Int64
    time: Int64
    type: Int64
    properties: Mapping[str, Int64]

    def of(self, name: str) -> Int64:
        """Return int64[E], one property of every event."""
        return self.properties[name]


def in_order(parts: Sequence[Happenings]) -> Happenings:
    """Return all events by customer and time, with every property; equal times keep their order."""
    customer = np.concatenate([part.customer for part in parts])
    time = np.concatenate([part.time for part in parts])
    order = np.lexsort((time, customer))
    return Happenings(
        customer[order],
        time[order],
        np.concatenate([part.type for part in parts])[order],
        {
            column.name: np.concatenate(
                [_filled(part, column.name, narrow=column.is_narrow) for part in parts]
            )[order]
            for column in COLUMNS
        },
    )


def ordinals(group: Int64) -> Int64:
    """Return int64[n], how many equal numbers stand directly before each; groups are in order."""
    begins = np.flatnonzero(np.diff(group, prepend=np.int64(-1)))
    lengths = np.diff(begins, append=len(group))
    return np.arange(len(group), dtype=np.int64) - np.repeat(begins, lengths)


def running(amounts: Int64, group: Int64) -> Int64:
    """Return int64[n], the sum of the amounts of a group so far; groups are in order."""
    total = np.cumsum(amounts)
    begins = np.flatnonzero(np.diff(group, prepend=np.int64(-1)))
    lengths = np.diff(begins, append=len(group))
    return total - np.repeat(total[begins] - amounts[begins], lengths)


def _filled(part: Happenings, name: str, *, narrow: bool) -> Int64:
    missing = MISSING_CODE if narrow else MISSING
    nothing = np.full(len(part.time), missing, np.int64)
    return part.properties.get(name, nothing)
