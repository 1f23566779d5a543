"""The best hour and the best channel: what a customer did, shrunk to the audience (R48, R306)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from journeys.durations import Duration
from journeys.sending.hours import Hours
from tests.oracle.calendar import first_valid, later, local
from tests.oracle.happening import Happening
from tests.oracle.quiet import is_quiet

EVERYTHING = 10_000
OF_HOUR, OF_CHANNEL = 5, 20
CHANNELS = ("email", "sms", "push", "in_app")
A_DAY = Duration(days=1)


@dataclass(frozen=True, slots=True)
class Learned:
    """What the whole audience did before the run: shares of opens by hour, rates by channel."""

    hours: Mapping[int, int] = field(default_factory=dict)
    rates: Mapping[str, int] = field(default_factory=dict)


def learned(audience: Sequence[tuple[str, Sequence[Happening]]]) -> Learned:
    """Return what is learned of customers: (zone at the start, rows handled before it) of each."""
    opens = Counter(
        local(row.time, zone).hour for zone, rows in audience for row in rows if is_open(row)
    )
    names = Counter(row.name for _, rows in audience for row in rows)
    rates = {
        channel: min(EVERYTHING, EVERYTHING * names[opened(channel)] // delivered)
        for channel in CHANNELS
        if (delivered := names[f"{channel}_delivered"])
    }
    return Learned(
        {hour: EVERYTHING * count // opens.total() for hour, count in opens.items()}, rates
    )


def is_open(row: Happening) -> bool:
    """Return whether a row says that a message was opened, on whatever channel (R111)."""
    return row.name == "opened" or row.name.endswith("_opened")


def opened(channel: str) -> str:
    """Return the event that shows that a message of a channel was of interest."""
    return "sms_clicked" if channel == "sms" else f"{channel}_opened"


def best_hour(
    now: int, zone: str, rows: Iterable[Happening], prior: Learned, quiet: Sequence[Hours]
) -> tuple[int, int] | None:
    """Return (hour, instant) of the best of the 24 hours from now on, None where none is left."""
    opens = Counter(local(row.time, zone).hour for row in rows if is_open(row))
    last = later(now, A_DAY, zone)
    found = [
        (-(EVERYTHING * opens[hour] + OF_HOUR * prior.hours.get(hour, 0)), instant, place, hour)
        for place, (hour, instant) in enumerate(hours_from(now, zone))
        if now <= instant <= last and not is_quiet(instant, zone, quiet)
    ]
    if not found:
        return None
    _, instant, _, hour = min(found)
    return hour, instant


def hours_from(now: int, zone: str) -> list[tuple[int, int]]:
    """Return the 24 local hours from now on: the one it is now, the others at h:00."""
    wall = local(now, zone).replace(tzinfo=None, fold=0, minute=0, second=0)
    ahead = (wall + timedelta(hours=hours) for hours in range(1, 24))
    return [(wall.hour, now), *((each.hour, first_valid(each, zone)) for each in ahead)]


def is_higher(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether one rate, as a fraction, is higher than another, compared crosswise."""
    return one[0] * other[1] > other[0] * one[1]


def rate(opens: int, messages: int, prior: int) -> tuple[int, int]:
    """Return the rate of a channel, as a fraction."""
    return EVERYTHING * opens + OF_CHANNEL * prior, messages + OF_CHANNEL
