"""Shares and their differences are those of statsmodels, on a grid."""

import itertools
from collections.abc import Callable

import pytest
from scipy.stats import binom
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from journeys.experiments.counts import Counts, Interval
from journeys.experiments.proportions import newcombe, wilson

SIZES = ((1, 0), (1, 1), (7, 3), (50, 0), (50, 50), (400, 31), (10_000, 1_200), (2_000_000, 3))
CONFIDENCE = (0.8, 0.95, 0.999)


@pytest.mark.parametrize("confidence", CONFIDENCE)
@pytest.mark.parametrize("size", SIZES)
def test_the_share_of_one_arm(size: tuple[int, int], confidence: float) -> None:
    people, did = size
    low, high = proportion_confint(did, people, 1 - confidence, method="wilson")
    found = wilson(Counts(people, did), confidence)
    assert [found.low, found.high] == pytest.approx([low, high], abs=1e-9)


@pytest.mark.parametrize("confidence", CONFIDENCE)
@pytest.mark.parametrize(("one", "other"), list(itertools.product(SIZES, SIZES)))
def test_the_difference_of_two(
    one: tuple[int, int], other: tuple[int, int], confidence: float
) -> None:
    low, high = confint_proportions_2indep(
        other[1], other[0], one[1], one[0], method="newcomb", alpha=1 - confidence
    )
    found = newcombe(Counts(*one), Counts(*other), confidence)
    assert [found.low, found.high] == pytest.approx([low, high], abs=1e-9)


def test_nobody_says_nothing() -> None:
    assert wilson(Counts(0, 0)) == Interval(0, 1)
    assert newcombe(Counts(0, 0), Counts(10, 5)) == Interval(-1, 1)


def test_more_cannot_do_it_than_were_there() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        Counts(2, 3)


def coverage(one: tuple[int, float], other: tuple[int, float]) -> float:
    """Return the exact chance that the interval of a difference holds the true one."""
    (people, share), (others, lifted) = one, other
    seen = [(x, binom.pmf(x, people, share)) for x in range(people + 1)]
    seen_there = [(x, binom.pmf(x, others, lifted)) for x in range(others + 1)]
    likely = [(x, w) for x, w in seen if w > 1e-7]
    likely_there = [(x, w) for x, w in seen_there if w > 1e-7]
    truth, held = lifted - share, 0.0
    for x, weight in likely:
        for y, weight_there in likely_there:
            found = newcombe(Counts(people, x), Counts(others, y))
            if found.low <= truth <= found.high:
                held += weight * weight_there
    return held


@pytest.mark.long("looks")
def test_an_interval_of_95_in_100_holds_the_truth_as_often(
    long_run: Callable[[str], bool],
) -> None:
    sizes = (100, 200, 400, 1_000) if long_run("looks") else (100, 200)
    shares = (0.01, 0.05, 0.1, 0.3, 0.5, 0.9) if long_run("looks") else (0.1, 0.5)
    asked = [
        ((one, share), (other, share + lift))
        for one in sizes
        for other in sizes
        for share in shares
        for lift in (0.0, 0.01, 0.05)
    ]
    enough = [
        (one, other)
        for one, other in asked
        if all(n * min(p, 1 - p) >= 10 - 1e-9 for n, p in (one, other))
    ]
    assert len(enough) >= 8
    assert all(0.94 <= coverage(one, other) <= 0.96 for one, other in enough)
