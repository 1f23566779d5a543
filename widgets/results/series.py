"""What a chart of days is drawn from: one line a series, in its colour, with its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from journeys.simulation.days import Days
from widgets.theme import Theme

Stroke = Literal["main", "plain", "dashed", "mixed", "fine", "dotted"]

CHANNELS: Mapping[str, str] = MappingProxyType(
    {"email": "E-mail", "sms": "SMS", "push": "Push", "in_app": "In-app"}
)
STROKES: Mapping[str, Stroke] = MappingProxyType(
    {"email": "plain", "sms": "dashed", "push": "mixed", "in_app": "fine"}
)
PITCHES = (1, 2, 5, 7, 14, 28, 56, 91, 182, 364)
MOST_TICKS = 8
STEPS = (1, 2, 5)
LINES = 4


@dataclass(frozen=True, slots=True)
class Series:
    """A line of a chart: its name, its count a day, its colour and how it is stroked."""

    title: str
    counts: tuple[int, ...]
    colour: str
    stroke: Stroke = "plain"

    @property
    def total(self) -> int:
        """How many there were on all days together."""
        return sum(self.counts)


def series(days: Days, theme: Theme, entries: str, not_sent: str) -> tuple[Series, ...]:
    """Return the lines of a chart of days: entries, each channel, and what was not sent.

    No two have the same stroke, so that nobody has to tell them apart by colour.
    """
    found = [Series(entries, days.entries, theme.ink, "main")]
    found += [
        Series(CHANNELS[channel], counts, theme.tints[channel].ink, STROKES[channel])
        for channel, counts in days.sent.items()
    ]
    if any(days.not_sent):
        found.append(Series(not_sent, days.not_sent, theme.second_ink, "dotted"))
    return tuple(found)


def day_ticks(first: date, count: int) -> tuple[tuple[float, str], ...]:
    """Return (place, words) of the days named below a chart."""
    pitch = next((each for each in PITCHES if count <= each * MOST_TICKS), PITCHES[-1])
    found: list[tuple[float, str]] = []
    for place in range(0, count, pitch):
        day = first + timedelta(days=place)
        found.append((float(place), f"{day.day} {day:%b}"))
    return tuple(found)


def count_ticks(most: int) -> tuple[int, ...]:
    """Return round numbers from nothing to at least the most, three to five of them."""
    size = 1
    while True:
        for step in STEPS:
            if step * size * LINES >= max(most, LINES):
                pitch = step * size
                last = -(-max(most, 1) // pitch)
                return tuple(pitch * place for place in range(max(last, 2) + 1))
        size *= 10
