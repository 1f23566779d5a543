"""Lays customers out for the engine: the events and properties a program reads, in one block."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from journeys.program import operations as op
from journeys.program.vocabulary import MISSING
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.kernel.places import (
    CHANGE_ROW,
    D_ATTRIBUTES,
    D_CHANGE_OFFSETS,
    D_CHANGES,
    D_CUSTOMERS,
    D_EVENTS,
    D_HASHES,
    D_OFFSETS,
    D_WIDTH,
    S_VALUES,
)

Truths: TypeAlias = npt.NDArray[np.bool_]

READ = op.STARTS | op.REACHES | op.TAKES_OUT | op.COUNTED | (3 << op.UNSUBSCRIBES_SHIFT)


def pack(numbers: Int64, dataset: Dataset, *, is_whole: bool = False) -> Int64:
    """Return N customers as one block, int64[], for a program's `numbers`.

    A head of places, then offsets, hashes, attributes (customer by customer), events (as handled
    rows: time, type, id, the values read) and changes (time, carrying row or -1, attribute,
    value). Events that can make no difference to the program are left out unless `is_whole`.
    """
    kept = _kept(numbers, dataset, is_whole=is_whole)
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept, dtype=np.int64)])
    offsets = before[dataset.offset]
    attributes = _normal(numbers, dataset)
    parts = [
        np.zeros(D_WIDTH, np.int64),
        offsets,
        dataset.customer_hash,
        attributes.T.reshape(-1),
        _events(numbers, dataset, kept).reshape(-1),
        dataset.change_offset,
        _changes(numbers, dataset, before).reshape(-1),
    ]
    block = np.concatenate(parts)
    places = np.cumsum([len(part) for part in parts])
    block[D_CUSTOMERS] = dataset.customers
    fields = (D_OFFSETS, D_HASHES, D_ATTRIBUTES, D_EVENTS, D_CHANGE_OFFSETS, D_CHANGES)
    for field, place in zip(fields, places, strict=False):
        block[field] = place
    return block


def _kept(numbers: Int64, dataset: Dataset, *, is_whole: bool) -> Truths:
    if is_whole or numbers[op.R_ASKED_EXITS]:
        return np.ones(dataset.events, np.bool_)
    types = int(numbers[op.R_TYPES])
    flags = numbers[types : types + len(dataset.vocabulary.events)]
    kept: Truths = (flags & READ != 0)[dataset.type]
    carried = dataset.change_row >= 0
    owners = np.repeat(np.arange(dataset.customers), np.diff(dataset.change_offset))
    kept[dataset.offset[owners[carried]] + dataset.change_row[carried]] = True
    return kept


def _normal(numbers: Int64, dataset: Dataset) -> Int64:
    """Return the attributes with MISSING for every missing value."""
    attributes = dataset.attributes.copy()
    for place in range(len(attributes)):
        if numbers[int(numbers[op.R_KINDS]) + place] <= op.KIND_TEXT:
            attributes[place][attributes[place] < 0] = MISSING
    return attributes


def _events(numbers: Int64, dataset: Dataset, kept: Truths) -> Int64:
    used, narrow = int(numbers[op.R_USED]), int(numbers[op.R_NARROW])
    columns = [int(column) for column in numbers[used + 1 : used + 1 + int(numbers[used])]]
    places = np.flatnonzero(kept)
    rows = np.empty((len(places), S_VALUES + len(columns)), np.int64)
    rows[:, 0] = dataset.time[places]
    rows[:, 1] = dataset.type[places]
    rows[:, 2] = dataset.event_hash[places]
    for slot, column in enumerate(columns, S_VALUES):
        if column >= narrow:
            rows[:, slot] = dataset.wide[column - narrow][places]
        else:
            codes = dataset.narrow[column][places].astype(np.int64)
            codes[codes < 0] = MISSING
            rows[:, slot] = codes
    return rows


def _changes(numbers: Int64, dataset: Dataset, before: Int64) -> Int64:
    rows = np.empty((len(dataset.change_time), CHANGE_ROW), np.int64)
    owners = np.repeat(np.arange(dataset.customers), np.diff(dataset.change_offset))
    first = dataset.offset[owners]
    carried = dataset.change_row >= 0
    place = before[np.where(carried, first + dataset.change_row, 0)] - before[first]
    kinds = int(numbers[op.R_KINDS])
    is_narrow = numbers[kinds + dataset.change_attribute] <= op.KIND_TEXT
    rows[:, 0] = dataset.change_time
    rows[:, 1] = np.where(carried, place, -1)
    rows[:, 2] = dataset.change_attribute
    rows[:, 3] = np.where(is_narrow & (dataset.change_value < 0), MISSING, dataset.change_value)
    return rows
