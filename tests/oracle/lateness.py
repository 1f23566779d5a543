"""Made-up worlds in which rows of the data are handed over late (R227)."""

from random import Random

from tests.oracle.everything import everything_world
from tests.oracle.generation import world
from tests.oracle.made_delays import delayed
from tests.oracle.made_words import World
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world


def late_world(seed: int) -> World:
    """Return a world of any other kind, in which much comes late."""
    chance = Random(f"late {seed}")
    make = chance.choice((world, patient_world, moving_world, everything_world))
    drawings, people, settings = make(seed)
    return drawings, delayed(chance, people), settings
