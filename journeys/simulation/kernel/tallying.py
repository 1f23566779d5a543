"""Which values were met before, found at once: a table that is as good as empty when asked anew."""

from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.numbers import mix
from journeys.simulation.kernel.places import H_MET, H_MET_SIZE

# A place of the table: for which asking it was written, the value, and what is noted of it.
M_ASKING, M_VALUE, M_NOTE, MET_ROW = range(4)


@jit
def met_anew(s: list[int]) -> None:
    """Forget all values met; the first number of the table counts the askings."""
    s[s[H_MET]] += 1


@jit
def met_place(s: list[int], value: int) -> int:
    """Return the place of a value in the table, or where it would stand."""
    first, mask = s[H_MET] + 1, s[H_MET_SIZE] - 1
    asking = s[s[H_MET]]
    at = mix(value) & mask
    while True:
        place = first + at * MET_ROW
        if s[place + M_ASKING] != asking or s[place + M_VALUE] == value:
            return place
        at = (at + 1) & mask


@jit
def is_met(s: list[int], place: int) -> bool:
    """Say whether a value stands at a place."""
    return s[place + M_ASKING] == s[s[H_MET]]


@jit
def meet(s: list[int], place: int, value: int, note: int) -> None:
    """Note something of a value, which stands at its place from now on."""
    s[place + M_ASKING] = s[s[H_MET]]
    s[place + M_VALUE] = value
    s[place + M_NOTE] = note


@jit
def noted(s: list[int], value: int) -> int:
    """Return what was noted of a value last, or MISSING."""
    place = met_place(s, value)
    return s[place + M_NOTE] if is_met(s, place) else MISSING
