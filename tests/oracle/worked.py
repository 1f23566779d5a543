"""Few words to write down a case that is worked by hand."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import TypedDict, Unpack

from journeys.document.journey import Edge, Journey
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.people.population import (
    Change,
    ColumnType,
    Content,
    Customer,
    Event,
    Held,
    Population,
)
from journeys.people.response import ChannelResponse, Response, ResponseModel
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import Mode, Pause, RunSettings
from tests.oracle.run import Outcome, run

HOUR = 3_600
DAY = 86_400
TYPES = {str: ColumnType.TEXT, bool: ColumnType.TRUTH, int: ColumnType.WHOLE}
CERTAIN = Response(10_000)
NEVER = Response(0)


def at(text: str) -> int:
    """Return the epoch seconds of a time."""
    return int(datetime.fromisoformat(text).timestamp())


def step(kind: str, name: str, **fields: object) -> Node:
    """Return a step."""
    return kinds()[kind].model_validate({"id": name, **fields})


def on(event: str, name: str = "t", **fields: object) -> Node:
    """Return a trigger."""
    return step("event_trigger", name, event=event, **fields)


def wait(duration: str, name: str = "w") -> Node:
    """Return a wait."""
    return step("wait", name, duration=duration)


def branch(condition: Mapping[str, object], name: str = "b") -> Node:
    """Return a branch with the one path 'yes'."""
    return step("branch", name, branches=({"id": "yes", "condition": condition},))


def split(name: str = "x", **fields: object) -> Node:
    """Return an experiment with the arms a and b, where nothing else is said."""
    arms = ({"id": "a", "weight": 5_000}, {"id": "b", "weight": 5_000})
    return step("experiment", name, **{"experiment": "trial", "arms": arms, **fields})


def journey(paths: str, *steps: Node, **rules: object) -> Journey:
    """Return a journey; paths are written 't>w>f b.yes>m', 'next' where no port is said."""
    edges = []
    for path in paths.split():
        places = path.split(">")
        for start, end in pairwise(places):
            source, _, port = start.partition(".")
            target = end.partition(".")[0]
            said = port or ("sent" if source.startswith("m") else "next")
            edges.append(Edge.model_validate({"from": source, "port": said, "to": target}))
    return Journey.model_validate({"id": "j", "nodes": steps, "edges": edges, **rules})


def event(time: int, name: str, **properties: Content) -> Event:
    """Return an event of the customer c."""
    return Event("c", time, name, properties)


def change(time: int, **attributes: Content) -> Change:
    """Return a change of the customer c from a file."""
    return Change("c", time, attributes)


def people(
    events: Iterable[Event],
    attributes: Mapping[str, Content] | None = None,
    changes: Iterable[Change] = (),
) -> Population:
    """Return the customer c; a column is whatever its first value is."""
    rows, altered, own = tuple(events), tuple(changes), attributes or {}
    changing = [*(row.carries for row in rows), *(change.attributes for change in altered)]
    return Population(
        held(row.properties for row in rows),
        held([own, *changing]),
        (Customer("c", own),),
        rows,
        altered,
    )


def held(rows: Iterable[Mapping[str, Content]]) -> dict[str, Held]:
    """Return the types of columns; one that is never filled holds text."""
    columns: dict[str, Held] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None:
                kind = TYPES.get(type(value), ColumnType.DECIMAL)
                columns[name] = Held(kind, 4 if isinstance(value, Decimal) else 0)
            columns.setdefault(name, Held(ColumnType.TEXT))
    return columns


Line = tuple[object, ...]


class Asked(TypedDict, total=False):
    """What a run is asked to do, where it is not the usual."""

    mode: Mode
    start: int
    end: int
    zone: str
    responses: ResponseModel
    pauses: tuple[Pause, ...]
    asleep: tuple[tuple[int, int], ...]
    maximum_age: int
    sending: SendingRules


def story(
    journeys: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    **settings: Unpack[Asked],
) -> list[Line]:
    """Return what c's rows say as (time, step, reason, operands ...), of these reasons only."""
    return lines(outcome(journeys, population, **settings), *reasons)


def outcome(
    journeys: Journey | tuple[Journey, ...], population: Population, **settings: Unpack[Asked]
) -> Outcome:
    """Run."""
    some = (journeys,) if isinstance(journeys, Journey) else journeys
    return run(some, population, RunSettings(**settings))


def lines(found: Outcome, *reasons: str) -> list[Line]:
    """Return rows of c as tuples."""
    return [
        (row.time, row.node, row.reason, *row.operands)
        for row in found.rows["c"]
        if not reasons or row.reason in reasons
    ]


def reacting(
    opened: Response = NEVER,
    clicked: Response = NEVER,
    unsubscribed: Response = NEVER,
    goal: Response = NEVER,
    delay: int = 60,
) -> ResponseModel:
    """Return a model in which every reaction takes the same time on all channels."""
    table = (delay,) * 65
    channel = ChannelResponse(opened, clicked, unsubscribed, goal, table, table, table)
    return ResponseModel(channel, channel, channel, table)
