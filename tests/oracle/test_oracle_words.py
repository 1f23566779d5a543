"""Cases worked by hand from R177: what a message asks for, when, and in which order."""

import pytest

from journeys.document.node import Node
from journeys.people.population import Content, Event
from journeys.simulation.settings import Mode
from tests.oracle.worked import (
    HOUR,
    Line,
    change,
    event,
    journey,
    on,
    people,
    reacting,
    step,
    wait,
)
from tests.simulation.worked import story

FINISH = step("finish", "f")
RETRY = step("finish", "r")
ADD = event(0, "add", platform="web", amount=5, colour=None)
ASKS = "{{ event.colour }}"


def mail(**words: object) -> Node:
    """Return an e-mail."""
    return step("email", "m", **words)


def told(message: Node, *rows: Event, **attributes: Content) -> list[Line]:
    """Return what is told of a message that is reached at once."""
    drawing = journey("t>m>f m.not_sent>r", on("add"), message, FINISH, RETRY)
    found = story(drawing, people(rows or (ADD,), attributes))
    return [line for line in found if line[1] != "t"]


SENT = [(0, "m", "sent", "email", True, True, 0), (0, "f", "finished")]


def lacking(name: str) -> list[Line]:
    """Return what is told where a variable is missing."""
    return [(0, "m", "words_missing", name), (0, "r", "finished")]


def test_r177_a_message_is_sent_where_everything_it_asks_for_is_there() -> None:
    assert told(mail(subject="Hello", text="{{ event.platform }}, {{ event.amount }}")) == SENT


@pytest.mark.parametrize("message", [mail(), mail(subject="", html="", text="")])
def test_r176_a_message_without_words_asks_for_nothing(message: Node) -> None:
    assert told(message) == SENT


def test_r177_what_is_missing_ends_it_by_not_sent_with_its_full_name() -> None:
    assert told(mail(text=ASKS)) == lacking("event.colour")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ({"subject": "{{ a }}", "html": "<p>{{ b }}</p>", "text": "{{ c }}"}, "a"),
        ({"html": "<p>{{ b }}</p>", "text": "{{ c }}"}, "b"),
        ({"subject": "{{ event.platform }}", "html": "<p>Hello</p>", "text": "{{ c }}"}, "c"),
        ({"text": "{{ event.platform }}\n{{ b }}\n{{ a }}"}, "b"),
        ({"text": "{{ b|default('x') }}{{ a }}{{ b }}"}, "a"),
        ({"text": "{{ event.platform }}{{ b }}", "only_with": ["a", "b"]}, "b"),
        (
            {"text": "{{ event.platform }}", "only_with": ["event.amount", "event.colour"]},
            "event.colour",
        ),
        ({"only_with": ["customer.tier"]}, "customer.tier"),
    ],
)
def test_r177_the_first_in_the_order_of_parts_and_words_is_named(
    words: dict[str, object], name: str
) -> None:
    assert told(mail(**words)) == lacking(name)


@pytest.mark.parametrize(
    ("kind", "words", "name"),
    [
        ("sms", {"text": "{{ a }}"}, "a"),
        ("push", {"heading": "{{ a }}", "text": "{{ b }}"}, "a"),
        ("push", {"text": "{{ b }}"}, "b"),
    ],
)
def test_r177_every_channel_asks(kind: str, words: dict[str, object], name: str) -> None:
    assert told(step(kind, "m", **words)) == lacking(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{ event.colour|default('x') }}", None),
        ("{{ event.colour or 'x' }}", None),
        ("{{ event.colour or event.platform }}", None),
        ("{{ event.colour or event.size }}", "event.size"),
        ("{% if event.colour %}{{ event.colour }}{% endif %}", None),
        ("{% if event.colour %}{{ event.size }}{% endif %}", "event.size"),
        ("{% if event.platform == 'no' %}{{ event.platform }}{% endif %}", None),
        ("{% if not event.colour %}none{% else %}{{ event.colour }}{% endif %}", None),
        ("{% if event.platform %}yes{% else %}{{ event.colour }}{% endif %}", "event.colour"),
        ("{% set a = event.colour %}{{ a }}", "event.colour"),
        ("{{ event.colour|upper }}", "event.colour"),
        ("{{ event['colour'] }}", "event.colour"),
        ("{{ event['the colour'] }}", "event['the colour']"),
        ("{{ event['it\\'s'] }}", 'event["it\'s"]'),
        ("{{ event['platform'] }}", None),
        ("{{ 1 + event.amount }}", None),
        ("{{ event.amount - event.size }}", "event.size"),
    ],
)
def test_r172_fallbacks_and_tests_ask_for_nothing(text: str, name: str | None) -> None:
    # What is not reached is asked for all the same: the needs are known from the text alone.
    assert told(mail(text=text)) == (SENT if name is None else lacking(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{% for line in cart.lines %}{{ line.nothing }}{% endfor %}", None),
        ("{% for line in cart.lines %}{{ event.nothing }}{% endfor %}", "event.nothing"),
        ("{% for line in cart.things %}{{ line.sku }}{% endfor %}", "cart.things"),
        ("{{ cart.lines[event.amount].sku }}", None),
        ("{{ cart.lines[event.size].sku }}", "event.size"),
        ("{{ cart.lines[0].nothing }}", "cart.lines[0].nothing"),
    ],
)
def test_r177_what_is_known_only_while_rendering_is_not_asked(text: str, name: str | None) -> None:
    row = event(0, "add", cart="c", sku="s", amount=7)
    assert told(mail(text=text), row) == (SENT if name is None else lacking(name))


def test_r177_address_and_consent_are_asked_first() -> None:
    message = mail(text=ASKS)
    cases: tuple[tuple[Content, bool, Line], ...] = (
        ("", False, (0, "m", "no_address", "email")),
        ("at home", False, (0, "m", "no_consent", "email")),
        ("at home", True, (0, "m", "words_missing", "event.colour")),
    )
    for address, consent, said in cases:
        there = {"address.email": address, "consent.email": consent}
        assert told(message, ADD, **there)[0] == said


def test_r177_words_are_asked_before_a_declared_failure_and_draw_nothing() -> None:
    failing = {"responses": {"failed": 10_000}}
    for text, reason in ((ASKS, "words_missing"), ("{{ event.platform }}", "failed")):
        drawing = journey("t>m>f", on("add"), mail(text=text, **failing), FINISH)
        found = story(drawing, people([ADD]), mode=Mode.MIXED, responses=reacting())
        assert [line[2] for line in found] == ["entered", reason, "finished"]


def test_r177_exit_rules_are_asked_before_the_words() -> None:
    red = {"id": "red", "condition": {"kind": "entry", "name": "platform", "value": "web"}}
    drawing = journey("t>m>f", on("add"), mail(text=ASKS), FINISH, exits=(red,))
    # An entry is not exited by its own event; at the message the rule in condition form is.
    assert story(drawing, people([ADD]))[1:] == [(0, "m", "exited", "red")]


def test_r177_a_message_that_is_not_sent_is_none_for_fatigue_and_credit() -> None:
    drawing = journey(
        "t>m>m2>f",
        on("add"),
        mail(text=ASKS),
        step("sms", "m2", text="{{ event.platform }}"),
        FINISH,
        goals=({"id": "g", "event": "buy"},),
    )
    found = story(drawing, people([ADD, event(9, "buy")]), "sent", "goal_reached")
    assert found == [(0, "m2", "sent", "sms", True, True, 0), (9, "f", "goal_reached", "g", "m2")]


def test_r177_a_customer_is_asked_of_as_known_at_that_instant() -> None:
    hourly = wait("PT1H")
    drawing = journey("t>w>m>f", on("add"), hourly, mail(text="{{ customer.tier }}"), FINISH)
    for attributes, changed, name in (
        ({}, change(HOUR, tier="gold"), None),
        ({}, change(HOUR + 1, tier="gold"), "customer.tier"),
        ({"tier": "tin"}, change(HOUR, tier=None), "customer.tier"),
        ({"tier": "tin"}, change(HOUR + 1, tier=None), None),
    ):
        population = people([ADD, event(9 * HOUR, "end")], attributes, [changed])
        (asked,) = story(drawing, population, "sent", "words_missing")
        assert (asked[3] if asked[2] == "words_missing" else None) == name
