"""What conditions ask of the context, worked by hand, in both forms of the engine."""

from decimal import Decimal

import pytest

from journeys.people.population import Content, Event
from tests.oracle.worked import DAY, branch, event, journey, people, step
from tests.simulation.asking import answers, told

MINUTE = 60


def context(name: str, operator: str = "is_present", value: object = None) -> dict[str, object]:
    """Return what is asked of the context."""
    asked: dict[str, object] = {"kind": "context", "name": name, "operator": operator}
    return asked if value is None else asked | {"value": value}


def actual(name: str, rows: list[Event]) -> list[Content]:
    """Return what the context holds at each entry."""
    return [value for _, value in answers(context(name), rows)]


VISIT = [
    event(0, "look", source="ads", page="/"),
    event(20 * MINUTE, "email_opened", source=None),
    event(25 * MINUTE, "product_view", source="mail"),
    event(50 * MINUTE, "in", source=None),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("session.started", 0),
        ("session.duration", 50 * MINUTE),
        ("session.pages", 2),
        ("session.source", "ads"),
        ("session.campaign", None),
    ],
)
def test_r208_r149_the_session_goes_by_pauses(name: str, value: Content) -> None:
    assert actual(name, VISIT) == [value]


def test_r208_r149_the_session_goes_by_its_id_where_the_entry_has_one() -> None:
    rows = [
        event(0, "look", session="s0"),
        event(3, "look", session="s1"),
        event(5, "look", session="s2"),
        event(2 * DAY + 3, "in", session="s1"),
    ]
    assert actual("session.started", rows) == [3]
    assert actual("session.pages", rows) == [2], "nothing tells pages, so all count"
    assert actual("session.duration", rows) == [2 * DAY]


def test_r208_what_went_before_is_read_newest_first() -> None:
    rows = [
        event(1, "look", item="mug"),
        event(2, "look", item=None),
        event(3, "in", item="x"),
    ]
    assert actual("before.look[0].at", rows) == [2]
    assert actual("before.look[0].item", rows) == [None]
    assert actual("before.look[1].item", rows) == ["mug"]
    assert actual("before.look[2].item", rows) == [None]
    assert actual("before.in[0].at", rows) == [None]
    assert answers(context("before.look[1].item", "is", "MUG"), rows) == [(True, "mug")]
    ago = context("before.look[0].at", "within_last", "PT2S")
    assert answers(ago, rows) == [(True, 2)]


CART = [
    event(0, "add", cart="c1", sku="mug", qty=Decimal(2), price=Decimal("8.50")),
    event(1, "add", cart="c2", sku="tea", qty=Decimal(9), price=Decimal(1)),
    event(2, "add", cart="c1", sku="tea", qty=None, price=Decimal("-0.25")),
    event(3, "add", cart="c1", sku=None, qty=Decimal(7), price=Decimal(1)),
    event(4, "in", cart="c1", sku="pot", qty=Decimal("0.75"), price=None),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [("cart.id", "c1"), ("cart.items", 3), ("cart.value", Decimal("16.75"))],
)
def test_r208_r150_the_cart_is_that_of_the_entry(name: str, value: Content) -> None:
    assert actual(name, CART) == [value]
    without = [*CART[:-1], event(4, "in", cart=None)]
    assert actual(name, without) == [None]


def test_r208_r150_fewer_than_nothing_are_cut_towards_nothing() -> None:
    rows = [event(0, "in", cart="c", sku="mug", qty=Decimal("-1.5"), price=Decimal(2))]
    assert actual("cart.items", rows) == [-1]
    assert actual("cart.value", rows) == [Decimal(-3)]


@pytest.mark.parametrize(
    ("operator", "value", "truth"),
    [
        ("at_least", 16.75, True),
        ("greater", 16.75, False),
        ("less", 2**43, True),
        ("is", 17, False),
    ],
)
def test_r208_the_worth_is_compared_exactly(operator: str, value: float, *, truth: bool) -> None:
    asked = context("cart.value", operator, value)
    assert answers(asked, CART) == [(truth, Decimal("16.75"))]


def test_r208_a_worth_too_large_to_be_kept_is_missing() -> None:
    """2^62 in units of both scales, here a hundred millionth: 46 thousand million."""
    price = Decimal(2**43) / 10_000
    for count, kept in ((Decimal(52), True), (Decimal(53), False), (-Decimal(52), True)):
        rows = [event(0, "in", cart="c", sku="mug", qty=count, price=price)]
        assert actual("cart.value", rows) == [count * price if kept else None]


@pytest.mark.parametrize("sign", [1, -1])
def test_r208_a_worth_at_the_very_limit_is_kept(sign: int) -> None:
    """2^62 in units is 2^21 times 2^41 ten thousandths; one more in the cart is beyond."""
    count, price = Decimal(2**21) / 10_000, Decimal(sign * 2**41) / 10_000
    one = event(0, "add", cart="c", sku="pin", qty=Decimal(sign), price=Decimal(1) / 10_000)
    rows = [event(0, "in", cart="c", sku="mug", qty=count, price=price)]
    assert actual("cart.value", rows) == [Decimal(sign * 2**62) / 10**8]
    assert actual("cart.value", [one, *rows]) == [None]


def test_r208_r148_a_part_that_nothing_plays_is_missing() -> None:
    rows = [event(0, "in", size=3)]
    for name in ("session.source", "cart.id", "cart.items", "cart.value"):
        assert actual(name, rows) == [None]
        assert answers(context(name, "is_missing"), rows) == [(True, None)]


@pytest.mark.parametrize("name", ["session.started", "session.pages", "cart.id", "cart.value"])
def test_r208_r217_an_entry_by_the_clock_has_neither_session_nor_cart(name: str) -> None:
    clock = step("schedule_trigger", "t", start="1970-01-01T12:00", zone="workspace")
    asks = branch(context(name))
    drawn = journey("t>b b.yes>f", clock, asks, step("finish", "f"))
    rows = [
        event(0, "look", session="s", cart="c", price=3),
        event(13 * 3_600, "look", session="s", cart="c", price=3),
    ]
    (leaf,) = told(drawn, people(rows), "leaf")
    assert (leaf[0], leaf[5]) == (12 * 3_600, (0, False, None))
    (trail,) = told(
        journey("t>b b.yes>f", clock, branch(context("before.look[0].at")), step("finish", "f")),
        people(rows),
        "leaf",
    )
    assert trail[5] == (0, True, 0)
