"""What is measured of behaviour: how often, how much, how many different, what first and last."""

from journeys.program.operations import (
    AVERAGE_SCALE,
    BILLION,
    FROM_AVERAGE,
    FROM_COUNT,
    FROM_DISTINCT,
    FROM_FIRST,
    FROM_LAST,
    FROM_MAXIMUM,
    FROM_MINIMUM,
    FROM_SUM,
    L_A,
    L_FILTER,
    L_OF,
    L_RUNNING,
    L_SCALE,
    L_SOURCE,
    L_TEST,
    L_WINDOW,
    L_X,
    L_Y,
    NOWHERE,
    SINCE_ENTRY,
    TEST_AT_LEAST,
    TEST_AT_MOST,
    TEST_DIFFERS,
    TEST_EQUAL,
    TEST_LESS,
    TEST_MISSING,
    TEST_PRESENT,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.covering import FEW, spanned
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.places import (
    AVERAGED,
    H_NOW,
    H_SCRATCH,
    H_SEEN_COUNT,
    S_TIME,
    S_TYPE,
)
from journeys.simulation.kernel.rows import (
    first_later,
    numbered,
    place_of_row,
    property_or_time,
    row_at,
)
from journeys.simulation.kernel.running import (
    UP_COUNT,
    UP_SUM,
    end_of_run,
    ran,
)
from journeys.simulation.kernel.tallying import is_met, meet, met_anew, met_place


@jit
def averaged(p: list[int], s: list[int], leaf: int, total: int, count: int) -> int:
    """Note a sum and a count for `average_holds`; return the average with few decimals (R201)."""
    s[s[H_SCRATCH] + AVERAGED] = total
    s[s[H_SCRATCH] + AVERAGED + 1] = count
    if count == 0:
        return MISSING
    whole, rest = total // count, total % count
    scale = p[leaf + L_SCALE]
    for _ in range(AVERAGE_SCALE, scale):
        whole //= 10
    unit = 1
    for _ in range(scale, AVERAGE_SCALE):
        unit *= 10
    return whole * unit + (rest * unit // count if unit > 1 else 0)


@jit
def average_holds(p: list[int], s: list[int], leaf: int) -> bool:
    """Hold the average measured last against a number: the sum against number times count (R32)."""
    test = p[leaf + L_TEST]
    total, count = s[s[H_SCRATCH] + AVERAGED], s[s[H_SCRATCH] + AVERAGED + 1]
    if count == 0:
        return test == TEST_MISSING
    if test == TEST_PRESENT:
        return True
    order = total // count - p[leaf + L_X]
    if order == 0:
        order = (total % count) * BILLION - p[leaf + L_Y] * count
    if test == TEST_AT_LEAST:
        return order >= 0
    if test == TEST_AT_MOST:
        return order <= 0
    if test == TEST_LESS:
        return order < 0
    if test == TEST_EQUAL:
        return order == 0
    if test == TEST_DIFFERS:
        return order != 0
    return test != TEST_MISSING and order > 0


@jit
def run_up(p: list[int], s: list[int], leaf: int, first: int) -> int:
    """Return what a leaf measures of the rows from place `first` on, without looking at each."""
    source = p[leaf + L_SOURCE]
    if source in (FROM_FIRST, FROM_LAST):
        return end_of_run(p, s, leaf, first)
    if source in (FROM_MINIMUM, FROM_MAXIMUM, FROM_DISTINCT):
        return spanned(p, s, leaf, first)
    count = ran(p, s, leaf, first, UP_COUNT)
    if source == FROM_COUNT:
        return count
    total = ran(p, s, leaf, first, UP_SUM)
    return averaged(p, s, leaf, total, count) if source == FROM_AVERAGE else total


@jit
def behaved(p: list[int], s: list[int], leaf: int, entry: int) -> int:
    """Return what a leaf measures of the rows seen in (now - window, now] (R25, R200).

    Without a window it is all that was seen, or what was seen after the row `entry` (R153).
    """
    now = s[H_NOW]
    source, wanted = p[leaf + L_SOURCE], p[leaf + L_A]
    window, start, of = p[leaf + L_WINDOW], p[leaf + L_FILTER], p[leaf + L_OF]
    total, count, found = 0, 0, MISSING
    oldest = place_of_row(p, s, entry) if window == SINCE_ENTRY else -1
    if p[leaf + L_RUNNING] != NOWHERE and s[H_SEEN_COUNT] - oldest > FEW:
        first = first_later(p, s, now - window) if window >= 0 else oldest + 1
        if s[H_SEEN_COUNT] - first > FEW:
            return run_up(p, s, leaf, first)
    if source == FROM_DISTINCT:
        met_anew(s)
    for place in range(s[H_SEEN_COUNT] - 1, oldest, -1):
        row = row_at(p, s, numbered(s, place))
        time = s[row + S_TIME]
        if window >= 0 and time <= now - window:
            break
        if s[row + S_TYPE] != wanted:
            continue
        if not passes(p, s, start, row):
            continue
        if source == FROM_COUNT:
            count += 1
            continue
        value = property_or_time(s, row, of)
        if source == FROM_LAST:
            return value
        if source == FROM_FIRST:
            found = value
            continue
        if value in (MISSING, UNKNOWN):
            continue
        count += 1
        if source in (FROM_SUM, FROM_AVERAGE):
            total += value
        elif source == FROM_DISTINCT:
            met = met_place(s, value)
            if not is_met(s, met):
                meet(s, met, value, 0)
                total += 1
        elif (
            found == MISSING
            or (source == FROM_MINIMUM and value < found)
            or (source == FROM_MAXIMUM and value > found)
        ):
            found = value
    if source == FROM_COUNT:
        return count
    if source in (FROM_SUM, FROM_DISTINCT):
        return total
    if source == FROM_AVERAGE:
        return averaged(p, s, leaf, total, count)
    return found
