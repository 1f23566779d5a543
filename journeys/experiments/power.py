"""How many people a test needs, and how likely it then finds what there is to find.

Source: J. L. Fleiss, B. Levin, M. C. Paik, Statistical methods for rates and proportions (2003),
chapter 4: the normal approximation, with the pooled share where nothing differs.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

from journeys.experiments.sequential import half_width

ALPHA = 0.05
POWER = 0.8
MOST_PEOPLE = 1 << 40

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Question:
    """What a test asks: from which share to which, and how much larger the treated arm is."""

    base: float
    lift: float
    ratio: float = 1.0

    def __post_init__(self) -> None:
        if not (
            0 < self.base < 1 and 0 < self.base + self.lift < 1 and self.lift and self.ratio > 0
        ):
            raise ValueError("both shares lie between nothing and all, and differ")

    @property
    def without(self) -> float:
        """The standard error times the root of the control arm's size, if nothing differs."""
        pooled = (self.base + self.ratio * (self.base + self.lift)) / (1 + self.ratio)
        return math.sqrt(pooled * (1 - pooled) * (1 + 1 / self.ratio))

    @property
    def with_lift(self) -> float:
        """The same, if the lift is there."""
        lifted = self.base + self.lift
        return math.sqrt(self.base * (1 - self.base) + lifted * (1 - lifted) / self.ratio)


def power(question: Question, control: float, alpha: float = ALPHA) -> float:
    """Return how likely a look at the end finds the lift, with `control` people in that arm."""
    if control <= 0:
        return 0.0
    reach = _NORMAL.inv_cdf(1 - alpha / 2) * question.without
    found = abs(question.lift) * math.sqrt(control)
    of_lift = question.with_lift
    return _NORMAL.cdf((found - reach) / of_lift) + _NORMAL.cdf((-found - reach) / of_lift)


def people_needed(question: Question, wanted: float = POWER, alpha: float = ALPHA) -> int:
    """Return how many people the control arm needs for this power."""
    low, high = 0, 1
    while power(question, high, alpha) < wanted and high < MOST_PEOPLE:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if power(question, middle, alpha) >= wanted else (middle, high)
    return high


def people_until_clear(question: Question, wanted: float = POWER, alpha: float = ALPHA) -> int:
    """Return how many people both arms need until the always-valid interval is clear of zero.

    It is clear in a share `wanted` of tests: the half width and what chance takes are the lift.
    """
    lucky = _NORMAL.inv_cdf(wanted)

    def is_clear(people: int) -> bool:
        control = people / (1 + question.ratio)
        error = question.with_lift / math.sqrt(control)
        half = half_width(people * error * error, people, alpha)
        return half + lucky * error <= abs(question.lift)

    low, high = 1, 2
    while not is_clear(high) and high < MOST_PEOPLE:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_clear(middle) else (middle, high)
    return high
