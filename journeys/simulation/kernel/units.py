"""Whom an experiment deals its arms to: a customer, what an entry is about, or a household."""

from journeys.program.operations import (
    J_KEY,
    R_HOUSEHOLD,
    S_EXPERIMENT,
    S_HASHES,
    S_UNIT,
    UNIT_HOUSEHOLD,
    UNIT_KEY,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import place_of
from journeys.simulation.kernel.finding import arm_of
from journeys.simulation.kernel.instances import journey_at
from journeys.simulation.kernel.places import A_ARM, H_ATTRIBUTES, H_HASH, I_JOURNEY, I_KEY


@jit
def unit_of(p: list[int], s: list[int], instance: int, table: int) -> int:
    """Return the hash of the unit an experiment deals out (R50, R130)."""
    customer = s[H_HASH]
    kind = p[table + S_UNIT]
    if kind == UNIT_KEY and p[journey_at(p, s[instance + I_JOURNEY]) + J_KEY] >= 0:
        found = place_of(p, p[table + S_HASHES], s[instance + I_KEY])
        return p[found] if found >= 0 else customer
    if kind == UNIT_HOUSEHOLD and p[R_HOUSEHOLD] >= 0:
        value = s[s[H_ATTRIBUTES] + p[R_HOUSEHOLD]]
        if value not in (MISSING, UNKNOWN):
            found = place_of(p, p[table + S_HASHES], value)
            return p[found] if found >= 0 else customer
    return customer


@jit
def stored_arm(p: list[int], s: list[int], instance: int, table: int) -> int:
    """Return the arm that an experiment gave the unit of an instance, or MISSING (R205)."""
    if table == 0:
        return MISSING
    arm = arm_of(s, p[table + S_EXPERIMENT], unit_of(p, s, instance, table))
    return s[arm + A_ARM] if arm >= 0 else MISSING
