"""Schedules in plain words: 'every week on Monday and Thursday at 09:00'."""

from collections.abc import Callable, Mapping, Sequence

from journeys.clocks import DAYS, WEEK
from journeys.schedules import Rule, WallTime

UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WORKDAYS = (0, 1, 2, 3, 4)
WORKING_DAYS = "Monday to Friday"


def said_schedule(start: WallTime, repeat: str | None) -> str:
    """Return when a schedule comes; a rule that makes no sense is shown as it is written."""
    clock = f"{start.shown:%H:%M}"
    if repeat is None:
        return f"once, on {said_day(start)} at {clock}"
    try:
        rule = Rule.parse(repeat)
    except ValueError:
        return f"by the rule {repeat}"
    return f"{_often(rule, start) or f'by the rule {repeat}'} at {clock}{_ends(rule)}"


def said_day(day: WallTime) -> str:
    """Return a day in words: '24 December 2026'."""
    return f"{day.shown.day} {MONTHS[day.shown.month - 1]} {day.shown.year}"


def listed(words: Sequence[str]) -> str:
    """Return words as one says them: 'Monday, Tuesday and Friday'."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _often(rule: Rule, start: WallTime) -> str:
    """Return how often a rule comes, or nothing where it is too rare a form to have words."""
    unit = UNITS[rule.frequency]
    every = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
    on = ON[rule.frequency](rule, start)
    if on == WORKING_DAYS:
        return f"{every}, {on}"
    return "" if on is None else f"{every} on {on}" if on else every


def _of_day(rule: Rule, start: WallTime) -> str | None:
    del start
    return None if rule.lists or rule.days else ""


def _of_week(rule: Rule, start: WallTime) -> str | None:
    days = sorted({day for _, day in rule.days} or {start.shown.weekday()})
    if rule.lists:
        return None
    return WORKING_DAYS if tuple(days) == WORKDAYS else listed([DAYS[WEEK[day]] for day in days])


def _of_month(rule: Rule, start: WallTime) -> str | None:
    lists = dict(rule.lists)
    if set(lists) - {"BYMONTHDAY"} or (lists and rule.days):
        return None
    return _counted(rule) if rule.days else _month_days(lists.get("BYMONTHDAY", (start.shown.day,)))


def _of_year(rule: Rule, start: WallTime) -> str | None:
    lists = dict(rule.lists)
    days = lists.get("BYMONTHDAY", (start.shown.day,))
    named = _month_days(days)
    if rule.days or set(lists) - {"BYMONTH", "BYMONTHDAY"} or named is None:
        return None
    months = [MONTHS[month - 1] for month in lists.get("BYMONTH", (start.shown.month,))]
    is_plain = len(months) == 1 and all(day > 0 for day in days)
    return (
        f"{listed(list(map(str, days)))} {months[0]}"
        if is_plain
        else f"{named} of {listed(months)}"
    )


ON: Mapping[str, Callable[[Rule, WallTime], str | None]] = {
    "DAILY": _of_day,
    "WEEKLY": _of_week,
    "MONTHLY": _of_month,
    "YEARLY": _of_year,
}


def _month_days(days: Sequence[int]) -> str | None:
    named = ["the last day" if day == -1 else f"day {day}" for day in days]
    return listed(named) if all(day > 0 or day == -1 for day in days) else None


def _counted(rule: Rule) -> str | None:
    known = [(ORDINALS.get(ordinal), DAYS[WEEK[day]]) for ordinal, day in rule.days]
    return listed([f"the {one} {day}" for one, day in known]) if all(o for o, _ in known) else None


def _ends(rule: Rule) -> str:
    if rule.count is not None:
        return f", {rule.count} times" if rule.count > 1 else ", one time"
    if rule.until is not None:
        return f", until {said_day(WallTime.of(rule.until))}"
    return ""
