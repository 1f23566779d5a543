"""Running counts and sums of what a comparison measures: asked of any span of rows at once (R200).

Few rows are looked through one by one. Beyond that, a table a comparison holds, for the first n
rows handled, how many of them count, their sum and their extreme; a span is a difference.
"""

from journeys.program.operations import (
    ALWAYS,
    FROM_AVERAGE,
    FROM_COUNT,
    FROM_FIRST,
    FROM_LAST,
    FROM_MAXIMUM,
    FROM_MINIMUM,
    FROM_SUM,
    L_A,
    L_FILTER,
    L_OF,
    L_RUNNING,
    L_SOURCE,
    R_RUNNING,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.places import (
    H_RUNNING,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    S_TIME,
    S_TYPE,
)
from journeys.simulation.kernel.rows import property_or_time, row_at

# Of the first n rows: how many count, their sum, the least or greatest of them.
UP_COUNT, UP_SUM, UP_EXTREME, RUNNING_ROW = range(4)


@jit
def running_size(most: int) -> int:
    """Return how many numbers a table needs for so many rows; the first is how many it covers."""
    return 1 + RUNNING_ROW * (most + 1)


@jit
def forget_running(p: list[int], s: list[int]) -> None:
    """Let every table cover no rows."""
    size = running_size(s[H_SEEN_MOST])
    for table in range(p[R_RUNNING]):
        s[s[H_RUNNING] + table * size] = 0


@jit
def running_table(p: list[int], s: list[int], leaf: int) -> int:
    """Return the place of a comparison's table behind its first number; it covers all rows now."""
    place = s[H_RUNNING] + p[leaf + L_RUNNING] * running_size(s[H_SEEN_MOST])
    table, source = place + 1, p[leaf + L_SOURCE]
    if s[place] == 0:
        s[table + UP_COUNT] = 0
        s[table + UP_SUM] = 0
        s[table + UP_EXTREME] = MISSING
    for number in range(s[place], s[H_SEEN_COUNT]):
        row, before = row_at(p, s, number), table + number * RUNNING_ROW
        count, total, extreme = s[before + UP_COUNT], s[before + UP_SUM], s[before + UP_EXTREME]
        if s[row + S_TYPE] == p[leaf + L_A] and passes(p, s, p[leaf + L_FILTER], row):
            if source in (FROM_COUNT, FROM_FIRST, FROM_LAST):
                count += 1
            else:
                value = property_or_time(s, row, p[leaf + L_OF])
                if value not in (MISSING, UNKNOWN):
                    count += 1
                    if source in (FROM_SUM, FROM_AVERAGE):
                        total += value
                    elif extreme == MISSING or (
                        value < extreme if source == FROM_MINIMUM else value > extreme
                    ):
                        extreme = value
        after = before + RUNNING_ROW
        s[after + UP_COUNT] = count
        s[after + UP_SUM] = total
        s[after + UP_EXTREME] = extreme
    s[place] = s[H_SEEN_COUNT]
    return table


@jit
def first_later(p: list[int], s: list[int], time: int) -> int:
    """Return the number of the first row handled that is later than an instant."""
    low, high = 0, s[H_SEEN_COUNT]
    while low < high:
        middle = (low + high) // 2
        if s[row_at(p, s, middle) + S_TIME] > time:
            high = middle
        else:
            low = middle + 1
    return low


@jit
def row_of(s: list[int], table: int, rank: int, rows: int) -> int:
    """Return the number of the row that is the `rank`-th to count, from 1, among so many rows."""
    low, high = 0, rows
    while low < high:
        middle = (low + high) // 2
        if s[table + middle * RUNNING_ROW + UP_COUNT] >= rank:
            high = middle
        else:
            low = middle + 1
    return low - 1


@jit
def can_run(source: int, window: int) -> bool:
    """Say whether a table answers for a window; it knows extremes of all rows alone."""
    return window == ALWAYS or source not in (FROM_MINIMUM, FROM_MAXIMUM)


@jit
def ran(p: list[int], s: list[int], leaf: int, first: int, which: int) -> int:
    """Return the count or the sum (`which`) of the rows from number `first` on."""
    table = running_table(p, s, leaf)
    last = table + s[H_SEEN_COUNT] * RUNNING_ROW + which
    return s[last] - s[table + first * RUNNING_ROW + which]


@jit
def end_of_run(p: list[int], s: list[int], leaf: int, first: int) -> int:
    """Return what is measured of the first or last row that counts from number `first` on."""
    table, rows = running_table(p, s, leaf), s[H_SEEN_COUNT]
    before = s[table + first * RUNNING_ROW + UP_COUNT]
    until = s[table + rows * RUNNING_ROW + UP_COUNT]
    if before == until:
        return MISSING
    rank = until if p[leaf + L_SOURCE] == FROM_LAST else before + 1
    number = row_of(s, table, rank, rows)
    return property_or_time(s, row_at(p, s, number), p[leaf + L_OF])


@jit
def extreme_of_all(p: list[int], s: list[int], leaf: int) -> int:
    """Return the least or greatest of all rows, MISSING where there is none."""
    table = running_table(p, s, leaf)
    return s[table + s[H_SEEN_COUNT] * RUNNING_ROW + UP_EXTREME]
