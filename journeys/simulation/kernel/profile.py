"""Steps that change what is known of the customer, at once for all that follows (R223)."""

from journeys.program.operations import (
    K_DO,
    K_FACTOR,
    K_SLOT,
    K_X,
    LARGEST,
    MOST_UPDATES,
    N_A,
    TJ_TOO_MANY_UPDATES,
    UPDATE_ADD,
    UPDATE_ATTRIBUTE,
    UPDATE_ENTRY,
    UPDATE_NOW,
    UPDATE_SET,
    UPDATE_WIDTH,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.instances import end, node_at
from journeys.simulation.kernel.places import (
    H_ATTRIBUTES,
    H_CHANGED,
    H_NOW,
    H_UPDATED_AT,
    H_UPDATES,
    I_JOURNEY,
    I_NODE,
    I_ROW,
    S_VALUES,
    STAYS,
)
from journeys.simulation.kernel.records import tell
from journeys.simulation.kernel.rows import row_at

PROFILE_UPDATED = int(Reason.PROFILE_UPDATED)
TOO_MANY_UPDATES = int(Reason.TOO_MANY_UPDATES)


@jit
def put(p: list[int], s: list[int], instance: int, change: int, held: int) -> int:
    """Return what an attribute is after a change; a number beyond the limit leaves it (R223)."""
    do, x, factor = p[change + K_DO], p[change + K_X], p[change + K_FACTOR]
    if do == UPDATE_SET:
        return x
    if do == UPDATE_NOW:
        return s[H_NOW]
    if do == UPDATE_ADD:
        total = x if held in (MISSING, UNKNOWN) else held + x
        return total if -LARGEST <= total <= LARGEST else held
    if do not in (UPDATE_ENTRY, UPDATE_ATTRIBUTE):
        return held
    if do == UPDATE_ENTRY:
        found = s[row_at(p, s, s[instance + I_ROW]) + S_VALUES + x]
    else:
        found = s[s[H_ATTRIBUTES] + x]
    if found in (MISSING, UNKNOWN):
        return MISSING
    if factor > 1 and not -(LARGEST // factor) <= found <= LARGEST // factor:
        return held
    return found * factor


@jit
def update(p: list[int], s: list[int], instance: int) -> int:
    """Make the changes of a step one after the other, and tell each; the profile has changed.

    Returns the port to leave by; one update too many at an instant ends the instance: STAYS.
    """
    place = s[instance + I_NODE]
    if s[H_UPDATED_AT] != s[H_NOW]:
        s[H_UPDATED_AT] = s[H_NOW]
        s[H_UPDATES] = 0
    if s[H_UPDATES] >= MOST_UPDATES:
        tell(s, TOO_MANY_UPDATES, s[instance + I_JOURNEY], instance, place, 0, 0, 0)
        end(p, s, instance, TJ_TOO_MANY_UPDATES)
        return STAYS
    s[H_UPDATES] += 1
    changes = p[node_at(p, place) + N_A]
    for at in range(p[changes]):
        change = changes + 1 + at * UPDATE_WIDTH
        slot = p[change + K_SLOT]
        value = put(p, s, instance, change, s[s[H_ATTRIBUTES] + slot])
        s[s[H_ATTRIBUTES] + slot] = value
        tell(s, PROFILE_UPDATED, s[instance + I_JOURNEY], instance, place, 2, slot, value)
    s[H_CHANGED] = 1
    return 0
