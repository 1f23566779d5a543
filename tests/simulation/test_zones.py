"""What the engine knows of a zone is what the zone's rules say, whatever the span of the run."""

import random
from bisect import bisect_right
from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from journeys.simulation.zones import history

NAMES = ("UTC", "Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")
DAY = 86_400
FIRST, LAST = 0, 2_300_000_000


@pytest.mark.parametrize("name", NAMES)
def test_a_zone_is_ahead_by_what_its_rules_say_at_every_instant_of_any_span(name: str) -> None:
    draw = random.Random(name)
    for _ in range(40):
        first = draw.randrange(FIRST, LAST)
        last = first + draw.randrange(1, 900 * DAY)
        instants, offsets = history(name, first, last)
        assert instants == sorted(set(instants))
        assert all(one != next_one for one, next_one in pairwise(offsets))
        shifts = [*instants[1:], *(instant - 1 for instant in instants[1:])]
        asked = [first, last, *shifts, *(draw.randrange(first, last + 1) for _ in range(50))]
        for instant in asked:
            known = offsets[bisect_right(instants, instant) - 1]
            there = datetime.fromtimestamp(instant, UTC).astimezone(ZoneInfo(name)).utcoffset()
            assert there is not None
            assert known == there.total_seconds()
