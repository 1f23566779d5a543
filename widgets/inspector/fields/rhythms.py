"""How often a schedule comes, as it is picked: of all rules there are, those with a form."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from journeys.clocks import WEEK, Weekday
from journeys.schedules import Rule, WallTime
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.days import day_names
from widgets.inspector.speech import translate

ONCE, RULE = "once", "rule"
DAILY, WEEKLY, MONTHLY, YEARLY = "DAILY", "WEEKLY", "MONTHLY", "YEARLY"
ORDINALS = (1, 2, 3, 4, -1)
LONGEST_MONTH = 31
LAST_MINUTE = time(23, 59)
LAST_DAY = "-1"


def rhythms() -> tuple[Option, ...]:
    """Return how often a schedule may come."""
    return (
        Option(ONCE, translate("Inspector", "Once")),
        Option(DAILY, translate("Inspector", "Every day")),
        Option(WEEKLY, translate("Inspector", "Every week")),
        Option(MONTHLY, translate("Inspector", "Every month")),
        Option(YEARLY, translate("Inspector", "Every year")),
        Option(RULE, translate("Inspector", "By a rule of its own")),
    )


def rhythm(repeat: str | None) -> str:
    """Return which of them a schedule is; one that no form can show is a rule of its own."""
    if repeat is None:
        return ONCE
    try:
        rule = Rule.parse(repeat)
    except ValueError:
        return RULE
    is_plain = rule.until is None or rule.until.time() == LAST_MINUTE
    return rule.frequency if is_plain and str(_bare(rule)) == begun(rule) else RULE


def again(before: str | None, repeat: str) -> str:
    """Return a rule at the distance, and with the end, that the one before has."""
    if before is None:
        return repeat
    old = Rule.parse(before)
    made = replace(Rule.parse(repeat), interval=old.interval, count=old.count, until=old.until)
    return str(made)


def _bare(rule: Rule) -> Rule:
    """Return a rule that comes every time, without an end."""
    return replace(rule, interval=1, count=None, until=None)


def begun(rule: Rule) -> str:
    """Return a rule with only what its form shows of it."""
    shown = Rule(rule.frequency)
    if rule.frequency == WEEKLY:
        return str(replace(shown, days=rule.days))
    if rule.frequency == MONTHLY and len(rule.days) == 1 and rule.days[0][0] in ORDINALS:
        return str(replace(shown, days=rule.days))
    days = dict(rule.lists).get("BYMONTHDAY", ())
    if rule.frequency == MONTHLY and len(days) == 1 and days[0] >= -1:
        return str(replace(shown, lists=(("BYMONTHDAY", days),)))
    return str(shown)


def fresh_rule(start: WallTime, wanted: str) -> str | None:
    """Return the rule a rhythm begins with, on the day of the start."""
    day = start.shown
    if wanted == ONCE:
        return None
    if wanted == WEEKLY:
        return str(Rule(WEEKLY, days=((0, day.weekday()),)))
    if wanted == MONTHLY:
        return str(Rule(MONTHLY, lists=(("BYMONTHDAY", (day.day,)),)))
    return str(Rule(wanted))


def week_days(start: WallTime, rule: Rule) -> tuple[Weekday, ...]:
    """Return the days of the week of a weekly rule."""
    chosen = {day for _, day in rule.days} or {start.shown.weekday()}
    return tuple(day for place, day in enumerate(WEEK) if place in chosen)


def with_week_days(days: tuple[Weekday, ...]) -> str:
    """Return the weekly rule of some days; of none it is all of them."""
    return str(Rule(WEEKLY, days=tuple((0, WEEK.index(day)) for day in days or WEEK)))


def month_days() -> tuple[Option, ...]:
    """Return the days of a month that can be picked."""
    said = translate("Inspector", "On day %s")
    numbered = [Option(str(day), said % day) for day in range(1, LONGEST_MONTH + 1)]
    last = Option(LAST_DAY, translate("Inspector", "On the last day"))
    on = translate("Inspector", "On the %(first)s %(day)s")
    counted = [
        Option(f"{ordinal}:{place}", on % {"first": words, "day": day})
        for ordinal, words in _ordinals().items()
        for place, day in enumerate(day_names().values())
    ]
    return (*numbered, last, *counted)


def month_day(start: WallTime, rule: Rule) -> str:
    """Return which of them a monthly rule names."""
    if rule.days:
        ordinal, day = rule.days[0]
        return f"{ordinal}:{day}"
    return str(dict(rule.lists).get("BYMONTHDAY", (start.shown.day,))[0])


def with_month_day(picked: str) -> str:
    """Return the monthly rule of a day that was picked."""
    ordinal, _, day = picked.partition(":")
    if day:
        return str(Rule(MONTHLY, days=((int(ordinal), int(day)),)))
    return str(Rule(MONTHLY, lists=(("BYMONTHDAY", (int(ordinal),)),)))


def _ordinals() -> Mapping[int, str]:
    words = (
        translate("Inspector", "first"),
        translate("Inspector", "second"),
        translate("Inspector", "third"),
        translate("Inspector", "fourth"),
        translate("Inspector", "last"),
    )
    return dict(zip(ORDINALS, words, strict=True))
