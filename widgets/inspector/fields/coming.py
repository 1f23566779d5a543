"""The next dates of a schedule in words: from today on, or as a run on older data meets them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from journeys.schedules import TooOftenError, WallTime, times
from widgets.inspector.speech import translate
from widgets.inspector.spoken_dates import spoken_date

SHOWN = 5
BETWEEN = " \u00b7 "
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Since:
    """From when on dates are shown: the day, and whether it is the one on which a run begins."""

    day: WallTime
    is_of_run: bool = False


def since(span: tuple[int, int] | None) -> Since:
    """Return today, or the first day of data that end before today.

    `span` are the instants of the first event and the last, in seconds since 1970.
    """
    today = WallTime.of(datetime.now(UTC).astimezone().replace(tzinfo=None)).seconds // DAY * DAY
    if span is None or span[1] >= today:
        return Since(WallTime(today))
    return Since(WallTime(span[0] // DAY * DAY), is_of_run=True)


def coming(start: WallTime, repeat: str | None, since: Since) -> str:
    """Return the next dates of a schedule in words, or what is wrong with it."""
    try:
        left = (WallTime.of(shown) for shown in times(start, repeat))
        found = [*islice((each for each in left if each >= since.day), SHOWN)]
        is_over = not found and next(times(start, repeat), None) is not None
    except TooOftenError:
        return translate("Inspector", "Daily is the most.")
    except ValueError as error:
        return translate("Inspector", "No date comes of this: %s.") % error
    begin = _said(since.day)
    if is_over:
        return translate("Inspector", "Does not come any more: it is over before %s.") % begin
    if not found:
        return translate("Inspector", "It never comes.")
    more = ["\u2026"] if len(found) == SHOWN else []
    dates = BETWEEN.join((*map(_said, found), *more))
    if not since.is_of_run:
        return translate("Inspector", "Comes next on %s") % dates
    form = translate("Inspector", "In a test run, from %(begin)s on, it comes on %(dates)s")
    return form % {"begin": begin, "dates": dates}


def _said(day: WallTime) -> str:
    return spoken_date(day.seconds, with_time=False)
