"""The rows a customer's story is made of: recorded and generated ones alike, in handling order.

Where rows can be late (R227), H_ORDER keeps their numbers in the order of their times besides; else
both orders are one.
"""

from journeys.program.operations import NOWHERE, R_NAMELESS, R_ROW, R_USED
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    D_ARRIVALS,
    D_EVENTS,
    D_OFFSETS,
    E_TIME,
    E_TYPE,
    E_VALUES,
    H_CUSTOMER,
    H_DUE,
    H_FULL,
    H_LATE,
    H_NOW,
    H_ORDER,
    H_SEEN,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    H_SHIFTS,
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
def number_of_row(p: list[int], s: list[int], row: int) -> int:
    """Return the number of a row by its place."""
    return (row - s[H_SEEN]) // p[R_ROW]


@jit
def property_or_time(s: list[int], row: int, slot: int) -> int:
    """Return a property of a row, or its instant where none is asked for."""
    if slot == NOWHERE:
        return s[row + S_TIME]
    return s[row + S_VALUES + slot]


@jit
def free_row(p: list[int], s: list[int]) -> int:
    """Return the place of the row handled next; without room the first one, and the flag is up."""
    if s[H_SEEN_COUNT] >= s[H_SEEN_MOST]:
        s[H_FULL] = 1
        return s[H_SEEN]
    return row_at(p, s, s[H_SEEN_COUNT])


@jit
def numbered(s: list[int], place: int) -> int:
    """Return the number of the row at a place in the order of time, handling within an instant."""
    return s[s[H_ORDER] + place] if s[H_LATE] else place


@jit
def first_later(p: list[int], s: list[int], time: int) -> int:
    """Return the place of the first row that is later than an instant."""
    low, high = 0, s[H_SEEN_COUNT]
    while low < high:
        middle = (low + high) // 2
        if s[row_at(p, s, numbered(s, middle)) + S_TIME] > time:
            high = middle
        else:
            low = middle + 1
    return low


@jit
def place_of_row(p: list[int], s: list[int], number: int) -> int:
    """Return the place of a row in the order of time."""
    if s[H_LATE] == 0:
        return number
    place = first_later(p, s, s[row_at(p, s, number) + S_TIME]) - 1
    while s[s[H_ORDER] + place] != number:
        place -= 1
    return place


@jit
def put_by_time(p: list[int], s: list[int], number: int) -> None:
    """Put a row into the order of time, behind all those numbered below it that are not later."""
    place, order = number, s[H_ORDER]
    time = s[row_at(p, s, number) + S_TIME]
    while place > 0 and s[row_at(p, s, s[order + place - 1]) + S_TIME] > time:
        s[order + place] = s[order + place - 1]
        place -= 1
    s[order + place] = number
    if place < number:
        s[H_SHIFTS] += 1


@jit
def count_row(p: list[int], s: list[int]) -> None:
    """Count the row behind those that were handled among them."""
    number = s[H_SEEN_COUNT]
    if number >= s[H_SEEN_MOST]:
        return
    s[H_SEEN_COUNT] = number + 1
    if s[H_LATE]:
        put_by_time(p, s, number)


@jit
def nameless_row(p: list[int], s: list[int]) -> int:
    """Write the row of an entry now, with no name and no properties; it is not handled yet.

    Its id is the instant it was due at (R2, R228).
    """
    row = free_row(p, s)
    s[row + S_TIME] = s[H_NOW]
    s[row + S_TYPE] = p[R_NAMELESS]
    s[row + S_ID] = s[H_DUE]
    for at in range(p[p[R_USED]]):
        s[row + S_VALUES + at] = MISSING
    return row


@jit
def recorded_at(p: list[int], d: list[int], s: list[int], number: int) -> int:
    """Return the place of a recorded event of the customer among those laid out."""
    return d[D_EVENTS] + (d[d[D_OFFSETS] + s[H_CUSTOMER]] + number) * p[R_ROW]


@jit
def due_of_recorded(p: list[int], d: list[int], s: list[int], number: int) -> int:
    """Return when a recorded event of the customer is to be handled: as it arrives (R227)."""
    if s[H_LATE]:
        return d[d[D_ARRIVALS] + d[d[D_OFFSETS] + s[H_CUSTOMER]] + number]
    return d[recorded_at(p, d, s, number) + S_TIME]


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
