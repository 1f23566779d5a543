"""What a condition asks of the context of an instance (R208)."""

from journeys.program.operations import (
    NOWHERE,
    R_NAMELESS,
    R_TYPES,
    REACTS,
    VIEWS,
    W_A,
    W_B,
    W_CAUGHT,
    W_DURATION,
    W_ITEMS,
    W_SOURCE,
    W_STARTED,
    W_WORTH,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.carts import cart
from journeys.simulation.kernel.places import I_ROW, S_TIME, S_TYPE
from journeys.simulation.kernel.rows import row_at
from journeys.simulation.kernel.words import looked_up, property_of, session_begin


@jit
def pages(p: list[int], s: list[int], entry: int, first: int, look: int) -> int:
    """Return how many events of a session are pages; all, where nothing tells pages (R149)."""
    page, session = p[look + W_A], p[look + W_B]
    own = MISSING if session == NOWHERE else property_of(p, s, entry, session)
    has_own = own not in (MISSING, UNKNOWN)
    found, count = 0, 0
    for number in range(first, entry + 1):
        kind = p[p[R_TYPES] + s[row_at(p, s, number) + S_TYPE]]
        if has_own:
            if property_of(p, s, number, session) != own:
                continue
        elif kind & REACTS and number < entry:
            continue
        count += 1
        if kind & VIEWS or (
            page != NOWHERE and property_of(p, s, number, page) not in (MISSING, UNKNOWN)
        ):
            found += 1
    return found if found > 0 else count


@jit
def in_context(p: list[int], s: list[int], instance: int, look: int) -> int:
    """Return what the context has where a look-up looks, or MISSING."""
    source = p[look + W_SOURCE]
    if source <= W_CAUGHT:
        return looked_up(p, s, instance, look)
    entry = s[instance + I_ROW]
    if source in (W_ITEMS, W_WORTH):
        return cart(p, s, entry, look)
    if s[row_at(p, s, entry) + S_TYPE] == p[R_NAMELESS]:
        return MISSING
    first = session_begin(p, s, entry, p[look + W_B])
    begun = s[row_at(p, s, first) + S_TIME]
    if source == W_STARTED:
        return begun
    if source == W_DURATION:
        return s[row_at(p, s, entry) + S_TIME] - begun
    return pages(p, s, entry, first, look)
