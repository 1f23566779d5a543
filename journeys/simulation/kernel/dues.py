"""When customers may enter by the clock next, and what changes that: zones and dates (R219)."""

from journeys.program.operations import (
    N_A,
    N_C,
    N_OP,
    OP_DATE,
    OP_SCHEDULE,
    R_DATED,
    R_TIMED,
    U_A,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.dates import await_date, move_date
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import (
    FAR,
    H_ATTRIBUTES,
    H_DUE,
    H_OPENED,
    H_WAY_DUE,
    H_WAYS,
    WAY_DUE,
    WAY_NEXT,
    WAY_VALUE,
    WAY_WIDTH,
)
from journeys.simulation.kernel.schedules import time_of


@jit
def note_next_way(p: list[int], s: list[int]) -> None:
    """Note when anybody may enter by the clock next."""
    due = FAR
    for number in range(p[p[R_TIMED]]):
        due = min(due, s[s[H_WAYS] + number * WAY_WIDTH + WAY_DUE])
    s[H_WAY_DUE] = due


@jit
def move_ways(p: list[int], s: list[int]) -> None:
    """Move what is to come with the customer's zone, to now where that would be past."""
    for number in range(p[p[R_TIMED]]):
        node = node_at(p, p[p[R_TIMED] + 1 + number])
        way = s[H_WAYS] + number * WAY_WIDTH
        if s[way + WAY_DUE] == FAR:
            continue
        if p[node + N_OP] == OP_DATE:
            move_date(p, s, node, way)
        elif p[node + N_OP] == OP_SCHEDULE and p[node + N_C]:
            s[way + WAY_DUE] = max(s[H_DUE], time_of(p, s, node, s[way + WAY_NEXT]))
    note_next_way(p, s)


@jit
def follow_dates(p: list[int], s: list[int]) -> None:
    """Wait for other dates where the attributes they are read from changed (R17)."""
    if p[R_DATED] == 0 or s[H_OPENED] == 0:
        return
    for number in range(p[p[R_TIMED]]):
        node = node_at(p, p[p[R_TIMED] + 1 + number])
        way = s[H_WAYS] + number * WAY_WIDTH
        if p[node + N_OP] != OP_DATE:
            continue
        if s[way + WAY_VALUE] != s[s[H_ATTRIBUTES] + p[p[node + N_A] + U_A]]:
            await_date(p, s, node, number, way)
    note_next_way(p, s)
