"""One customer's way through one journey, and the order in which such ways are looked at."""

from journeys.program.operations import (
    J_TALLY,
    JOURNEY_WIDTH,
    N_TALLY,
    NODE_WIDTH,
    R_INSTANCE,
    R_JOURNEYS,
    R_NODES,
    T_LEFT,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.numbers import comes_before
from journeys.simulation.kernel.places import (
    ENDED,
    FAR,
    H_FULL,
    H_INSTANCE_COUNT,
    H_INSTANCE_MOST,
    H_INSTANCES,
    H_RANKED,
    H_RANKS,
    H_TIMER_KNOWN,
    I_DUE,
    I_ENTERED,
    I_ENTRY,
    I_JOURNEY,
    I_NODE,
    I_STATUS,
)
from journeys.simulation.kernel.records import mark


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
def ranked(p: list[int], s: list[int], rank: int) -> int:
    """Return the place of the instance of a rank (R4); ended ones that nobody watches have none."""
    return instance_at(p, s, s[s[H_RANKS] + rank])


@jit
def is_earlier(s: list[int], left: int, right: int) -> bool:
    """Compare two instances by journey, entry instant and entry id (R4)."""
    if s[left + I_JOURNEY] != s[right + I_JOURNEY]:
        return s[left + I_JOURNEY] < s[right + I_JOURNEY]
    if s[left + I_ENTERED] != s[right + I_ENTERED]:
        return s[left + I_ENTERED] < s[right + I_ENTERED]
    return comes_before(s[left + I_ENTRY], s[right + I_ENTRY])


@jit
def new_instance(p: list[int], s: list[int], journey: int, entered: int, entry: int) -> int:
    """Make an empty instance, give it its rank, and return its place; -1 when there is no room."""
    number = s[H_INSTANCE_COUNT]
    if number >= s[H_INSTANCE_MOST]:
        s[H_FULL] = 1
        return -1
    s[H_INSTANCE_COUNT] = number + 1
    made = instance_at(p, s, number)
    for at in range(p[R_INSTANCE]):
        s[made + at] = 0
    s[made + I_JOURNEY] = journey
    s[made + I_ENTERED] = entered
    s[made + I_ENTRY] = entry
    s[made + I_DUE] = FAR
    ranks, rank = s[H_RANKS], s[H_RANKED]
    while rank > 0 and is_earlier(s, made, ranked(p, s, rank - 1)):
        s[ranks + rank] = s[ranks + rank - 1]
        rank -= 1
    s[ranks + rank] = number
    s[H_RANKED] += 1
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
