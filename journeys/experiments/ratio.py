"""Whether the arms have the sizes they should have; if not, nothing else can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass

SUSPICIOUS = 0.001
FEWEST_ARMS = 2


@dataclass(frozen=True, slots=True)
class Ratio:
    """The chance of sizes as uneven as these, or more, if all went right."""

    chance: float

    @property
    def is_off(self) -> bool:
        """Whether that is too little to be believed."""
        return self.chance < SUSPICIOUS


def sample_ratio(exposed: Sequence[int], weights: Sequence[int]) -> Ratio:
    """Hold the sizes of arms against their weights by Pearson's chi-square.

    With fewer than two arms of any weight, or nobody exposed, there is nothing to hold against.
    """
    from scipy.special import gammaincc

    people = sum(size for size, weight in zip(exposed, weights, strict=True) if weight)
    if any(size and not weight for size, weight in zip(exposed, weights, strict=True)):
        return Ratio(0.0)
    expected = [people * weight / (sum(weights) or 1) for weight in weights]
    parts = [(size - due) ** 2 / due for size, due in zip(exposed, expected, strict=True) if due]
    if len(parts) < FEWEST_ARMS:
        return Ratio(1.0)
    return Ratio(float(gammaincc((len(parts) - 1) / 2, sum(parts) / 2)))
