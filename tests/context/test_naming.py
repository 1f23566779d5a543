"""The variable that a name speaks of, as it is written in a message."""

import pytest

from journeys.context.naming import Named, named, written
from journeys.context.variables import variables
from journeys.people.population import ColumnType
from journeys.program.vocabulary import Column, Vocabulary
from tests.context.talking import DATA, sms, straight

TEXT = ColumnType.TEXT
ODD = Vocabulary(
    (*DATA.events, "order placed", "a.b"),
    (*DATA.columns, Column("gift's name", TEXT), Column("utm.term", TEXT)),
    (*DATA.attributes, Column("consent.email", TEXT)),
)
KNOWN = variables(straight(sms("Hi")), ODD)
TRAIL = "before.purchase[0]"
LINES = "cart.lines"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("event.price", Named("event.price")),
        ('event["price"]', Named("event.price")),
        ('event["gift\'s name"]', Named("event.gift's name")),
        ("event['utm.term']", Named("event.utm.term")),
        ("event.utm.term", None),
        ("event.utm", None),
        ("event", Named("event.at")),
        ("customer.consent", Named("customer.consent.email")),
        ("customer.first_name.short", None),
        (TRAIL, Named(TRAIL)),
        ("before.purchase", Named(TRAIL)),
        ("before.purchase[0].at", Named(TRAIL)),
        ("before.purchase[0].price", Named(TRAIL, "before.purchase[0].price")),
        ("before.purchase[3].at", Named(TRAIL, "before.purchase[3].at")),
        ("before.purchase[-1].price", Named(TRAIL, "before.purchase[-1].price")),
        ("before.purchase[...].at", Named(TRAIL, "before.purchase[...].at")),
        ("before.purchase[0].size", None),
        ("before.purchase.at", None),
        ("before.purchased", None),
        ("before[...]", None),
        ("before['order placed'][0].at", Named("before.order placed[0]")),
        ("before['a.b']", Named("before.a.b[0]")),
        ("before.a.b", None),
        ("cart.lines[...]", Named(LINES, is_passed=True)),
        ("cart.lines[...].product_id", Named(LINES, is_passed=True)),
        ("cart.lines[...].name", Named(LINES, "cart.lines[...].name", is_passed=True)),
        ("cart.lines[0].product_id", Named(LINES, "cart.lines[0].product_id")),
        ("cart.lines[0].size", None),
        ("cart.lines.first", None),
        ("weather.today", None),
    ],
)
def test_a_written_name_speaks_of_one_variable_r70(path: str, found: Named | None) -> None:
    assert named(path, KNOWN) == found


def test_every_variable_is_spoken_of_by_its_name_as_it_is_written() -> None:
    assert {name: named(written(name), KNOWN) for name in KNOWN} == {
        name: Named(name) for name in KNOWN
    }
