"""One customer with very many events takes time that grows with them, not with their square."""

from collections.abc import Callable
from functools import partial

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Population
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.packing import pack
from journeys.simulation.scratch import PlainMachine
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import (
    CERTAIN,
    branch,
    event,
    journey,
    on,
    people,
    reacting,
    split,
    step,
    wait,
)
from tests.work import lines_run

FEW, MANY = 150, 1_200
EAGER = reacting(CERTAIN, CERTAIN, goal=CERTAIN, delay=600)
DONE = step("finish", "f")
BUYS = ({"id": "g", "event": "buy", "window": "P7D"},)


def life(count: int, keys: int) -> Population:
    """Return one customer who adds something every ten minutes, to so many carts in turn."""
    return people(
        [event(600 * at, "add", cart=f"c{at % keys}", amount=at % 7) for at in range(count)]
    )


def carts(count: int) -> Population:
    """Return one customer who never adds to the same cart twice."""
    return life(count, count)


def one_cart(count: int) -> Population:
    """Return one customer who always adds to the same cart."""
    return life(count, 1)


def often(**more: object) -> dict[str, object]:
    """Return a comparison with how often something was added, or another measure of it."""
    return {"kind": "behaviour", "event": "add", "operator": "at_least", "value": 2, **more}


def asking(condition: dict[str, object]) -> Journey:
    """Return a journey that asks for something at each event."""
    return journey("t>b b.yes>f", on("add"), branch(condition), DONE)


def sequence(**more: object) -> dict[str, object]:
    """Return a comparison with what was added after it was added."""
    return {"kind": "sequence", "first": {"event": "add"}, "then": {"event": "add"}, **more}


def hurried(count: int) -> Population:
    """Return one customer who adds something every second."""
    return people([event(each, "add") for each in range(count)])


LIVES: dict[str, tuple[Journey, Callable[[int], Population], RunSettings]] = {
    "entered and left at once": (journey("t>f", on("add"), DONE), one_cart, RunSettings()),
    "a goal that is never reached": (
        journey("t>f", on("add"), DONE, goals=BUYS),
        one_cart,
        RunSettings(),
    ),
    "a wait for each": (journey("t>w>f", on("add"), wait("PT5M"), DONE), one_cart, RunSettings()),
    "a key for each": (
        journey("t>w>f", on("add"), wait("PT5M"), DONE, entry={"key": "cart"}),
        carts,
        RunSettings(),
    ),
    "a unit for each": (
        journey("t>x x.a>f x.b>f", on("add"), split(unit="key"), DONE, entry={"key": "cart"}),
        carts,
        RunSettings(),
    ),
    "messages that tire": (
        journey("t>m>f", on("add"), step("email", "m"), DONE),
        hurried,
        RunSettings(mode=Mode.MIXED, responses=EAGER),
    ),
    "how often so far": (asking(often()), carts, RunSettings()),
    "how much so far": (asking(often(measure="sum", of="amount")), carts, RunSettings()),
    "how often lately": (asking(often(within="PT6H")), carts, RunSettings()),
    "how many different so far": (
        asking(often(measure="distinct", of="cart")),
        carts,
        RunSettings(),
    ),
    "how many different lately": (
        asking(often(measure="distinct", of="amount", within="P7D")),
        carts,
        RunSettings(),
    ),
    "the least lately": (
        asking(often(measure="minimum", of="amount", within="P7D")),
        carts,
        RunSettings(),
    ),
    "one after another": (asking(sequence(same="cart")), one_cart, RunSettings()),
    "one without another": (
        asking(sequence(but_not=True, gap="PT5M", same="cart", within="P7D")),
        carts,
        RunSettings(),
    ),
    "a segment that ages": (
        journey(
            "t>f",
            on("add"),
            DONE,
            step("segment_trigger", "s", segment="few"),
            segments=[{"id": "few", "condition": often(operator="at_most", within="P3D")}],
        ),
        carts,
        RunSettings(),
    ),
    "what came before it": (
        asking({"kind": "context", "name": "before.add[3].amount", "value": 1}),
        carts,
        RunSettings(),
    ),
    "a change for each": (
        journey(
            "t>u>f",
            on("add"),
            step("update_profile", "u", changes=({"attribute": "n", "do": "add", "value": 1},)),
            DONE,
        ),
        carts,
        RunSettings(),
    ),
    "looking back for each": (
        journey(
            "t>w.again>f",
            on("add"),
            step(
                "wait_event",
                "w",
                branches=({"id": "again", "event": "add"},),
                look_back="PT6H",
                timeout="PT1M",
            ),
            DONE,
        ),
        carts,
        RunSettings(),
    ),
    "answers to each message": (
        journey("t>m>f", on("add"), step("email", "m"), DONE, goals=BUYS),
        one_cart,
        RunSettings(mode=Mode.GENERATED, responses=EAGER),
    ),
}


@pytest.mark.parametrize("what", LIVES)
def test_a_long_life_takes_time_in_proportion(what: str) -> None:
    """Eight times the events, at most twelve times the lines of the plain kernel that are run."""
    drawing, living, settings = LIVES[what]
    ran = []
    for count in (FEW, MANY):
        dataset = encode(living(count))
        program = compile_program([drawing], dataset, settings)
        customers = pack(program.numbers, dataset)
        machine = PlainMachine(program.numbers, program.counted, customers)
        ran.append(lines_run(partial(machine.run, 0, 1, program.end)))
        assert machine.tally[program.counts["journey", drawing.id][0]] == count
    assert ran[1] < 12 * ran[0]
