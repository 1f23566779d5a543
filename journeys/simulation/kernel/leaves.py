"""Conditions: each comparison looks at one value and knows where to go on."""

from journeys.program.operations import (
    FROM_ATTRIBUTE,
    FROM_COUNT,
    FROM_ENTRY,
    FROM_LAST,
    FROM_PROPERTY,
    FROM_SUM,
    L_A,
    L_FILTER,
    L_NO,
    L_OF,
    L_SOURCE,
    L_TEST,
    L_WINDOW,
    L_X,
    L_Y,
    L_YES,
    LEAF_WIDTH,
    R_LEAVES,
    SINCE_ENTRY,
    TEST_AT_LEAST,
    TEST_AT_MOST,
    TEST_DIFFERS,
    TEST_EQUAL,
    TEST_LONGER_AGO,
    TEST_MISSING,
    TEST_NONE_OF,
    TEST_ONE_OF,
    TEST_PRESENT,
    TEST_TEXT,
    TEST_WITHIN,
    YES,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    H_ATTRIBUTES,
    H_NOW,
    H_SEEN_COUNT,
    I_JOURNEY,
    I_ROW,
    S_TIME,
    S_TYPE,
    S_VALUES,
)
from journeys.simulation.kernel.records import tell_more
from journeys.simulation.kernel.rows import row_at

BITS = 63
LEAF = int(Reason.LEAF)


@jit
def holds(p: list[int], leaf: int, value: int, now: int) -> bool:
    """Hold a value against what a comparison says; a missing one fails nearly all (R31)."""
    test = p[leaf + L_TEST]
    if value in (MISSING, UNKNOWN):
        return test == TEST_MISSING
    x = p[leaf + L_X]
    if test == TEST_EQUAL:
        return value == x
    if test == TEST_AT_LEAST:
        return value >= x
    if test == TEST_AT_MOST:
        return value <= x
    if test == TEST_TEXT:
        word = value // BITS
        return word < p[leaf + L_Y] and (p[x + word] >> (value % BITS)) & 1 == 1
    if test == TEST_DIFFERS:
        return value != x
    if test in (TEST_ONE_OF, TEST_NONE_OF):
        for at in range(p[leaf + L_Y]):
            if p[x + at] == value:
                return test == TEST_ONE_OF
        return test == TEST_NONE_OF
    if test == TEST_PRESENT:
        return True
    if test == TEST_WITHIN:
        return now - x < value <= now
    if test == TEST_LONGER_AGO:
        return value <= now - x
    return False


@jit
def passes(p: list[int], s: list[int], start: int, row: int) -> bool:
    """Say whether a row passes a filter, in silence."""
    now = s[H_NOW]
    at = start
    while at >= 0:
        leaf = p[R_LEAVES] + at * LEAF_WIDTH
        value = s[row + S_VALUES + p[leaf + L_A]]
        at = p[leaf + L_YES] if holds(p, leaf, value, now) else p[leaf + L_NO]
    return at == YES


@jit
def passes_aloud(p: list[int], s: list[int], start: int, row: int, journey: int, node: int) -> bool:
    """Say whether a row passes a trigger's filter, and tell each comparison asked (R124)."""
    now = s[H_NOW]
    at = start
    while at >= 0:
        leaf = p[R_LEAVES] + at * LEAF_WIDTH
        value = s[row + S_VALUES + p[leaf + L_A]]
        is_true = holds(p, leaf, value, now)
        tell_more(s, LEAF, journey, -1, node, 3, at, 1 if is_true else 0, value, 0, 0)
        at = p[leaf + L_YES] if is_true else p[leaf + L_NO]
    return at == YES


@jit
def behaved(p: list[int], s: list[int], leaf: int, entry: int) -> int:
    """Return a count, a sum or the last time over what was seen in (now - window, now] (R25).

    Without a window it is all that was seen, or what was seen after the row `entry` (R153).
    """
    now = s[H_NOW]
    source, wanted = p[leaf + L_SOURCE], p[leaf + L_A]
    window, start = p[leaf + L_WINDOW], p[leaf + L_FILTER]
    total = 0
    oldest = entry if window == SINCE_ENTRY else -1
    for number in range(s[H_SEEN_COUNT] - 1, oldest, -1):
        row = row_at(p, s, number)
        time = s[row + S_TIME]
        if window >= 0 and time <= now - window:
            break
        if s[row + S_TYPE] != wanted:
            continue
        if not passes(p, s, start, row):
            continue
        if source == FROM_LAST:
            return time
        if source == FROM_COUNT:
            total += 1
        else:
            value = s[row + S_VALUES + p[leaf + L_OF]]
            total += value if value != MISSING else 0
    return MISSING if source == FROM_LAST else total


@jit
def value_of(p: list[int], s: list[int], leaf: int, instance: int) -> int:
    """Return the value that a comparison of a condition looks at, as of now."""
    source = p[leaf + L_SOURCE]
    if source == FROM_ATTRIBUTE:
        return s[s[H_ATTRIBUTES] + p[leaf + L_A]]
    if source in (FROM_ENTRY, FROM_PROPERTY):
        return s[row_at(p, s, s[instance + I_ROW]) + S_VALUES + p[leaf + L_A]]
    return behaved(p, s, leaf, s[instance + I_ROW])


@jit
def asked(p: list[int], s: list[int], start: int, instance: int, node: int) -> bool:
    """Ask a condition of an instance as of now; a step that asks tells, -1 asks in silence."""
    now = s[H_NOW]
    at = start
    while at >= 0:
        leaf = p[R_LEAVES] + at * LEAF_WIDTH
        value = value_of(p, s, leaf, instance)
        is_true = holds(p, leaf, value, now)
        if node >= 0:
            tell_more(
                s,
                LEAF,
                s[instance + I_JOURNEY],
                instance,
                node,
                3,
                at,
                1 if is_true else 0,
                value,
                0,
                0,
            )
        at = p[leaf + L_YES] if is_true else p[leaf + L_NO]
    return at == YES


__all__ = ["FROM_SUM", "asked", "passes", "passes_aloud", "value_of"]
