"""One thing after another: pairs of rows of which the second came soon enough (R207)."""

from journeys.program.operations import (
    L_A,
    L_FILTER,
    L_OF,
    L_RUNNING,
    L_WINDOW,
    NOWHERE,
    Q_BUT_NOT,
    Q_FILTER,
    Q_GAP,
    Q_SAME,
    Q_TYPE,
    SINCE_ENTRY,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.covering import FEW, is_a, matter, spanned
from journeys.simulation.kernel.places import H_NOW, H_SEEN_COUNT, S_TIME
from journeys.simulation.kernel.rows import first_later, numbered, place_of_row, row_at
from journeys.simulation.kernel.tallying import meet, met_anew, met_place, noted


@jit
def first_looked_at(p: list[int], s: list[int], leaf: int, entry: int) -> int:
    """Return the place in time of the oldest row that is looked at (R25, R153)."""
    window = p[leaf + L_WINDOW]
    if window == SINCE_ENTRY:
        return place_of_row(p, s, entry) + 1
    if window < 0:
        return 0
    return first_later(p, s, s[H_NOW] - window)


@jit
def followed(p: list[int], s: list[int], leaf: int, oldest: int) -> int:
    """Return when the latest row came that came soon enough after its first, or MISSING."""
    then = p[leaf + L_OF]
    gap, same = p[then + Q_GAP], p[then + Q_SAME]
    found = MISSING
    met_anew(s)
    for place in range(oldest, s[H_SEEN_COUNT]):
        row = row_at(p, s, numbered(s, place))
        value, time = matter(s, row, same), s[row + S_TIME]
        if value in (MISSING, UNKNOWN):
            continue
        if is_a(p, s, row, p[then + Q_TYPE], p[then + Q_FILTER]):
            begun = noted(s, value)
            if begun != MISSING and (gap == NOWHERE or time - begun <= gap):
                found = time
        if is_a(p, s, row, p[leaf + L_A], p[leaf + L_FILTER]):
            meet(s, met_place(s, value), value, time)
    return found


@jit
def unfollowed(p: list[int], s: list[int], leaf: int, oldest: int) -> int:
    """Return the instant of the latest first row that nothing followed in time, or MISSING."""
    then = p[leaf + L_OF]
    gap, same = p[then + Q_GAP], p[then + Q_SAME]
    met_anew(s)
    for place in range(s[H_SEEN_COUNT] - 1, oldest - 1, -1):
        row = row_at(p, s, numbered(s, place))
        value, time = matter(s, row, same), s[row + S_TIME]
        is_known = value not in (MISSING, UNKNOWN)
        if is_a(p, s, row, p[leaf + L_A], p[leaf + L_FILTER]):
            answered = noted(s, value) if is_known else MISSING
            is_answered = answered != MISSING and (gap == NOWHERE or answered - time <= gap)
            is_over = gap == NOWHERE or time + gap <= s[H_NOW]
            if is_over and not is_answered:
                return time
        if is_known and is_a(p, s, row, p[then + Q_TYPE], p[then + Q_FILTER]):
            meet(s, met_place(s, value), value, time)
    return MISSING


@jit
def sequence(p: list[int], s: list[int], leaf: int, entry: int) -> int:
    """Return the instant a sequence speaks of, or MISSING."""
    oldest = first_looked_at(p, s, leaf, entry)
    if p[leaf + L_RUNNING] != NOWHERE and s[H_SEEN_COUNT] - oldest > FEW:
        return spanned(p, s, leaf, oldest)
    if p[p[leaf + L_OF] + Q_BUT_NOT]:
        return unfollowed(p, s, leaf, oldest)
    return followed(p, s, leaf, oldest)
