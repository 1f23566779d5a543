"""Every share and delay that is left to chance, keyed so that nothing else moves it (R54)."""

from journeys.program.operations import N_HASH, R_SEED
from journeys.simulation.jit import jit
from journeys.simulation.kernel.numbers import mix
from journeys.simulation.kernel.places import H_HASH

LOW = 2**26 - 1
MASK = 0xFFFFFFFF
EVERYBODY = 10_000


@jit
def drawn(p: list[int], s: list[int], node: int, entry: int, visit: int, slot: int) -> int:
    """Return 32 bits for one question; `node` is a place in the program."""
    h = mix(p[R_SEED])
    h = mix(h ^ s[H_HASH])
    h = mix(h ^ p[node + N_HASH])
    h = mix(h ^ entry)
    h = mix(h ^ visit)
    h = mix(h ^ slot)
    return (h >> 32) & MASK


@jit
def delayed(p: list[int], table: int, bits: int) -> int:
    """Return the seconds of a delay table of 65 points for 32 bits, at least one (R56, R134)."""
    at = table + (bits >> 26)
    return max(1, p[at] + (((p[at + 1] - p[at]) * (bits & LOW)) >> 26))


@jit
def share_point(salt: int, unit: int) -> int:
    """Return the point in [0, 10,000) at which a salt puts a unit, always the same (R50)."""
    return (((mix(salt ^ mix(unit)) >> 32) & MASK) * EVERYBODY) >> 32
