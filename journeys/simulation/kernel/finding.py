"""Tables that find at once what would else be searched for: the last entry of a key, a unit's arm.

Few are simply looked through. A table holds numbers (one more than them, 0 where free) in places
that follow from what is looked for, and is made anew wherever a state is gone on from.
"""

from journeys.simulation.jit import jit
from journeys.simulation.kernel.instances import instance_at
from journeys.simulation.kernel.numbers import mix
from journeys.simulation.kernel.places import (
    A_EXPERIMENT,
    A_UNIT,
    ARM_ROW,
    H_ARM_COUNT,
    H_ARMS,
    H_INSTANCE_COUNT,
    H_LATEST,
    H_LATEST_SIZE,
    H_UNITS,
    H_UNITS_SIZE,
    I_JOURNEY,
    I_KEY,
)

FEW = 8
SMALLEST = 32


@jit
def size_for(count: int, size: int) -> int:
    """Return how many places a table needs to stay at most half full."""
    wanted = max(size, SMALLEST)
    while wanted < 2 * count:
        wanted *= 2
    return wanted


@jit
def key_slot(p: list[int], s: list[int], journey: int, key: int) -> int:
    """Return the place where the last entry of a key stands, or where it would."""
    mask = s[H_LATEST_SIZE] - 1
    at = mix(mix(journey) ^ key) & mask
    while True:
        slot = s[H_LATEST] + at
        if s[slot] == 0:
            return slot
        other = instance_at(p, s, s[slot] - 1)
        if s[other + I_JOURNEY] == journey and s[other + I_KEY] == key:
            return slot
        at = (at + 1) & mask


@jit
def note_entry(p: list[int], s: list[int], number: int) -> None:
    """Remember an instance as the last entry of its key."""
    count, size = s[H_INSTANCE_COUNT], s[H_LATEST_SIZE]
    if count <= FEW:
        return
    first = number
    if size < 2 * count:
        s[H_LATEST_SIZE] = size_for(count, size)
        for at in range(s[H_LATEST_SIZE]):
            s[s[H_LATEST] + at] = 0
        first = 0
    for each in range(first, number + 1):
        made = instance_at(p, s, each)
        s[key_slot(p, s, s[made + I_JOURNEY], s[made + I_KEY])] = each + 1


@jit
def last_entry(p: list[int], s: list[int], journey: int, key: int) -> int:
    """Return the place of the instance that entered last by a key, or -1."""
    if s[H_LATEST_SIZE] == 0:
        for number in range(s[H_INSTANCE_COUNT] - 1, -1, -1):
            made = instance_at(p, s, number)
            if s[made + I_JOURNEY] == journey and s[made + I_KEY] == key:
                return made
        return -1
    number = s[key_slot(p, s, journey, key)] - 1
    return instance_at(p, s, number) if number >= 0 else -1


@jit
def unit_slot(s: list[int], experiment: int, unit: int) -> int:
    """Return the place where the assignment of a unit stands, or where it would."""
    mask = s[H_UNITS_SIZE] - 1
    at = mix(mix(experiment) ^ unit) & mask
    while True:
        slot = s[H_UNITS] + at
        if s[slot] == 0:
            return slot
        arm = s[H_ARMS] + (s[slot] - 1) * ARM_ROW
        if s[arm + A_EXPERIMENT] == experiment and s[arm + A_UNIT] == unit:
            return slot
        at = (at + 1) & mask


@jit
def note_unit(s: list[int], number: int) -> None:
    """Remember where the assignment of a unit stands."""
    count, size = s[H_ARM_COUNT], s[H_UNITS_SIZE]
    if count <= FEW:
        return
    first = number
    if size < 2 * count:
        s[H_UNITS_SIZE] = size_for(count, size)
        for at in range(s[H_UNITS_SIZE]):
            s[s[H_UNITS] + at] = 0
        first = 0
    for each in range(first, number + 1):
        arm = s[H_ARMS] + each * ARM_ROW
        s[unit_slot(s, s[arm + A_EXPERIMENT], s[arm + A_UNIT])] = each + 1


@jit
def arm_of(s: list[int], experiment: int, unit: int) -> int:
    """Return the place of the assignment of a unit, or -1."""
    if s[H_UNITS_SIZE] == 0:
        for number in range(s[H_ARM_COUNT]):
            arm = s[H_ARMS] + number * ARM_ROW
            if s[arm + A_EXPERIMENT] == experiment and s[arm + A_UNIT] == unit:
                return arm
        return -1
    number = s[unit_slot(s, experiment, unit)] - 1
    return s[H_ARMS] + number * ARM_ROW if number >= 0 else -1
