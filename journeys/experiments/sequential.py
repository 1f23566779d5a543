"""An interval that stays true however often one looks: a confidence sequence.

Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A. Ramdas, Time-uniform central limit
theory and asymptotic confidence sequences (2021), with the width tuned for `planned` people.
"""

import math

from journeys.experiments.counts import Counts, Interval
from journeys.experiments.proportions import ANY_DIFFERENCE

ALPHA = 0.05
PLANNED = 5_000


def half_width(variance: float, people: int, alpha: float = ALPHA, planned: int = PLANNED) -> float:
    """Return half of the width after `people`; `variance` is that of one person's contribution."""
    told = -2 * math.log(alpha)
    tuned = people * (told + math.log1p(told)) / planned
    return math.sqrt(variance * 2 * (tuned + 1) * math.log(math.sqrt(tuned + 1) / alpha)) / (
        math.sqrt(people * tuned)
    )


def always_valid(
    control: Counts, treated: Counts, alpha: float = ALPHA, planned: int = PLANNED
) -> Interval:
    """Return the interval of the difference treated - control, true at every look at once."""
    before, after = control.rate, treated.rate
    if before is None or after is None:
        return ANY_DIFFERENCE
    people = control.exposed + treated.exposed
    of_difference = control.variance / control.exposed + treated.variance / treated.exposed
    half = half_width(people * of_difference, people, alpha, planned)
    middle = after - before
    return Interval(max(-1.0, middle - half), min(1.0, middle + half))
