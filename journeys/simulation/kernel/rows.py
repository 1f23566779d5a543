"""The rows a customer's story is made of: recorded and generated ones alike, in handling order."""

from journeys.program.operations import R_NAMELESS, R_ROW, R_USED
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    D_EVENTS,
    D_OFFSETS,
    E_TIME,
    E_TYPE,
    E_VALUES,
    H_CUSTOMER,
    H_FULL,
    H_NOW,
    H_SEEN,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    S_ID,
    S_TIME,
    S_TYPE,
    S_VALUES,
)


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
def nameless_row(p: list[int], s: list[int]) -> int:
    """Write the row of an entry now, with no name and no properties; it is not handled yet."""
    row = free_row(p, s)
    s[row + S_TIME] = s[H_NOW]
    s[row + S_TYPE] = p[R_NAMELESS]
    s[row + S_ID] = 0
    for at in range(p[p[R_USED]]):
        s[row + S_VALUES + at] = MISSING
    return row


@jit
def recorded_at(p: list[int], d: list[int], s: list[int], number: int) -> int:
    """Return the place of a recorded event of the customer among those laid out."""
    return d[D_EVENTS] + (d[d[D_OFFSETS] + s[H_CUSTOMER]] + number) * p[R_ROW]


@jit
def read_recorded(p: list[int], d: list[int], s: list[int], number: int) -> int:
    """Copy a recorded event to the next free row; return its place."""
    row, place = free_row(p, s), recorded_at(p, d, s, number)
    for at in range(p[R_ROW]):
        s[row + at] = d[place + at]
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
