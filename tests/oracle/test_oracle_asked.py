"""Cases worked by hand from R208: conditions ask for the session, the trail and the cart."""

from decimal import Decimal

import pytest

from journeys.people.population import Event
from tests.oracle.worked import (
    DAY,
    HOUR,
    branch,
    event,
    journey,
    on,
    people,
    step,
    wait,
)
from tests.simulation.worked import answers, story


def value(name: str, rows: list[Event]) -> object:
    """Return what the context says at the last event, which is named `in`."""
    asks = {"kind": "context", "name": name, "operator": "is_present"}
    truth, actual = answers(asks, rows)[-1]
    assert truth is (actual is not None)
    return actual


VISIT = [
    event(0, "view", source="ad", referrer=None),
    event(DAY, "view", source="mail", referrer="x", page="/a"),
    event(DAY + 60, "email_opened", source="no"),
    event(DAY + 90, "add", source="no", page=None),
    event(DAY + 100, "pageview"),
    event(DAY + 120, "in", page="/b"),
]


@pytest.mark.parametrize(
    ("name", "actual"),
    [
        ("session.started", DAY),
        ("session.duration", 120),
        ("session.source", "mail"),
        ("session.referrer", "x"),
        ("session.campaign", None),
        ("session.pages", 3),  # /a, the pageview, /b
        ("before.view[0].page", "/a"),
        ("before.view[0].at", DAY),
        ("before.view[1].source", "ad"),
        ("before.view[1].page", None),
        ("before.view[2].at", None),
        ("before.in[0].at", None),
        ("cart.items", None),
    ],
)
def test_r208_the_session_and_the_trail_have_values(name: str, actual: object) -> None:
    assert value(name, VISIT) == actual


def test_r149_where_nothing_is_a_page_every_event_counts_as_one() -> None:
    rows = [event(0, "add"), event(1, "email_opened"), event(2, "add"), event(3, "in")]
    assert value("session.pages", rows) == 3
    assert value("session.pages", [*rows[:3], event(3, "in", page="/")]) == 1
    assert value("session.pages", [*rows[:3], event(3, "in", page="")]) == 1
    by_id = [event(0, "view", session="s"), event(DAY, "in", session="s")]
    assert value("session.duration", by_id) == DAY
    assert value("session.pages", by_id) == 1


def test_r208_a_name_with_dots_is_that_of_one_property() -> None:
    rows = [event(0, "view", **{"utm.term": "shoes", "utm": "x"}), event(1, "in")]
    assert value("before.view[0].utm.term", rows) == "shoes"
    assert value("before.view[0].utm", rows) == "x"


CARTS = [
    event(0, "add", cart="c", sku="a", qty=2, price=Decimal("1.25")),
    event(1, "add", cart="c", sku="b", qty=None, price=Decimal(10)),
    event(2, "add", cart="c", sku="b", qty=3, price=None),
    event(3, "add", cart="d", sku="b", qty=5, price=Decimal(100)),
    event(4, "add", cart="c", qty=5, price=Decimal(100)),  # no product
    event(5, "in", cart="c"),
]


@pytest.mark.parametrize(
    ("name", "actual"),
    [("cart.id", "c"), ("cart.items", 6), ("cart.value", Decimal("12.5"))],
)
def test_r208_and_r150_a_cart_has_items_and_a_value(name: str, actual: object) -> None:
    assert value(name, CARTS) == actual


def test_r150_what_a_cart_holds_is_cut_to_a_whole_number_and_may_be_nothing() -> None:
    half, price = Decimal("1.5"), Decimal("0.5")
    rows = [event(time, "add", cart="c", sku="a", qty=half, price=price) for time in range(3)]
    rows.append(event(9, "in", cart="c"))
    assert value("cart.items", rows) == 4
    assert value("cart.value", rows) == Decimal("2.25")
    empty = [event(0, "add", cart="d", sku="a", price=1), event(1, "in", cart="c")]
    assert value("cart.items", empty) == 0
    assert value("cart.value", empty) == 0
    assert value("cart.value", [event(0, "in", cart="c", sku="a")]) is None
    assert value("cart.items", [event(0, "in", cart="c", sku="a")]) == 1
    assert value("cart.id", [event(0, "in", cart=12, sku="a")]) == 12


@pytest.mark.parametrize(
    ("quantity", "price", "actual"),
    [
        (2**20, Decimal(2**42 - 1).scaleb(-4), Decimal(2**62 - 2**20).scaleb(-4)),
        (2**20, Decimal(2**42).scaleb(-4), Decimal(2**62).scaleb(-4)),
        (2**20, Decimal(2**42 + 1).scaleb(-4), None),
        (-(2**20), Decimal(2**42).scaleb(-4), Decimal(-(2**62)).scaleb(-4)),
        (2**43, Decimal(2**43).scaleb(-4), None),
    ],
)
def test_r208_a_worth_beyond_its_limit_is_missing(
    quantity: int, price: Decimal, actual: Decimal | None
) -> None:
    rows = [event(0, "in", cart="c", sku="a", qty=quantity, price=price)]
    assert value("cart.value", rows) == actual
    assert value("cart.items", rows) == quantity


def test_r208_and_r125_values_are_compared_as_their_kind_is() -> None:
    for name, operator, wanted, held in (
        ("session.source", "is", "MAIL", True),
        ("session.source", "contains", "AI", True),
        ("session.source", "matches", "AI", False),
        ("session.duration", "at_least", 120, True),
        ("session.started", "within_last", "PT2M", False),
        ("session.started", "within_last", "PT3M", True),
        ("session.campaign", "is_not", "x", False),
        ("before.view[1].source", "one_of", ("ad", "x"), True),
        ("before.view[0].at", "before", "1970-01-02T00:00:01Z", True),
    ):
        asks = {"kind": "context", "name": name, "operator": operator, "value": wanted}
        assert answers(asks, VISIT)[-1][0] is held, (name, operator)


def test_r208_and_r151_all_of_it_is_as_of_the_entry_event_the_newer_one_after_an_update() -> None:
    asks = {"kind": "context", "name": "before.view[0].at", "operator": "is_present"}
    rows = [
        event(0, "view"),
        event(10, "in"),
        event(20, "view"),
        event(30, "in", newer=True),
        event(40, "view"),
    ]
    for when, seen in (("ignore", 0), ("update_context", 20)):
        drawing = journey(
            "t>w>b", on("in"), wait("PT1H"), branch(asks), entry={"when_active": when}
        )
        told = story(drawing, people(rows), "leaf")
        assert told == [(HOUR + 10, "b", "leaf", 0, True, seen)]


def test_r208_exit_rules_ask_the_context_of_their_instance() -> None:
    rule = {"id": "out", "condition": {"kind": "context", "name": "cart.id", "value": "b"}}
    drawing = journey(
        "t>w>f", on("in"), wait("PT1H"), step("finish", "f"), exits=(rule,), entry={"key": "cart"}
    )
    rows = [event(0, "in", cart="a"), event(1, "in", cart="b"), event(2, "view", cart="a")]
    told = story(drawing, people(rows), "exited", "finished")
    assert told == [(2, "w", "exited", "out"), (HOUR, "f", "finished")]


@pytest.mark.parametrize(
    ("name", "actual"),
    [
        ("order.amount", 7),
        ("order.at", 60),
        ("order.utm.term", "x"),
        ("order.size", None),
        ("other.amount", None),
    ],
)
def test_r208_and_r214_what_a_wait_caught_is_asked_for_under_its_name(
    name: str, actual: object
) -> None:
    catching = {"id": "p", "event": "buy", "name": "order"}
    awaiting = step("wait_event", "w", branches=(catching,), timeout="PT1H")
    asks = {"kind": "context", "name": name, "operator": "is_present"}
    drawing = journey("t>w w.p>b w.timeout>b", on("in"), awaiting, branch(asks))
    rows = [event(0, "in", amount=1, size="S")]
    caught = [*rows, event(60, "buy", amount=7, **{"utm.term": "x"})]
    told = story(drawing, people(caught), "leaf")
    assert told == [(60, "b", "leaf", 0, actual is not None, actual)]
    # Nothing is caught: it came too late.
    late = [*rows, event(2 * HOUR, "buy", amount=7)]
    assert story(drawing, people(late), "leaf") == [(HOUR, "b", "leaf", 0, False, None)]
