"""Made-up worlds in which rows of the data are handed over late (R227)."""

from dataclasses import replace
from random import Random
from typing import TypeVar

from journeys.people.population import Change, Event
from tests.oracle.everything import everything_world
from tests.oracle.generation import world
from tests.oracle.made_words import World
from tests.oracle.moving import moving_world
from tests.oracle.patience import patient_world

Row = TypeVar("Row", Event, Change)

DELAYS = (0, 0, 1, 59, 600, 3_600, 3_600, 7_200, 86_399, 86_400)
LATEST = 86_400  # until the engine asks how old an entry is


def late_world(seed: int) -> World:
    """Return a world of any other kind, in which much comes late."""
    chance = Random(f"late {seed}")
    make = chance.choice((world, patient_world, moving_world, everything_world))
    drawings, people, settings = make(seed)
    often = chance.choice((0.1, 0.3, 0.6))
    times = sorted({event.time for event in people.events})
    events = tuple(arriving(chance, row, often, times) for row in people.events)
    changes = tuple(arriving(chance, row, often, times) for row in people.changes)
    return drawings, replace(people, events=events, changes=changes), settings


def arriving(chance: Random, row: Row, often: float, times: list[int]) -> Row:
    """Return a row that is handed over late, often just as something else happens."""
    if chance.random() > often:
        return row
    later = [time for time in times if row.time <= time <= row.time + LATEST]
    if later and chance.random() < 0.5:
        return replace(row, arrival=chance.choice(later[:6]))
    return replace(row, arrival=row.time + chance.choice(DELAYS))
