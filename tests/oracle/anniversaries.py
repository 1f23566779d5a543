"""Entering on a date that is known of a customer, once or every year (R17, R220)."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, datetime

from journeys.nodes.date_trigger import DateTrigger
from journeys.people.population import Content
from tests.oracle.calendar import first_valid, later, local
from tests.oracle.dates import DAYS_ONLY, is_date, on, written
from tests.oracle.fate import Dated, Fate
from tests.oracle.plan import Plan

LAST_YEAR = 2200


def note_dates(fate: Fate) -> None:
    """Look at what dates there are; of a new one, what lies before now does not happen."""
    for plan, trigger in dated(fate):
        key = plan.journey.id, trigger.id
        value = fate.profile.attributes.get(trigger.attribute)
        known = fate.dates.get(key)
        if known is not None and known.value == value:
            continue
        fate.dates[key] = found = Dated(value)
        while (instant := instant_of(fate, trigger, found)) is not None and instant < fate.due:
            found.place += 1


def next_dates(fate: Fate) -> list[int]:
    """Return when each date comes next; what a new zone moved into the past is now."""
    note_dates(fate)
    found = (next_of(fate, plan, trigger) for plan, trigger in dated(fate))
    return [max(fate.due, instant) for instant in found if instant is not None]


def due_dates(fate: Fate, plan: Plan, trigger: DateTrigger) -> Iterator[tuple[str, bool]]:
    """Yield (cause, is missed) of each that is due; a cause says the date, and which year (R2)."""
    key = plan.journey.id, trigger.id
    while (instant := next_of(fate, plan, trigger)) is not None and instant <= fate.due:
        cause = cause_of(fate, trigger, fate.dates[key])
        fate.dates[key].place += 1
        fate.causes.add((*key, cause))
        yield cause, fate.is_missed(next_of(fate, plan, trigger))


def next_of(fate: Fate, plan: Plan, trigger: DateTrigger) -> int | None:
    """Return the instant of the next occurrence that was not asked before, if there is one."""
    key = plan.journey.id, trigger.id
    found = fate.dates[key]
    while (instant := instant_of(fate, trigger, found)) is not None:
        if (*key, cause_of(fate, trigger, found)) not in fate.causes:
            return instant
        found.place += 1
    return None


def cause_of(fate: Fate, trigger: DateTrigger, found: Dated) -> str:
    """Return the value and the year, 0 where it does not come every year."""
    year = own_wall(fate, trigger, found.value).year + found.place if trigger.yearly else 0
    return f"{found.value}\x1f{year}"


def instant_of(fate: Fate, trigger: DateTrigger, found: Dated) -> int | None:
    """Return when an occurrence is, by the zone in force."""
    held = fate.profile.held.get(trigger.attribute)
    if not is_date(found.value, held) or (found.place and not trigger.yearly):
        return None
    zone = fate.profile.zone
    if not found.place:
        base = own_instant(fate, trigger, found.value)
    else:
        wall = own_wall(fate, trigger, found.value)
        year = wall.year + found.place
        if year >= LAST_YEAR:
            return None
        day = 28 if (wall.month, wall.day) == (2, 29) and not isleap(year) else wall.day
        base = first_valid(wall.replace(year=year, day=day), zone)
    return (
        base if trigger.offset is None else later(base, trigger.offset, zone, back=trigger.before)
    )


def own_instant(fate: Fate, trigger: DateTrigger, value: Content) -> int:
    """Return the instant of the date itself (R211)."""
    return value if isinstance(value, int) else written(str(value), trigger.time, fate.profile.zone)


def own_wall(fate: Fate, trigger: DateTrigger, value: Content) -> datetime:
    """Return the local day and time of the date; an instant is seen by the zone in force."""
    if isinstance(value, str):
        if len(value) == DAYS_ONLY:
            return on(date.fromisoformat(value), trigger.time)
        read = datetime.fromisoformat(value)
        if read.tzinfo is None:
            return read.replace(microsecond=0)
    return local(own_instant(fate, trigger, value), fate.profile.zone).replace(tzinfo=None, fold=0)


def dated(fate: Fate) -> list[tuple[Plan, DateTrigger]]:
    """Return the starts around a date of all journeys."""
    return [
        (plan, trigger)
        for plan in fate.plans
        for trigger in plan.timed
        if isinstance(trigger, DateTrigger)
    ]
