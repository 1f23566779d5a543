"""The data set: every customer with everything that happened, as arrays the engine runs over."""

from dataclasses import dataclass, fields
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from journeys.errors import InvalidDatasetError
from journeys.program.vocabulary import MISSING, Vocabulary

Int64: TypeAlias = npt.NDArray[np.int64]
Int32: TypeAlias = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Events in file order, encoded: M events of N customers.

    `customer` int64[M] is the customer's place, `time` int64[M] epoch seconds, `type` int32[M]
    the event's code, `narrow` int32[n32, M] text codes and truths (missing: -1), `wide`
    int64[n64, M] numbers and instants (missing: -2^63), `hash` int64[M] the bits of the event's id
    (R102), `raw` int64[M] the row of the whole event in its Parquet file.
    `arrival` int64[M] is when each became known (R227); None where all were at once.
    """

    customer: Int64
    time: Int64
    type: Int32
    narrow: Int32
    wide: Int64
    hash: Int64
    raw: Int64
    arrival: Int64 | None = None


@dataclass(frozen=True, slots=True)
class ChangeColumns:
    """Changes of attributes: C changes, encoded.

    `customer` int64[C] the customer's place, `time` int64[C] epoch seconds, `event` int64[C] the
    event (place in file order) that carries the change or -1 for a customer file, `attribute`
    int32[C] its place, `value` int64[C] the new value. `arrival` int64[C] is when a change of a
    customer file became known; None where all were at once. What an event carries comes with it.
    """

    customer: Int64
    time: Int64
    event: Int64
    attribute: Int32
    value: Int64
    arrival: Int64 | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """Customers and events in the order in which they are handled, ready for the engine.

    N customers, M events, C changes of A attributes; times are epoch seconds.
    `offset` int64[N+1] bounds each customer's events, `change_offset` int64[N+1] the changes.
    `customer_hash` int64[N] holds the bits of the stable hash of the customer's id (R2).
    `attributes` int64[A, N] is what is known at import, before any change.
    `change_row` int64[C] is the place of the carrying event among the customer's own, or -1.
    The event columns are those of EventColumns; events of a customer stand in the order of
    arrival, then of time, then of the file. `change_time` is when a change became known.
    """

    vocabulary: Vocabulary
    ids: tuple[str, ...]
    customer_hash: Int64
    offset: Int64
    time: Int64
    type: Int32
    narrow: Int32
    wide: Int64
    event_hash: Int64
    raw: Int64
    attributes: Int64
    change_offset: Int64
    change_time: Int64
    change_row: Int64
    change_attribute: Int32
    change_value: Int64
    arrival: Int64 | None = None

    @property
    def handled(self) -> Int64:
        """When each event is handled, in epoch seconds: as it arrives (R227)."""
        return self.time if self.arrival is None else self.arrival

    @property
    def customers(self) -> int:
        """How many customers there are."""
        return len(self.ids)

    @property
    def events(self) -> int:
        """How many events there are."""
        return len(self.time)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return every array by its name, for storing."""
        return {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name not in ("vocabulary", "ids") and getattr(self, field.name) is not None
        }

    def place(self, customer: str) -> int:
        """Return the place of a customer; raises InvalidDatasetError when there is no such id."""
        try:
            return self.ids.index(customer)
        except ValueError:
            near = ", ".join(self.ids[:3])
            raise InvalidDatasetError(
                f"There is no customer {customer!r} among {len(self.ids):,}.",
                f"Ids look like these: {near}." if near else "Bring events of customers in first.",
            ) from None

    def part(self, first: int, last: int) -> "Dataset":
        """Return the customers [first, last) as a data set of their own, sharing the vocabulary."""
        low, high = int(self.offset[first]), int(self.offset[last])
        change_low, change_high = int(self.change_offset[first]), int(self.change_offset[last])
        return Dataset(
            vocabulary=self.vocabulary,
            ids=self.ids[first:last],
            customer_hash=self.customer_hash[first:last],
            offset=self.offset[first : last + 1] - low,
            time=self.time[low:high],
            type=self.type[low:high],
            narrow=np.ascontiguousarray(self.narrow[:, low:high]),
            wide=np.ascontiguousarray(self.wide[:, low:high]),
            event_hash=self.event_hash[low:high],
            raw=self.raw[low:high],
            attributes=np.ascontiguousarray(self.attributes[:, first:last]),
            change_offset=self.change_offset[first : last + 1] - change_low,
            change_time=self.change_time[change_low:change_high],
            change_row=self.change_row[change_low:change_high],
            change_attribute=self.change_attribute[change_low:change_high],
            change_value=self.change_value[change_low:change_high],
            arrival=None if self.arrival is None else self.arrival[low:high],
        )


def assemble(  # noqa: PLR0913 a data set has this many parts
    *,
    vocabulary: Vocabulary,
    ids: tuple[str, ...],
    customer_hash: Int64,
    attributes: Int64,
    events: EventColumns,
    changes: ChangeColumns,
) -> Dataset:
    """Sort encoded events and changes as they are handled and return the data set.

    Events of one second keep their file order (R5), those of one arrival go by their times (R227).
    Changes stand in the order in which they are handled: by instant, those of a customer file
    first, then with the events that carry them (R33). Raises InvalidDatasetError when shapes do
    not fit.
    """
    count = len(ids)
    if attributes.shape != (len(vocabulary.attributes), count):
        raise InvalidDatasetError("The attributes do not fit the customers.")
    arrival = None if events.arrival is None else np.maximum(events.time, events.arrival)
    handled = events.time if arrival is None else arrival
    order = np.lexsort((events.time, handled, events.customer))
    offset = _bounds(events.customer, count)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    rows = (
        np.where(changes.event >= 0, place[changes.event] - offset[changes.customer], np.int64(-1))
        if len(order)
        else np.full(len(changes.time), -1, np.int64)
    )
    changed = changes.time
    if changes.arrival is not None:
        changed = np.maximum(changed, changes.arrival)
    if arrival is not None and len(arrival):
        changed = np.where(changes.event >= 0, arrival[changes.event], changed)
    change_order = np.lexsort((changes.time, rows, changed, changes.customer))
    return Dataset(
        vocabulary=vocabulary,
        ids=ids,
        customer_hash=customer_hash,
        offset=offset,
        time=events.time[order],
        type=events.type[order],
        narrow=np.ascontiguousarray(events.narrow[:, order]),
        wide=np.ascontiguousarray(events.wide[:, order]),
        event_hash=events.hash[order],
        raw=events.raw[order],
        attributes=np.ascontiguousarray(attributes),
        change_offset=_bounds(changes.customer, count),
        change_time=changed[change_order],
        change_row=rows[change_order],
        change_attribute=changes.attribute[change_order],
        change_value=changes.value[change_order],
        arrival=None if arrival is None else arrival[order],
    )


def without_changes() -> ChangeColumns:
    """Return no changes at all, for data sets without history."""
    nothing = np.empty(0, np.int64)
    return ChangeColumns(nothing, nothing, nothing, np.empty(0, np.int32), nothing)


def _bounds(customer: Int64, count: int) -> Int64:
    counts = np.bincount(customer, minlength=count) if len(customer) else np.zeros(count, np.int64)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])


__all__ = ["MISSING", "ChangeColumns", "Dataset", "EventColumns", "assemble", "without_changes"]
