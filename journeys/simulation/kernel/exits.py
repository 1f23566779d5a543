"""What takes a customer out early: exit rules, by an event or by a condition (R47)."""

from journeys.program.operations import (
    EXIT_WIDTH,
    J_EXITS,
    J_KEY,
    X_FILTER,
    X_KEYED,
    X_TALLY,
    X_TYPE,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.instances import end, journey_at, ranked
from journeys.simulation.kernel.leaves import asked
from journeys.simulation.kernel.places import (
    ENDED,
    H_RANKED,
    I_JOURNEY,
    I_KEY,
    I_NODE,
    I_STATUS,
    S_TYPE,
    S_VALUES,
)
from journeys.simulation.kernel.records import mark, tell

EXITED = int(Reason.EXITED)
EXIT_KEY_MISSING = int(Reason.EXIT_KEY_MISSING)


@jit
def tell_of(s: list[int], reason: int, instance: int, which: int) -> None:
    """Tell of a goal or an exit rule, where the instance stands."""
    tell(s, reason, s[instance + I_JOURNEY], instance, s[instance + I_NODE], 1, which, 0)


@jit
def key_agrees(p: list[int], s: list[int], instance: int, row: int, keyed: int) -> int:
    """Hold an event's key against the instance's: 1 agrees, 0 differs, -1 is missing (R132)."""
    column = p[journey_at(p, s[instance + I_JOURNEY]) + J_KEY]
    if column < 0 or keyed == 0:
        return 1
    value = s[row + S_VALUES + column]
    if value == MISSING:
        return -1
    return 1 if value == s[instance + I_KEY] else 0


@jit
def leave_by_rule(p: list[int], s: list[int], instance: int, which: int) -> None:
    """Take an instance out by an exit rule."""
    exits = p[journey_at(p, s[instance + I_JOURNEY]) + J_EXITS]
    mark(s, p[exits + 1 + which * EXIT_WIDTH + X_TALLY])
    tell_of(s, EXITED, instance, which)
    end(p, s, instance, -1)


@jit
def leave(p: list[int], s: list[int], instance: int, row: int, by_event: int) -> bool:
    """Take an instance out by the first exit rule that matches; without an event by condition."""
    exits = p[journey_at(p, s[instance + I_JOURNEY]) + J_EXITS]
    for at in range(p[exits]):
        rule = exits + 1 + at * EXIT_WIDTH
        if p[rule + X_TYPE] < 0:
            matches = asked(p, s, p[rule + X_FILTER], instance, -1)
        elif (
            by_event == 0
            or p[rule + X_TYPE] != s[row + S_TYPE]
            or not passes(p, s, p[rule + X_FILTER], row)
        ):
            matches = False
        else:
            agrees = key_agrees(p, s, instance, row, p[rule + X_KEYED])
            if agrees < 0:
                tell_of(s, EXIT_KEY_MISSING, instance, at)
            matches = agrees > 0
        if matches:
            leave_by_rule(p, s, instance, at)
            return True
    return False


@jit
def look_at_profile(p: list[int], s: list[int]) -> None:
    """Let every active instance ask its exit conditions after a profile change."""
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_STATUS] != ENDED:
            leave(p, s, instance, 0, 0)
