"""The rows a customer's story is made of: recorded and generated ones read alike."""

from typing import NamedTuple

from journeys.program.operations import R_CARRIED, R_GENERATED, R_NARROW
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import E_TIME, E_TYPE, E_VALUES, H_FIRST, H_MADE


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
    hash: list[int]
    attributes: list[int]
    customer_hash: list[int]
    change_offset: list[int]
    change_time: list[int]
    change_row: list[int]
    change_attribute: list[int]
    change_value: list[int]


@jit
def made_at(p: list[int], s: list[int], row: int) -> int:
    """Return the place of a generated row; generated rows are numbered -1, -2 and so on."""
    return s[H_MADE] + (-1 - row) * p[R_GENERATED]


@jit
def time_of(p: list[int], d: Rows, s: list[int], row: int) -> int:
    """Return when a row happened, in epoch seconds."""
    if row >= 0:
        return d.time[s[H_FIRST] + row]
    return s[made_at(p, s, row) + E_TIME]


@jit
def type_of(p: list[int], d: Rows, s: list[int], row: int) -> int:
    """Return what kind of event a row is."""
    if row >= 0:
        return int(d.type[s[H_FIRST] + row])
    return s[made_at(p, s, row) + E_TYPE]


@jit
def value_of(p: list[int], d: Rows, s: list[int], row: int, column: int) -> int:
    """Return what stands in a column of a row, or MISSING."""
    if row >= 0:
        narrow = p[R_NARROW]
        count = len(d.time)
        place = s[H_FIRST] + row
        if column >= narrow:
            return d.wide[(column - narrow) * count + place]
        code = int(d.narrow[column * count + place])
        return code if code >= 0 else MISSING
    carried = p[R_CARRIED]
    for at in range(p[carried]):
        if p[carried + 1 + at] == column:
            return s[made_at(p, s, row) + E_VALUES + at]
    return MISSING
