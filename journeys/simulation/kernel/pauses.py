"""The end of a pause: waits are extended, conditions asked, and what was put off acts (R226)."""

from journeys.program.operations import (
    J_TALLY,
    N_OP,
    PAUSE_EXTENDS,
    PAUSE_FROM,
    PAUSE_JOURNEY,
    PAUSE_TO,
    R_PAUSES,
    TJ_PUT_OFF,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.catching import ask, let_go, waits_for_events
from journeys.simulation.kernel.gates import try_gate
from journeys.simulation.kernel.instances import journey_at, node_at, ranked
from journeys.simulation.kernel.pausing import fires_at, is_paused, pause_at
from journeys.simulation.kernel.places import (
    FAR,
    H_DUE,
    H_NOW,
    H_PAUSED,
    H_RANKED,
    I_ADDED,
    I_BEGAN,
    I_DUE,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_STATUS,
    STANDING,
    WAITS,
)
from journeys.simulation.kernel.records import mark
from journeys.simulation.kernel.steps import run
from journeys.simulation.kernel.waits import is_wait, move


@jit
def next_pause_end(p: list[int], s: list[int]) -> int:
    """Return when the next pause ends that was not ended yet."""
    if s[H_PAUSED] >= p[p[R_PAUSES]]:
        return FAR
    return p[pause_at(p, s[H_PAUSED]) + PAUSE_TO]


@jit
def stood_in(p: list[int], s: list[int], instance: int, pause: int) -> bool:
    """Say whether an instance waited in a pause that ends: it began before, and was not over."""
    if s[instance + I_STATUS] != STANDING or s[instance + I_HELD] != WAITS:
        return False
    if s[instance + I_BEGAN] == s[H_NOW] or s[instance + I_DUE] < p[pause + PAUSE_FROM]:
        return False
    return is_wait(p[node_at(p, s[instance + I_NODE]) + N_OP])


@jit
def extend(p: list[int], s: list[int], pause: int) -> None:
    """Let all waits of a journey that stood in a pause end later, in the order of R4; no holds."""
    journey, length = p[pause + PAUSE_JOURNEY], p[pause + PAUSE_TO] - p[pause + PAUSE_FROM]
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_JOURNEY] == journey and stood_in(p, s, instance, pause):
            s[instance + I_ADDED] += length
            move(s, instance, s[instance + I_DUE] + length, 1)
            mark(s, p[journey_at(p, journey) + J_TALLY] + TJ_PUT_OFF)


@jit
def end_pause(p: list[int], s: list[int]) -> None:
    """End the next pause: those whose conditions are true by now go on at once, in order."""
    pause = pause_at(p, s[H_PAUSED])
    s[H_PAUSED] += 1
    journey = p[pause + PAUSE_JOURNEY]
    if p[pause + PAUSE_EXTENDS]:
        extend(p, s, pause)
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_JOURNEY] == journey:
            try_gate(p, s, instance)
        if s[instance + I_JOURNEY] != journey or not waits_for_events(p, s, instance):
            continue
        if is_paused(p, s, instance):
            continue
        which = ask(p, s, instance, -1, 0)
        if which >= 0:
            let_go(p, s, instance, which, -1, 0)
            run(p, s, instance)


@jit
def first_due(p: list[int], s: list[int]) -> int:
    """Return the instance whose timer acts first now: the one due longest, then by R4; or -1."""
    found, earliest = -1, FAR
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        due = s[instance + I_DUE]
        if due < earliest and fires_at(p, s[instance + I_JOURNEY], due) <= s[H_DUE]:
            found, earliest = instance, due
    return found
