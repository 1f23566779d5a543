"""What is written down while a customer's story unfolds; nothing is ever dropped in silence.

A full section raises the head's flag, and the runner gives the customer more room and starts
again; what did not fit is left out until then.
"""

from journeys.program.operations import N_PORTS, N_TALLY, T_PORTS
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    H_FULL,
    H_NOW,
    H_SEEN_COUNT,
    H_TALLY,
    H_TRACE,
    H_TRACE_MOST,
    H_TRACED,
    I_ENTRY,
    TOLD,
)


@jit
def mark(s: list[int], place: int) -> None:
    """Count one more at a place of the tally."""
    s[s[H_TALLY] + place] += 1


@jit
def count_of_message(p: list[int], s: list[int], node: int, which: int) -> None:
    """Count one of the things only messages count, at the row of a step."""
    mark(s, p[node + N_TALLY] + T_PORTS + p[p[node + N_PORTS]] + which)


@jit
def told_at(s: list[int], reason: int, journey: int, instance: int, node: int, count: int) -> int:
    """Begin a row of the trace; return the place of its operands, or -1 when nothing is told.

    `instance` is a place, or -1 where there is none.
    """
    most = s[H_TRACE_MOST]
    if most == 0:
        return -1
    size = TOLD + count
    place = s[H_TRACED]
    if place + size > most:
        s[H_FULL] = 1
        return -1
    s[H_TRACED] = place + size
    place += s[H_TRACE]
    s[place] = size
    s[place + 1] = s[H_NOW]
    s[place + 2] = reason
    s[place + 3] = journey
    s[place + 4] = node
    s[place + 5] = 1 if instance >= 0 else 0
    s[place + 6] = s[instance + I_ENTRY] if instance >= 0 else 0
    s[place + 7] = s[H_SEEN_COUNT]
    return place + TOLD


@jit
def tell(
    s: list[int], reason: int, journey: int, instance: int, node: int, count: int, a: int, b: int
) -> None:
    """Write a row of the trace with up to two operands."""
    place = told_at(s, reason, journey, instance, node, count)
    if place >= 0 and count > 0:
        s[place] = a
    if place >= 0 and count > 1:
        s[place + 1] = b


@jit
def tell_more(
    s: list[int],
    reason: int,
    journey: int,
    instance: int,
    node: int,
    count: int,
    a: int,
    b: int,
    c: int,
    d: int,
    e: int,
) -> None:
    """Write a row of the trace with three to five operands."""
    place = told_at(s, reason, journey, instance, node, count)
    if place < 0:
        return
    s[place] = a
    s[place + 1] = b
    s[place + 2] = c
    if count > 3:
        s[place + 3] = d
    if count > 4:
        s[place + 4] = e
