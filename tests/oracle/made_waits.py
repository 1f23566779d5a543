"""Made-up waits: until a time of day, until a date, until one of several things happens."""

from random import Random
from typing import Any

from journeys.clocks import WEEK
from journeys.document.node import Node
from journeys.nodes.wait import Wait
from journeys.nodes.wait_date import WaitDate
from journeys.nodes.wait_event import Catch, WaitEvent
from journeys.nodes.wait_time import WaitTime
from tests.oracle.made_ageing import may_age
from tests.oracle.made_behaviours import perhaps_filter
from tests.oracle.made_people import EVENTS
from tests.oracle.made_questions import Around

WAITS = (Wait, WaitDate, WaitTime, WaitEvent)
EXACT = ("PT10M", "PT1H", "PT1H", "PT1H", "PT3H", "PT24H", "PT1S")
CALENDAR = ("P1D", "P1D", "P2D", "P1DT1H", "P1W", "P1M")
TIME_OUTS = ("PT1S", "PT10M", "PT1H", "PT3H", "PT6H", "PT24H", "P1D", "P1D", "P2D", "P1W", "P1M")
# Hours of switches, of waking up, of the half hour that Lord Howe moves by.
TIMES = ("00:00", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00", "07:00", "09:00", "21:00")
DATES = (
    *("2024-03-10", "2024-03-10T02:30", "2024-11-03T01:30", "2024-11-03T06:30:00Z"),
    *("2024-04-07T01:45", "2024-10-06T02:15", "2024-02-29", "2024-06-10T06:13:20.9Z"),
    *("2024-03-11T02:30:00-04:00", "2024-06-11", "2024-10-07", "2024-12-31T23:59:59"),
)
OFFSETS = (None, None, None, "PT90M", "P1D", "P2D", "P2DT1H", "P1W", "P1M", "P1M1D", "P1Y")
OTHERWISE = ("continue", "branch", "branch", "exit")
LOOK_BACKS = ("none", "since_entry", "since_trigger", "since_trigger", "PT10M", "PT3H", "P1D")
CAUGHT = ("seen", "order")
AWAITED = (*EVENTS, *EVENTS, "email_opened", "sms_clicked")


def waiting(chance: Random, kind: str, name: str, around: Around) -> Node:
    """Return a wait of a kind."""
    match kind:
        case "wait_time":
            return until_time(chance, name)
        case "wait_date":
            return until_date(chance, name)
        case "wait_event":
            return until_event(chance, name, around)
        case _:
            return Wait.model_validate({"id": name, "duration": chance.choice(EXACT + CALENDAR)})


def until_time(chance: Random, name: str) -> WaitTime:
    """Return a wait until a time of day, or for a window of the day."""
    time, until = chance.sample(TIMES, 2)
    made: dict[str, Any] = {"time": time, "until": until if chance.random() < 0.4 else None}
    days = chance.sample(WEEK, chance.choice((0, 0, 0, 1, 2, 5)))
    return WaitTime(id=name, weekdays=tuple(days), **made)


def until_date(chance: Random, name: str) -> WaitDate:
    """Return a wait until a fixed date, or one of the customer's, or of the entry event."""
    made: dict[str, Any] = {
        "time": chance.choice(TIMES),
        "offset": chance.choice(OFFSETS),
        "before": chance.random() < 0.3,
        "if_past": chance.choice(OTHERWISE),
        "if_missing": chance.choice(OTHERWISE),
    }
    match chance.choice(("date", "attribute", "attribute", "entry", "entry")):
        case "date":
            made["date"] = chance.choice(DATES)
        case "attribute":
            made["attribute"] = chance.choice(("since", "since", "birthday", "birthday", "points"))
        case _:
            made["entry"] = chance.choice(("due", "due", "ready", "ready", "gift"))
    return WaitDate(id=name, **made)


def until_event(chance: Random, name: str, around: Around) -> WaitEvent:
    """Return a wait for events and conditions."""
    branches = (
        awaited(chance, f"p{number}", around) for number in range(chance.choice((1, 2, 2, 3)))
    )
    made: dict[str, Any] = {
        "timeout": chance.choice(TIME_OUTS),
        "look_back": chance.choice(LOOK_BACKS),
    }
    return WaitEvent(id=name, branches=tuple(branches), **made)


def awaited(chance: Random, name: str, around: Around) -> Catch:
    """Return something to wait for."""
    if chance.random() < 0.35:
        return Catch(id=name, condition=may_age(chance, around))
    return Catch(
        id=name,
        event=chance.choice(AWAITED),
        where=perhaps_filter(chance, 0.3),
        match_key=chance.random() < 0.6,
        name=chance.choice((None, *CAUGHT, *CAUGHT)),
    )
