"""What the tree of a comparison holds: filled row by row as they come, then asked (R200, R207)."""

from journeys.program.operations import (
    FROM_DISTINCT,
    FROM_MINIMUM,
    FROM_SEQUENCE,
    L_A,
    L_FILTER,
    L_OF,
    L_RUNNING,
    L_SOURCE,
    NOWHERE,
    Q_BUT_NOT,
    Q_FILTER,
    Q_GAP,
    Q_SAME,
    Q_TYPE,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.places import H_NOW, H_SEEN_COUNT, S_TIME, S_TYPE, S_VALUES
from journeys.simulation.kernel.rows import first_later, numbered, property_or_time, row_at
from journeys.simulation.kernel.spans import (
    T_ROWS,
    V_PLACE,
    add_to,
    clear_place,
    greatest,
    link_at,
    raise_to,
    total_from,
    tree_of,
    value_at,
)

# So many rows are looked through one by one.
FEW = 64


@jit
def is_a(p: list[int], s: list[int], row: int, kind: int, start: int) -> bool:
    """Say whether a row is of an event and passes its filter."""
    return s[row + S_TYPE] == kind and passes(p, s, start, row)


@jit
def matter(s: list[int], row: int, slot: int) -> int:
    """Return what a row is about: 0 for all of them where nothing must be the same."""
    return 0 if slot == NOWHERE else s[row + S_VALUES + slot]


@jit
def cover_value(p: list[int], s: list[int], leaf: int, tree: int, place: int, row: int) -> None:
    """Take up a row's value: as the greatest (the least, turned round), or as one that differs."""
    value = property_or_time(s, row, p[leaf + L_OF])
    if value in (MISSING, UNKNOWN):
        return
    if p[leaf + L_SOURCE] != FROM_DISTINCT:
        raise_to(s, tree, place, -value if p[leaf + L_SOURCE] == FROM_MINIMUM else value)
        return
    met = value_at(s, tree, value)
    if s[met + V_PLACE]:
        add_to(s, tree, s[met + V_PLACE] - 1, -1)
    s[met + V_PLACE] = place + 1
    add_to(s, tree, place, 1)


@jit
def follow_up(p: list[int], s: list[int], then: int, tree: int, time: int, met: int) -> None:
    """Let a row follow what it may: the last of its value, or all that wait not to be followed."""
    first = s[met + V_PLACE] - 1
    while first >= 0:
        begun = s[row_at(p, s, numbered(s, first)) + S_TIME]
        if p[then + Q_GAP] != NOWHERE and time - begun > p[then + Q_GAP]:
            break
        if p[then + Q_BUT_NOT] == 0:
            raise_to(s, tree, first, time)
            return
        clear_place(s, tree, first)
        first = s[link_at(s, tree, first)] - 1
    if p[then + Q_BUT_NOT]:
        s[met + V_PLACE] = 0


@jit
def cover_pair(
    p: list[int], s: list[int], leaf: int, tree: int, place: int, row: int, begins: int
) -> None:
    """Take up a row of a sequence: at the first of a pair stands when its second came.

    Where nothing may follow, at each that nothing followed stands when it came itself.
    """
    then, time = p[leaf + L_OF], s[row + S_TIME]
    value, met = matter(s, row, p[then + Q_SAME]), -1
    if value not in (MISSING, UNKNOWN):
        met = value_at(s, tree, value)
        if is_a(p, s, row, p[then + Q_TYPE], p[then + Q_FILTER]):
            follow_up(p, s, then, tree, time, met)
    if begins and p[then + Q_BUT_NOT]:
        raise_to(s, tree, place, time)
    if begins and met >= 0:
        s[link_at(s, tree, place)] = s[met + V_PLACE]
        s[met + V_PLACE] = place + 1


@jit
def covering_tree(p: list[int], s: list[int], leaf: int) -> int:
    """Return the place of a comparison's tree, which holds all rows now."""
    source = p[leaf + L_SOURCE]
    tree = tree_of(s, p[leaf + L_RUNNING], 0 if source == FROM_DISTINCT else MISSING)
    for place in range(s[tree + T_ROWS], s[H_SEEN_COUNT]):
        row = row_at(p, s, numbered(s, place))
        counts = is_a(p, s, row, p[leaf + L_A], p[leaf + L_FILTER])
        if source == FROM_SEQUENCE:
            cover_pair(p, s, leaf, tree, place, row, 1 if counts else 0)
        elif counts:
            cover_value(p, s, leaf, tree, place, row)
    s[tree + T_ROWS] = s[H_SEEN_COUNT]
    return tree


@jit
def spanned(p: list[int], s: list[int], leaf: int, first: int) -> int:
    """Return what a comparison measures of the rows from a place on, by its tree."""
    tree, source, last = covering_tree(p, s, leaf), p[leaf + L_SOURCE], s[H_SEEN_COUNT]
    if source == FROM_DISTINCT:
        return total_from(s, tree, first)
    if source == FROM_SEQUENCE and p[p[leaf + L_OF] + Q_BUT_NOT]:
        gap = p[p[leaf + L_OF] + Q_GAP]
        if gap != NOWHERE:
            last = first_later(p, s, s[H_NOW] - gap)
    found = greatest(s, tree, first, last)
    return -found if source == FROM_MINIMUM and found != MISSING else found
