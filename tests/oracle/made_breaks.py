"""Made-up breaks: pauses of journeys, and times in which nothing runs (R226, R228)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from journeys.document.journey import Journey
from journeys.people.population import Population
from journeys.simulation.settings import Pause, Policy, RunSettings
from tests.oracle.plan import span

PAUSES = (1, 600, 3_600, 3_600, 3_601, 7_200, 10_800, 86_400, 259_200)
AROUND = (0, 0, 0, 1, -1, 600, 3_600)
SLEEPS = (1, 59, 600, 3_600, 3_600, 10_800, 43_200, 86_400, 172_800, 604_800)
BESIDE = (0, 0, 0, 1, -1, -600)
AGES = (0, 1, 3_600, 86_399, 86_400, 86_400, 604_800)


def paused(
    chance: Random, drawings: Sequence[Journey], people: Population, settings: RunSettings
) -> RunSettings:
    """Return a run in which journeys pause, often as something happens."""
    times = sorted({event.time for event in people.events}) or [settings.start or 0]
    pauses = (
        pause
        for drawing in drawings
        if chance.random() < 0.7
        for pause in pauses_of(chance, drawing.id, times)
    )
    return replace(settings, pauses=tuple(pauses))


def pauses_of(chance: Random, journey: str, times: Sequence[int]) -> Iterator[Pause]:
    """Yield one to three pauses of a journey, which neither overlap nor touch."""
    last = None
    for _ in range(chance.choice((1, 1, 2, 3))):
        begins = chance.choice(times) + chance.choice(AROUND)
        if last is not None and begins <= last:
            continue
        later = [time for time in times if time > begins]
        if later and chance.random() < 0.5:
            last = chance.choice(later[:8]) + chance.choice((0, 0, 0, 1))
        else:
            last = begins + chance.choice(PAUSES)
        yield Pause(journey, begins, last, chance.choice((*Policy,)))


def slept(
    chance: Random, drawings: Sequence[Journey], people: Population, settings: RunSettings
) -> RunSettings:
    """Return a run in which nothing runs now and then, and rows grow too old sooner or later."""
    start, end = span(tuple(drawings), people, settings)
    bounds = [bound for pause in settings.pauses for bound in (pause.start, pause.end)]
    times = sorted({*(event.time for event in people.events), *bounds})
    inside = [time for time in times if start < time < end] or [start + 1]
    sleeps = tuple(
        into(chance, chance.choice(settings.pauses))
        if settings.pauses and chance.random() < 0.5
        else sleep_of(chance, inside, times)
        for _ in range(chance.choice((1, 1, 2, 3)))
    )
    return replace(settings, asleep=sleeps, maximum_age=chance.choice(AGES))


def into(chance: Random, pause: Pause) -> tuple[int, int]:
    """Return a sleep that begins before a pause, and ends in it or about then."""
    begins = pause.start - chance.choice((1, 600, 3_600, 10_800, 86_400))
    return begins, chance.randint(pause.start, pause.end + 1)


def sleep_of(chance: Random, inside: Sequence[int], times: Sequence[int]) -> tuple[int, int]:
    """Return a sleep that begins at one time or about then, often until another."""
    begins = chance.choice(inside) + chance.choice(BESIDE)
    later = [time for time in times if time > begins]
    if later and chance.random() < 0.4:
        return begins, chance.choice(later[:8]) + chance.choice((0, 0, 0, 1, 300))
    return begins, begins + chance.choice(SLEEPS)
