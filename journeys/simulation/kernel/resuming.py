"""What a stored state leaves out because it follows from the rest, made anew to go on from it."""

from journeys.program.operations import R_JOURNEY_COUNT
from journeys.simulation.jit import jit
from journeys.simulation.kernel.finding import note_entry, note_unit
from journeys.simulation.kernel.instances import instance_at
from journeys.simulation.kernel.made import let_wait, made_at
from journeys.simulation.kernel.places import (
    E_DONE,
    ENDED,
    H_ARM_COUNT,
    H_ENTRIES,
    H_INSTANCE_COUNT,
    H_LATE,
    H_LATEST_SIZE,
    H_MADE_COUNT,
    H_RANKED,
    H_RANKS,
    H_RECHECK_KNOWN,
    H_SEEN_COUNT,
    H_UNITS_SIZE,
    H_WAITING,
    H_WATCH,
    H_WATCHED,
    I_JOURNEY,
    I_STATUS,
)
from journeys.simulation.kernel.rows import put_by_time
from journeys.simulation.kernel.running import forget_running
from journeys.simulation.kernel.spans import forget_spans


@jit
def resume(p: list[int], s: list[int]) -> None:
    """Rank those who are on their way, count entries, queue generated rows, fill what finds."""
    s[H_RECHECK_KNOWN] = 0
    s[H_RANKED] = 0
    for place in range(s[H_WATCH], s[H_WATCH] + s[H_WATCHED]):
        if s[instance_at(p, s, s[place]) + I_STATUS] != ENDED:
            s[s[H_RANKS] + s[H_RANKED]] = s[place]
            s[H_RANKED] += 1
    for journey in range(p[R_JOURNEY_COUNT]):
        s[s[H_ENTRIES] + journey] = 0
    forget_running(p, s)
    forget_spans(p, s)
    s[H_LATEST_SIZE] = 0
    for number in range(s[H_INSTANCE_COUNT]):
        s[s[H_ENTRIES] + s[instance_at(p, s, number) + I_JOURNEY]] += 1
        note_entry(p, s, number)
    s[H_UNITS_SIZE] = 0
    for number in range(s[H_ARM_COUNT]):
        note_unit(s, number)
    if s[H_LATE]:
        for number in range(s[H_SEEN_COUNT]):
            put_by_time(p, s, number)
    s[H_WAITING] = 0
    for number in range(s[H_MADE_COUNT]):
        if s[made_at(p, s, number) + E_DONE] == 0:
            let_wait(p, s, number)
