"""Lays customers out for the engine: the events and properties a program reads, in one block."""

from dataclasses import dataclass

import numpy as np

from journeys.program import operations as op
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.kernel.places import (
    CHANGE_ROW,
    D_ARRIVALS,
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
from journeys.simulation.turns import Turns, turns_of

READ = op.STARTS | op.REACHES | op.TAKES_OUT | op.COUNTED | op.AWAITED
READ |= 7 << op.UNSUBSCRIBES_SHIFT


def pack(numbers: Int64, dataset: Dataset, *, is_whole: bool = False) -> Int64:
    """Return N customers as one block, int64[], for a program's `numbers`.

    A head of places, then offsets, hashes, attributes (customer by customer), events (as handled
    rows: time, type, id, the values read) and changes (time, carrying row or -1, attribute,
    value); where rows can be late, then when each is handled. Events that can make no difference
    to the program are left out unless `is_whole`.
    """
    asked = (op.R_ASKED_EXITS, op.R_ASKED_WAITS)
    is_whole = is_whole or any(bool(numbers[field]) for field in asked)
    turns = turns_of(numbers, dataset)
    changes = _read_changes(numbers, dataset, turns, is_whole=is_whole or turns is None)
    events = _read_events(numbers, dataset, changes, turns, is_whole=is_whole or turns is None)
    changed = np.searchsorted(changes.place, dataset.change_offset)
    parts = [
        np.zeros(D_WIDTH, np.int64),
        np.searchsorted(events, dataset.offset),
        dataset.customer_hash,
        _attributes(numbers, dataset).reshape(-1),
        _events(numbers, dataset, events).reshape(-1),
        changed,
        _changes(dataset, changes, events).reshape(-1),
    ]
    if dataset.arrival is not None or numbers[op.R_SLEEPS]:
        parts.append(dataset.handled[events])
    block = np.concatenate(parts)
    places = np.cumsum([len(part) for part in parts])
    block[D_CUSTOMERS] = dataset.customers
    fields = (D_OFFSETS, D_HASHES, D_ATTRIBUTES, D_EVENTS, D_CHANGE_OFFSETS, D_CHANGES, D_ARRIVALS)
    for field, place in zip(fields, places[:-1], strict=False):
        block[field] = place
    return block


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes a program reads, each int64[C].

    `place` is a change's place among all, `owner` the customer's, `slot` that of the attribute it
    writes to, `value` what it writes, `event` the place of the event that carries it, or -1.
    """

    place: Int64
    owner: Int64
    slot: Int64
    value: Int64
    event: Int64


def _read_changes(
    numbers: Int64, dataset: Dataset, turns: Turns | None, *, is_whole: bool
) -> Changes:
    slots = np.full(len(dataset.vocabulary.attributes), -1, np.int64)
    for number, attribute in enumerate(_attribute_places(numbers)):
        if attribute >= 0:
            slots[attribute] = number
    others = int(numbers[op.R_ATTRIBUTES]) - 1
    slot_of = slots[dataset.change_attribute] if len(slots) else np.empty(0, np.int64)
    kept = slot_of >= 0
    if turns is not None and len(turns):
        kept |= turns.at(dataset.change_offset, dataset.change_time) & (dataset.change_row < 0)
    place = np.arange(len(slot_of)) if is_whole else np.flatnonzero(kept)
    slot = np.where(slot_of[place] < 0, others, slot_of[place])
    value = dataset.change_value[place]
    is_narrow = numbers[int(numbers[op.R_KINDS]) + slot] <= op.KIND_TEXT
    owner = np.searchsorted(dataset.change_offset, place, side="right") - 1
    row = dataset.change_row[place]
    return Changes(
        place,
        owner,
        slot,
        np.where(is_narrow & (value < 0), MISSING, value),
        np.where(row >= 0, dataset.offset[owner] + row, -1),
    )


def _read_events(
    numbers: Int64, dataset: Dataset, changes: Changes, turns: Turns | None, *, is_whole: bool
) -> Int64:
    """Return the places of the events a program reads, int64[], in order."""
    if is_whole:
        return np.arange(dataset.events)
    types = int(numbers[op.R_TYPES])
    flags = numbers[types : types + len(dataset.vocabulary.events)]
    kept = (flags & READ != 0)[dataset.type] if len(flags) else np.empty(0, np.bool_)
    kept[changes.event[changes.event >= 0]] = True
    if turns is not None and len(turns):
        kept |= turns.at(dataset.offset, dataset.time)
    return np.flatnonzero(kept)


def _attribute_places(numbers: Int64) -> list[int]:
    first = int(numbers[op.R_READ_ATTRIBUTES])
    return [int(place) for place in numbers[first : first + int(numbers[op.R_ATTRIBUTES]) - 1]]


def _attributes(numbers: Int64, dataset: Dataset) -> Int64:
    """Return the attributes a program reads, int64[N, slots]; the last slot takes all others."""
    found = np.full((dataset.customers, int(numbers[op.R_ATTRIBUTES])), UNKNOWN, np.int64)
    for slot, place in enumerate(_attribute_places(numbers)):
        if place >= 0:
            values = dataset.attributes[place].copy()
            if numbers[int(numbers[op.R_KINDS]) + slot] <= op.KIND_TEXT:
                values[values < 0] = MISSING
            found[:, slot] = values
    return found


def _events(numbers: Int64, dataset: Dataset, places: Int64) -> Int64:
    used, narrow = int(numbers[op.R_USED]), int(numbers[op.R_NARROW])
    columns = [int(column) for column in numbers[used + 1 : used + 1 + int(numbers[used])]]
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


def _changes(dataset: Dataset, changes: Changes, events: Int64) -> Int64:
    rows = np.empty((len(changes.place), CHANGE_ROW), np.int64)
    first = np.searchsorted(events, dataset.offset[changes.owner])
    carrying = np.searchsorted(events, changes.event) - first
    rows[:, 0] = dataset.change_time[changes.place]
    rows[:, 1] = np.where(changes.event >= 0, carrying, -1)
    rows[:, 2] = changes.slot
    rows[:, 3] = changes.value
    return rows
