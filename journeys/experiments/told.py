"""What a test has told so far, in sentences: which version does better, and how sure that is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from journeys.experiments.counts import Counts, Interval
from journeys.experiments.report import Arm, Comparison, Report, Verdict, report

Dealt: TypeAlias = tuple[str, str, int]
"""An arm's id, what it is called, and its weight in basis points."""

HOLDOUT = "holdout"
MINUS = "\u2212"
RARE = 1_000_000


def reported(counted: Mapping[str, Mapping[str, int]], dealt: Sequence[Dealt]) -> Report | None:
    """Return what the counts of a run tell of the arms.

    Everything is held against the holdout or, without one, against the first arm. Arms of no
    weight and nobody in them are left out; None where that leaves none.
    """
    arms = [
        Arm(name, title, weight, of["exposed"], _counts(of))
        for name, title, weight in dealt
        if (of := counted.get(name)) is not None and (weight or of["exposed"])
    ]
    if not arms:
        return None
    return report(arms, next((arm.id for arm in arms if arm.id == HOLDOUT), arms[0].id))


def _counts(of: Mapping[str, int]) -> Counts:
    return Counts(of["exposed"] - of["censored"], of["converted"] - of["converted_censored"])


def said(of: Report) -> Iterator[str]:
    """Yield what can be said, the most important sentence first."""
    match of.verdict:
        case Verdict.ONE_ARM:
            yield "There is one version only, and nothing to hold it against."
        case Verdict.NOBODY:
            yield "Nobody has come to this test yet."
        case Verdict.UNEVEN:
            yield (
                "The versions are not of the sizes they should be, by more than chance explains "
                f"({_odds(of.ratio.chance)}). Find out why first: nothing else here can be trusted."
            )
        case _ if not any(arm.counts.exposed for arm in of.arms):
            yield "Nobody's time to reach the goal was over when the run ended."
        case _:
            for each in of.comparisons:
                yield _compared(each, of.control)


def _compared(each: Comparison, control: Arm) -> str:
    name = each.arm.title or each.arm.id
    other = control.title or control.id
    if control.id == HOLDOUT:
        other = "those who get nothing"
    if each.difference is None:
        return f"{name}: nobody to tell of yet."
    if each.always.is_above:
        verdict = f"{name} does better than {other}"
    elif each.always.is_below:
        verdict = f"{name} does worse than {other}"
    else:
        verdict = f"{name} against {other} is not clear yet"
    return (
        f"{verdict}: {_points(each.difference)} points, {_between(each.always)} however often one "
        "looks (95 % sure)."
    )


def _between(interval: Interval) -> str:
    return f"{_points(interval.low)} to {_points(interval.high)}"


def _points(share: float) -> str:
    rounded = round(100 * share, 1)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):.1f}"


def _odds(chance: float) -> str:
    return f"a chance of less than 1 in {min(RARE, int(1 / max(chance, 1 / RARE))):,}"
