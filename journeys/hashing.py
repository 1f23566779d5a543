"""Stable hashes: the same text gives the same 64 bits on every machine (rule R2)."""

from hashlib import sha256

SEPARATOR = "\x1f"


def stable_hash(*parts: str) -> int:
    """Return the first 64 bits, big-endian, of sha256 of the parts joined by U+001F."""
    joined = SEPARATOR.join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(joined).digest()[:8], "big")


def signed(bits: int) -> int:
    """Return 64 unsigned bits as the signed number of the same bits, as arrays keep them."""
    return bits - 2**64 if bits >= 2**63 else bits


def unsigned(number: int) -> int:
    """Return a signed 64-bit number as the unsigned number of the same bits."""
    return int(number) % 2**64
