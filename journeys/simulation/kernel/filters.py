"""Comparisons, and filters, which are chains of them about one row."""

from journeys.program.operations import (
    L_A,
    L_NO,
    L_TEST,
    L_X,
    L_Y,
    L_YES,
    LEAF_WIDTH,
    R_LEAVES,
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
from journeys.simulation.kernel.places import H_NOW, S_VALUES
from journeys.simulation.kernel.records import tell_more

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
