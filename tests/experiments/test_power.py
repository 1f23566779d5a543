"""How many people a test needs, as statsmodels has it and as trying shows."""

import itertools

import numpy as np
import pytest
from statsmodels.stats.proportion import power_proportions_2indep

from journeys.experiments.counts import Counts
from journeys.experiments.power import Question, people_needed, people_until_clear, power
from journeys.experiments.sequential import always_valid

BASES = (0.01, 0.1, 0.4)
LIFTS = (0.005, 0.02, -0.005)
RATIOS = (0.5, 1.0, 9.0)


@pytest.mark.parametrize(("base", "lift", "ratio"), list(itertools.product(BASES, LIFTS, RATIOS)))
@pytest.mark.parametrize("people", [50, 2_000, 100_000])
def test_power_is_that_of_statsmodels(base: float, lift: float, ratio: float, people: int) -> None:
    wanted = power_proportions_2indep(
        lift, base, people, ratio=1 / ratio, alpha=0.05, return_results=False
    )
    found = power(Question(base, lift, ratio), people / ratio)
    assert found == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize(("base", "lift"), list(itertools.product(BASES, LIFTS)))
def test_one_person_fewer_is_too_few(base: float, lift: float) -> None:
    question = Question(base, lift)
    needed = people_needed(question, 0.8)
    assert power(question, needed) >= 0.8 > power(question, needed - 1)


def test_a_test_of_that_size_is_clear_as_often_as_was_said() -> None:
    question = Question(0.1, 0.03)
    people = people_until_clear(question, 0.8)
    dice = np.random.default_rng(8)
    before = dice.binomial(people // 2, 0.1, 3_000)
    after = dice.binomial(people // 2, 0.13, 3_000)
    clear = [
        always_valid(Counts(people // 2, int(a)), Counts(people // 2, int(b))).is_above
        for a, b in zip(before, after, strict=True)
    ]
    assert np.mean(clear) == pytest.approx(0.8, abs=0.03)
    assert people > 2 * people_needed(question, 0.8)


@pytest.mark.parametrize(("base", "lift"), [(0.0, 0.1), (0.5, 0.5), (0.5, 0.0), (0.1, -0.2)])
def test_what_cannot_be_asked_is_refused(base: float, lift: float) -> None:
    with pytest.raises(ValueError, match="differ"):
        Question(base, lift)


def test_nobody_finds_nothing() -> None:
    assert power(Question(0.1, 0.02), 0) == 0
