"""What a test has told so far: each arm against the control, and whether it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from journeys.experiments.best import Standing, standings
from journeys.experiments.counts import Counts, Interval
from journeys.experiments.factors import Cell, Effect, effects
from journeys.experiments.proportions import newcombe, wilson
from journeys.experiments.ratio import Ratio, sample_ratio
from journeys.experiments.sequential import ALPHA, PLANNED, always_valid

FEWEST_ARMS = 2


class Verdict(StrEnum):
    """What can be said of a test as a whole."""

    NOBODY = "nobody"
    ONE_ARM = "one_arm"
    UNEVEN = "uneven"
    UNCLEAR = "unclear"
    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: its weight in basis points, what was counted, and what was cut by the end.

    `counts` leaves out those whose window was cut (`censored`); `exposed` has everybody, as sizes
    are held against weights.
    """

    id: str
    title: str
    weight: int
    exposed: int
    counts: Counts
    levels: tuple[tuple[str, str], ...] = ()

    @property
    def censored(self) -> int:
        """How many were exposed too late to say."""
        return self.exposed - self.counts.exposed


@dataclass(frozen=True, slots=True)
class Comparison:
    """One arm against the control: the difference of shares and where it may lie.

    `always` is true at every look, `fixed` at one look that was planned before; both leave room
    for as many comparisons as there are.
    """

    arm: Arm
    difference: float | None
    always: Interval
    fixed: Interval


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said of a test."""

    arms: tuple[Arm, ...]
    control: Arm
    shares: tuple[Interval, ...]
    comparisons: tuple[Comparison, ...]
    standings: tuple[Standing, ...]
    ratio: Ratio
    factors: tuple[Effect, ...] = field(default=())

    @property
    def verdict(self) -> Verdict:
        """What can be said; nothing can where the sizes of arms are off."""
        if len(self.arms) < FEWEST_ARMS:
            return Verdict.ONE_ARM
        if not any(arm.exposed for arm in self.arms):
            return Verdict.NOBODY
        if self.ratio.is_off:
            return Verdict.UNEVEN
        if self.winner:
            return Verdict.BETTER
        if self.comparisons and all(each.always.is_below for each in self.comparisons):
            return Verdict.WORSE
        return Verdict.UNCLEAR

    @property
    def winner(self) -> Comparison | None:
        """The arm with the largest difference of those clear of zero, if any is."""
        clear = [each for each in self.comparisons if each.always.is_above]
        return max(clear, key=lambda each: each.difference or 0.0, default=None)


def report(
    arms: Sequence[Arm], control: str, alpha: float = ALPHA, planned: int = PLANNED
) -> Report:
    """Return what the arms tell against the one whose id is `control`.

    Raises KeyError if there is no such arm.
    """
    baseline = {arm.id: arm for arm in arms}[control]
    others = [arm for arm in arms if arm.id != control]
    each = alpha / max(1, len(others))
    cells = [Cell(dict(arm.levels), arm.counts) for arm in arms if arm.levels]
    return Report(
        arms=tuple(arms),
        control=baseline,
        shares=tuple(wilson(arm.counts, 1 - alpha) for arm in arms),
        comparisons=tuple(_against(baseline, arm, each, planned) for arm in others),
        standings=standings([arm.counts for arm in arms]),
        ratio=sample_ratio([arm.exposed for arm in arms], [arm.weight for arm in arms]),
        factors=tuple(effects(cells, alpha, planned)),
    )


def _against(control: Arm, arm: Arm, alpha: float, planned: int) -> Comparison:
    before, after = control.counts.rate, arm.counts.rate
    return Comparison(
        arm=arm,
        difference=None if before is None or after is None else after - before,
        always=always_valid(control.counts, arm.counts, alpha, planned),
        fixed=newcombe(control.counts, arm.counts, 1 - alpha),
    )
