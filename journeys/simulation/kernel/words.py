"""What the words of a message need: each variable is looked up where it comes from (R177)."""

from journeys.program.operations import (
    LONGEST_TRAIL,
    NO,
    NOWHERE,
    R_NAMELESS,
    R_SNAPSHOT,
    R_TYPES,
    REACTS,
    SESSION_GAP,
    W_A,
    W_ATTRIBUTE,
    W_B,
    W_C,
    W_CAUGHT,
    W_D,
    W_DEALT,
    W_DEPTH,
    W_ENTRY,
    W_NO,
    W_SESSION,
    W_SOURCE,
    W_TRAIL,
    W_YES,
    WORD_WIDTH,
    YES,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import place_of
from journeys.simulation.kernel.instances import instance_at
from journeys.simulation.kernel.places import (
    H_ATTRIBUTES,
    I_FROM,
    I_JOURNEY,
    I_ROW,
    S_TIME,
    S_TYPE,
    S_VALUES,
)
from journeys.simulation.kernel.rows import row_at


@jit
def property_of(p: list[int], s: list[int], number: int, slot: int) -> int:
    """Return a property of a row that was handled; its instant for no slot, which is there."""
    row = row_at(p, s, number)
    return s[row + S_TIME] if slot < 0 else s[row + S_VALUES + slot]


@jit
def session_begin(p: list[int], s: list[int], entry: int, slot: int) -> int:
    """Return the number of the first row of the session of an entry (R149)."""
    if slot >= 0:
        own = property_of(p, s, entry, slot)
        if own not in (MISSING, UNKNOWN):
            first = 0
            while property_of(p, s, first, slot) != own:
                first += 1
            return first
    first = entry
    for number in range(entry - 1, -1, -1):
        row = row_at(p, s, number)
        if p[p[R_TYPES] + s[row + S_TYPE]] & REACTS:
            continue
        if s[row_at(p, s, first) + S_TIME] - s[row + S_TIME] >= SESSION_GAP:
            break
        first = number
    return first


@jit
def trail_length(p: list[int], s: list[int], entry: int, kind: int) -> int:
    """Return how many events a trail holds (R151)."""
    count = 0
    for number in range(entry - 1, -1, -1):
        if s[row_at(p, s, number) + S_TYPE] == kind:
            count += 1
            if count == LONGEST_TRAIL:
                break
    return count


@jit
def trail_row(p: list[int], s: list[int], entry: int, kind: int, place: int) -> int:
    """Return the number of a row of a trail, newest first; from the end below 0; or -1 (R151)."""
    if place < 0:
        place += trail_length(p, s, entry, kind)
        if place < 0:
            return NOWHERE
    for number in range(entry - 1, -1, -1):
        if s[row_at(p, s, number) + S_TYPE] == kind:
            if place == 0:
                return number
            place -= 1
    return NOWHERE


@jit
def line_row(p: list[int], s: list[int], entry: int, cart: int, product: int, place: int) -> int:
    """Return the number of a row that is a line of the cart of an entry, or -1 (R150)."""
    own = property_of(p, s, entry, cart)
    if own in (MISSING, UNKNOWN):
        return NOWHERE
    first, last, step = 0, entry + 1, 1
    if place < 0:
        first, last, step, place = entry, -1, -1, -place - 1
    for number in range(first, last, step):
        if property_of(p, s, number, cart) != own:
            continue
        if property_of(p, s, number, product) in (MISSING, UNKNOWN):
            continue
        if place == 0:
            return number
        place -= 1
    return NOWHERE


@jit
def answered(p: list[int], having: int, number: int) -> int:
    """Return what a value is in an answer, by the table of those that have it (0: none has)."""
    if having == 0:
        return MISSING
    found = place_of(p, having, number)
    return p[found] if found >= 0 else MISSING


@jit
def looked_up(p: list[int], s: list[int], instance: int, look: int) -> int:
    """Return what a look-up finds, MISSING where there is nothing."""
    source, slot = p[look + W_SOURCE], p[look + W_A]
    depth, kept = p[look + W_DEPTH], p[look + W_B]
    for _ in range(depth):
        if s[instance + I_FROM] == 0:
            return MISSING
        instance = instance_at(p, s, s[instance + I_FROM] - 1)
    if source == W_ATTRIBUTE:
        return s[(instance + p[R_SNAPSHOT] if depth else s[H_ATTRIBUTES]) + slot]
    if depth and source in (W_DEALT, W_CAUGHT):
        found = place_of(p, slot if source == W_DEALT else kept, s[instance + I_JOURNEY])
        if found < 0:
            return MISSING
        if source == W_DEALT:
            return 1 if s[instance + p[found]] else MISSING
        kept = p[found]
    if source == W_DEALT:
        return 1 if s[instance + slot] else MISSING
    entry = s[instance + I_ROW]
    if source == W_CAUGHT:
        number = s[instance + kept] - 1
        if number < NOWHERE:
            return answered(p, p[look + W_C], NOWHERE - 1 - number)
        if slot < NOWHERE:
            return MISSING
    elif source == W_ENTRY:
        number = entry
    elif source == W_SESSION:
        if s[row_at(p, s, entry) + S_TYPE] == p[R_NAMELESS]:
            return MISSING
        if slot < 0:
            return s[row_at(p, s, entry) + S_TIME]
        number = session_begin(p, s, entry, p[look + W_B])
    elif source == W_TRAIL:
        number = trail_row(p, s, entry, p[look + W_B], p[look + W_C])
    else:
        number = line_row(p, s, entry, p[look + W_B], p[look + W_D], p[look + W_C])
    return MISSING if number < 0 else property_of(p, s, number, slot)


@jit
def need_is_met(p: list[int], s: list[int], instance: int, chain: int) -> bool:
    """Say whether a variable is there, by its look-ups."""
    at = 0 if chain >= 0 else NO
    while at >= 0:
        look = chain + at * WORD_WIDTH
        is_there = looked_up(p, s, instance, look) not in (MISSING, UNKNOWN)
        at = p[look + W_YES] if is_there else p[look + W_NO]
    return at == YES
