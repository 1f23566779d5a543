"""Events the simulation makes up: answers to messages, and goals reached unprompted (R55)."""

from journeys.program.operations import (
    J_CARRIES,
    J_ID,
    J_RANK,
    N_ID,
    N_RANK,
    R_GENERATED,
    R_INSTANCE,
    R_USED,
)
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.instances import entry_of, instance_at, journey_at, node_at
from journeys.simulation.kernel.numbers import (
    comes_before,
    hashed,
    put_decimal,
    put_hexadecimal,
    put_text,
)
from journeys.simulation.kernel.places import (
    E_DONE,
    E_INSTANCE,
    E_JOURNEY,
    E_NODE,
    E_ROOT,
    E_SLOT,
    E_TIME,
    E_TYPE,
    E_VALUES,
    E_VISIT,
    H_FULL,
    H_HEAP,
    H_INSTANCES,
    H_MADE,
    H_MADE_COUNT,
    H_MADE_MOST,
    H_SCRATCH,
    H_WAITING,
    I_ENTERED,
    I_JOURNEY,
    I_ROW,
    S_VALUES,
    WORDS,
)
from journeys.simulation.kernel.rows import row_at

SEPARATOR = 31


@jit
def is_sooner(p: list[int], s: list[int], left: int, right: int) -> bool:
    """Compare two generated rows by instant, then as R113 says."""
    for field in (E_TIME, E_JOURNEY, E_NODE, E_VISIT, E_SLOT):
        if s[left + field] != s[right + field]:
            return s[left + field] < s[right + field]
    one = instance_at(p, s, s[left + E_INSTANCE])
    other = instance_at(p, s, s[right + E_INSTANCE])
    if s[one + I_ENTERED] != s[other + I_ENTERED]:
        return s[one + I_ENTERED] < s[other + I_ENTERED]
    return comes_before(entry_of(p, s, one), entry_of(p, s, other))


@jit
def made_at(p: list[int], s: list[int], number: int) -> int:
    """Return the place of a generated row."""
    return s[H_MADE] + number * p[R_GENERATED]


@jit
def let_wait(p: list[int], s: list[int], number: int) -> None:
    """Queue a generated row among those whose time is to come, the soonest at the front."""
    heap, at = s[H_HEAP], s[H_WAITING]
    s[H_WAITING] = at + 1
    row = made_at(p, s, number)
    while at > 0 and is_sooner(p, s, row, made_at(p, s, s[heap + (at - 1) // 2])):
        s[heap + at] = s[heap + (at - 1) // 2]
        at = (at - 1) // 2
    s[heap + at] = number


@jit
def make(
    p: list[int],
    s: list[int],
    instance: int,
    node: int,
    visit: int,
    slot: int,
    time: int,
    kind: int,
    carries: int,
) -> None:
    """Let an event happen at `time`; with `carries` 1 it repeats what the goal asks for (R112)."""
    count = s[H_MADE_COUNT]
    if count >= s[H_MADE_MOST]:
        s[H_FULL] = 1
        return
    s[H_MADE_COUNT] = count + 1
    row = s[H_MADE] + count * p[R_GENERATED]
    journey = journey_at(p, s[instance + I_JOURNEY])
    s[row + E_TIME] = time
    s[row + E_TYPE] = kind
    s[row + E_JOURNEY] = p[journey + J_RANK]
    s[row + E_NODE] = p[node_at(p, node) + N_RANK]
    s[row + E_VISIT] = visit
    s[row + E_SLOT] = slot
    s[row + E_DONE] = 0
    s[row + E_INSTANCE] = (instance - s[H_INSTANCES]) // p[R_INSTANCE]
    s[row + E_ROOT] = node
    for at in range(p[p[R_USED]]):
        s[row + E_VALUES + at] = MISSING
    if carries:
        kept, entered = p[journey + J_CARRIES], row_at(p, s, s[instance + I_ROW])
        for at in range(p[kept]):
            slot = p[kept + 1 + at]
            s[row + E_VALUES + slot] = s[entered + S_VALUES + slot]
    let_wait(p, s, count)


@jit
def take_pending(p: list[int], s: list[int]) -> int:
    """Return the place of the next generated event, which is done from now on."""
    heap, count = s[H_HEAP], s[H_WAITING] - 1
    taken, last = made_at(p, s, s[heap]), s[heap + count]
    s[H_WAITING] = count
    s[taken + E_DONE] = 1
    at, moved = 0, made_at(p, s, last)
    while 2 * at + 1 < count:
        below = 2 * at + 1
        if below + 1 < count and is_sooner(
            p, s, made_at(p, s, s[heap + below + 1]), made_at(p, s, s[heap + below])
        ):
            below += 1
        if is_sooner(p, s, moved, made_at(p, s, s[heap + below])):
            break
        s[heap + at] = s[heap + below]
        at = below
    s[heap + at] = last
    return taken


@jit
def made_id(p: list[int], s: list[int], made: int) -> int:
    """Return the bits of the id of a generated event (R102)."""
    source = instance_at(p, s, s[made + E_INSTANCE])
    entry_of(p, s, source)
    first = s[H_SCRATCH]
    at = put_text(s, first, p, p[journey_at(p, s[source + I_JOURNEY]) + J_ID])
    s[at] = SEPARATOR
    at = put_hexadecimal(s, at + 1, entry_of(p, s, source))
    s[at] = SEPARATOR
    at = put_text(s, at + 1, p, p[node_at(p, s[made + E_ROOT]) + N_ID])
    s[at] = SEPARATOR
    at = put_decimal(s, at + 1, s[made + E_VISIT])
    s[at] = SEPARATOR
    at = put_decimal(s, at + 1, s[made + E_SLOT])
    return hashed(s, first, at, s[H_SCRATCH] + WORDS)
