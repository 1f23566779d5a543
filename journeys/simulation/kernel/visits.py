"""How often an instance came by a step, and what keeps loops from running wild (R26, R105)."""

from journeys.program.operations import J_LOOPED, J_PERIOD, N_LOCAL, N_LOOP
from journeys.simulation.jit import jit
from journeys.simulation.kernel.instances import journey_at, node_at
from journeys.simulation.kernel.places import H_NOW, I_JOURNEY, I_VISITS


@jit
def visits_of(p: list[int], s: list[int], instance: int, node: int) -> int:
    """Return how often a step was reached; outside of loops that is once."""
    place = p[node_at(p, node) + N_LOCAL]
    return s[instance + I_VISITS + place] if place >= 0 else 1


@jit
def count_visit(p: list[int], s: list[int], instance: int, node: int) -> int:
    """Count an arrival and return the number of the visit, from 1."""
    place = p[node_at(p, node) + N_LOCAL]
    if place < 0:
        return 1
    s[instance + I_VISITS + place] += 1
    return s[instance + I_VISITS + place]


@jit
def held_until(p: list[int], s: list[int], instance: int, node: int) -> int:
    """Return when an arrival may act: now, or when the loop's period is over (R105)."""
    loop, now = p[node_at(p, node) + N_LOOP], s[H_NOW]
    if loop < 0:
        return now
    rules = journey_at(p, s[instance + I_JOURNEY])
    memory = instance + I_VISITS + p[rules + J_LOOPED] + 2 * loop
    if s[memory] == 0:
        s[memory] = node + 1
    elif s[memory] == node + 1:
        s[memory + 1] = max(now, s[memory + 1] + p[rules + J_PERIOD])
        return s[memory + 1]
    else:
        return now
    s[memory + 1] = now
    return now
