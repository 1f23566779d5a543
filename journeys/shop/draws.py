"""Chance for a made-up shop: the same seed gives the same customers on every machine."""

from collections.abc import Sequence

import numpy as np

from journeys.simulation.dataset import Int64

NOUNS = ("people", "letters", "sessions", "visits", "carts", "returns")
EVERYTHING = 10_000
BITS = 32


class Draws:
    """A stream of chance for one noun of one block of customers; owns how far it was read.

    The bits are those of Philox, a counter-based generator, keyed by the seed and the block and
    counted from the noun, so that no noun and no block moves another. Only integers are made of
    them: no rounding differs between machines.
    """

    def __init__(self, seed: int, block: int, noun: str) -> None:
        key = np.array([seed % 2**64, block], np.uint64)
        counter = np.array([0, 0, 0, NOUNS.index(noun)], np.uint64)
        self.source = np.random.Philox(key=key, counter=counter)

    def below(self, count: int, limit: int | Int64) -> Int64:
        """Return int64[count] of whole numbers in [0, limit); a limit is less than 2^31."""
        bits = (self.source.random_raw(count) >> np.uint64(BITS)).astype(np.int64)
        drawn: Int64 = (bits * limit) >> BITS
        return drawn

    def between(self, count: int, first: int, last: int) -> Int64:
        """Return int64[count] of whole numbers in [first, last]."""
        return self.below(count, last - first + 1) + first

    def hits(self, count: int, share: int | Int64) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return bool[count], true for a share in basis points, one or one for each."""
        said: np.ndarray[tuple[int], np.dtype[np.bool_]] = self.below(count, EVERYTHING) < share
        return said

    def pick(self, count: int, weights: Sequence[int]) -> Int64:
        """Return int64[count] of places in a list, each as often as its weight says."""
        upto = np.cumsum(np.array(weights, np.int64))
        return np.searchsorted(upto, self.below(count, int(upto[-1])), side="right").astype(
            np.int64
        )

    def skewed(self, count: int, median: int, longest: int) -> Int64:
        """Return int64[count] of amounts with this median and a long tail, `longest` at most."""
        low = self.below(count, 2 * median) + self.below(count, 2)
        tail = self.below(count, self.below(count, max(1, longest - 2 * median)) + 1)
        return np.where(self.hits(count, 1_500), 2 * median + tail, low)
