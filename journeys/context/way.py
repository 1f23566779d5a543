"""The way of one customer from an entry to a step: which steps, and when each was come to."""

from dataclasses import dataclass

from journeys.context.story import STEPS, Arrival
from journeys.program.reasons import Reason
from journeys.simulation.story import Story

ON_THE_WAY = STEPS | {Reason.ENTERED}
OF_THE_STEP = frozenset({"customer", "journey", "now"})
EXPERIMENT = "experiment"


@dataclass(frozen=True, slots=True)
class Stop:
    """A step on a way, and when it was come to, in epoch seconds."""

    step: str
    time: int


def way(story: Story, arrival: Arrival) -> tuple[Stop, ...]:
    """Return the steps of one entry from its start to an arrival of this story, in order."""
    found: list[Stop] = []
    last = arrival.telling
    for telling in story.tellings:
        is_here = (telling.journey, telling.entry) == (last.journey, last.entry)
        if is_here and telling.node is not None and telling.reason in ON_THE_WAY:
            found.append(Stop(telling.node, telling.time))
        if telling is last:
            break
    return tuple(found)


def learnt_at(variable: str, experiments: tuple[frozenset[str], ...]) -> int:
    """Return at which stop of a way a variable is learnt: the start, a test, or the last step.

    `experiments` holds, for each stop, the experiments that are dealt there.
    """
    first, _, rest = variable.partition(".")
    last = len(experiments) - 1
    if first in OF_THE_STEP:
        return last
    if first != EXPERIMENT:
        return 0
    dealt = (at for at in range(last, -1, -1) if rest.removesuffix(".arm") in experiments[at])
    return next(dealt, last)
