"""Made-up worlds in which for a while nothing runs, also as journeys pause (R16, R27, R228)."""

from random import Random

from tests.oracle.lateness import late_world
from tests.oracle.made_breaks import paused, slept
from tests.oracle.made_words import World


def sleeping_world(seed: int) -> World:
    """Return a world in which nothing runs now and then, some comes late, and journeys pause."""
    chance = Random(f"asleep {seed}")
    drawings, people, settings = late_world(seed)
    if chance.random() < 0.5:
        settings = paused(chance, drawings, people, settings)
    return drawings, people, slept(chance, drawings, people, settings)
