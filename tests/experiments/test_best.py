"""Which arm is best, and what choosing it costs: held against exact sums and against trying."""

import itertools
import math

import numpy as np
import pytest
from scipy.special import betaln

from journeys.experiments.best import standings
from journeys.experiments.counts import Counts

ARMS = (
    Counts(0, 0),
    Counts(1, 1),
    Counts(10, 0),
    Counts(10, 10),
    Counts(100, 3),
    Counts(1_000, 120),
    Counts(20_000, 2_450),
)


def better(one: Counts, other: Counts) -> float:
    """Return the exact chance that the other's share is the larger (E. Miller's sum)."""
    a, b = 1 + one.converted, 1 + one.exposed - one.converted
    c, d = 1 + other.converted, 1 + other.exposed - other.converted
    at = np.arange(c)
    parts = betaln(a + at, b + d) - np.log(d + at) - betaln(1 + at, d) - betaln(a, b)
    return math.fsum(np.exp(parts))


@pytest.mark.parametrize(("one", "other"), list(itertools.product(ARMS, ARMS)))
def test_two_arms_are_as_the_exact_sum_has_them(one: Counts, other: Counts) -> None:
    first, second = standings([one, other])
    assert second.chance == pytest.approx(better(one, other), abs=1e-9)
    assert first.chance + second.chance == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(("one", "other"), list(itertools.product(ARMS, ARMS)))
def test_the_loss_of_two_is_as_the_exact_sum_has_it(one: Counts, other: Counts) -> None:
    """E[max(y - x, 0)] is a sum of two such chances, each with one more conversion."""
    x, y = one, other
    x_more = Counts(x.exposed + 1, x.converted + 1)
    y_more = Counts(y.exposed + 1, y.converted + 1)
    mean_x, mean_y = (1 + x.converted) / (2 + x.exposed), (1 + y.converted) / (2 + y.exposed)
    loss = mean_y * better(x, y_more) - mean_x * better(x_more, y)
    assert standings([x, y])[0].expected_loss == pytest.approx(loss, abs=1e-9)


def test_four_arms_are_as_they_turn_out_in_many_draws() -> None:
    arms = [Counts(200, 20), Counts(220, 31), Counts(180, 25), Counts(40, 2)]
    dice = np.random.default_rng(3)
    drawn = np.stack(
        [dice.beta(1 + arm.converted, 1 + arm.exposed - arm.converted, 400_000) for arm in arms]
    )
    best = np.bincount(drawn.argmax(axis=0), minlength=4) / drawn.shape[1]
    loss = (drawn.max(axis=0) - drawn).mean(axis=1)
    found = standings(arms)
    assert [each.chance for each in found] == pytest.approx(best, abs=4e-3)
    assert [each.expected_loss for each in found] == pytest.approx(loss, abs=2e-4)
    assert math.fsum(each.chance for each in found) == pytest.approx(1, abs=1e-12)


def test_no_arms_have_no_standing() -> None:
    assert standings([]) == ()
