"""Asks a condition of the customer c by the engine, in both of its forms, and by the oracle."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TypeAlias

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Change, Content, Event, Population
from journeys.simulation.settings import RunSettings
from tests.oracle.worked import branch, event, journey, on, people, step
from tests.simulation.comparing import Said, built, compiled, expected, plain, stories

Answer: TypeAlias = tuple[bool, Content]

ENTER = "in"


def told(
    journeys: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    settings: RunSettings | None = None,
) -> list[Said]:
    """Return what is decided about c, of these reasons; engine and oracle must agree on all."""
    some = (journeys,) if isinstance(journeys, Journey) else journeys
    world = some, population, settings or RunSettings()
    program, dataset = built(world)
    found = stories(program, dataset, plain(program, dataset))
    assert stories(program, dataset, compiled(program, dataset)) == found
    assert expected(world) == found
    return [row for row in found["c"] if not reasons or row[4] in reasons]


def answers(
    condition: Mapping[str, object],
    rows: Iterable[Event],
    *,
    at: int | None = None,
    attributes: Mapping[str, Content] | None = None,
    changes: Iterable[Change] = (),
    settings: RunSettings | None = None,
    **rules: object,
) -> list[Answer]:
    """Return (truth, actual value) each time the condition is asked, on entering by `in`.

    With `at` one entry at that instant is added behind the rows.
    """
    events = [*rows, *([] if at is None else [event(at, ENTER)])]
    drawn = asking(condition, **rules)
    leaves = told(drawn, people(events, attributes, changes), "leaf", settings=settings)
    return [(row[5][1] is True, row[5][2]) for row in leaves]


def asking(condition: Mapping[str, object], *before: Node, **rules: object) -> Journey:
    """Return a journey that asks a condition, right away or behind other steps."""
    steps = (on(ENTER), *before, branch(condition), step("finish", "f"))
    paths = [f"{one.id}>{other.id}" for one, other in pairwise(steps)]
    paths[-1] = "b.yes>f"
    return journey(" ".join(paths), *steps, **rules)


def problems_of(drawn: Journey, *others: Journey) -> list[tuple[str, str | None]]:
    """Return (code, step) of what is wrong with a journey, but for ways that lead nowhere."""
    found = problems(drawn, others)
    return [(each.code, each.node) for each in found if each.code != "path_ends"]
