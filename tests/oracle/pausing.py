"""Made-up worlds in which journeys pause (R226)."""

from random import Random

from tests.oracle.everything import everything_world
from tests.oracle.generation import world
from tests.oracle.made_breaks import paused
from tests.oracle.made_words import World
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world


def pausing_world(seed: int) -> World:
    """Return a world of any other kind, in which journeys pause."""
    chance = Random(f"pausing {seed}")
    make = chance.choice((world, patient_world, patient_world, moving_world, everything_world))
    drawings, people, settings = make(seed)
    return drawings, people, paused(chance, drawings, people, settings)
