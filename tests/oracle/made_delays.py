"""Made-up delays: rows of the data that are handed over late (R227)."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from journeys.people.population import Change, Event, Population

Row = TypeVar("Row", Event, Change)

DAY = 86_400
# By default, what is more than a day old lets nobody in.
DELAYS = (0, 0, 1, 59, 600, 3_600, 3_600, 7_200, DAY - 1, DAY, DAY + 1, 3 * DAY, 10 * DAY)
LATEST = (3_600, DAY, DAY, 10 * DAY)


def delayed(chance: Random, people: Population) -> Population:
    """Return people of whom much is known late."""
    often = chance.choice((0.1, 0.3, 0.6))
    times = sorted({event.time for event in people.events})
    events = tuple(arriving(chance, row, often, times) for row in people.events)
    changes = tuple(arriving(chance, row, often, times) for row in people.changes)
    return replace(people, events=events, changes=changes)


def arriving(chance: Random, row: Row, often: float, times: Sequence[int]) -> Row:
    """Return a row that is handed over late, often just as something else happens."""
    if chance.random() > often:
        return row
    latest = row.time + chance.choice(LATEST)
    later: list[int] = [time for time in times if row.time <= time <= latest]
    if later and chance.random() < 0.5:
        return replace(row, arrival=chance.choice([*later[:6], *later[-1:]]))
    return replace(row, arrival=row.time + chance.choice(DELAYS))
