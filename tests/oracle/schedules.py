"""Entering by the clock: what is to come, and when it is due (R217, R219)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from journeys.nodes.schedule_trigger import ScheduleTrigger
from tests.oracle.calendar import first_valid
from tests.oracle.fate import Fate
from tests.oracle.plan import Plan
from tests.oracle.recurring import walls


class Days:
    """The local times of a schedule, worked out as far as somebody asks."""

    def __init__(self, seconds: int, repeat: str | None) -> None:
        """Begin with none."""
        start = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
        self.found: list[datetime] = []
        self.ahead: Iterator[datetime] = walls(start, repeat)

    def at(self, place: int) -> datetime | None:
        """Return one of them by its place, None beyond the last."""
        while len(self.found) <= place:
            day = next(self.ahead, None)
            if day is None:
                return None
            self.found.append(day)
        return self.found[place]


@cache
def days(seconds: int, repeat: str | None) -> Days:
    """Return the local times of a schedule."""
    return Days(seconds, repeat)


def pass_over(fate: Fate, start: int) -> None:
    """Leave out what lies before the start of the run (R219)."""
    for plan, trigger in scheduled(fate):
        place = 0
        while (instant := instant_of(fate, trigger, place)) is not None and instant < start:
            place += 1
        fate.had[plan.journey.id, trigger.id] = place


def next_entries(fate: Fate) -> list[int]:
    """Return when each schedule comes next; what a new zone moved into the past is now."""
    found = (
        instant_of(fate, trigger, fate.had[plan.journey.id, trigger.id])
        for plan, trigger in scheduled(fate)
    )
    return [max(fate.due, instant) for instant in found if instant is not None]


def due(fate: Fate, plan: Plan, trigger: ScheduleTrigger) -> Iterator[tuple[str, bool]]:
    """Yield (cause, is missed) of each occurrence that is due; everybody has each once (R2)."""
    place = plan.journey.id, trigger.id
    while True:
        instant = instant_of(fate, trigger, fate.had[place])
        if instant is None or instant > fate.due:
            return
        fate.had[place] += 1
        yield str(fate.due), fate.is_missed(instant_of(fate, trigger, fate.had[place]))


def instant_of(fate: Fate, trigger: ScheduleTrigger, place: int) -> int | None:
    """Return the instant of an occurrence by the clock in force, None beyond the last."""
    wall = days(trigger.start.seconds, trigger.repeat).at(place)
    zone = fate.profile.zone if trigger.zone == "customer" else fate.settings.zone
    return None if wall is None else first_valid(wall, zone)


def scheduled(fate: Fate) -> list[tuple[Plan, ScheduleTrigger]]:
    """Return the schedules of all journeys."""
    return [
        (plan, trigger)
        for plan in fate.plans
        for trigger in plan.timed
        if isinstance(trigger, ScheduleTrigger)
    ]
