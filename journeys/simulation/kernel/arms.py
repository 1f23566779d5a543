"""Experiments: a unit is dealt to an arm once and for all, and exposed when it comes by."""

from journeys.program.operations import (
    ARM_HASH,
    ARM_TALLY,
    ARM_UPTO,
    ARM_WIDTH,
    J_KEY,
    N_A,
    S_ARMS,
    S_DEALT,
    S_EXPERIMENT,
    S_FALLBACK,
    S_FIRST,
    S_SALT,
    S_UNIT,
    TA_EXPOSED,
    UNIT_KEY,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.draws import share_point
from journeys.simulation.kernel.finding import arm_of, note_unit
from journeys.simulation.kernel.goals import watch
from journeys.simulation.kernel.instances import journey_at, node_at
from journeys.simulation.kernel.places import (
    A_ARM,
    A_CONVERTED,
    A_EXPERIMENT,
    A_EXPOSED,
    A_JOURNEY,
    A_KEY,
    A_KEYED,
    A_TALLY,
    A_UNIT,
    ARM_ROW,
    H_ARM_COUNT,
    H_ARM_MOST,
    H_ARMS,
    H_FULL,
    H_NOW,
    I_JOURNEY,
    I_KEY,
    I_NODE,
)
from journeys.simulation.kernel.records import mark, tell
from journeys.simulation.kernel.units import unit_of

ARM_ASSIGNED = int(Reason.ARM_ASSIGNED)
ARM_KEPT = int(Reason.ARM_KEPT)
EXPOSED = int(Reason.EXPOSED)


@jit
def assignment(p: list[int], s: list[int], table: int, unit: int) -> int:
    """Return the place of a unit's stored arm, or -1."""
    return arm_of(s, p[table + S_EXPERIMENT], unit)


@jit
def assign(p: list[int], s: list[int], instance: int, table: int, unit: int) -> int:
    """Store the arm of a unit by its share point (R50); return its place, -1 without room."""
    number = s[H_ARM_COUNT]
    if number >= s[H_ARM_MOST]:
        s[H_FULL] = 1
        return -1
    s[H_ARM_COUNT] = number + 1
    point = share_point(p[table + S_SALT], unit)
    arms, chosen = table + S_FIRST, 0
    while chosen < p[table + S_ARMS] - 1 and p[arms + chosen * ARM_WIDTH + ARM_UPTO] <= point:
        chosen += 1
    arm = s[H_ARMS] + number * ARM_ROW
    s[arm + A_EXPERIMENT] = p[table + S_EXPERIMENT]
    s[arm + A_UNIT] = unit
    s[arm + A_ARM] = p[arms + chosen * ARM_WIDTH + ARM_HASH]
    s[arm + A_EXPOSED] = MISSING
    note_unit(s, number)
    place = s[instance + I_NODE]
    tell(s, ARM_ASSIGNED, s[instance + I_JOURNEY], instance, place, 2, s[arm + A_ARM], point)
    return arm


@jit
def split(p: list[int], s: list[int], instance: int) -> int:
    """Deal a unit to an arm once and for all, note its exposure, return the arm's port."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    table = p[node_at(p, place) + N_A]
    unit = unit_of(p, s, instance, table)
    arm = assignment(p, s, table, unit)
    arms, count = table + S_FIRST, p[table + S_ARMS]
    was_stored = arm >= 0
    if not was_stored:
        arm = assign(p, s, instance, table, unit)
        if arm < 0:
            return 0
    port = p[table + S_FALLBACK]
    is_known = False
    for at in range(count):
        if p[arms + at * ARM_WIDTH + ARM_HASH] == s[arm + A_ARM]:
            port = at
            is_known = True
    if p[table + S_DEALT]:
        s[instance + p[table + S_DEALT]] = 1
    if was_stored:
        kept = p[arms + port * ARM_WIDTH + ARM_HASH]
        tell(s, ARM_KEPT, journey, instance, place, 1, kept, 0)
    if s[arm + A_EXPOSED] == MISSING and is_known:
        s[arm + A_EXPOSED] = s[H_NOW]
        s[arm + A_JOURNEY] = journey
        s[arm + A_KEY] = s[instance + I_KEY]
        is_keyed = p[table + S_UNIT] == UNIT_KEY and p[journey_at(p, journey) + J_KEY] >= 0
        s[arm + A_KEYED] = 1 if is_keyed else 0
        s[arm + A_TALLY] = p[arms + port * ARM_WIDTH + ARM_TALLY]
        s[arm + A_CONVERTED] = 0
        mark(s, s[arm + A_TALLY] + TA_EXPOSED)
        tell(s, EXPOSED, journey, instance, place, 1, s[arm + A_ARM], 0)
    watch(p, s, instance)
    return port
