"""Going on in another journey: a call that is handled once all that moved has run (R18, R222)."""

from journeys.program.operations import (
    MOST_JUMPS,
    N_A,
    N_B,
    N_ID,
    R_ATTRIBUTES,
    R_SNAPSHOT,
    R_USED,
    TJ_JUMPED,
    TJ_TOO_MANY_JUMPS,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.instances import (
    SEPARATOR,
    end,
    entry_of,
    instance_at,
    node_at,
    number_of,
)
from journeys.simulation.kernel.numbers import hashed, put_decimal, put_hexadecimal, put_text
from journeys.simulation.kernel.places import (
    CALL_ROW,
    CALLS,
    H_ATTRIBUTES,
    H_CALLED,
    H_CALLS,
    H_FROM,
    H_JUMPED_AT,
    H_JUMPS,
    H_NOW,
    H_SCRATCH,
    I_JOURNEY,
    I_NODE,
    I_ROW,
    Q_INSTANCE,
    Q_NODE,
    Q_VISIT,
    S_ID,
    S_TIME,
    S_TYPE,
    S_VALUES,
    WORDS,
)
from journeys.simulation.kernel.records import tell
from journeys.simulation.kernel.rows import count_row, free_row, row_at
from journeys.simulation.kernel.visits import visits_of

JUMPED = int(Reason.JUMPED)
TOO_MANY_JUMPS = int(Reason.TOO_MANY_JUMPS)


@jit
def jump(p: list[int], s: list[int], instance: int) -> None:
    """End an instance with a call of another journey; the 21st of an instant is not made."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    if s[H_JUMPED_AT] != s[H_NOW]:
        s[H_JUMPED_AT] = s[H_NOW]
        s[H_JUMPS] = 0
    if s[H_JUMPS] >= MOST_JUMPS:
        tell(s, TOO_MANY_JUMPS, journey, instance, place, 0, 0, 0)
        end(p, s, instance, TJ_TOO_MANY_JUMPS)
        return
    call = s[H_SCRATCH] + CALLS + s[H_CALLS] * CALL_ROW
    s[call + Q_INSTANCE] = number_of(p, s, instance)
    s[call + Q_NODE] = place
    s[call + Q_VISIT] = visits_of(p, s, instance, place)
    s[H_CALLS] += 1
    s[H_JUMPS] += 1
    if p[R_SNAPSHOT]:
        for at in range(p[R_ATTRIBUTES]):
            s[instance + p[R_SNAPSHOT] + at] = s[s[H_ATTRIBUTES] + at]
    tell(s, JUMPED, journey, instance, place, 1, p[node_at(p, place) + N_B], 0)
    end(p, s, instance, TJ_JUMPED)


@jit
def call_id(p: list[int], s: list[int], source: int, node: int, visit: int) -> int:
    """Return the bits of the id of a call that a jump makes (R222)."""
    entry = entry_of(p, s, source)
    first = s[H_SCRATCH]
    at = put_hexadecimal(s, first, entry)
    s[at] = SEPARATOR
    at = put_text(s, at + 1, p, p[node_at(p, node) + N_ID])
    s[at] = SEPARATOR
    at = put_decimal(s, at + 1, visit)
    return hashed(s, first, at, s[H_SCRATCH] + WORDS)


@jit
def take_call(p: list[int], s: list[int]) -> int:
    """Put the next call behind what was handled, as the source's entry event was; its place."""
    call = s[H_SCRATCH] + CALLS + s[H_CALLED] * CALL_ROW
    source, node = instance_at(p, s, s[call + Q_INSTANCE]), s[call + Q_NODE]
    row, entered = free_row(p, s), row_at(p, s, s[source + I_ROW])
    s[row + S_TIME] = s[H_NOW]
    s[row + S_TYPE] = p[node_at(p, node) + N_A]
    s[row + S_ID] = call_id(p, s, source, node, s[call + Q_VISIT])
    for at in range(p[p[R_USED]]):
        s[row + S_VALUES + at] = s[entered + S_VALUES + at]
    count_row(p, s)
    s[H_FROM] = s[call + Q_INSTANCE] + 1
    s[H_CALLED] += 1
    if s[H_CALLED] == s[H_CALLS]:
        s[H_CALLED] = 0
        s[H_CALLS] = 0
    return row
