"""Where the customers of the made-up shop live, and when in their day they go shopping."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import numpy as np

from journeys.simulation.dataset import Int64
from journeys.simulation.zones import history

DAY = 86_400
HOUR = 3_600
FIRST = int(datetime(2026, 1, 5, tzinfo=UTC).timestamp())
DAYS = 90
LAST = FIRST + DAYS * DAY
EVENING = 4 * HOUR

BY_HOUR = (
    14, 8, 5, 4, 4, 7, 18, 36, 48, 55, 60, 62,
    70, 62, 54, 52, 56, 64, 76, 96, 112, 104, 72, 36,
)  # fmt: skip
BY_WEEKDAY = (105, 95, 95, 100, 90, 110, 135)


@dataclass(frozen=True, slots=True)
class Market:
    """A place with a zone, a country and a language; `weight` says how many live there."""

    zone: str
    country: str
    language: str
    weight: int


MARKETS = (
    Market("Europe/Zurich", "CH", "de", 14),
    Market("Europe/Berlin", "DE", "de", 20),
    Market("Europe/Vienna", "AT", "de", 6),
    Market("Europe/Paris", "FR", "fr", 10),
    Market("Europe/London", "GB", "en", 14),
    Market("Europe/Lisbon", "PT", "pt", 4),
    Market("Europe/Madrid", "ES", "es", 6),
    Market("America/New_York", "US", "en", 9),
    Market("America/Chicago", "US", "en", 5),
    Market("America/Los_Angeles", "US", "en", 5),
    Market("America/Sao_Paulo", "BR", "pt", 3),
    Market("Asia/Tokyo", "JP", "ja", 2),
    Market("Australia/Sydney", "AU", "en", 2),
)


@cache
def _offsets(zone: str) -> tuple[Int64, Int64]:
    instants, offsets = history(zone, FIRST - 2 * DAY, LAST + 2 * DAY)
    return np.array(instants, np.int64), np.array(offsets, np.int64)


def instants(market: Int64, local: Int64) -> Int64:
    """Return int64[n] epoch seconds of clocks on the wall, kept inside the ninety days.

    `local` counts seconds as if the clock showed UTC; a time outside the span moves by a day.
    """
    found = np.empty_like(local)
    for place, home in enumerate(MARKETS):
        here = market == place
        changes, offsets = _offsets(home.zone)
        usual = local[here] - offsets[0]
        found[here] = local[here] - offsets[np.searchsorted(changes, usual, side="right") - 1]
    found = np.where(found < FIRST, found + DAY, found)
    return np.where(found >= LAST - EVENING, found - DAY, found)
