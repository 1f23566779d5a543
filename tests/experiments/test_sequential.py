"""The interval that is true at every look: by the published formula, and by trying."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from journeys.experiments.counts import Counts, Interval
from journeys.experiments.proportions import newcombe
from journeys.experiments.sequential import always_valid

PAIRS = (
    ((10, 3), (12, 4)),
    ((500, 41), (480, 70)),
    ((5_000, 600), (5_100, 700)),
    ((900_000, 90_100), (899_000, 91_500)),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("alpha", [0.2, 0.05, 0.01])
def test_the_width_is_the_published_one(
    one: tuple[int, int], other: tuple[int, int], alpha: float
) -> None:
    a, b = one[1] / one[0], other[1] / other[0]
    n = one[0] + other[0]
    s2 = n * (a * (1 - a) / one[0] + b * (1 - b) / other[0])
    r = (-2 * math.log(alpha) + math.log(1 - 2 * math.log(alpha))) / 5_000
    inner = 2 * (n * r + 1) * math.log(math.sqrt(n * r + 1) / alpha) / (n * n * r)
    half = math.sqrt(s2) * math.sqrt(inner)
    found = always_valid(Counts(*one), Counts(*other), alpha)
    assert found.low == pytest.approx(max(-1, b - a - half), abs=1e-9)
    assert found.high == pytest.approx(min(1, b - a + half), abs=1e-9)


def test_nobody_all_and_none_say_little_and_never_nothing() -> None:
    assert always_valid(Counts(0, 0), Counts(5, 5)) == Interval(-1, 1)
    for one, other in (((20, 20), (20, 20)), ((20, 0), (20, 0)), ((1, 0), (1, 1))):
        found = always_valid(Counts(*one), Counts(*other))
        assert found.low < found.high
        assert math.isfinite(found.low)
        assert math.isfinite(found.high)


def is_clear(interval: Interval) -> bool:
    """Say whether an interval lies on one side of zero."""
    return interval.is_above or interval.is_below


def looks(runs: int, days: int, people: int, share: float, seed: int) -> tuple[float, float]:
    """Return in which share of A/A tests some daily look was clear of zero: always valid, fixed."""
    dice = np.random.default_rng(seed)
    bought = dice.binomial(people, share, (runs, days, 2)).cumsum(axis=1)
    wrong = [0, 0]
    for run in bought:
        intervals = [
            (Counts((day + 1) * people, int(a)), Counts((day + 1) * people, int(b)))
            for day, (a, b) in enumerate(run)
        ]
        wrong[0] += any(is_clear(always_valid(*pair)) for pair in intervals)
        wrong[1] += any(is_clear(newcombe(*pair)) for pair in intervals)
    return wrong[0] / runs, wrong[1] / runs


@pytest.mark.long("looks")
def test_sixty_daily_looks_at_nothing(long_run: Callable[[str], bool]) -> None:
    always, fixed = looks(2_000 if long_run("looks") else 200, 60, 150, 0.1, 5)
    assert always <= 0.05
    assert fixed > 0.15
