"""The round in which messages are checked that stand ready, one after the other (R44, R103)."""

from journeys.program.operations import J_LEVEL
from journeys.simulation.jit import jit
from journeys.simulation.kernel.checks import check
from journeys.simulation.kernel.exits import leave
from journeys.simulation.kernel.instances import entry_of, journey_at, ranked
from journeys.simulation.kernel.numbers import comes_before
from journeys.simulation.kernel.places import (
    CANDIDATE,
    H_CANDIDATES,
    H_MOVED,
    H_RANKED,
    I_JOURNEY,
    I_PORT,
    I_STARTED,
    I_STATUS,
    MOVED,
    STAYS,
)


@jit
def goes_first(p: list[int], s: list[int], one: int, other: int) -> bool:
    """Compare two candidates by priority, first attempt, journey and entry id (R44)."""
    level = p[journey_at(p, s[one + I_JOURNEY]) + J_LEVEL]
    others = p[journey_at(p, s[other + I_JOURNEY]) + J_LEVEL]
    if level != others:
        return level < others
    if s[one + I_STARTED] != s[other + I_STARTED]:
        return s[one + I_STARTED] < s[other + I_STARTED]
    if s[one + I_JOURNEY] != s[other + I_JOURNEY]:
        return s[one + I_JOURNEY] < s[other + I_JOURNEY]
    return comes_before(entry_of(p, s, one), entry_of(p, s, other))


@jit
def round_of_messages(p: list[int], s: list[int]) -> None:
    """Check all candidates in their order; those that were not held back move on after."""
    while True:
        chosen = -1
        for rank in range(s[H_RANKED]):
            other = ranked(p, s, rank)
            if s[other + I_STATUS] == CANDIDATE and (chosen < 0 or goes_first(p, s, other, chosen)):
                chosen = other
        if chosen < 0:
            s[H_CANDIDATES] = 0
            return
        if leave(p, s, chosen, 0, 0):
            continue
        port = check(p, s, chosen)
        if port != STAYS:
            s[chosen + I_PORT] = port
            s[chosen + I_STATUS] = MOVED
            s[H_MOVED] += 1
