"""Where the values of behaviour come from: which rows are looked at, and what of them."""

from collections.abc import Callable

from journeys.conditions.behaviours import BehaviourTest
from journeys.conditions.comparison import RELATIVE
from journeys.conditions.filters import Filter, PropertyTest
from journeys.conditions.sequences import SequenceTest
from journeys.conditions.tree import leaves
from journeys.durations import Duration
from journeys.people.population import ColumnType
from journeys.program import operations as op
from journeys.program.pool import Pool
from journeys.program.reading import Reading
from journeys.program.vocabulary import Column

SOURCES = {
    "count": op.FROM_COUNT,
    "sum": op.FROM_SUM,
    "average": op.FROM_AVERAGE,
    "minimum": op.FROM_MINIMUM,
    "maximum": op.FROM_MAXIMUM,
    "distinct": op.FROM_DISTINCT,
    "first": op.FROM_FIRST,
    "last": op.FROM_LAST,
}
SPANNED = ("minimum", "maximum", "distinct")
COUNT = Column("count", ColumnType.WHOLE)
TIME = Column("time", ColumnType.INSTANT)
AVERAGE = Column("average", ColumnType.DECIMAL, op.AVERAGE_SCALE)


class Measuring:
    """Writes what behaviours and sequences look at; `chain` writes their filters.

    `counted` holds the events they look at, which no run may leave out; `running` is how many of
    them can be counted up as rows come, `spanned` how many have a tree (see the kernel's running
    tables and spans).
    """

    def __init__(self, pool: Pool, reading: Reading, chain: Callable[[Filter | None], int]) -> None:
        self.pool = pool
        self.reading = reading
        self.chain = chain
        self.counted: set[int] = set()
        self.running = 0
        self.spanned = 0

    def behaviour(self, leaf: BehaviourTest, row: list[int]) -> tuple[Column, Column]:
        """Write a behaviour; return the column of its value, and that of what is measured."""
        row[op.L_SOURCE], row[op.L_A] = SOURCES[leaf.measure], self.event(leaf.event)
        row[op.L_FILTER] = self.chain(leaf.where)
        row[op.L_WINDOW] = _window(leaf.within, leaf.since)
        if not _ages(leaf.where):
            row[op.L_RUNNING] = self._table(has_tree=leaf.measure in SPANNED)
        if leaf.of is None:
            return (COUNT, COUNT) if leaf.measure == "count" else (TIME, TIME)
        row[op.L_OF], column = self.reading.column(leaf.of)
        row[op.L_SCALE] = column.scale
        return {"distinct": COUNT, "average": AVERAGE}.get(leaf.measure, column), column

    def sequence(self, leaf: SequenceTest, row: list[int]) -> Column:
        """Write a sequence; its value is an instant."""
        row[op.L_SOURCE], row[op.L_A] = op.FROM_SEQUENCE, self.event(leaf.first.event)
        row[op.L_FILTER] = self.chain(leaf.first.where)
        row[op.L_WINDOW] = _window(leaf.within, leaf.since)
        then = [0] * op.SEQUENCE_WIDTH
        then[op.Q_TYPE] = self.event(leaf.then.event)
        then[op.Q_FILTER] = self.chain(leaf.then.where)
        then[op.Q_GAP] = op.NOWHERE if leaf.gap is None else leaf.gap.window
        then[op.Q_SAME] = op.NOWHERE if leaf.same is None else self.reading.column(leaf.same)[0]
        then[op.Q_BUT_NOT] = int(leaf.but_not)
        row[op.L_OF] = self.pool.put(then)
        if not _ages(leaf.first.where) and not _ages(leaf.then.where):
            row[op.L_RUNNING] = self._table(has_tree=True)
        return TIME

    def _table(self, *, has_tree: bool) -> int:
        if has_tree:
            self.spanned += 1
            return self.spanned - 1
        self.running += 1
        return self.running - 1

    def event(self, name: str) -> int:
        """Return the code of an event that is looked at."""
        code = self.reading.event(name)
        self.counted.add(code)
        return code


def _ages(where: Filter | None) -> bool:
    """Say whether a row can pass a filter at one time and not at another."""
    tests = leaves(where) if where is not None else ()
    return any(isinstance(one, PropertyTest) and one.operator in RELATIVE for one in tests)


def _window(within: Duration | None, since: str | None) -> int:
    if since is not None:
        return op.SINCE_ENTRY
    return op.ALWAYS if within is None else within.window
