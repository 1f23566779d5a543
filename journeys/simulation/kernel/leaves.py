"""Conditions: each comparison looks at one value and knows where to go on."""

from journeys.program.operations import (
    FROM_ARM,
    FROM_ATTRIBUTE,
    FROM_AVERAGE,
    FROM_CONTEXT,
    FROM_ENTRY,
    FROM_FIRST,
    FROM_LIST,
    FROM_MESSAGE,
    FROM_PROPERTY,
    FROM_SAMPLE,
    FROM_SEGMENT,
    FROM_SEQUENCE,
    L_A,
    L_NO,
    L_SOURCE,
    L_YES,
    LEAF_WIDTH,
    N_JOURNEY,
    R_LEAVES,
    YES,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.context import in_context
from journeys.simulation.kernel.draws import share_point
from journeys.simulation.kernel.filters import holds
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.measures import average_holds, behaved
from journeys.simulation.kernel.places import (
    H_ATTRIBUTES,
    H_HASH,
    H_NOW,
    H_SCRATCH,
    I_ROW,
    RETURNS,
    S_VALUES,
)
from journeys.simulation.kernel.records import tell_more
from journeys.simulation.kernel.responses import answer
from journeys.simulation.kernel.rows import row_at
from journeys.simulation.kernel.sequences import sequence
from journeys.simulation.kernel.units import stored_arm

LEAF = int(Reason.LEAF)


@jit
def value_of(p: list[int], s: list[int], leaf: int, instance: int) -> int:
    """Return the value that a comparison looks at."""
    source, a = p[leaf + L_SOURCE], p[leaf + L_A]
    if source == FROM_ATTRIBUTE:
        return s[s[H_ATTRIBUTES] + a]
    if source in (FROM_ENTRY, FROM_PROPERTY):
        return s[row_at(p, s, s[instance + I_ROW]) + S_VALUES + a]
    if source <= FROM_FIRST:
        return behaved(p, s, leaf, s[instance + I_ROW])
    if source == FROM_SEQUENCE:
        return sequence(p, s, leaf, s[instance + I_ROW])
    if source == FROM_CONTEXT:
        return in_context(p, s, instance, a) if a > 0 else MISSING
    if source == FROM_ARM:
        return stored_arm(p, s, instance, a)
    if source == FROM_MESSAGE:
        return answer(p, s, instance, a)
    if source == FROM_SAMPLE:
        return share_point(a, s[H_HASH])
    if source == FROM_LIST:
        value = s[s[H_ATTRIBUTES] + a] if a >= 0 else MISSING
        return 0 if value in (MISSING, UNKNOWN) else value
    return MISSING


@jit
def tell_leaf(
    p: list[int], s: list[int], instance: int, node: int, at: int, truth: int, value: int
) -> None:
    """Tell of a comparison that was asked at a step, its outcome and its actual value."""
    journey = p[node_at(p, node) + N_JOURNEY]
    tell_more(s, LEAF, journey, instance, node, 3, at, truth, value, 0, 0)


@jit
def asked(p: list[int], s: list[int], start: int, instance: int, node: int) -> bool:
    """Ask a condition of an instance as of now; a step that asks tells, -1 asks in silence.

    Where it is about the customer alone, as that of a segment, -1 stands for no instance.

    A segment is asked like a function: where to go on after it waits on a stack, and what it asks
    itself is not told (R209).
    """
    now, calls, depth = s[H_NOW], s[H_SCRATCH] + RETURNS, 0
    at = start
    while True:
        while at >= 0:
            leaf = p[R_LEAVES] + at * LEAF_WIDTH
            if p[leaf + L_SOURCE] == FROM_SEGMENT:
                s[calls + depth] = at
                depth += 1
                at = p[leaf + L_A]
                continue
            value = value_of(p, s, leaf, instance)
            if p[leaf + L_SOURCE] == FROM_AVERAGE:
                is_true = average_holds(p, s, leaf)
            else:
                is_true = holds(p, leaf, value, now)
            if node >= 0 and depth == 0:
                tell_leaf(p, s, instance, node, at, 1 if is_true else 0, value)
            at = p[leaf + L_YES] if is_true else p[leaf + L_NO]
        if depth == 0:
            return at == YES
        depth -= 1
        is_true = at == YES
        at = s[calls + depth]
        if node >= 0 and depth == 0:
            truth = 1 if is_true else 0
            tell_leaf(p, s, instance, node, at, truth, truth)
        leaf = p[R_LEAVES] + at * LEAF_WIDTH
        at = p[leaf + L_YES] if is_true else p[leaf + L_NO]
