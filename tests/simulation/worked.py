"""Runs cases worked by hand through engine and oracle: in both forms, cut at many instants."""

import re
from collections.abc import Iterable, Mapping
from typing import Unpack

from journeys.document.journey import Journey
from journeys.people.population import Content, Customer, Event, Population
from journeys.simulation import state
from journeys.simulation.program import Program
from journeys.simulation.scratch import Machine
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import Decoder
from tests.oracle.worked import Asked, branch, held, journey, on, people, step
from tests.simulation.comparing import Said, built, compiled, expected, plain, said, stories

Line = tuple[object, ...]


def story(
    journeys: Journey | tuple[Journey, ...],
    population: Population,
    *reasons: str,
    **settings: Unpack[Asked],
) -> list[Line]:
    """Return what c's rows say as (time, step, reason, operands ...), of these reasons only.

    The oracle, the plain form, and a run that is cut right before, at and after every decision and
    put away each time, have to say the same.
    """
    some = (journeys,) if isinstance(journeys, Journey) else journeys
    world = some, population, RunSettings(**settings)
    program, dataset = built(world)
    machine = compiled(program, dataset)
    told = stories(program, dataset, machine)
    assert stories(program, dataset, plain(program, dataset)) == told
    assert expected(world) == told
    rows = told["c"]
    for shift in (-1, 0, 1):
        instants = sorted({row[0] + shift for row in rows if row[0] + shift < program.end})
        assert cut_story(compiled(program, dataset), program, 0, instants) == rows
    return lines(rows, *reasons)


def somebody(**attributes: Content) -> Population:
    """Return the customer c, who never did anything."""
    return Population({}, held([attributes]), (Customer("c", attributes),), (), ())


def lines(rows: Iterable[Said], *reasons: str) -> list[Line]:
    """Return rows of c as tuples."""
    return [
        (time, node, reason, *operands)
        for time, _, _, node, reason, operands in rows
        if not reasons or reason in reasons
    ]


def cut_story(
    machine: Machine, program: Program, place: int, instants: Iterable[int]
) -> list[Said]:
    """Run a customer from instant to instant, each state stored and gone on from."""
    decoder = Decoder(program)
    block = state.advance(machine, None, place, program.start)
    rows = machine.told()
    for until in (*instants, program.end):
        block = state.advance(machine, block, place, until)
        rows += machine.told()
    state.close(machine, block, place, program.end)
    rows += machine.told()
    return [said(telling) for telling in decoder.tellings(rows)]


def lacks(
    name: str, rows: Iterable[Event], attributes: Mapping[str, Content] | None = None
) -> list[bool]:
    """Return whether a variable is missing in a message, for one event named `in` after another."""
    words = step("sms", "m", text="{{ " + name + " }}")
    told = story(journey("t>m", on("in"), words), people(rows, attributes), "sent", "words_missing")
    full = re.sub(r"\['(\w+)'\]", r".\1", name)
    assert {line[3] for line in told if line[2] == "words_missing"} <= {full}
    return [line[2] == "words_missing" for line in told]


def answers(
    condition: Mapping[str, object],
    rows: Iterable[Event],
    attributes: Mapping[str, Content] | None = None,
    **settings: Unpack[Asked],
) -> list[tuple[object, ...]]:
    """Return (truth, actual value) of a comparison that is asked at each event named `in`."""
    asking = journey("t>b", on("in"), branch(condition))
    return [line[4:] for line in story(asking, people(rows, attributes), "leaf", **settings)]
