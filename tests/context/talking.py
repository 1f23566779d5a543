"""Journeys that speak to customers, and the data they speak of, for tests of what is known."""

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import ColumnType
from journeys.program.vocabulary import Column, Vocabulary
from tests.oracle.worked import branch, journey, on, step, wait

TEXT, WHOLE, DECIMAL = ColumnType.TEXT, ColumnType.WHOLE, ColumnType.DECIMAL
DATA = Vocabulary(
    events=("add_to_cart", "price_drop", "purchase"),
    columns=(
        Column("source", TEXT),
        Column("coupon", TEXT),
        Column("cart_id", TEXT),
        Column("product_id", TEXT),
        Column("name", TEXT),
        Column("price", DECIMAL, 2),
    ),
    attributes=(Column("first_name", TEXT), Column("tier", TEXT), Column("age", WHOLE)),
)
HAS_COUPON = {"kind": "entry", "name": "coupon", "operator": "is_present"}
HAS_TIER = {"kind": "attribute", "name": "tier", "operator": "is_present"}


def sms(text: str, name: str = "m", **fields: object) -> Node:
    return step("sms", name, text=text, **fields)


def email(subject: str = "", html: str = "", text: str = "") -> Node:
    return step("email", "m", subject=subject, html=html, text=text)


def straight(message: Node) -> Journey:
    """Return a journey in which everyone who enters waits, and then gets the message."""
    return journey("t>w>m>f", on("add_to_cart"), wait("PT1H"), message, step("finish", "f"))


def asked_first(message: Node) -> Journey:
    """Return one in which those with a coupon, and those without, get the message."""
    first = branch(HAS_COUPON)
    return journey(
        "t>b b.yes>w b.else>m w>m>f",
        on("add_to_cart"),
        first,
        wait("PT1H"),
        message,
        step("finish", "f"),
    )


def two_starts(message: Node) -> Journey:
    """Return one with two starts, of which one lets in only those with a coupon."""
    where = {"kind": "property", "name": "coupon", "operator": "is_present"}
    return journey(
        "t>w>m>f p>m",
        on("add_to_cart", title="Cart left", where=where),
        on("price_drop", "p", title="Price dropped"),
        wait("PT1H"),
        message,
        step("finish", "f"),
    )


def given_an_arm(message: Node) -> Journey:
    """Return one in which only some come by an experiment before the message."""
    arms = ({"id": "a", "weight": 5_000}, {"id": "b", "weight": 5_000})
    return journey(
        "t>b b.yes>x b.else>m x.a>m x.b>m m>f",
        on("add_to_cart"),
        branch(HAS_TIER),
        step("experiment", "x", experiment="trial", arms=arms),
        message,
        step("finish", "f"),
    )
