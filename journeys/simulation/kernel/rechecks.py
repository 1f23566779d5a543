"""Conditions that change with time alone: when they can, and who acts on it (R24, R215)."""

from journeys.program.dispatch import (
    O_GATE,
)
from journeys.program.operations import (
    B_CHAIN,
    B_CHANGES,
    EXIT_WIDTH,
    FROM_COUNT,
    FROM_SEQUENCE,
    J_EXITS,
    L_A,
    L_OF,
    L_SOURCE,
    L_TEST,
    L_WINDOW,
    L_X,
    LEAF_WIDTH,
    NOWHERE,
    Q_BUT_NOT,
    Q_GAP,
    Q_TYPE,
    R_LEAVES,
    R_PAUSES,
    SINCE_ENTRY,
    TEST_LONGER_AGO,
    TEST_WITHIN,
    X_CHANGES,
    X_FILTER,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.catching import (
    branch_at,
    branches_of,
    let_go,
    waits_for_events,
)
from journeys.simulation.kernel.exits import leave_by_rule
from journeys.simulation.kernel.gates import changes_of_gate, rules_of, tries_gate
from journeys.simulation.kernel.holding import become_candidate
from journeys.simulation.kernel.instances import journey_at, ranked
from journeys.simulation.kernel.leaves import asked, value_of
from journeys.simulation.kernel.pausing import is_paused
from journeys.simulation.kernel.places import (
    ENDED,
    FAR,
    H_ASKED,
    H_DUE,
    H_NOW,
    H_RANKED,
    H_RECHECK,
    H_RECHECK_KNOWN,
    H_SEEN_COUNT,
    I_JOURNEY,
    I_ROW,
    I_STATUS,
    S_TIME,
    S_TYPE,
    S_VALUES,
)
from journeys.simulation.kernel.rows import first_later, numbered, place_of_row, row_at
from journeys.simulation.kernel.steps import run

PASSED_OVER = 16


@jit
def turn_of(p: list[int], leaf: int, value: int, now: int) -> int:
    """Return the next instant at which a span of time from a value begins or is over."""
    if p[leaf + L_TEST] not in (TEST_WITHIN, TEST_LONGER_AGO) or value in (MISSING, UNKNOWN):
        return FAR
    if value > now:
        return value
    return value + p[leaf + L_X] if value + p[leaf + L_X] > now else FAR


@jit
def grown_old(p: list[int], s: list[int], span: int, oldest: int, kind: int, other: int) -> int:
    """Return when the next row, behind the place `oldest`, of either event is as old as a span.

    Only a few rows of other events are passed over; then it may be too early.
    """
    place = max(first_later(p, s, s[H_NOW] - span), oldest + 1)
    for at in range(place, min(place + PASSED_OVER, s[H_SEEN_COUNT])):
        row = row_at(p, s, numbered(s, at))
        if s[row + S_TYPE] in (kind, other) or at == place + PASSED_OVER - 1:
            return s[row + S_TIME] + span
    return FAR


@jit
def turn_of_rows(
    p: list[int], s: list[int], leaf: int, filters: int, instance: int, now: int
) -> int:
    """Return the next instant at which a row leaves a window, or passes a filter or no longer.

    Of a sequence that nothing may follow it is the end of a gap, too (R207).
    `filters` is the place of a counted list of the comparisons with time in the filter.
    """
    window, soonest = p[leaf + L_WINDOW], FAR
    oldest = place_of_row(p, s, s[instance + I_ROW]) if window == SINCE_ENTRY else -1
    kind, gap = p[leaf + L_A], NOWHERE
    other = kind
    if p[leaf + L_SOURCE] == FROM_SEQUENCE:
        other = p[p[leaf + L_OF] + Q_TYPE]
        if p[p[leaf + L_OF] + Q_BUT_NOT]:
            gap = p[p[leaf + L_OF] + Q_GAP]
    for span in (window, gap):
        if span >= 0:
            soonest = min(soonest, grown_old(p, s, span, oldest, kind, other))
    if p[filters] == 0:
        return soonest
    for place in range(s[H_SEEN_COUNT] - 1, oldest, -1):
        row = row_at(p, s, numbered(s, place))
        if window >= 0 and s[row + S_TIME] <= now - window:
            break
        if s[row + S_TYPE] not in (kind, other):
            continue
        for at in range(p[filters]):
            inner = p[R_LEAVES] + p[filters + 1 + at] * LEAF_WIDTH
            soonest = min(soonest, turn_of(p, inner, s[row + S_VALUES + p[inner + L_A]], now))
    return soonest


@jit
def next_change(p: list[int], s: list[int], changes: int, instance: int, now: int) -> int:
    """Return the first instant after `now` at which a condition can change with time alone.

    It may be too early, never too late. `changes` is the place of a counted list of comparisons,
    each with the counted list of those in its filter. What they look at is that of `now`.
    """
    soonest, at, handled = FAR, changes + 1, s[H_NOW]
    s[H_NOW] = now
    for _ in range(p[changes]):
        leaf = p[R_LEAVES] + p[at] * LEAF_WIDTH
        if p[leaf + L_TEST] in (TEST_WITHIN, TEST_LONGER_AGO):
            soonest = min(soonest, turn_of(p, leaf, value_of(p, s, leaf, instance), now))
        source = p[leaf + L_SOURCE]
        if FROM_COUNT <= source <= FROM_SEQUENCE:
            soonest = min(soonest, turn_of_rows(p, s, leaf, at + 1, instance, now))
        at += 2 + p[at + 1]
    s[H_NOW] = handled
    return soonest


@jit
def next_recheck(p: list[int], s: list[int]) -> int:
    """Return the next instant at which conditions have to be asked though nothing happens."""
    if s[H_RECHECK_KNOWN] == 0:
        soonest, now = FAR, s[H_ASKED]
        for rank in range(s[H_RANKED]):
            instance = ranked(p, s, rank)
            if s[instance + I_STATUS] == ENDED:
                continue
            exits = p[journey_at(p, s[instance + I_JOURNEY]) + J_EXITS]
            for at in range(p[exits]):
                changes = p[exits + 1 + at * EXIT_WIDTH + X_CHANGES]
                soonest = min(soonest, next_change(p, s, changes, instance, now))
            if waits_for_events(p, s, instance):
                for which in range(branches_of(p, s, instance)):
                    changes = p[branch_at(p, s, instance, which) + B_CHANGES]
                    soonest = min(soonest, next_change(p, s, changes, instance, now))
            gate = changes_of_gate(p, s, instance)
            if gate:
                soonest = min(soonest, next_change(p, s, gate, instance, now))
        s[H_RECHECK] = soonest
        s[H_RECHECK_KNOWN] = 1
    return s[H_RECHECK]


@jit
def came_true(p: list[int], s: list[int], chain: int, instance: int) -> bool:
    """Say whether a condition is true now, was when it was due, and was not a second before that.

    All are asked of the same rows.
    """
    if not asked(p, s, chain, instance, -1):
        return False
    now, due = s[H_NOW], s[H_DUE]
    s[H_NOW] = due
    is_so = due == now or asked(p, s, chain, instance, -1)
    s[H_NOW] = due - 1
    is_new = is_so and not asked(p, s, chain, instance, -1)
    s[H_NOW] = now
    return is_new


@jit
def leaves_now(p: list[int], s: list[int], instance: int) -> bool:
    """Take an instance out by the first exit rule that came true by time alone."""
    exits = p[journey_at(p, s[instance + I_JOURNEY]) + J_EXITS]
    for at in range(p[exits]):
        rule = exits + 1 + at * EXIT_WIDTH
        if p[p[rule + X_CHANGES]] and came_true(p, s, p[rule + X_FILTER], instance):
            leave_by_rule(p, s, instance, at)
            return True
    return False


@jit
def goes_on_now(p: list[int], s: list[int], instance: int) -> bool:
    """Let a waiting instance go on by the first branch that came true by time alone."""
    if not waits_for_events(p, s, instance) or (p[R_PAUSES] and is_paused(p, s, instance)):
        return False
    for which in range(branches_of(p, s, instance)):
        branch = branch_at(p, s, instance, which)
        changes, chain = p[branch + B_CHANGES], p[branch + B_CHAIN]
        if p[changes] and came_true(p, s, chain, instance):
            let_go(p, s, instance, which, -1, 0)
            return True
    return False


@jit
def opens_now(p: list[int], s: list[int], instance: int) -> bool:
    """Say whether a gate that is tried came true by time alone."""
    gate = changes_of_gate(p, s, instance)
    if gate == 0 or p[gate] == 0 or not tries_gate(p, s, instance):
        return False
    return came_true(p, s, p[rules_of(p, s, instance) + O_GATE], instance)


@jit
def recheck(p: list[int], s: list[int]) -> None:
    """Ask all conditions that can change with time now, each instance in turn (R4, R215)."""
    s[H_ASKED] = s[H_DUE]
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_STATUS] == ENDED or leaves_now(p, s, instance):
            continue
        if goes_on_now(p, s, instance):
            run(p, s, instance)
        elif opens_now(p, s, instance):
            become_candidate(s, instance)
