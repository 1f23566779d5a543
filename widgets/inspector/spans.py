"""A duration as amounts and units: how it is picked, and what it means on the clock."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from journeys.durations import Duration
from widgets.inspector.speech import translate

Unit = Literal["seconds", "minutes", "hours", "days", "weeks", "months", "years"]
UNITS: tuple[Unit, ...] = get_args(Unit)
CALENDAR = frozenset({"months", "years"})

IN_MONTHS = {"months": 1, "years": 12}
IN_DAYS = {"days": 1, "weeks": 7}
IN_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3_600}
DAY_HOURS = 24
HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Span:
    """An amount of one unit."""

    amount: int
    unit: Unit


def spans(duration: Duration) -> tuple[Span, ...]:
    """Return a duration in the fewest amounts: the calendar's months and days, then exact time."""
    return tuple(_spans(duration)) or (Span(0, "minutes"),)


def duration_of(parts: Iterable[Span]) -> Duration:
    """Return the duration of all amounts; raises ValueError where it is longer than any may be."""
    months = days = seconds = 0
    for part in parts:
        months += part.amount * IN_MONTHS.get(part.unit, 0)
        days += part.amount * IN_DAYS.get(part.unit, 0)
        seconds += part.amount * IN_SECONDS.get(part.unit, 0)
    return Duration.parse(str(Duration(months, days, seconds)))


def unit_words(amount: int) -> Mapping[Unit, str]:
    """Return what each unit is called after an amount."""
    if amount == 1:
        return {
            "seconds": translate("Inspector", "second"),
            "minutes": translate("Inspector", "minute"),
            "hours": translate("Inspector", "hour"),
            "days": translate("Inspector", "day"),
            "weeks": translate("Inspector", "week"),
            "months": translate("Inspector", "month"),
            "years": translate("Inspector", "year"),
        }
    return {
        "seconds": translate("Inspector", "seconds"),
        "minutes": translate("Inspector", "minutes"),
        "hours": translate("Inspector", "hours"),
        "days": translate("Inspector", "days"),
        "weeks": translate("Inspector", "weeks"),
        "months": translate("Inspector", "months"),
        "years": translate("Inspector", "years"),
    }


def meaning(duration: Duration, *, looks_back: bool) -> str:
    """Return what a duration means on the clock, where that is worth a word."""
    if duration == Duration():
        return translate("Inspector", "No time at all.")
    if looks_back:
        days = translate("Inspector", "A day counts as 24 hours.")
        return days if duration.days else ""
    if duration.is_exact:
        exact = translate(
            "Inspector", "Exactly 24 hours each day. For the same time of day, pick days."
        )
        return "" if duration.seconds % (DAY_HOURS * HOUR) else exact
    if duration.seconds:
        return translate("Inspector", "First days by the customer's calendar, then exact time.")
    return translate(
        "Inspector", "Until the same time of day by the customer's clock, even when clocks change."
    )


def _spans(duration: Duration) -> Iterator[Span]:
    if duration.months:
        years, months = divmod(duration.months, 12)
        yield Span(duration.months, "months") if months else Span(years, "years")
    if duration.days:
        weeks, days = divmod(duration.days, 7)
        yield Span(duration.days, "days") if days else Span(weeks, "weeks")
    if duration.seconds:
        yield _exact(duration.seconds)


def _exact(seconds: int) -> Span:
    if seconds % 3_600 == 0:
        return Span(seconds // 3_600, "hours")
    return Span(seconds // 60, "minutes") if seconds % 60 == 0 else Span(seconds, "seconds")
