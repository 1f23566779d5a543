"""Chance and names as integers: the draw behind every share, and the hash behind every id."""

import numpy as np

from journeys.simulation.jit import is_plain, jit

MASK = 0xFFFFFFFF
FULL = 2**64
HALF = 2**63
SMALLEST = -(2**63)
MINUS = 45

# The constants of SHA-256: the first 32 bits of the fractional parts of cube and square roots of
# the first primes (FIPS 180-4).
ROUNDS = (
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
)  # fmt: skip


if is_plain():

    def mix(bits: int) -> int:
        """Return splitmix64's finaliser of 64 signed bits, as signed bits (R54)."""
        x = bits % FULL
        x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) % FULL
        x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) % FULL
        x ^= x >> 31
        return x - FULL if x >= HALF else x

else:

    @jit
    def mix(bits: int) -> int:
        """Return splitmix64's finaliser of 64 signed bits, as signed bits (R54)."""
        x = np.uint64(bits)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return np.int64(x ^ (x >> np.uint64(31)))  # type: ignore[return-value]  # one machine word


@jit
def comes_before(left: int, right: int) -> bool:
    """Compare two ids kept as signed bits as the unsigned numbers they are (R102)."""
    return (left ^ SMALLEST) < (right ^ SMALLEST)


@jit
def turned(x: int, by: int) -> int:
    """Rotate 32 bits to the right."""
    return ((x >> by) | (x << (32 - by))) & MASK


@jit
def put_hexadecimal(s: list[int], place: int, bits: int) -> int:
    """Write 64 bits as 16 lower-case digits; return the place behind them."""
    for digit in range(16):
        nibble = (bits >> (60 - 4 * digit)) & 15
        s[place + digit] = 48 + nibble if nibble < 10 else 87 + nibble
    return place + 16


@jit
def put_decimal(s: list[int], place: int, number: int) -> int:
    """Write a number in decimal digits; return the place behind them."""
    if number < 0:
        s[place] = MINUS
        number = -number
        place += 1
    size = 1
    power = 10
    while number >= power:
        power *= 10
        size += 1
    for digit in range(size):
        s[place + size - 1 - digit] = 48 + number % 10
        number //= 10
    return place + size


@jit
def put_text(s: list[int], place: int, p: list[int], text: int) -> int:
    """Write a counted text of the program; return the place behind it."""
    for at in range(p[text]):
        s[place + at] = p[text + 1 + at]
    return place + p[text]


@jit
def hashed(s: list[int], first: int, last: int, words: int) -> int:
    """Return the first 64 bits of SHA-256 of the bytes s[first:last], as signed bits.

    `words` is the place of 64 free numbers; up to 72 numbers behind the bytes are overwritten.
    """
    length = last - first
    s[last] = 0x80
    end = last + 1
    while (end - first) % 64 != 56:
        s[end] = 0
        end += 1
    for at in range(8):
        s[end + at] = ((8 * length) >> (56 - 8 * at)) & 255
    h0, h1, h2, h3 = 0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A
    h4, h5, h6, h7 = 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
    for block in range(first, end + 8, 64):
        for at in range(16):
            byte = block + 4 * at
            s[words + at] = (s[byte] << 24) | (s[byte + 1] << 16) | (s[byte + 2] << 8) | s[byte + 3]
        for at in range(words + 16, words + 64):
            x, y = s[at - 15], s[at - 2]
            low = turned(x, 7) ^ turned(x, 18) ^ (x >> 3)
            high = turned(y, 17) ^ turned(y, 19) ^ (y >> 10)
            s[at] = (s[at - 16] + low + s[at - 7] + high) & MASK
        a, b, c, d, e, f, g, h = h0, h1, h2, h3, h4, h5, h6, h7
        for at in range(64):
            high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
            choice = (e & f) ^ ((e ^ MASK) & g)
            one = (h + high + choice + ROUNDS[at] + s[words + at]) & MASK
            low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
            most = (a & b) ^ (a & c) ^ (b & c)
            a, b, c, d, e, f, g, h = (one + low + most) & MASK, a, b, c, (d + one) & MASK, e, f, g
        h0, h1, h2, h3 = (h0 + a) & MASK, (h1 + b) & MASK, (h2 + c) & MASK, (h3 + d) & MASK
        h4, h5, h6, h7 = (h4 + e) & MASK, (h5 + f) & MASK, (h6 + g) & MASK, (h7 + h) & MASK
    high = h0 - 0x100000000 if h0 >= 0x80000000 else h0
    return (high << 32) | h1
