"""When it is quiet on the customer's wall, and when it is not any more (R42, R300, R303)."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from journeys.clocks import WEEK
from journeys.content.message import Message
from journeys.sending.hours import Hours, SendWindow
from journeys.sending.rules import SendingRules
from tests.oracle.calendar import first_valid, local

DAYS_AHEAD = 16  # what a gap of the clock swallows comes again a week later


def hours_of(message: Message, rules: SendingRules) -> tuple[Hours, ...]:
    """Return the hours that hold for a message; for one that is transactional none do."""
    if message.transactional:
        return ()
    quiet = (
        each for each in rules.quiet_hours if not each.channels or message.channel in each.channels
    )
    return (*quiet, *((message.send_window,) if message.send_window is not None else ()))


def is_quiet(instant: int, zone: str, hours: Iterable[Hours]) -> bool:
    """Return whether an instant lies in quiet hours, or outside a send window."""
    wall = local(instant, zone)
    return any(lies_in(wall, each) is not isinstance(each, SendWindow) for each in hours)


def lies_in(wall: datetime, hours: Hours) -> bool:
    """Return whether the wall shows a time in [start, end), over night where start > end."""
    second = wall.hour * 3_600 + wall.minute * 60 + wall.second
    start, end = hours.start.seconds, hours.end.seconds
    if start < end:
        return start <= second < end and is_named(wall, hours)
    if second >= start:
        return is_named(wall, hours)
    return second < end and is_named(wall - timedelta(days=1), hours)


def is_named(wall: datetime, hours: Hours) -> bool:
    """Return whether hours begin on a day."""
    return not hours.days or WEEK[wall.weekday()] in hours.days


def first_open(since: int, zone: str, hours: tuple[Hours, ...]) -> int | None:
    """Return the first instant from one on that is not quiet, None where there is none."""
    turns = {since, *turns_of(since, zone, hours)}
    return next(
        (turn for turn in sorted(turns) if turn >= since and not is_quiet(turn, zone, hours)), None
    )


def turns_of(since: int, zone: str, hours: tuple[Hours, ...]) -> Iterator[int]:
    """Yield every instant at which it may turn quiet, or stop being quiet: edges and switches."""
    today = local(since, zone).replace(tzinfo=None, fold=0, hour=0, minute=0, second=0)
    edges = {0, *(edge.seconds for each in hours for edge in (each.start, each.end))}
    for ahead in range(-1, DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        for edge in edges:
            wall = day + timedelta(seconds=edge)
            first = first_valid(wall, zone)
            yield first
            yield from again(first, wall, zone)
        yield from switch(first_valid(day, zone), zone)


def again(first: int, wall: datetime, zone: str) -> Iterator[int]:
    """Yield the second time that the wall shows a time, where the clock is put back."""
    later = local(first, zone).replace(fold=1)
    instant = int(later.timestamp())
    if instant > first and local(instant, zone).replace(tzinfo=None, fold=0) == wall:
        yield instant


def switch(begins: int, zone: str) -> Iterator[int]:
    """Yield the instant at which the clock is put forward or back in the 27 hours from one on."""
    before, after = begins, begins + 27 * 3_600
    offset = local(after, zone).utcoffset()
    if local(before, zone).utcoffset() == offset:
        return
    while after - before > 1:
        middle = (before + after) // 2
        if local(middle, zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    yield after
