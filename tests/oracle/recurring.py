"""The days that a rule to repeat by names (RFC 5545), one day after the other (R219)."""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = date(2199, 12, 31)
Rule = Mapping[str, str]


def walls(start: datetime, repeat: str | None) -> Iterator[datetime]:
    """Yield the local days and times of a schedule, in their order."""
    if repeat is None:
        yield start
        return
    rule = dict(part.split("=") for part in repeat.split(";"))
    until = datetime.fromisoformat(rule["UNTIL"]) if "UNTIL" in rule else None
    left = int(rule["COUNT"]) if "COUNT" in rule else -1
    day = start.date()
    while left and day < LAST:
        wall = datetime.combine(day, start.time())
        if until is not None and wall > until:
            return
        if is_in_period(day, start.date(), rule) and is_named(day, start.date(), rule):
            yield wall
            left -= 1
        day += timedelta(days=1)


def is_in_period(day: date, first: date, rule: Rule) -> bool:
    """Return whether a day lies in a day, week, month or year that the interval does not skip."""
    match rule["FREQ"]:
        case "DAILY":
            passed = (day - first).days
        case "WEEKLY":
            passed = (monday(day) - monday(first)).days // 7
        case "MONTHLY":
            passed = (day.year - first.year) * 12 + day.month - first.month
        case _:
            passed = day.year - first.year
    return passed % int(rule.get("INTERVAL", "1")) == 0


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def is_named(day: date, first: date, rule: Rule) -> bool:
    """Return whether a day is one that the rule names; what it leaves out, the start says."""
    names, numbers, months = (
        rule[part].split(",") if part in rule else None
        for part in ("BYDAY", "BYMONTHDAY", "BYMONTH")
    )
    often = rule["FREQ"]
    if months is None and often == "YEARLY" and names is None and numbers is None:
        months = [str(first.month)]
    if names is None and numbers is None and often in ("MONTHLY", "YEARLY"):
        numbers = [str(first.day)]
    if names is None and often == "WEEKLY":
        names = [DAYS[first.weekday()]]
    length = calendar.monthrange(day.year, day.month)[1]
    return (
        (months is None or str(day.month) in months)
        and (numbers is None or bool({str(day.day), str(day.day - length - 1)} & {*numbers}))
        and (names is None or any(is_day(day, name, length) for name in names))
    )


def is_day(day: date, name: str, length: int) -> bool:
    """Return whether a day is an MO, or of its month the second, 2MO, or the last, -1MO."""
    place, weekday = name[:-2], name[-2:]
    of_month = {str((day.day - 1) // 7 + 1), str(-((length - day.day) // 7 + 1))}
    return DAYS[day.weekday()] == weekday and (not place or place in of_month)
