"""What each factor of a test does by itself: subject, channel, start, timing.

Two levels are held against each other within everything else that arms differ in, and what is
found there is averaged by the people in it.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeys.experiments.counts import Counts, Interval
from journeys.experiments.sequential import ALPHA, PLANNED, half_width

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One arm: the level it has of each factor, and what was counted."""

    levels: Mapping[str, str]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Effect:
    """How much more of `after` did it than of `before`, a difference of shares.

    For two factors `together`, it is how much more the one does where the other is at its second
    level. `interval` is true at every look.
    """

    factor: str
    before: str
    after: str
    difference: float
    interval: Interval
    together: bool = False


@dataclass(frozen=True, slots=True)
class _Estimate:
    difference: float
    variance: float
    people: int

    def interval(self, alpha: float, planned: int) -> Interval:
        half = half_width(self.people * self.variance, self.people, alpha, planned)
        return Interval(self.difference - half, self.difference + half)


def effects(cells: Sequence[Cell], alpha: float = ALPHA, planned: int = PLANNED) -> list[Effect]:
    """Return the effect of every level against the first of its factor, then of two together.

    What no two arms can tell, as they never differ in this factor alone, is left out.
    """
    found = []
    names = list(dict.fromkeys(name for cell in cells for name in cell.levels))
    for name in names:
        first, *others = _levels(cells, name)
        for level in others:
            estimate = _pooled(_strata(cells, name, first, level))
            if estimate:
                interval = estimate.interval(alpha, planned)
                found.append(Effect(name, first, level, estimate.difference, interval))
    if len(names) == FEWEST and all(len(_levels(cells, name)) == FEWEST for name in names):
        one, other = names
        more = _both(cells, one, other)
        if more:
            at = (f"{one} & {other}", _levels(cells, one)[1], _levels(cells, other)[1])
            found.append(Effect(*at, more.difference, more.interval(alpha, planned), together=True))
    return found


def _levels(cells: Sequence[Cell], name: str) -> list[str]:
    return list(dict.fromkeys(cell.levels[name] for cell in cells if name in cell.levels))


def _strata(cells: Sequence[Cell], name: str, before: str, after: str) -> Iterator[_Estimate]:
    def rest(cell: Cell) -> list[tuple[str, str]]:
        return sorted((key, level) for key, level in cell.levels.items() if key != name)

    for _, group in groupby(sorted(cells, key=rest), key=rest):
        totals = {before: Counts(0, 0), after: Counts(0, 0)}
        for cell in group:
            level = cell.levels.get(name, "")
            if level in totals:
                totals[level] += cell.counts
        estimate = _difference(totals[before], totals[after])
        if estimate:
            yield estimate


def _difference(before: Counts, after: Counts) -> _Estimate | None:
    if before.rate is None or after.rate is None:
        return None
    variance = before.variance / before.exposed + after.variance / after.exposed
    return _Estimate(after.rate - before.rate, variance, before.exposed + after.exposed)


def _pooled(strata: Iterator[_Estimate]) -> _Estimate | None:
    parts = list(strata)
    people = sum(part.people for part in parts)
    if not people:
        return None
    shares = [part.people / people for part in parts]
    difference = math.fsum(s * part.difference for s, part in zip(shares, parts, strict=True))
    variance = math.fsum(s * s * part.variance for s, part in zip(shares, parts, strict=True))
    return _Estimate(difference, variance, people)


def _both(cells: Sequence[Cell], one: str, other: str) -> _Estimate | None:
    before, after = _levels(cells, one)
    within = (
        [cell for cell in cells if cell.levels.get(other) == level]
        for level in _levels(cells, other)
    )
    lower, upper = (_pooled(_strata(part, one, before, after)) for part in within)
    if not lower or not upper:
        return None
    return _Estimate(
        upper.difference - lower.difference,
        upper.variance + lower.variance,
        upper.people + lower.people,
    )
