"""Long histories: ten times the events of each customer against the events of each."""

from collections.abc import Iterator

import numpy as np

from journeys.document.journey import Journey
from journeys.people.population import Customer, Event, Population
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.packing import pack
from journeys.simulation.program import Program
from journeys.simulation.scratch import Machine
from journeys.simulation.settings import RunSettings
from tests.benchmarks.line import Line, seconds
from tests.oracle.worked import branch, held, journey, on, step

TEN = 10
LIMIT = 12.0
CUSTOMERS = 500
EVENTS = 100
EVERY = 600


def lines(repetitions: int) -> Iterator[Line]:
    """Time customers of a thousand events each against as many of a hundred, on one thread.

    At each event six questions about what they did are asked, and an earlier one is looked for;
    then, in another journey, five that are harder to answer without looking at every event.
    """
    for drawing, questions in ((drawn(), "seven questions"), (harder(), "five harder questions")):
        machines = [prepared(drawing, count) for count in (EVENTS, TEN * EVENTS)]
        few, many = (best(machine, program, repetitions) for machine, program in machines)
        yield Line(
            benchmark="engine",
            case=f"long histories: 500 customers of 1,000 events, {questions} at each",
            subject="against as many of 100 events",
            value=many / few,
            unit="times the time",
            against="limit",
            against_value=LIMIT,
            ratio=LIMIT / (many / few),
        )


def best(machine: Machine, program: Program, repetitions: int) -> float:
    """Return the best of some runs, in seconds, after one that takes the memory it needs."""
    machine.run(0, CUSTOMERS, program.end)
    return min(seconds(lambda: machine.run(0, CUSTOMERS, program.end)) for _ in range(repetitions))


def prepared(drawing: Journey, count: int) -> tuple[Machine, Program]:
    """Return customers of so many events each, laid out for the journey that asks."""
    dataset = encode(people(count))
    program = compile_program([drawing], dataset, RunSettings())
    return Machine(program.numbers, program.counted, pack(program.numbers, dataset)), program


def people(count: int) -> Population:
    """Return customers who add something every ten minutes."""
    chance = np.random.default_rng(count)
    amounts = chance.integers(1, 90, (CUSTOMERS, count)).tolist()
    rows = tuple(
        Event(f"c{number}", EVERY * at, "add", {"amount": amounts[number][at]})
        for at in range(count)
        for number in range(CUSTOMERS)
    )
    customers = tuple(Customer(f"c{number}", {}) for number in range(CUSTOMERS))
    return Population(held(row.properties for row in rows), {}, customers, rows, ())


def drawn() -> Journey:
    """Return a journey that asks for much at each event, then looks back."""
    asked: list[dict[str, object]] = [
        {"value": 3},
        {"value": 3, "within": "P1D"},
        {"measure": "sum", "of": "amount", "value": 9},
        {"measure": "average", "of": "amount", "value": 9, "within": "P7D"},
        {"measure": "maximum", "of": "amount", "value": 9},
        {"measure": "last", "of": "amount", "value": 1},
    ]
    tests = [
        {"kind": "behaviour", "event": "add", "operator": "at_least", **each} for each in asked
    ]
    again = {"id": "again", "event": "add"}
    looks = step("wait_event", "w", branches=(again,), look_back="PT6H", timeout="PT1M")
    condition = {"kind": "all", "of": tests}
    return journey("t>b b.yes>w", on("add"), branch(condition), looks)


def harder() -> Journey:
    """Return a journey that asks, at each event, what is not counted up alone."""
    adds = {"event": "add"}
    asked: list[dict[str, object]] = [
        {"kind": "behaviour", **adds, "operator": "at_least", **each}
        for each in (
            {"measure": "distinct", "of": "amount", "value": 1},
            {"measure": "distinct", "of": "amount", "value": 1, "within": "P3D"},
            {"measure": "minimum", "of": "amount", "value": 1, "within": "P3D"},
        )
    ]
    asked.append({"kind": "sequence", "first": adds, "then": adds, "same": "amount"})
    unanswered = {"kind": "sequence", "first": adds, "then": adds, "but_not": True}
    asked.append({**unanswered, "gap": "PT6H", "same": "amount", "within": "P7D"})
    condition = {"kind": "any", "of": [{"kind": "not", "of": each} for each in asked]}
    return journey("t>b b.yes>f", on("add"), branch(condition), step("finish", "f"))
