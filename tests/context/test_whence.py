"""Where a value comes from is said for the very customer: the event, the visit, the moment."""

from zoneinfo import ZoneInfo

import pytest

from journeys.context.past import Past
from journeys.context.story import arrivals
from journeys.context.whence import Whence
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.settings import RunSettings
from journeys.simulation.story import story
from tests.oracle.worked import event, journey, on, people, split, step

MAILED = journey("t>x x.a>m x.b>m", on("add"), split(), step("email", "m"))
ROWS = [
    event(0, "view", session_id="s", source="mail", item="a"),
    event(60, "big sale", session_id="s"),
    event(120, "view", session_id="s", source="web", item="b"),
    event(180, "add", session_id="s", cart_id="k7", product_id="p"),
]


@pytest.mark.parametrize(
    ("path", "origin"),
    [
        ("event.item", "the event add of 1 Jan 1970, 09:03:00"),
        ("event", "the event add of 1 Jan 1970, 09:03:00"),
        ("session.source", "source of the event view of 1 Jan 1970, 09:00:00"),
        ("session.pages", "the visit since 1 Jan 1970, 09:00:00"),
        ("session.campaign", "the visit since 1 Jan 1970, 09:00:00"),
        ("before.view[0].item", "the event view of 1 Jan 1970, 09:02:00"),
        ("before.view[1].item", "the event view of 1 Jan 1970, 09:00:00"),
        ("before['big sale'][0].at", "the event big sale of 1 Jan 1970, 09:01:00"),
        ("before.view[-1].item", "the event view of 1 Jan 1970, 09:00:00"),
        ("before.view[-3]", "what came before they entered"),
        ("before.view[...].item", "what came before they entered"),
        ("before.view[2]", "what came before they entered"),
        ("before", "what came before they entered"),
        ("cart.lines[...].product_id", "the cart k7, as it was at 1 Jan 1970, 09:03:00"),
        ("customer.consent.email", "the profile as of 1 Jan 1970, 09:03:00"),
        ("journey.title", "this journey"),
        ("experiment.trial.arm", "dealt on the way here"),
        ("now", "the moment of sending, 1 Jan 1970, 09:03:00"),
        ("name", "made in the message"),
    ],
)
def test_where_a_value_comes_from(path: str, origin: str) -> None:
    dataset = encode(people(ROWS))
    told = story(compile_program([MAILED], dataset, RunSettings()), dataset, 0)
    arrival = [*arrivals({"j": MAILED}, told)][-1]
    parts = roles(dataset.vocabulary)
    whence = Whence(arrival, Past(dataset, told), parts, ZoneInfo("Asia/Tokyo"))
    assert whence.said(path) == origin
