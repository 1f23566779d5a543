"""The phase of entries: every journey looks at what happened, by its starts in order (R4, R11)."""

from journeys.program.operations import (
    J_TRIGGERS,
    N_A,
    R_JOURNEY_COUNT,
    R_SEGMENTED,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.dues import note_next_way
from journeys.simulation.kernel.entries import ask_entry
from journeys.simulation.kernel.instances import journey_at, node_at
from journeys.simulation.kernel.membership import enter_members
from journeys.simulation.kernel.places import S_TYPE


@jit
def enter(p: list[int], s: list[int], row: int) -> None:
    """Let every journey look at an event for entries; -1 is a change that no event carries."""
    for journey in range(p[R_JOURNEY_COUNT]):
        triggers = p[journey_at(p, journey) + J_TRIGGERS]
        already = 0
        for at in range(p[triggers] if row >= 0 else 0):
            trigger = p[triggers + 1 + at]
            if p[node_at(p, trigger) + N_A] == s[row + S_TYPE] and ask_entry(
                p, s, row, journey, trigger, already
            ):
                already = 1
        if p[R_SEGMENTED]:
            enter_members(p, s, journey, already)
    if p[R_SEGMENTED]:
        note_next_way(p, s)
