"""The filter for dates and times, in the customer's own time zone."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from journeys.content.filters.asking import Content, UnfitError, kind, text

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STYLES: Mapping[str, str] = {
    "day": "%e %B %Y",
    "short": "%e %b",
    "long": "%A, %e %B %Y",
    "weekday": "%A",
    "month": "%B %Y",
    "year": "%Y",
    "iso": "%Y-%m-%d",
    "time": "%H:%M",
    "moment": "%e %B %Y, %H:%M",
}
CODES: Mapping[str, Callable[[datetime], str]] = {
    "d": lambda moment: f"{moment.day:02}",
    "e": lambda moment: str(moment.day),
    "m": lambda moment: f"{moment.month:02}",
    "B": lambda moment: MONTHS[moment.month - 1],
    "b": lambda moment: MONTHS[moment.month - 1][:3],
    "Y": lambda moment: f"{moment.year:04}",
    "y": lambda moment: f"{moment.year % 100:02}",
    "A": lambda moment: DAYS[moment.weekday()],
    "a": lambda moment: DAYS[moment.weekday()][:3],
    "H": lambda moment: f"{moment.hour:02}",
    "I": lambda moment: f"{moment.hour % 12 or 12}",
    "M": lambda moment: f"{moment.minute:02}",
    "p": lambda moment: ("am", "pm")[moment.hour // 12],
    "%": lambda _: "%",
}
LONGEST_STYLE = 100
FIRST, LAST = -62_135_596_800 + 86_400, 253_402_300_799 - 86_400


def moment(value: Content, style: Content = "day", *, zone: str = "UTC") -> str:
    """Write a date or a time as the customer's clock shows it: `{{ event.at|date }}`.

    Styles: day (25 November 2026), short (25 Nov), long (Wednesday, 25 November 2026), weekday,
    month, year, iso (2026-11-25), time (14:05), moment (25 November 2026, 14:05); or a pattern of
    %d %e %m %B %b %Y %y %A %a %H %I %M %p. Instants are seconds since 1970 or ISO texts; a date
    alone, or a time without a zone, stands as it is written.
    """
    pattern = STYLES.get(text(style), text(style))
    if "%" not in pattern or len(pattern) > LONGEST_STYLE:
        raise UnfitError(f"There is no date style {pattern[:40]!r}: {', '.join(STYLES)}.")
    return _written(_local(value, zone), pattern)


def _written(when: datetime, pattern: str) -> str:
    first, *rest = pattern.split("%")
    made, skips = [first], False
    for place, part in enumerate(rest):
        if skips:
            made.append(part)
            skips = False
        elif part:
            if part[0] not in CODES:
                raise UnfitError(f"A date knows no %{part[0]}.")
            made.append(CODES[part[0]](when) + part[1:])
        else:
            made.append("%")
            skips = place + 1 < len(rest)
    return "".join(made)


def _local(value: Content, zone: str) -> datetime:
    """Return a moment as the clocks of a zone show it."""
    if type(value) in (int, float):
        if not FIRST <= value <= LAST:  # type: ignore[operator] # a number
            raise UnfitError("This number is no moment in seconds since 1970.")
        return datetime.fromtimestamp(int(value), UTC).astimezone(_zone(zone))  # type: ignore[arg-type] # a number
    if not isinstance(value, str):
        raise UnfitError(f"A date is needed, and this is {kind(value)}.")
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise UnfitError(f"The text {value[:40]!r} is no date.") from error
    if found.tzinfo is None:
        return found
    try:
        return found.astimezone(_zone(zone))
    except OverflowError as error:
        raise UnfitError(f"The date {value[:40]!r} is out of reach.") from error


@lru_cache(maxsize=1_000)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise UnfitError(f"There is no time zone {name[:40]!r}.") from error
