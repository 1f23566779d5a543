"""Made-up worlds in which much moves: profiles and lists that steps change."""

from random import Random

from tests.oracle.generation import perhaps_worded, settings
from tests.oracle.made_journeys import journey, trials
from tests.oracle.made_people import population
from tests.oracle.made_updates import NEW, with_all_made
from tests.oracle.made_words import World
from tests.oracle.patience import opened

KINDS = (
    *("wait", "wait_time", "wait_date", "wait_event", "wait_event"),
    *("update_profile", "update_profile", "update_profile", "list_step", "list_step"),
    *("branch", "branch", "experiment", "email", "sms", "push", "finish"),
)


def moving_world(seed: int) -> World:
    """Return journeys that change things, a population and the settings of a run."""
    return perhaps_worded(seed, wordless_moves(seed))


def wordless_moves(seed: int) -> World:
    """Return such a world whose messages say nothing."""
    chance = Random(f"moves {seed}")
    people = population(chance)
    known = trials(chance)
    names = chance.sample(("rescue", "Welcome", "a-third"), chance.choice((1, 2, 3)))
    asked = {**people.attributes, **NEW}
    drawn = (journey(chance, name, asked, known, KINDS) for name in names)
    drawings = with_all_made((opened(chance, each) for each in drawn), people.attributes)
    return drawings, people, settings(chance, people)
