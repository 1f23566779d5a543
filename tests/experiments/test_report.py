"""What is said of a test as a whole, and of each of its factors."""

import math

import pytest

from journeys.experiments.counts import Counts
from journeys.experiments.report import Arm, Report, Verdict, report


def arm(name: str, exposed: int, converted: int, weight: int, **levels: str) -> Arm:
    """Return an arm all of whose people can be told of."""
    return Arm(
        name, name.upper(), weight, exposed, Counts(exposed, converted), tuple(levels.items())
    )


def numbers(of: Report) -> list[float]:
    """Return every number a report holds."""
    found = [of.ratio.chance]
    for each in of.comparisons:
        found += [each.always.low, each.always.high, each.fixed.low, each.fixed.high]
    for share in of.shares:
        found += [share.low, share.high]
    for standing in of.standings:
        found += [standing.chance, standing.expected_loss]
    for effect in of.factors:
        found += [effect.difference, effect.interval.low, effect.interval.high]
    return found


@pytest.mark.parametrize(
    ("arms", "verdict"),
    [
        ([arm("a", 0, 0, 5_000), arm("holdout", 0, 0, 5_000)], Verdict.NOBODY),
        ([arm("holdout", 10, 3, 10_000)], Verdict.ONE_ARM),
        ([arm("a", 5, 5, 5_000), arm("holdout", 5, 5, 5_000)], Verdict.UNCLEAR),
        ([arm("a", 900, 90, 5_000), arm("holdout", 1_200, 99, 5_000)], Verdict.UNEVEN),
        ([arm("a", 5_000, 900, 5_000), arm("holdout", 5_020, 500, 5_000)], Verdict.BETTER),
        ([arm("a", 5_000, 500, 5_000), arm("holdout", 5_020, 900, 5_000)], Verdict.WORSE),
        ([arm("a", 5_000, 500, 5_000), arm("holdout", 5_020, 520, 5_000)], Verdict.UNCLEAR),
    ],
)
def test_the_verdict_and_no_number_that_is_none(arms: list[Arm], verdict: Verdict) -> None:
    made = report(arms, "holdout")
    assert made.verdict is verdict
    assert all(math.isfinite(number) for number in numbers(made))


def test_with_more_arms_each_interval_is_wider() -> None:
    two = [arm("a", 1_000, 130, 5_000), arm("holdout", 1_000, 100, 5_000)]
    four = [arm(name, 1_000, 130, 2_500) for name in "abc"] + [arm("holdout", 1_000, 100, 2_500)]
    one, of_three = report(two, "holdout").comparisons[0], report(four, "holdout").comparisons[0]
    assert of_three.difference == one.difference
    assert of_three.always.low < one.always.low
    assert of_three.fixed.low < one.fixed.low


def test_who_was_exposed_too_late_counts_for_sizes_alone() -> None:
    late = Arm("a", "A", 5_000, exposed=1_000, counts=Counts(700, 70))
    made = report([late, arm("b", 1_000, 100, 5_000)], "b")
    assert late.censored == 300
    assert made.ratio.chance == 1.0
    assert made.comparisons[0].difference == 0.0


def test_a_control_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        report([arm("a", 1, 0, 10_000)], "holdout")


def test_each_factor_by_itself_and_both_together() -> None:
    arms = [
        arm("a1", 2_000, 200, 2_500, subject="statement", channel="e-mail"),
        arm("b1", 2_000, 300, 2_500, subject="question", channel="e-mail"),
        arm("a2", 1_000, 100, 2_500, subject="statement", channel="SMS"),
        arm("b2", 1_000, 210, 2_500, subject="question", channel="SMS"),
    ]
    subject, channel, both = report(arms, "a1").factors
    assert (subject.factor, subject.before, subject.after) == ("subject", "statement", "question")
    assert subject.difference == pytest.approx((4_000 * 0.05 + 2_000 * 0.11) / 6_000)
    assert channel.difference == pytest.approx((3_000 * 0.0 + 3_000 * 0.06) / 6_000)
    assert both.together
    assert both.difference == pytest.approx(0.06)
    assert subject.interval.is_above


def test_a_factor_that_never_differs_alone_tells_nothing() -> None:
    arms = [
        arm("a", 100, 10, 5_000, subject="statement", channel="e-mail"),
        arm("b", 100, 10, 5_000, subject="question", channel="SMS"),
    ]
    assert report(arms, "a").factors == ()


def test_the_holdout_has_no_level_and_is_in_no_factor() -> None:
    arms = [
        arm("a", 100, 10, 4_500, subject="statement"),
        arm("b", 100, 12, 4_500, subject="question"),
        arm("holdout", 20, 1, 1_000),
    ]
    (subject,) = report(arms, "holdout").factors
    assert subject.difference == pytest.approx(0.02)
