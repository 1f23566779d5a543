"""Before a message is sent, the variables its words need are asked for (R177): each by hand."""

from decimal import Decimal

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Content, Population
from journeys.people.response import ResponseModel
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.explain import explain
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    change,
    event,
    journey,
    on,
    people,
    reacting,
    split,
    step,
    wait,
)
from tests.simulation.comparing import built, compiled, expected, plain, stories

DONE = step("finish", "f")
OUTCOMES = ("sent", "words_missing", "failed", "no_address", "no_consent")
BEFORE = (
    event(10, "view", sku="old", session_id="s1", source="shop"),
    event(20, "add", sku="a", cart_id="c1", price=Decimal(2)),
    event(30, "view", sku=None),
    event(40, "buy", cart_id="c1"),
)
ENTRY = event(5_000, "enter", item="i", cart_id="c1", shade=None, session_id="s1")
FULL: dict[str, Content] = {
    "name": "Ada", "nick": None, "address.email": "a@b", "consent.email": True, "consent": None,
    "tag": "t", "tag.colour": "red", "tag.size": None,
}  # fmt: skip


def saying(*paths: str, **fields: object) -> Node:
    """Return an e-mail whose text shows some variables."""
    text = " ".join("{{ %s }}" % path for path in paths)  # noqa: UP031 braces
    return step("email", "m", text=text, **fields)


def outcomes(
    drawing: Journey,
    population: Population,
    mode: Mode = Mode.BACKTEST,
    responses: ResponseModel | None = None,
) -> list[tuple[Content, ...]]:
    """Return (reason, first operand) of each attempt to send; the oracle says the same."""
    settings = RunSettings(mode=mode, responses=responses or reacting())
    world = ((drawing,), population, settings)
    program, dataset = built(world)
    told = stories(program, dataset, compiled(program, dataset))
    assert told == stories(program, dataset, plain(program, dataset)) == expected(world)
    return [(row[4], row[5][0]) for row in told["c"] if row[4] in OUTCOMES]


def asked(path: str) -> str:
    """Return what became of an e-mail that needs one variable."""
    drawing = journey("t>m>f", on("enter"), saying(path), DONE)
    (found,) = outcomes(drawing, people([*BEFORE, ENTRY], FULL))
    assert found in (("sent", "email"), ("words_missing", path))
    return str(found[0])


@pytest.mark.parametrize(
    "path",
    [
        "event", "event.item", "event.at", "event['cart_id']", "session", "session.started",
        "session.duration", "session.pages", "session.source", "customer", "customer.id",
        "customer.name", "customer.address.email", "customer['address.email']", "customer.address",
        "customer.consent.email", "customer.consent", "customer.tag", "before", "before.view",
        "before.view[0]", "before.view[0].at", "before.view[1].sku", "before.view[-1].sku",
        "before.view[-2].at", "before.buy[0].cart_id", "cart", "cart.id", "cart.items",
        "cart.value", "cart.lines", "cart.lines[0].sku", "cart.lines[-1].price", "experiment",
        "journey.id", "journey.title", "now",
    ],
)  # fmt: skip
def test_r177_what_is_there_is_sent(path: str) -> None:
    assert asked(path) == "sent"


@pytest.mark.parametrize(
    "path",
    [
        "event.shade", "event.unheard", "event.item.part", "event[0]", "session.referrer",
        "session.campaign", "session.nothing", "customer.nick", "customer.consent.sms",
        "customer.tag.colour", "customer.tag.size", "customer.name.first", "customer[0]",
        "before.view[0].sku", "before.view[2]", "before.view[-3]", "before.view[10]",
        "before.enter", "before.unheard", "before.view.sku", "before.view[0].sku.part",
        "cart.lines[1]", "cart.lines[-2].sku", "cart.lines[0].item", "cart.nothing",
        "experiment.trial.arm", "experiment.trial", "nothing", "nothing.at.all", "learned.hour",
    ],
)  # fmt: skip
def test_r177_what_is_missing_ends_it_with_its_name(path: str) -> None:
    assert asked(path) == "words_missing"


def test_r177_the_first_that_is_missing_is_told_part_by_part_and_each_once() -> None:
    mail = step(
        "email", "m", subject="{{ event.item }} {{ customer.nick }}", html="{{ event.shade }}",
        text="{{ event.shade }}",
    )  # fmt: skip
    drawing = journey("t>m>f", on("enter"), mail, DONE)
    assert outcomes(drawing, people([ENTRY], FULL)) == [("words_missing", "customer.nick")]
    known = FULL | {"nick": "A"}
    assert outcomes(drawing, people([ENTRY], known)) == [("words_missing", "event.shade")]


def test_r177_fallbacks_tests_and_what_is_known_while_rendering_are_not_asked() -> None:
    text = (
        "{{ customer.nick|default('you') }}{{ event.shade or event.item }}"
        "{% if event.shade %}{{ event.shade }}{% endif %}"
        "{% for line in cart.lines %}{{ line.nothing }}{% endfor %}"
    )
    drawing = journey("t>m>f", on("enter"), step("sms", "m", text=text), DONE)
    assert outcomes(drawing, people([*BEFORE, ENTRY], FULL)) == [("sent", "sms")]


def test_r177_address_and_consent_come_before_and_a_declared_failure_after() -> None:
    mail = saying("event.shade", responses={"failed": 10_000})
    drawing = journey("t>m>f", on("enter"), mail, DONE)
    cases: tuple[tuple[dict[str, Content], tuple[str, str]], ...] = (
        ({"address.email": None, "consent.email": False}, ("no_address", "email")),
        ({"consent.email": False}, ("no_consent", "email")),
        ({}, ("words_missing", "event.shade")),
    )
    for attributes, wanted in cases:
        found = outcomes(drawing, people([ENTRY], {**FULL, **attributes}), Mode.GENERATED)
        assert found == [wanted]
    shaded = event(5_000, "enter", shade="red")
    assert outcomes(drawing, people([shaded], FULL), Mode.GENERATED) == [("failed", "email")]


def test_r177_the_customer_is_asked_now_and_the_entry_as_it_was() -> None:
    drawing = journey(
        "t>w>m>f", on("enter"), wait("PT1H"), saying("customer.nick", "event.item"), DONE
    )
    given, taken = change(5_000 + HOUR, nick="A"), change(5_000 + HOUR, nick=None)
    assert outcomes(drawing, people([ENTRY], FULL, [given])) == [("sent", "email")]
    named = FULL | {"nick": "A"}
    assert outcomes(drawing, people([ENTRY], named, [taken])) == [
        ("words_missing", "customer.nick")
    ]


def test_r177_after_an_update_the_newer_event_counts_with_all_that_preceded_it() -> None:
    drawing = journey(
        "t>w>m>f",
        on("enter"),
        wait("PT1H"),
        saying("before.enter[0].at", "event.shade", "session.source"),
        DONE,
        entry={"when_active": "update_context"},
    )
    first = event(5_000, "enter", shade=None, source="shop")
    newer = event(5_060, "enter", shade="red", source=None)
    assert outcomes(drawing, people([first], FULL)) == [("words_missing", "before.enter[0].at")]
    assert outcomes(drawing, people([first, newer], FULL)) == [("sent", "email")]
    late = event(5_000 + HOUR - 1, "enter", shade="red")
    assert outcomes(drawing, people([first, late], FULL)) == [("words_missing", "session.source")]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("event.at", "sent"), ("event.item", "words_missing"), ("session.source", "sent"),
        ("before.enter[0].item", "sent"), ("before.email_opened", "sent"),
        ("cart.items", "sent"), ("cart.lines", "sent"), ("cart.lines[0]", "words_missing"),
    ],
)  # fmt: skip
def test_r177_an_event_that_the_run_made_up_may_be_the_entry_and_says_little(
    path: str, wanted: str
) -> None:
    """The goal event repeats the cart of the entry (R112) and nothing else."""
    first = journey(
        "t>m>f", on("enter"), saying(), DONE,
        goals=[{"id": "g", "event": "bought", "carries": ["cart_id"]}],
    )  # fmt: skip
    second = journey("t>m>f", on("bought"), saying(path), DONE).model_copy(update={"id": "k"})
    entry = event(5_000, "enter", item="i", cart_id="c1", source="shop", sku=None)
    settings = RunSettings(
        mode=Mode.GENERATED, end=90_000, responses=reacting(CERTAIN, CERTAIN, goal=CERTAIN)
    )
    world = ((first, second), people([entry], FULL), settings)
    program, dataset = built(world)
    told = stories(program, dataset, compiled(program, dataset))
    assert told == stories(program, dataset, plain(program, dataset)) == expected(world)
    found = [row[4] for row in told["c"] if row[1] == "k" and row[4] in OUTCOMES]
    assert found == [wanted]


def test_r177_a_trail_holds_what_the_run_made_up() -> None:
    drawing = journey(
        "t>m>w>f t2>m2>f", on("enter"), on("again", "t2"), saying(), wait("PT1H"),
        step("email", "m2", text="{{ before.email_opened[0] }}"), DONE,
    )  # fmt: skip
    rows = [ENTRY, event(5_000 + 2 * HOUR, "again")]
    model = reacting(CERTAIN)
    assert outcomes(drawing, people(rows, FULL), Mode.GENERATED, model)[1] == ("sent", "email")
    assert outcomes(drawing, people(rows, FULL))[1] == (
        "words_missing",
        "before.email_opened[0]",
    )


def test_r177_an_arm_is_there_once_this_entry_has_passed_the_experiment() -> None:
    mail = saying("experiment.trial.arm")
    behind = journey("t>x x.a>m x.b>m m>f", on("enter"), split(), mail, DONE)
    assert outcomes(behind, people([ENTRY], FULL)) == [("sent", "email")]
    beside = journey("t>m>x x.a>f x.b>f", on("enter"), split(), mail, DONE)
    rows = [ENTRY, event(6_000, "enter")]
    assert outcomes(beside, people(rows, FULL)) == [("words_missing", "experiment.trial.arm")] * 2


def test_consent_that_was_taken_back_is_there_as_a_no() -> None:
    """R128, R177."""
    drawing = journey(
        "t>m>f", on("enter"), step("sms", "m", text="{{ customer.consent.email }}"), DONE
    )
    gone = event(4_000, "email_unsubscribed")
    assert outcomes(drawing, people([gone, ENTRY], {})) == [("sent", "sms")]
    assert outcomes(drawing, people([ENTRY], {}))[0][0] == "words_missing"
    as_text = {"consent.email": "yes"}
    assert outcomes(drawing, people([gone, ENTRY], as_text))[0][0] == "words_missing"


def test_why_it_was_not_sent_is_said_in_words_and_counted() -> None:
    drawing = journey("t>m>f", on("enter"), saying("session.referrer"), DONE)
    dataset = encode(people([ENTRY], FULL))
    program = compile_program([drawing], dataset, RunSettings())
    said = [told.words for told in explain(program, trace(program, dataset, 0))]
    assert "Not sent: `session.referrer` is not known of this customer." in said
    machine = compiled(program, dataset)
    machine.run(0, 1, program.end)
    first, names = program.counts["node", "j", "m"]
    assert machine.tally[first + names.index("words_missing")] == 1
    wordless = journey("t>m>f", on("enter"), saying(), DONE)
    _, plainly = compile_program([wordless], dataset, RunSettings()).counts["node", "j", "m"]
    assert "words_missing" not in plainly
