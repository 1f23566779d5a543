"""Cases worked by hand from R70, R150 and R151: trails, carts, arms, and newer entry events."""

from collections.abc import Iterable
from typing import Unpack

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Event
from journeys.simulation.settings import Mode
from tests.oracle.worked import (
    CERTAIN,
    DAY,
    HOUR,
    Asked,
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
from tests.simulation.worked import lacks, story

FINISH = step("finish", "f")


def says(*names: str, kind: str = "sms", node: str = "m") -> Node:
    """Return a message that asks for variables."""
    return step(kind, node, text="".join("{{ " + name + " }}" for name in names))


def verdicts(
    journeys: tuple[Journey, ...], rows: Iterable[Event], **settings: Unpack[Asked]
) -> list[bool]:
    """Return for each message in turn whether something was missing."""
    told = story(journeys, people(rows), "sent", "words_missing", **settings)
    return [line[2] == "words_missing" for line in told]


def test_r151_the_trail_is_what_was_handled_before_newest_first() -> None:
    rows = [
        event(0, "view", colour="red"),
        event(1, "in"),
        event(1, "view"),
        event(2, "in"),
        event(3, "in", colour="red"),
        event(4, "in"),
    ]
    assert lacks("before.view[0].colour", rows) == [False, True, True, True]
    assert lacks("before.view[1].colour", rows) == [True, False, False, False]
    assert lacks("before.view[-1].colour", rows) == [False, False, False, False]
    assert lacks("before.view[-2].colour", rows) == [True, True, True, True]
    assert lacks("before.in[0].colour", rows) == [True, True, True, False]
    assert lacks("before.in[0].at", rows) == [True, False, False, False]
    assert lacks("before.view[0].name", rows) == [True, True, True, True]
    assert lacks("before['view'][1].at", rows) == [True, False, False, False]


def test_r151_the_trail_has_ten_at_most() -> None:
    rows = [event(time, "view", first=1 if time == 0 else None) for time in range(11)]
    for count, last in ((9, True), (10, False), (11, False)):
        many = [*rows[:count], event(99, "in")]
        assert lacks("before.view[9].at", many) == [last]
        assert lacks("before.view[10].at", many) == [True]
        assert lacks("before.view[-10].at", many) == [last]
        assert lacks("before.view[-1].first", many) == [count == 11]


def test_r151_without_a_trail_there_is_no_list() -> None:
    rows = [event(0, "in"), event(1, "view"), event(2, "in")]
    assert lacks("before.view", rows) == [True, False]
    assert lacks("before.never", rows) == [True, True]


def test_r70_the_trail_goes_back_before_the_run() -> None:
    drawing = journey("t>m>f", on("in"), says("before.view[0].at"), FINISH)
    told = story(drawing, people([event(0, "view"), event(10, "in")]), start=10)
    assert told[1] == (10, "m", "sent", "sms", True, True, 0)


@pytest.mark.parametrize(("time", "missing"), [(60, [True]), (61, [False])])
def test_r151_the_trail_has_what_the_run_made_up(time: int, missing: list[bool]) -> None:
    mailing = journey("t>m", on("add"), says(kind="email"), id="i")
    asking = journey("t>m", on("in"), says("before.email_opened[0].at"))
    rows = [event(0, "add"), event(5, "email_opened"), event(time, "in")]
    settings: Asked = {"mode": Mode.MIXED, "responses": reacting(opened=CERTAIN, delay=60)}
    # The recorded one is dropped; of one instant the recorded event comes before the made-up one.
    assert verdicts((mailing, asking), rows, **settings)[1:] == missing


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("event.size", [False]),
        ("event.colour", [True]),
        ("event.at", [False]),
        ("before.add[0].colour", [False]),
        ("before.sms_clicked[0].at", [False]),
    ],
)
def test_r112_an_entry_by_a_made_up_event_has_what_that_carries(
    name: str, missing: list[bool]
) -> None:
    rules = {"goals": ({"id": "g", "event": "buy", "carries": ("size",)},)}
    drawing = journey("t>m", on("add"), says(), id="i", **rules)
    bought = journey("t>m", on("buy"), says(name))
    rows = [event(0, "add", size=3, colour="red"), event(HOUR, "end")]
    reacts = reacting(clicked=CERTAIN, goal=CERTAIN, delay=60)
    found = verdicts((drawing, bought), rows, mode=Mode.MIXED, responses=reacts)
    assert found == [False, *missing]


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("cart", [False, True, False, False]),
        ("cart.lines", [False, True, False, False]),
        ("cart.items", [False, True, False, False]),
        ("cart.id", [False, True, False, False]),
        ("cart.value", [False, True, False, False]),
        ("cart.other", [True, True, True, True]),
        ("cart.lines[0].sku", [False, True, True, False]),
        ("cart.lines[0].at", [False, True, True, False]),
        ("cart.lines[0].size", [True, True, True, True]),
        ("cart.lines[1].size", [True, True, True, False]),
        ("cart.lines[2].size", [True, True, True, True]),
        ("cart.lines[-1].sku", [False, True, True, False]),
        ("cart.lines[-2].sku", [True, True, True, False]),
        ("cart.lines.sku", [True, True, True, True]),
    ],
)
def test_r150_a_cart_has_the_lines_up_to_the_entry(name: str, missing: list[bool]) -> None:
    rows = [
        event(0, "in", cart="c", sku="a"),
        event(1, "add", sku="b", price=5),
        event(2, "in", sku="b", size=3),  # in no cart
        event(3, "view", cart="C", size=3),  # no product
        event(3, "in", cart="C"),
        event(4, "add", cart="c", sku="b", size=3),
        event(DAY, "in", cart="c"),
        event(DAY, "add", cart="c", sku="d", size=9),  # later
    ]
    assert lacks(name, rows) == missing


def test_r150_without_prices_a_cart_has_no_value_and_without_products_no_lines() -> None:
    rows = [event(0, "in", cart="c", price=None)]
    assert lacks("cart.value", rows) == [False]  # no row has a price, but the data have the column
    rows = [event(0, "in", cart="c", sku="a", qty=2)]
    assert lacks("cart.value", rows) == [True]
    assert lacks("cart.items", rows) == [False]
    rows = [event(0, "in", cart="")]
    assert lacks("cart.lines", rows) == [False]
    assert lacks("cart.lines[0]", rows) == [True]


@pytest.mark.parametrize(
    ("first", "second"),
    [("cart_id", "cart"), ("cart", "basket_id"), ("product_id", "product"), ("product", "sku")],
)
def test_r148_a_cart_goes_by_the_first_of_the_names_that_the_data_have(
    first: str, second: str
) -> None:
    said = {"cart": "c", "product": "p", second: "x"}
    said.pop(first, None)
    entry, other = event(0, "in", **said), event(1, "view", **{first: "x"})
    assert lacks("cart.lines[0].at", [entry]) == [False]
    assert lacks("cart.lines[0].at", [entry, other]) == [True]


ARM = "experiment.trial.arm"


def test_r151_an_arm_is_there_once_this_entry_has_passed_the_experiment() -> None:
    for paths, missing in (("t>m>w", [True, True]), ("t>x x.a>m x.b>m", [False, False])):
        drawing = journey(paths, on("in"), split(), says(ARM), wait("PT1H"))
        assert verdicts((drawing,), [event(0, "in"), event(2 * HOUR, "in")]) == missing


def test_r151_an_arm_of_another_entry_is_not_there() -> None:
    first = journey("t>x", on("in"), split(), id="a")
    second = journey("t>m", on("in"), says(ARM), id="b")
    assert verdicts((first, second), [event(0, "in")]) == [True]
    # Two entries of one journey: the one that asks before it passes has none, though dealt before.
    late = {"kind": "entry", "name": "late", "value": True}
    drawing = journey(
        "t>b b.yes>m b.else>x", on("in"), branch(late), split(), says(ARM), entry={"key": "late"}
    )
    rows = [event(0, "in", late=False), event(1, "in", late=True)]
    assert verdicts((drawing,), rows) == [True]


def test_r151_an_arm_that_is_kept_is_there_too_in_a_loop_as_well() -> None:
    drawing = journey(
        "t>m>w>x x.a>m x.b>m",
        on("in"),
        says(ARM),
        wait("PT2H"),
        split(),
        loops={"maximum_visits": 3},
    )
    rows = [event(0, "in"), event(9 * HOUR, "end")]
    assert verdicts((drawing,), rows) == [True, False, False]


NEWER = {"when_active": "update_context"}


@pytest.mark.parametrize(
    ("name", "is_missing"),
    [
        ("event.old", True),
        ("event.new", False),
        ("session.source", True),
        ("before.in[0].old", False),
        ("before.view[0].at", False),
        ("before.late[0].at", True),
        ("cart.lines[0].new", False),
        ("cart.lines[0].old", True),
    ],
)
def test_r151_after_an_update_everything_is_of_the_newer_event(
    name: str, *, is_missing: bool
) -> None:
    rows = [
        event(0, "in", old=1, cart="c", sku="a", source="ad"),
        event(1, "view"),
        event(40 * 60, "in", new=1, cart="d", sku="a"),
        event(41 * 60, "late"),
    ]
    drawing = journey("t>w>m", on("in"), wait("PT1H"), says(name), entry=NEWER)
    assert verdicts((drawing,), rows) == [is_missing]


def test_r151_without_an_update_everything_stays_that_of_the_entry() -> None:
    rows = [event(0, "in", old=1), event(1, "in", new=1), event(2, "view")]
    for name, is_missing in (("event.old", False), ("event.new", True), ("before.view", True)):
        drawing = journey("t>w>m", on("in"), wait("PT1H"), says(name))
        assert verdicts((drawing,), rows) == [is_missing]


def test_r151_an_update_takes_no_arm_away() -> None:
    drawing = journey(
        "t>x x.a>w x.b>w w>m", on("in"), split(), wait("PT1H"), says(ARM), entry=NEWER
    )
    assert verdicts((drawing,), [event(0, "in"), event(1, "in")]) == [False]
