"""Made-up worlds in which a workspace has rules of sending (R300 to R309)."""

from random import Random

from tests.oracle.crowding import crowded_world
from tests.oracle.everything import everything_world
from tests.oracle.generation import perhaps_worded, settings, world
from tests.oracle.lateness import late_world
from tests.oracle.made_breaks import paused, slept
from tests.oracle.made_delays import delayed
from tests.oracle.made_journeys import journey, trials
from tests.oracle.made_people import population
from tests.oracle.made_sending import ruled
from tests.oracle.made_words import World
from tests.oracle.moving import moving_world
from tests.oracle.patience import opened, patient_world
from tests.oracle.pausing import pausing_world
from tests.oracle.sleeping import sleeping_world

PLAIN = (world, patient_world, moving_world, crowded_world)
BROKEN = (everything_world, late_world, pausing_world, sleeping_world)
KINDS = (
    *("email", "email", "email", "sms", "sms", "sms", "push", "push", "in_app"),
    *("best_channel", "wait", "wait_time", "wait_event", "branch", "experiment"),
)
NAMES = ("rescue", "Welcome", "a-third", "last", "more")


def sending_world(seed: int) -> World:
    """Return a world with rules of sending: one of any other kind, or one full of messages."""
    chance = Random(f"sending {seed}")
    form = chance.random()
    if form < 0.5:
        return busy_world(seed)
    return ruled(chance, chance.choice(PLAIN if form < 0.75 else BROKEN)(seed))


def busy_world(seed: int) -> World:
    """Return several journeys of many messages that nearly everybody enters."""
    chance = Random(f"busy {seed}")
    people = population(chance)
    known = trials(chance)
    names = chance.sample(NAMES, chance.choice((2, 3, 4, 5)))
    drawings = tuple(
        opened(chance, journey(chance, each, people.attributes, known, KINDS)) for each in names
    )
    drawings, people, chosen = ruled(chance, (drawings, people, settings(chance, people)))
    if chance.random() < 0.2:
        people = delayed(chance, people)
    if chance.random() < 0.2:
        chosen = paused(chance, drawings, people, chosen)
    if chance.random() < 0.2:
        chosen = slept(chance, drawings, people, chosen)
    return perhaps_worded(seed, (drawings, people, chosen))
