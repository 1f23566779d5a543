"""Few words for cases about sending that are worked by hand, in days of June 2024, UTC."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Unpack

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Change, Content, Event, Population
from journeys.sending.rules import SendingRules
from tests.oracle.worked import Asked, Line, at, change, event, journey, on, step
from tests.simulation.worked import story

FINISH, OTHER = step("finish", "f"), step("finish", "o")
LEAST = 1_000_000_000
QUIET = (
    *("sent", "deferred", "deferral_moved", "deferred_too_long", "quiet_dropped", "capped"),
    *("suppressed", "no_address", "no_consent", "gate_closed", "gate_waiting", "words_missing"),
    *("exited", "left_by_goal", "restarted", "waiting", "best_hour"),
    *("context_too_old", "context_expired", "failed"),
)


def when(text: str) -> int:
    """Return the instant of a day and time of June 2024, such as 10T22:00 (a Monday)."""
    return at(f"2024-06-{text}Z")


def comes(text: str, name: str = "in", **properties: Content) -> Event:
    """Return an event at a day and time."""
    return event(when(text), name, **properties)


def becomes(text: str, **attributes: Content) -> Change:
    """Return a change from a file at a day and time."""
    return change(when(text), **attributes)


def rules(
    *quiet: Mapping[str, object] | str, caps: tuple[Mapping[str, object], ...] = ()
) -> SendingRules:
    """Return rules of a workspace; hours are written 22:00-06:00 where they are for all."""
    hours = [hours_of(each) if isinstance(each, str) else each for each in quiet]
    return SendingRules.model_validate({"quiet_hours": hours, "caps": caps})


def hours_of(text: str, **fields: object) -> dict[str, object]:
    """Return hours that are written 22:00-06:00."""
    start, _, end = text.partition("-")
    return {"start": start, "end": end, **fields}


def cap(name: str, count: int, within: str, **fields: object) -> dict[str, object]:
    """Return a cap."""
    return {"id": name, "count": count, "within": within, **fields}


def sms(name: str = "m", **fields: object) -> Node:
    """Return a message without words."""
    return step("sms", name, **fields)


def sends(message: Node, **fields: object) -> Journey:
    """Return a journey of one message."""
    ports = [port.id for port in message.ports() if port.id == "other_channel"]
    paths = " ".join(["t>m>f", *(f"m.{port}>o" for port in ports)])
    return journey(paths, on("in"), message, FINISH, OTHER, **fields)


def told(
    drawn: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    until: str = "30T00:00",
    **settings: Unpack[Asked],
) -> list[Line]:
    """Return (time, step, reason, operands ...), instants as days and times; of sending alone."""
    settings["end"] = when(until)
    found = story(drawn, population, *(reasons or QUIET), **settings)
    return [tuple(shown(part) for part in plain(line)) for line in found]


def plain(line: Line) -> Line:
    """Return a line without what `sent` tells of what is assumed."""
    return line[:4] if line[2] == "sent" else line


def shown(part: object) -> object:
    """Return an instant as a day and time of the month, and anything else as it is."""
    if not isinstance(part, int) or isinstance(part, bool) or part < LEAST:
        return part
    clock = datetime.fromtimestamp(part, UTC)
    return f"{clock:%dT%H:%M:%S}".removesuffix(":00")
