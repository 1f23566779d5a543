"""The oracle: run journeys on a population, one customer after the other."""

from collections.abc import Iterable, Sequence

from journeys.document.journey import Journey
from journeys.people.population import Change, Event, Population
from journeys.simulation.settings import RunSettings
from tests.oracle.best import learned
from tests.oracle.customer import live, remember
from tests.oracle.fate import Fate
from tests.oracle.happening import recorded
from tests.oracle.plan import planned, span
from tests.oracle.profile import Profile
from tests.oracle.results import unit_results
from tests.oracle.rows import Outcome, Row, UnitResult
from tests.oracle.updates import made

Sleep = tuple[int, int]

__all__ = ["Outcome", "Row", "UnitResult", "run"]


def run(journeys: Sequence[Journey], population: Population, settings: RunSettings) -> Outcome:
    """Return what happens to everybody, and why."""
    start, end = span(tuple(journeys), population, settings)
    plans = tuple(sorted((planned(journey) for journey in journeys), key=lambda plan: plan.order))
    new = made(journeys, population.attributes, population.columns)
    events: dict[str, list[Event]] = {}
    changes: dict[str, list[Change]] = {}
    for event in population.events:
        events.setdefault(event.customer, []).append(event)
    for change in population.changes:
        if change.attributes:  # a row that says nothing is no change, R136
            changes.setdefault(change.customer, []).append(change)
    fates, lives = [], []
    for customer in population.customers:
        attributes = dict(customer.attributes)
        profile = Profile(customer.id, population.attributes, attributes, settings, new)
        fate = Fate(profile, plans, settings, population.columns, merged(settings.asleep))
        story = recorded(events.get(customer.id, ()))
        life = story, changes.get(customer.id, ())
        remember(fate, *life, start)
        fates.append(fate)
        lives.append(life)
    known = learned([(fate.profile.zone, fate.history) for fate in fates])
    for fate, life in zip(fates, lives, strict=True):
        fate.learned = known
        live(fate, *life, start, end)
    rows = {fate.profile.id: tuple(fate.rows) for fate in fates}
    return Outcome(rows, start, end, unit_results(fates, end))


def merged(sleeps: Iterable[Sleep]) -> tuple[Sleep, ...]:
    """Return spans in which nothing ran; those that overlap or touch are one (R228)."""
    found: list[Sleep] = []
    for begins, ends in sorted(each for each in sleeps if each[0] < each[1]):
        if found and begins <= found[-1][1]:
            found[-1] = found[-1][0], max(ends, found[-1][1])
        else:
            found.append((begins, ends))
    return tuple(found)
