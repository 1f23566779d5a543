"""Dates that waits are for: where each is read, and which texts of the data are dates (R211)."""

from dataclasses import dataclass

from journeys.clocks import TimeOfDay
from journeys.dates import WrittenDate
from journeys.durations import Duration
from journeys.errors import InvalidJourneyError
from journeys.people.population import ColumnType
from journeys.program import operations as op
from journeys.program.pool import Pool
from journeys.program.reading import Reading
from journeys.program.vocabulary import Column

DATES = frozenset({ColumnType.INSTANT, ColumnType.TEXT})
"""What may hold dates."""


@dataclass(frozen=True, slots=True)
class DateWait:
    """A wait until a date: one of three places it is read from, and a shift from there.

    `past` and `missing` are the ports for who has no such date any more, or none; None ends it.
    """

    date: str | None
    attribute: str | None
    entry: str | None
    time: TimeOfDay
    offset: Duration
    is_before: bool
    past: int | None
    missing: int | None


@dataclass(frozen=True, slots=True)
class DateEntry:
    """An entry on the date in an attribute, or some time before or after it (R220)."""

    attribute: str
    time: TimeOfDay
    offset: Duration
    is_before: bool
    is_yearly: bool


class Dates:
    """Writes where dates are read, and remembers between which instants all of them lie.

    `offset` is the longest shift in seconds; `columns` and `attributes` are those whose own
    instants are dates.
    """

    def __init__(self, pool: Pool, reading: Reading) -> None:
        self.pool = pool
        self.reading = reading
        self.seconds: list[int] = []
        self.offset = 0
        self.columns: set[str] = set()
        self.attributes: set[str] = set()

    def place(self, wait: DateWait) -> tuple[int, int, int]:
        """Return (source, where, place of the texts that are dates or -1 for instants)."""
        self.offset = max(self.offset, wait.offset.at_most)
        if wait.attribute is not None:
            return self.of_attribute(wait.attribute, wait.time, wait.offset)
        if wait.entry is not None:
            slot, column = self.reading.column(wait.entry)
            return (op.DATE_ENTRY, slot, self._texts(column, wait.time, self.columns))
        written = WrittenDate.parse(wait.date or "")
        if written is None:
            raise InvalidJourneyError(f"{wait.date!r} is no date.", "Write it like 2026-12-24.")
        return (op.DATE_FIXED, self._kept(written, wait.time), op.NOWHERE)

    def of_attribute(self, name: str, time: TimeOfDay, offset: Duration) -> tuple[int, int, int]:
        """Return the same for the date in an attribute."""
        self.offset = max(self.offset, offset.at_most)
        slot, column = self.reading.attribute(name)
        return (op.DATE_ATTRIBUTE, slot, self._texts(column, time, self.attributes))

    def entry(self, entry: DateEntry) -> int:
        """Return the place of the table of an entry: how far from the date, and where that is."""
        table = [0] * op.DATE_WIDTH
        offset = entry.offset
        shift = (offset.months, offset.days, offset.seconds, -1 if entry.is_before else 1)
        table[: op.U_PAST] = [*shift, *self.of_attribute(entry.attribute, entry.time, offset)]
        table[op.U_YEARLY], table[op.U_WRITTEN] = int(entry.is_yearly), self._written()
        return self.pool.put(table)

    def _written(self) -> int:
        """Return the place of the pairs (code of a text that is a date, its place as a text)."""
        vocabulary = self.reading.vocabulary
        return self.pool.put_pairs(
            {code: self.pool.put_text(vocabulary.texts[code]) for code in vocabulary.dates}
        )

    def _texts(self, column: Column, time: TimeOfDay, instants: set[str]) -> int:
        """Return the place of the pairs (code of a text, its date); -1 for a column of instants."""
        if column.type is ColumnType.INSTANT:
            instants.add(column.name)
            return op.NOWHERE
        is_text = column.type is ColumnType.TEXT
        dates = self.reading.vocabulary.dates if is_text else {}
        return self.pool.put_pairs({code: self._kept(date, time) for code, date in dates.items()})

    def _kept(self, written: WrittenDate, time: TimeOfDay) -> int:
        """Return twice the seconds of a date, plus 1 where they are local."""
        seconds = written.seconds if written.has_time else written.seconds + time.seconds
        self.seconds.append(seconds)
        return 2 * seconds + (not written.is_instant)
