"""Made-up worlds in which a workspace has rules of sending (R300 to R309)."""

from random import Random

from tests.oracle.crowding import crowded_world
from tests.oracle.everything import everything_world
from tests.oracle.generation import world
from tests.oracle.lateness import late_world
from tests.oracle.made_sending import ruled
from tests.oracle.made_words import World
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world
from tests.oracle.pausing import pausing_world
from tests.oracle.sleeping import sleeping_world

PLAIN = (world, world, world, patient_world, patient_world, moving_world, crowded_world)
BROKEN = (everything_world, late_world, pausing_world, sleeping_world)


def sending_world(seed: int) -> World:
    """Return a world of any other kind, with rules of sending."""
    chance = Random(f"sending {seed}")
    return ruled(chance, chance.choice(PLAIN if chance.random() < 0.6 else BROKEN)(seed))
