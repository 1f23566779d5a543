"""Running counts and sums of what a comparison measures: asked of any span of rows at once (R200).

Few rows are looked through one by one. Beyond that, a table a comparison holds, for the first n
rows in the order of time, how many of them count and their sum; a span is a difference. It is made
anew where a row comes between others (R227).
"""

from journeys.program.operations import (
    FROM_COUNT,
    FROM_FIRST,
    FROM_LAST,
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
    H_SHIFTS,
    S_TYPE,
)
from journeys.simulation.kernel.rows import numbered, property_or_time, row_at

# How many rows a table covers, and how many rows had come between others then.
COVERS, SHIFTS, FIRST = range(3)
# Of the first n rows: how many count, and their sum.
UP_COUNT, UP_SUM, RUNNING_ROW = range(3)


@jit
def running_size(most: int) -> int:
    """Return how many numbers a table needs for so many rows."""
    return FIRST + RUNNING_ROW * (most + 1)


@jit
def forget_running(p: list[int], s: list[int]) -> None:
    """Let every table cover no rows."""
    size = running_size(s[H_SEEN_MOST])
    for table in range(p[R_RUNNING]):
        s[s[H_RUNNING] + table * size + COVERS] = 0


@jit
def running_table(p: list[int], s: list[int], leaf: int) -> int:
    """Return the place of the numbers of a comparison's table; it covers all rows now."""
    place = s[H_RUNNING] + p[leaf + L_RUNNING] * running_size(s[H_SEEN_MOST])
    table, source = place + FIRST, p[leaf + L_SOURCE]
    if s[place + COVERS] == 0 or s[place + SHIFTS] != s[H_SHIFTS]:
        s[place + COVERS] = 0
        s[place + SHIFTS] = s[H_SHIFTS]
        s[table + UP_COUNT] = 0
        s[table + UP_SUM] = 0
    for at in range(s[place + COVERS], s[H_SEEN_COUNT]):
        row, before = row_at(p, s, numbered(s, at)), table + at * RUNNING_ROW
        count, total = s[before + UP_COUNT], s[before + UP_SUM]
        if s[row + S_TYPE] == p[leaf + L_A] and passes(p, s, p[leaf + L_FILTER], row):
            if source in (FROM_COUNT, FROM_FIRST, FROM_LAST):
                count += 1
            else:
                value = property_or_time(s, row, p[leaf + L_OF])
                if value not in (MISSING, UNKNOWN):
                    count += 1
                    total += value
        after = before + RUNNING_ROW
        s[after + UP_COUNT] = count
        s[after + UP_SUM] = total
    s[place + COVERS] = s[H_SEEN_COUNT]
    return table


@jit
def row_of(s: list[int], table: int, rank: int, rows: int) -> int:
    """Return the place of the row that is the `rank`-th to count, from 1, among so many rows."""
    low, high = 0, rows
    while low < high:
        middle = (low + high) // 2
        if s[table + middle * RUNNING_ROW + UP_COUNT] >= rank:
            high = middle
        else:
            low = middle + 1
    return low - 1


@jit
def ran(p: list[int], s: list[int], leaf: int, first: int, which: int) -> int:
    """Return the count or the sum (`which`) of the rows from place `first` on."""
    table = running_table(p, s, leaf)
    last = table + s[H_SEEN_COUNT] * RUNNING_ROW + which
    return s[last] - s[table + first * RUNNING_ROW + which]


@jit
def end_of_run(p: list[int], s: list[int], leaf: int, first: int) -> int:
    """Return what is measured of the first or last row that counts from place `first` on."""
    table, rows = running_table(p, s, leaf), s[H_SEEN_COUNT]
    before = s[table + first * RUNNING_ROW + UP_COUNT]
    until = s[table + rows * RUNNING_ROW + UP_COUNT]
    if before == until:
        return MISSING
    rank = until if p[leaf + L_SOURCE] == FROM_LAST else before + 1
    row = row_at(p, s, numbered(s, row_of(s, table, rank, rows)))
    return property_or_time(s, row, p[leaf + L_OF])
