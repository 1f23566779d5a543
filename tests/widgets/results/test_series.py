"""Charts name round numbers and real days, and no more of them than fit."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.simulation.days import Days
from widgets.results.series import MOST_TICKS, count_ticks, day_ticks, series
from widgets.results.words import DASH, share
from widgets.theme import DARK, LIGHT, Theme


@given(most=st.integers(0, 10**9))
def test_counts_have_three_to_five_lines_and_room_for_the_most(most: int) -> None:
    ticks = count_ticks(most)
    assert 3 <= len(ticks) <= 5
    assert ticks[0] == 0
    assert ticks[-1] >= most
    assert len({after - before for before, after in pairwise(ticks)}) == 1


@given(first=st.dates(date(2000, 1, 1), date(2100, 1, 1)), count=st.integers(1, 2_900))
def test_days_are_those_of_the_calendar_and_each_month_is_said(first: date, count: int) -> None:
    ticks = day_ticks(first, count)
    assert 1 <= len(ticks) <= MOST_TICKS + 1
    for place, words in ticks:
        day = first + timedelta(days=round(place))
        assert words == f"{day.day} {day:%b}"
        assert place < count


@given(whole=st.integers(1, 10**6), data=st.data())
def test_a_share_is_never_said_to_be_nothing_or_all_when_it_is_not(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    assert (share(part, whole) == "0%") == (part == 0)
    assert (share(part, whole) == "100%") == (part == whole)
    assert share(part, 0) == DASH


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_are_told_apart_without_their_colours(theme: Theme) -> None:
    sent = {"email": (1, 2), "sms": (2, 1), "push": (0, 1)}
    lines = series(Days(date(2026, 1, 5), (3, 4), sent, (1, 0), 10, 10), theme, "In", "Not sent")
    assert len({line.stroke for line in lines}) == len({line.colour for line in lines}) == 5
