"""Chance that can be repeated: hashes, arms and draws (R2, R50, R54, R56)."""

from collections.abc import Sequence
from hashlib import sha256

SIXTY_FOUR = 2**64
FULL = 2**32
EVERYBODY = 10_000
FRACTION = 2**26


def text_hash(*parts: str) -> int:
    """Return the first 8 bytes, big-endian, of sha256 of the parts joined by U+001F."""
    return int.from_bytes(sha256("\x1f".join(parts).encode()).digest()[:8], "big")


def mix(bits: int) -> int:
    """Return splitmix64's finaliser of 64 bits, without the increment."""
    bits ^= bits >> 30
    bits = bits * 0xBF58476D1CE4E5B9 % SIXTY_FOUR
    bits ^= bits >> 27
    bits = bits * 0x94D049BB133111EB % SIXTY_FOUR
    return bits ^ bits >> 31


def draw(seed: int, *coordinates: int) -> int:
    """Return 32 bits for (customer, step, entry id, visit, slot), R54."""
    state = mix(seed % SIXTY_FOUR)
    for coordinate in coordinates:
        state = mix(state ^ coordinate)
    return state >> 32


def share_point(salt: str, unit: str) -> int:
    """Return where in 0 .. 9,999 a unit falls, R50."""
    return (mix(text_hash(salt) ^ mix(text_hash(unit))) >> 32) * EVERYBODY >> 32


def threshold(share: int) -> int:
    """Return the draw below which a share of basis points says yes, R121."""
    return share * FULL // EVERYBODY


def delay(table: Sequence[int], drawn: int) -> int:
    """Return the seconds a table of 65 quantiles gives for a draw, at least one (R56, R134)."""
    place = drawn // FRACTION
    rise = table[place + 1] - table[place]
    return max(1, table[place] + rise * (drawn % FRACTION) // FRACTION)
