"""Made-up worlds in which journeys pause (R226)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from journeys.simulation.settings import Pause, Policy
from tests.oracle.everything import everything_world
from tests.oracle.generation import world
from tests.oracle.made_words import World
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world

LENGTHS = (1, 600, 3_600, 3_600, 3_601, 7_200, 10_800, 86_400, 259_200)
BESIDE = (0, 0, 0, 1, -1, 600, 3_600)


def pausing_world(seed: int) -> World:
    """Return a world of any other kind, in which journeys pause, often as something happens."""
    chance = Random(f"pausing {seed}")
    make = chance.choice((world, patient_world, patient_world, moving_world, everything_world))
    drawings, people, settings = make(seed)
    times = sorted({event.time for event in people.events}) or [settings.start or 0]
    pauses = tuple(
        pause
        for drawing in drawings
        if chance.random() < 0.7
        for pause in pauses_of(chance, drawing.id, times)
    )
    return drawings, people, replace(settings, pauses=pauses)


def pauses_of(chance: Random, journey: str, times: Sequence[int]) -> Iterator[Pause]:
    """Yield one to three pauses of a journey, which neither overlap nor touch."""
    last = None
    for _ in range(chance.choice((1, 1, 2, 3))):
        begins = chance.choice(times) + chance.choice(BESIDE)
        if last is not None and begins <= last:
            continue
        later = [time for time in times if time > begins]
        if later and chance.random() < 0.5:
            last = chance.choice(later[:8]) + chance.choice((0, 0, 0, 1))
        else:
            last = begins + chance.choice(LENGTHS)
        yield Pause(journey, begins, last, chance.choice((*Policy,)))
