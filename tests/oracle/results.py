"""What became of the units of experiments, customers of one unit taken together (R126)."""

from collections.abc import Sequence

from tests.oracle.fate import Exposure, Fate
from tests.oracle.goals import matches
from tests.oracle.happening import Happening
from tests.oracle.rows import UnitResult


def unit_results(fates: Sequence[Fate], end: int) -> dict[tuple[str, str], UnitResult]:
    """Return the result of each (experiment, unit text) from its first exposure."""
    met: dict[tuple[str, str], list[tuple[Exposure, Fate]]] = {}
    for fate in fates:
        for exposure in fate.exposures:
            met.setdefault((exposure.experiment, exposure.unit), []).append((exposure, fate))
    return {place: result(members, end) for place, members in met.items()}


def result(members: Sequence[tuple[Exposure, Fate]], end: int) -> UnitResult:
    """Return one unit's result; of exposures at one instant the first customer's counts."""
    first = min(members, key=lambda member: member[0].time)[0]
    goals = first.plan.journey.goals
    if not goals:
        return UnitResult(first.arm, first.time, converted=False, censored=False)
    until = first.time + goals[0].window.window
    return UnitResult(
        first.arm,
        first.time,
        converted=any(
            first.time < event.time <= until and counts(first, event, fate)
            for _, fate in members
            for event in fate.history
        ),
        censored=until >= end,
    )


def counts(exposure: Exposure, event: Happening, fate: Fate) -> bool:
    """Return whether an event converts a unit; with a key as unit it must have that key."""
    journey = exposure.plan.journey
    if not matches(journey.goals[0], event, fate.wake(event.handled)):
        return False
    if exposure.key is None or journey.entry.key is None:
        return True
    return event.properties.get(journey.entry.key) == exposure.key
