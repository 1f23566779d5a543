"""What is written down while a customer's story unfolds; nothing is ever dropped in silence.

A full section raises the head's flag, and the runner gives the customer more room and starts
again; what did not fit is left out until then.
"""

from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import (
    H_FULL,
    H_MARK_MOST,
    H_MARKED,
    H_MARKS,
    H_NOW,
    H_SEEN,
    H_SEEN_COUNT,
    H_SEEN_MOST,
    H_TRACE,
    H_TRACE_MOST,
    H_TRACED,
    I_ENTRY,
    TOLD,
)


@jit
def mark(s: list[int], place: int) -> None:
    """Count one more at a place of the tally."""
    count = s[H_MARKED]
    if count >= s[H_MARK_MOST]:
        s[H_FULL] = 1
        return
    s[s[H_MARKS] + count] = place
    s[H_MARKED] = count + 1


@jit
def remember(s: list[int], row: int) -> None:
    """Add a row to what was seen, in handling order."""
    count = s[H_SEEN_COUNT]
    if count >= s[H_SEEN_MOST]:
        s[H_FULL] = 1
        return
    s[s[H_SEEN] + count] = row
    s[H_SEEN_COUNT] = count + 1


@jit
def tell(
    s: list[int],
    reason: int,
    journey: int,
    instance: int,
    node: int,
    count: int = 0,
    a: int = 0,
    b: int = 0,
    c: int = 0,
    d: int = 0,
    e: int = 0,
) -> None:
    """Write a row of the trace with `count` operands; `instance` is a place, or -1 for none."""
    most = s[H_TRACE_MOST]
    if most == 0:
        return
    size = TOLD + count
    place = s[H_TRACED]
    if place + size > most:
        s[H_FULL] = 1
        return
    s[H_TRACED] = place + size
    place += s[H_TRACE]
    s[place] = size
    s[place + 1] = s[H_NOW]
    s[place + 2] = reason
    s[place + 3] = journey
    s[place + 4] = node
    s[place + 5] = 1 if instance >= 0 else 0
    s[place + 6] = s[instance + I_ENTRY] if instance >= 0 else 0
    if count > 0:
        s[place + 7] = a
    if count > 1:
        s[place + 8] = b
    if count > 2:
        s[place + 9] = c
    if count > 3:
        s[place + 10] = d
    if count > 4:
        s[place + 11] = e
