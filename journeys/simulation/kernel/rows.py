"""The rows a customer's story is made of: recorded and generated ones alike, in handling order."""

from typing import NamedTuple

from journeys.program.operations import R_NARROW, R_ROW, R_USED
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    E_TIME,
    E_TYPE,
    E_VALUES,
    H_CUSTOMER,
    H_FULL,
    H_SEEN,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    S_ID,
    S_TIME,
    S_TYPE,
    S_VALUES,
)


class Rows(NamedTuple):
    """The data set as flat arrays, M events of N customers; fields are those of Dataset.

    `narrow` int32[n32 * M] and `wide` int64[n64 * M] hold one column after the other, `attributes`
    int64[A * N] one attribute after the other. The plain form takes lists in their place.
    """

    offset: list[int]
    time: list[int]
    type: list[int]
    narrow: list[int]
    wide: list[int]
    id: list[int]
    attributes: list[int]
    customer_hash: list[int]
    change_offset: list[int]
    change_time: list[int]
    change_row: list[int]
    change_attribute: list[int]
    change_value: list[int]


@jit
def row_at(p: list[int], s: list[int], number: int) -> int:
    """Return the place of a row that was handled."""
    return s[H_SEEN] + number * p[R_ROW]


@jit
def free_row(p: list[int], s: list[int]) -> int:
    """Return the place of the row handled next; without room the first one, and the flag is up."""
    if s[H_SEEN_COUNT] >= s[H_SEEN_MOST]:
        s[H_FULL] = 1
        return s[H_SEEN]
    return row_at(p, s, s[H_SEEN_COUNT])


@jit
def read_recorded(p: list[int], d: Rows, s: list[int], number: int) -> int:
    """Copy what the program reads of a recorded event to the next free row; return its place."""
    row = free_row(p, s)
    place = d.offset[s[H_CUSTOMER]] + number
    s[row + S_TIME] = d.time[place]
    s[row + S_TYPE] = d.type[place]
    s[row + S_ID] = d.id[place]
    used, narrow, count = p[R_USED], p[R_NARROW], len(d.time)
    for at in range(p[used]):
        column = p[used + 1 + at]
        if column >= narrow:
            value = d.wide[(column - narrow) * count + place]
        else:
            value = d.narrow[column * count + place]
            if value < 0:
                value = MISSING
        s[row + S_VALUES + at] = value
    return row


@jit
def read_made(p: list[int], s: list[int], made: int, event: int) -> int:
    """Copy a generated event with its id to the next free row; return its place."""
    row = free_row(p, s)
    s[row + S_TIME] = s[made + E_TIME]
    s[row + S_TYPE] = s[made + E_TYPE]
    s[row + S_ID] = event
    for at in range(p[p[R_USED]]):
        s[row + S_VALUES + at] = s[made + E_VALUES + at]
    return row
