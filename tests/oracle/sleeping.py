"""Made-up worlds in which for a while nothing runs, and rows grow too old (R16, R27, R228)."""

from random import Random

from tests.oracle.lateness import late_world
from tests.oracle.made_breaks import slept
from tests.oracle.made_words import World


def sleeping_world(seed: int) -> World:
    """Return a world in which some comes late, and nothing runs for a while now and then."""
    chance = Random(f"asleep {seed}")
    drawings, people, settings = late_world(seed)
    return drawings, people, slept(chance, drawings, people, settings)
