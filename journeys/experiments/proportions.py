"""Intervals for shares that are looked at once, at the end (the fixed horizon).

Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927);
R. G. Newcombe, Interval estimation for the difference between independent proportions (1998),
method 10.
"""

import math
from statistics import NormalDist

from journeys.experiments.counts import Counts, Interval

ANYTHING = Interval(0.0, 1.0)
ANY_DIFFERENCE = Interval(-1.0, 1.0)
CONFIDENCE = 0.95


def quantile(alpha: float) -> float:
    """Return how many standard errors an interval reaches that is wrong in a share `alpha`."""
    return NormalDist().inv_cdf(1 - alpha / 2)


def wilson(counts: Counts, confidence: float = CONFIDENCE) -> Interval:
    """Return the interval of one arm's share; with nobody exposed it may be anything."""
    size, share = counts.exposed, counts.rate
    if share is None:
        return ANYTHING
    z = quantile(1 - confidence)
    grown = 1 + z * z / size
    middle = (share + z * z / (2 * size)) / grown
    half = z * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size)) / grown
    low = 0.0 if counts.converted == 0 else middle - half
    high = 1.0 if counts.converted == size else middle + half
    return Interval(low, high)


def newcombe(control: Counts, treated: Counts, confidence: float = CONFIDENCE) -> Interval:
    """Return the interval of the difference treated - control."""
    before, after = control.rate, treated.rate
    if before is None or after is None:
        return ANY_DIFFERENCE
    one, other = wilson(control, confidence), wilson(treated, confidence)
    middle = after - before
    down = math.hypot(after - other.low, one.high - before)
    up = math.hypot(other.high - after, before - one.low)
    return Interval(middle - down, middle + up)
