"""The best, or the sum, over any span of rows: a tree over their places in time, asked at once.

Few rows are looked through one by one. Beyond that a comparison has a tree of its own, in which
each place holds a number, and above each two stands what they come to. Beside it are the values
that were met, each with the place it was met at last, and for each place the one before it of the
same value. All this takes at most 14 numbers a row, and is made anew as rows outgrow it, or where
one comes between others (R227).
"""

from journeys.program.operations import R_SPANNED
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.numbers import mix
from journeys.simulation.kernel.places import H_SEEN_COUNT, H_SEEN_MOST, H_SHIFTS, H_SPANS

# How many rows it holds, how many it has room for, and how many rows had come between others then.
T_ROWS, T_ROOM, T_SHIFTS, T_TREE = range(4)
# A value that was met, MISSING where none is, and one more than its place, 0 where none matters.
V_VALUE, V_PLACE, VALUE_WIDTH = range(3)

SMALLEST = 64


@jit
def room_for(rows: int) -> int:
    """Return for how many rows a tree has room that is to hold so many."""
    room = SMALLEST
    while room < rows:
        room *= 2
    return room


@jit
def spans_size(most: int) -> int:
    """Return how many numbers a tree takes with all that stands beside it."""
    return T_TREE + (3 + 2 * VALUE_WIDTH) * room_for(most)


@jit
def forget_spans(p: list[int], s: list[int]) -> None:
    """Let every tree hold no rows."""
    size = spans_size(s[H_SEEN_MOST])
    for number in range(p[R_SPANNED]):
        s[s[H_SPANS] + number * size + T_ROOM] = 0


@jit
def tree_of(s: list[int], number: int, empty: int) -> int:
    """Return the place of a tree with room for all rows; one that is new holds `empty`."""
    tree, rows = s[H_SPANS] + number * spans_size(s[H_SEEN_MOST]), s[H_SEEN_COUNT]
    if rows <= s[tree + T_ROOM] and s[tree + T_SHIFTS] == s[H_SHIFTS]:
        return tree
    room = room_for(rows)
    s[tree + T_ROWS] = 0
    s[tree + T_ROOM] = room
    s[tree + T_SHIFTS] = s[H_SHIFTS]
    for at in range(tree + T_TREE, tree + T_TREE + 2 * room):
        s[at] = empty
    first = tree + T_TREE + 2 * room
    for at in range(2 * room):
        s[first + at * VALUE_WIDTH + V_VALUE] = MISSING
    return tree


@jit
def raise_to(s: list[int], tree: int, place: int, number: int) -> None:
    """Let a place hold a number where that is greater, and all above it know."""
    at = s[tree + T_ROOM] + place
    while at > 0 and s[tree + T_TREE + at] < number:
        s[tree + T_TREE + at] = number
        at //= 2


@jit
def clear_place(s: list[int], tree: int, place: int) -> None:
    """Let a place hold nothing, and all above it know."""
    at, first = s[tree + T_ROOM] + place, tree + T_TREE
    s[first + at] = MISSING
    at //= 2
    while at > 0:
        s[first + at] = max(s[first + 2 * at], s[first + 2 * at + 1])
        at //= 2


@jit
def greatest(s: list[int], tree: int, first: int, last: int) -> int:
    """Return the greatest number of the places [first, last), MISSING where there is none."""
    low, high, found = s[tree + T_ROOM] + first, s[tree + T_ROOM] + last, MISSING
    while low < high:
        if low & 1:
            found = max(found, s[tree + T_TREE + low])
            low += 1
        if high & 1:
            high -= 1
            found = max(found, s[tree + T_TREE + high])
        low //= 2
        high //= 2
    return found


@jit
def add_to(s: list[int], tree: int, place: int, number: int) -> None:
    """Add a number to that of a place, and to all above it."""
    at = s[tree + T_ROOM] + place
    while at > 0:
        s[tree + T_TREE + at] += number
        at //= 2


@jit
def total_from(s: list[int], tree: int, first: int) -> int:
    """Return the sum of the numbers from a place on."""
    at, total = s[tree + T_ROOM] + first, 0
    if first >= s[tree + T_ROOM]:
        return 0
    total = s[tree + T_TREE + at]
    while at > 1:
        if at & 1 == 0:
            total += s[tree + T_TREE + at + 1]
        at //= 2
    return total


@jit
def value_at(s: list[int], tree: int, value: int) -> int:
    """Return where a value stands, from now on at least, with the place it was met at last."""
    room = s[tree + T_ROOM]
    first, mask = tree + T_TREE + 2 * room, 2 * room - 1
    at = mix(value) & mask
    while True:
        met = first + at * VALUE_WIDTH
        if s[met + V_VALUE] == value:
            return met
        if s[met + V_VALUE] == MISSING:
            s[met + V_VALUE] = value
            s[met + V_PLACE] = 0
            return met
        at = (at + 1) & mask


@jit
def link_at(s: list[int], tree: int, place: int) -> int:
    """Return where the link from a place to the one before it stands."""
    return tree + T_TREE + (2 + 2 * VALUE_WIDTH) * s[tree + T_ROOM] + place
