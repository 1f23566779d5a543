"""Schedules: when a customer may enter by the clock, their own or the workspace's (R219)."""

from journeys.program.operations import N_A, N_C, R_START, R_ZONE
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import instant, zone_in_force
from journeys.simulation.kernel.places import (
    FAR,
    H_DUE,
    WAY_DUE,
    WAY_NEXT,
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
    s[way + WAY_DUE] = max(s[H_DUE], time_of(p, s, node, s[way + WAY_NEXT]))
