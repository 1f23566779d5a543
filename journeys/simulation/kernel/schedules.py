"""Schedules: when a customer may enter by the clock, their own or the workspace's (R219)."""

from journeys.program.operations import N_A, N_C, N_OP, OP_SCHEDULE, R_START, R_TIMED, R_ZONE
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import instant, zone_in_force
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import (
    FAR,
    H_NOW,
    H_WAY_DUE,
    H_WAYS,
    WAY_DUE,
    WAY_NEXT,
    WAY_WIDTH,
)


@jit
def time_of(p: list[int], s: list[int], node: int, number: int) -> int:
    """Return the instant of a time of a schedule by the clock it follows; FAR when it is over."""
    times = p[node + N_A]
    if number >= p[times]:
        return FAR
    zone = zone_in_force(p, s) // 4 if p[node + N_C] else p[R_ZONE]
    return instant(p, zone, p[times + 1 + number])


@jit
def begin_schedule(p: list[int], s: list[int], node: int, way: int) -> None:
    """Pass over what lies before the start of the run."""
    number = 0
    while time_of(p, s, node, number) < p[R_START]:
        number += 1
    s[way + WAY_NEXT] = number
    s[way + WAY_DUE] = time_of(p, s, node, number)


@jit
def await_next(p: list[int], s: list[int], node: int, way: int) -> None:
    """Let the time that came be over; the next one may be now, where the zone changed."""
    s[way + WAY_NEXT] += 1
    s[way + WAY_DUE] = max(s[H_NOW], time_of(p, s, node, s[way + WAY_NEXT]))


@jit
def note_next_way(p: list[int], s: list[int]) -> None:
    """Note when anybody may enter by the clock next."""
    due = FAR
    for number in range(p[p[R_TIMED]]):
        due = min(due, s[s[H_WAYS] + number * WAY_WIDTH + WAY_DUE])
    s[H_WAY_DUE] = due


@jit
def move_schedules(p: list[int], s: list[int]) -> None:
    """Move the times to come with the customer's zone, to now where that would be past."""
    for number in range(p[p[R_TIMED]]):
        node = node_at(p, p[p[R_TIMED] + 1 + number])
        way = s[H_WAYS] + number * WAY_WIDTH
        if p[node + N_OP] == OP_SCHEDULE and p[node + N_C] and s[way + WAY_DUE] < FAR:
            s[way + WAY_DUE] = max(s[H_NOW], time_of(p, s, node, s[way + WAY_NEXT]))
    note_next_way(p, s)
