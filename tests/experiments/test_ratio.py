"""Sizes of arms against their weights, as scipy has it; a leak of one in a hundred shows."""

import numpy as np
import pytest
from scipy.stats import chisquare

from journeys.experiments.ratio import sample_ratio


@pytest.mark.parametrize(
    ("sizes", "weights"),
    [
        ((50, 50), (5_000, 5_000)),
        ((510, 490), (5_000, 5_000)),
        ((5_010, 4_790, 900), (4_500, 4_500, 1_000)),
        ((1, 0), (1, 9_999)),
        ((251_000, 249_000, 250_000, 250_000), (2_500, 2_500, 2_500, 2_500)),
    ],
)
def test_the_chance_is_that_of_pearson(sizes: tuple[int, ...], weights: tuple[int, ...]) -> None:
    people, whole = sum(sizes), sum(weights)
    due = [people * weight / whole for weight in weights]
    assert sample_ratio(sizes, weights).chance == pytest.approx(
        chisquare(sizes, due).pvalue, abs=1e-9
    )


def test_nobody_and_one_arm_are_not_uneven() -> None:
    assert not sample_ratio((0, 0), (5_000, 5_000)).is_off
    assert not sample_ratio((10,), (10_000,)).is_off
    assert not sample_ratio((), ()).is_off


def test_people_in_an_arm_of_no_weight_are_wrong() -> None:
    assert sample_ratio((100, 1), (10_000, 0)).is_off


def test_a_leak_of_one_in_a_hundred_is_found() -> None:
    dice = np.random.default_rng(11)
    one = int(dice.binomial(1_000_000, 0.5))
    other = 1_000_000 - one
    assert not sample_ratio((one, other), (5_000, 5_000)).is_off
    left = int(dice.binomial(other, 0.99))
    assert sample_ratio((one, left), (5_000, 5_000)).is_off
