"""How likely each arm is the best one, and what choosing it may cost.

Each share has a Beta distribution, from the uniform one before anything was seen; integrals are
taken by Gauss-Legendre between the quantiles of all arms, where the densities are smooth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from journeys.experiments.counts import Counts

Floats = NDArray[np.float64]

TAILS = (1e-16, 1e-13, 1e-10, 1e-7, 1e-5, 1e-3, 0.02, 0.1, 0.3)
NODES = 24


@dataclass(frozen=True, slots=True)
class Standing:
    """How likely an arm is the best, and how much lower its share is than the best on average."""

    chance: float
    expected_loss: float


def standings(arms: Sequence[Counts]) -> tuple[Standing, ...]:
    """Return the standing of each arm, in their order."""
    from scipy.special import betainc, betaln

    if not arms:
        return ()
    shapes = [(1.0 + arm.converted, 1.0 + arm.exposed - arm.converted) for arm in arms]
    x, width = _points(shapes)
    below = np.stack([betainc(a, b, x) for a, b in shapes])
    dense = np.stack(
        [np.exp((a - 1) * np.log(x) + (b - 1) * np.log1p(-x) - betaln(a, b)) for a, b in shapes]
    )
    best = 1 - float(width @ below.prod(axis=0))
    chances = [
        float(width @ (dense[at] * np.delete(below, at, axis=0).prod(axis=0)))
        for at in range(len(arms))
    ]
    means = [a / (a + b) for a, b in shapes]
    whole = sum(chances)
    return tuple(
        Standing(chance / whole, max(0.0, best - mean))
        for chance, mean in zip(chances, means, strict=True)
    )


def _points(shapes: Sequence[tuple[float, float]]) -> tuple[Floats, Floats]:
    """Return points in (0, 1) and their weights (float64[n] each)."""
    from scipy.special import betaincinv

    shares = np.array([*TAILS, 0.5, *(1 - tail for tail in TAILS)])
    cuts = np.unique(np.concatenate([[0.0, 1.0], *(betaincinv(a, b, shares) for a, b in shapes)]))
    begin, half = cuts[:-1, None], np.diff(cuts)[:, None] / 2
    nodes, weights = _legendre()
    points = np.clip(begin + half * (1 + nodes), np.finfo(float).tiny, 1 - np.finfo(float).epsneg)
    return points.ravel(), (half * weights).ravel()


@cache
def _legendre() -> tuple[Floats, Floats]:
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    return nodes, weights
