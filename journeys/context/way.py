"""The way of one customer from an entry to a step: which steps, and when each was come to."""

from dataclasses import dataclass

from journeys.context.story import STEPS, Arrival
from journeys.program.reasons import Reason
from journeys.simulation.story import Story

ON_THE_WAY = STEPS | {Reason.ENTERED}
OF_THE_STEP = frozenset({"customer", "journey", "now"})


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


def learnt_at(variable: str, added: tuple[tuple[str, ...], ...]) -> int:
    """Return at which stop of a way a variable is learnt: the start, a step, or the last one.

    `added` holds, for each stop, the names under which it adds something to the context.
    """
    last = len(added) - 1
    if variable.partition(".")[0] in OF_THE_STEP:
        return last
    for at in range(last, -1, -1):
        if any(variable.startswith(f"{name}.") for name in added[at]):
            return at
    return last if variable.startswith("experiment.") else 0
