"""Cases worked by hand from R204 and R205: random samples, and asking for an arm."""

from hashlib import sha256
from typing import Any

import pytest

from journeys.document.journey import Journey
from journeys.people.population import Customer, Event, Population
from journeys.simulation.settings import RunSettings
from tests.oracle.draws import mix
from tests.oracle.run import run
from tests.oracle.worked import (
    Line,
    branch,
    change,
    event,
    journey,
    on,
    people,
    split,
    wait,
)
from tests.simulation.worked import answers, story

IN = [event(0, "in")]
UNTOLD = {"kind": "arm", "experiment": "trial"}


def test_r204_a_sample_is_drawn_as_arms_are_with_its_name_as_salt() -> None:
    name, unit = (int.from_bytes(sha256(text).digest()[:8], "big") for text in (b"fans", b"c"))
    point = (mix(name ^ mix(unit)) >> 32) * 10_000 >> 32
    assert 0 < point < 9_999
    for share in (0, point, point + 1, 10_000):
        asks = {"kind": "sample", "name": "fans", "share": share}
        assert answers(asks, IN) == [(share > point, point)]


def test_r204_a_share_is_that_of_the_customers_whatever_the_seed() -> None:
    asks = {"kind": "sample", "name": "fans", "share": 3_000}
    drawing = journey("t>b", on("in"), branch(asks))
    names = [f"u{number}" for number in range(1_000)]
    many = Population(
        {}, {}, tuple(map(Customer, names)), tuple(Event(name, 0, "in") for name in names)
    )
    first, second = (
        [
            [row.operands for row in rows if row.reason == "leaf"]
            for rows in run((drawing,), many, RunSettings(seed=seed)).rows.values()
        ]
        for seed in (1, 2)
    )
    assert first == second
    assert abs(sum(truth is True for ((_, truth, _),) in first) - 300) < 50


def asking(**fields: object) -> Journey:
    """Return a journey that asks for the arm, and deals none."""
    return journey("t>b", on("ask"), branch({**UNTOLD, **fields}), id="z")


def asked(dealing: Journey, *rows: Event, **fields: object) -> list[tuple[object, ...]]:
    """Return what is answered at each event named `ask`, beside a journey that deals arms."""
    return [line[4:] for line in told((dealing, asking(**fields)), *rows)]


def told(journeys: tuple[Journey, ...], *rows: Event) -> list[Line]:
    """Return the questions asked."""
    return story(journeys, people(rows), "leaf")


DEALING = journey("t>x", on("in"), split())


@pytest.mark.parametrize(
    ("fields", "held"),
    [
        ({"value": "a"}, True),
        ({"value": "A"}, False),  # exactly
        ({"value": "b"}, False),
        ({"operator": "is_not", "value": "b"}, True),
        ({"operator": "is_not", "value": "a"}, False),
        ({"operator": "is_not", "value": "A"}, True),
        ({"operator": "one_of", "value": ("b", "a")}, True),
        ({"operator": "one_of", "value": ("b", "A")}, False),
        ({"operator": "none_of", "value": ("b", "A")}, True),
        ({"operator": "is_present"}, True),
        ({"operator": "is_missing"}, False),
    ],
)
def test_r205_the_stored_arm_is_asked_for_by_its_id(
    fields: dict[str, Any],
    held: bool,  # noqa: FBT001 an expected answer
) -> None:
    # The customer c falls at 4,928: the arm a.
    assert asked(DEALING, event(0, "in"), event(1, "ask"), **fields) == [(held, "a")]


@pytest.mark.parametrize(
    ("fields", "held"),
    [
        ({"value": "a"}, False),
        ({"operator": "is_not", "value": "a"}, False),
        ({"operator": "none_of", "value": ("b",)}, False),
        ({"operator": "is_missing"}, True),
    ],
)
def test_r205_and_r35_unassigned_is_missing_and_asking_assigns_nothing(
    fields: dict[str, Any],
    held: bool,  # noqa: FBT001 an expected answer
) -> None:
    rows = (event(0, "ask"), event(1, "ask"))
    assert asked(DEALING, *rows, **fields) == [(held, None)] * 2
    # An experiment that nobody deals out has no arms at all.
    unheard = {**fields, "experiment": "other"}
    assert asked(DEALING, event(0, "in"), event(1, "ask"), **unheard) == [(held, None)]


def test_r205_whichever_entry_it_came_from() -> None:
    late = {"kind": "entry", "name": "late", "value": True}
    paths = "t>b b.yes>b2 b.else>x"
    ask = branch({**UNTOLD, "operator": "is_present"}, "b2")
    drawing = journey(paths, on("in"), branch(late), ask, split())
    rows = [event(0, "in", late=True), event(1, "in", late=False), event(2, "in", late=True)]
    assert [line[0:1] + line[4:] for line in story(drawing, people(rows), "leaf")] == [
        (0, True, True),
        (0, False, None),
        (1, False, False),
        (2, True, True),
        (2, True, "a"),
    ]


def test_r205_the_unit_is_of_the_kind_the_experiment_declares() -> None:
    by_key = journey("t>x", on("in"), split(unit="key"), entry={"key": "n"})
    with_key = journey(
        "t>b", on("ask"), branch({**UNTOLD, "operator": "is_present"}), id="z", entry={"key": "n"}
    )
    # The key k1 falls at 8,726, the key k3 is never dealt.
    rows = (event(0, "in", n="k1"), event(1, "ask", n="k1"), event(2, "ask", n="k3"))
    assert [line[4:] for line in told((by_key, with_key), *rows)] == [(True, "b"), (False, None)]
    # Without a key the unit is the customer, who was not dealt to an arm.
    assert asked(by_key, *rows, operator="is_present") == [(False, None)] * 2


def test_r205_a_household_is_that_of_now() -> None:
    dealing = journey("t>x", on("in"), split(unit="household"))
    rows = [event(0, "in"), event(1, "ask"), event(3, "ask")]
    crowd = people(rows, {"household": "h"}, [change(2, household="other")])
    lines = story((dealing, asking(operator="is_present")), crowd, "leaf")
    assert [line[4:] for line in lines] == [(True, "a"), (False, None)]


def test_r205_an_arm_that_is_gone_here_is_still_the_one_that_is_stored() -> None:
    other = split(arms=({"id": "c", "weight": 10_000},), fallback="c")
    keeping = journey(
        "t>w>x x.c>b", on("in"), wait("PT1H"), other, branch({**UNTOLD, "value": "a"}), id="k"
    )
    rows = people([event(0, "in")])
    assert story((DEALING, keeping), rows, "arm_kept", "leaf") == [
        (3_600, "x", "arm_kept", "c"),
        (3_600, "b", "leaf", 0, True, "a"),
    ]


def test_r205_the_holdout_is_an_arm_called_holdout() -> None:
    arms = ({"id": "a", "weight": 1_000},)
    dealing = journey("t>x", on("in"), split(arms=arms, holdout=9_000))
    rows = (event(0, "in"), event(1, "ask"))
    assert asked(dealing, *rows, value="holdout") == [(True, "holdout")]
