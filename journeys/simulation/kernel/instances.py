"""One customer's way through one journey, and the order in which such ways are looked at."""

from journeys.program.operations import (
    J_TALLY,
    JOURNEY_WIDTH,
    N_A,
    N_ID,
    N_OP,
    N_TALLY,
    NODE_WIDTH,
    OP_DATE,
    OP_TRIGGER,
    R_INSTANCE,
    R_JOURNEYS,
    R_NODES,
    R_ROW,
    T_LEFT,
    U_TEXTS,
    U_WRITTEN,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import place_of
from journeys.simulation.kernel.numbers import (
    comes_before,
    hashed,
    put_decimal,
    put_hexadecimal,
    put_text,
)
from journeys.simulation.kernel.places import (
    DATED_ROW,
    DATED_VALUE,
    DATED_YEAR,
    ENDED,
    FAR,
    H_DATED,
    H_FULL,
    H_INSTANCE_COUNT,
    H_INSTANCE_MOST,
    H_INSTANCES,
    H_NOW,
    H_RANKED,
    H_RANKS,
    H_SCRATCH,
    H_SEEN,
    H_TIMER_KNOWN,
    H_TRACE_MOST,
    H_WATCH,
    H_WATCHED,
    I_BORN,
    I_DUE,
    I_ENTERED,
    I_ENTRY,
    I_JOURNEY,
    I_NODE,
    I_ROW,
    I_STATUS,
    I_TRIGGER,
    S_ID,
    WORDS,
)
from journeys.simulation.kernel.records import mark

SEPARATOR = 31


@jit
def node_at(p: list[int], node: int) -> int:
    """Return the place of a step's row."""
    return p[R_NODES] + node * NODE_WIDTH


@jit
def journey_at(p: list[int], journey: int) -> int:
    """Return the place of a journey's row."""
    return p[R_JOURNEYS] + journey * JOURNEY_WIDTH


@jit
def instance_at(p: list[int], s: list[int], number: int) -> int:
    """Return the place of an instance; instances are numbered in the order of admission."""
    return s[H_INSTANCES] + number * p[R_INSTANCE]


@jit
def number_of(p: list[int], s: list[int], instance: int) -> int:
    """Return which instance stands at a place."""
    return (instance - s[H_INSTANCES]) // p[R_INSTANCE]


@jit
def ranked(p: list[int], s: list[int], rank: int) -> int:
    """Return the place of the instance of a rank (R4); ended ones have none before long."""
    return instance_at(p, s, s[s[H_RANKS] + rank])


@jit
def entry_of(p: list[int], s: list[int], instance: int) -> int:
    """Return the bits of an instance's entry id (R2, R102), made when they are first asked for."""
    trigger = s[instance + I_TRIGGER]
    if trigger >= 0:
        row = s[H_SEEN] + s[instance + I_BORN] * p[R_ROW]
        first = s[H_SCRATCH]
        at = put_text(s, first, p, p[node_at(p, trigger) + N_ID])
        s[at] = SEPARATOR
        if p[node_at(p, trigger) + N_OP] == OP_TRIGGER:
            at = put_hexadecimal(s, at + 1, s[row + S_ID])
        elif p[node_at(p, trigger) + N_OP] == OP_DATE:
            table, asked = p[node_at(p, trigger) + N_A], s[H_DATED] + s[row + S_ID] * DATED_ROW
            value = s[asked + DATED_VALUE]
            if p[table + U_TEXTS] < 0:
                at = put_decimal(s, at + 1, value)
            else:
                at = put_text(s, at + 1, p, p[place_of(p, p[table + U_WRITTEN], value)])
            s[at] = SEPARATOR
            at = put_decimal(s, at + 1, s[asked + DATED_YEAR])
        else:
            at = put_decimal(s, at + 1, s[row + S_ID])
        s[instance + I_ENTRY] = hashed(s, first, at, s[H_SCRATCH] + WORDS)
        s[instance + I_TRIGGER] = -1
    return s[instance + I_ENTRY]


@jit
def is_earlier(p: list[int], s: list[int], left: int, right: int) -> bool:
    """Compare two instances by journey, entry instant and entry id (R4)."""
    if s[left + I_JOURNEY] != s[right + I_JOURNEY]:
        return s[left + I_JOURNEY] < s[right + I_JOURNEY]
    if s[left + I_ENTERED] != s[right + I_ENTERED]:
        return s[left + I_ENTERED] < s[right + I_ENTERED]
    return comes_before(entry_of(p, s, left), entry_of(p, s, right))


@jit
def put_in_order(p: list[int], s: list[int], first: int, count: int, number: int) -> None:
    """Put an instance at its rank among the numbers s[first : first + count] (R4)."""
    made, place = instance_at(p, s, number), first + count
    while place > first and is_earlier(p, s, made, instance_at(p, s, s[place - 1])):
        s[place] = s[place - 1]
        place -= 1
    s[place] = number


@jit
def new_instance(p: list[int], s: list[int], journey: int, trigger: int, row: int) -> int:
    """Make the instance that enters now by a row (its number), give it its rank, return its place.

    Without room it returns -1.
    """
    number = s[H_INSTANCE_COUNT]
    if number >= s[H_INSTANCE_MOST]:
        s[H_FULL] = 1
        return -1
    s[H_INSTANCE_COUNT] = number + 1
    made = instance_at(p, s, number)
    for at in range(p[R_INSTANCE]):
        s[made + at] = 0
    s[made + I_JOURNEY] = journey
    s[made + I_ENTERED] = s[H_NOW]
    s[made + I_TRIGGER] = trigger
    s[made + I_BORN] = row
    s[made + I_ROW] = row
    s[made + I_NODE] = trigger
    if s[H_TRACE_MOST]:
        entry_of(p, s, made)
    s[made + I_DUE] = FAR
    put_in_order(p, s, s[H_RANKS], s[H_RANKED], number)
    s[H_RANKED] += 1
    put_in_order(p, s, s[H_WATCH], s[H_WATCHED], number)
    s[H_WATCHED] += 1
    return made


@jit
def end(p: list[int], s: list[int], instance: int, counted: int) -> None:
    """End an instance where it stands; `counted` is its place among the journey's counts, or -1."""
    s[instance + I_STATUS] = ENDED
    s[instance + I_DUE] = FAR
    s[H_TIMER_KNOWN] = 0
    mark(s, p[node_at(p, s[instance + I_NODE]) + N_TALLY] + T_LEFT)
    if counted >= 0:
        mark(s, p[journey_at(p, s[instance + I_JOURNEY]) + J_TALLY] + counted)
