"""Events that waits caught: in the lineage, in the context, and asked for by words (R214)."""

import pytest

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.past import Past, seen
from journeys.context.story import arrivals, known
from journeys.context.unsafe import found_beside, unsafe
from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.settings import RunSettings
from journeys.simulation.story import story as told_of
from tests.context.talking import DATA, sms
from tests.oracle.worked import DAY, HOUR, at, event, journey, on, people, step
from tests.simulation.worked import story

START = at("2024-06-03T12:00Z")
PRICED = {"kind": "property", "name": "price", "operator": "at_least", "value": 5}


def ordering(text: str, **fields: object) -> Journey:
    """Return a journey that waits for a purchase or a visit, and tells both the same."""
    bought = {"id": "bought", "event": "purchase", "name": "order", **fields}
    look = {"id": "looked", "event": "price_drop"}
    return journey(
        "t>w.bought>m w.looked>m w.timeout>n",
        on("add_to_cart"),
        step("wait_event", "w", branches=(bought, look), timeout="P1D"),
        sms(text),
        sms(text, "n"),
    )


@pytest.mark.parametrize(
    ("port", "name", "verdict"),
    [
        ("bought", "order.at", Verdict.GUARANTEED),
        ("bought", "order.price", Verdict.GUARANTEED),
        ("bought", "order.coupon", Verdict.POSSIBLE),
        ("looked", "order.at", Verdict.IMPOSSIBLE),
        ("timeout", "order.price", Verdict.IMPOSSIBLE),
    ],
)
def test_r71_r214_it_is_there_for_sure_on_the_path_of_its_branch(
    port: str, name: str, verdict: Verdict
) -> None:
    drawing = journey(
        "t>w.bought>a w.looked>b w.timeout>c",
        on("add_to_cart"),
        ordering("", where=PRICED).node("w"),
        *(sms("", each) for each in ("a", "b", "c")),
    )
    target = drawing.target("w", port)
    assert target is not None
    assert Known(drawing, DATA).lineage.verdict(target, name) is verdict


def test_r71_r214_where_ways_come_together_it_may_be_there() -> None:
    beside = Known(ordering("", where=PRICED), DATA)
    assert beside.lineage.verdict("m", "order.at") is Verdict.POSSIBLE
    assert beside.lineage.verdict("n", "order.at") is Verdict.IMPOSSIBLE
    broken = beside.broken("m", "order.at")
    assert broken is not None
    assert "Price drop" in broken.words


def test_r70_r214_where_it_comes_from_in_words() -> None:
    found = Known(ordering(""), DATA).variables["order.price"]
    assert (found.holds, found.words) == ("number", "Price")
    assert found.source == "What 'Wait until something happens' waited for"


def test_r179_r214_words_that_need_it() -> None:
    found = {each.node: each for each in unsafe(Known(ordering("{{ order.price }}"), DATA))}
    assert found["m"].code == "unsafe_use"
    assert "may have no order.price" in found["m"].words
    assert found["n"].code == "never_there"
    unknown = unsafe(Known(ordering("{{ ordre.price }}"), DATA))
    assert {each.code for each in unknown} == {"unknown_name"}
    assert "order.price" in unknown[0].words


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("{{ order.price }}", "order.price"),
        ("{{ order.at }}", "order.at"),
        ("{{ order['coupon'] }}", "order.coupon"),
        ("{{ order.price|default(0) }}", None),
        ("{% if order.at %}{{ order.at }}{% endif %}", None),
    ],
)
def test_r177_r214_the_engine_asks_for_it_before_sending(text: str, missing: str | None) -> None:
    rows = [event(START, "add_to_cart"), event(START + HOUR, "price_drop", price=1, coupon="x")]
    found = story(ordering(text), people(rows), "sent", "words_missing")
    assert [line[1:4] for line in found] == (
        [("m", "words_missing", missing)] if missing else [("m", "sent", "sms")]
    )
    rows[1] = event(START + HOUR, "purchase", price=1, coupon="x")
    assert [line[2] for line in story(ordering(text), people(rows), "sent", "words_missing")] == [
        "sent"
    ]


def test_r214_the_newest_catch_under_a_name_is_the_one_that_is_known() -> None:
    """Round and round: each message is told of the purchase before it, looked back at or not."""
    bought = {"id": "bought", "event": "purchase", "name": "order"}
    drawing = journey(
        "t>w.bought>m>v>w w.timeout>f",
        on("add_to_cart"),
        step("wait_event", "w", branches=(bought,), timeout="P1D"),
        sms("{{ order.product_id }}"),
        step("wait", "v", duration="PT2H"),
        step("finish", "f"),
    )
    rows = [
        event(START, "add_to_cart"),
        event(START + HOUR, "purchase", product_id="first"),
        event(START + HOUR + 60, "purchase", product_id="second"),
        event(START + 9 * HOUR, "purchase", product_id="third"),
    ]
    dataset = encode(people(rows))
    program = compile_program((drawing,), dataset, RunSettings(end=START + 3 * DAY))
    told = told_of(program, dataset, 0)
    past, parts = Past(dataset, told), roles(dataset.vocabulary)
    sent = [
        seen(known(each, past, parts, drawing), "order.product_id")
        for each in arrivals({"j": drawing}, told)
        if each.telling.reason is Reason.SENT
    ]
    assert sent == ["first", "second", "third"]


def test_a_name_that_stands_for_two_events_is_a_problem() -> None:
    branches = (
        {"id": "bought", "event": "purchase", "name": "it"},
        {"id": "looked", "event": "price_drop", "name": "it"},
    )
    drawing = journey(
        "t>w", on("add_to_cart"), step("wait_event", "w", branches=branches, timeout="P1D")
    )
    (problem,) = (each for each in problems(drawing) if each.code == "name_twice")
    assert "'purchase'" in problem.words
    assert "'price drop'" in problem.words


@pytest.mark.parametrize(
    ("wait", "code", "said"),
    [
        ({"attribute": "age"}, "wrong_type", "holds whole numbers and no"),
        ({"entry": "price"}, "wrong_type", "holds numbers and no"),
        ({"attribute": "birthday"}, "unknown_name", "nothing of that name"),
        ({"entry": "sourse"}, "unknown_name", "Did you mean event.source"),
    ],
)
def test_r211_a_date_that_is_none_beside_data(wait: dict[str, str], code: str, said: str) -> None:
    drawing = journey(
        "t>w>f", on("add_to_cart"), step("wait_date", "w", **wait), step("finish", "f")
    )
    (problem,) = found_beside(DATA, drawing)
    assert (problem.code, problem.node) == (code, "w")
    assert said in problem.words


def test_r180_a_wait_may_ask_for_what_is_missing_when_they_come() -> None:
    """Who has no tier may get one while they wait; what they entered with never changes."""
    asked = [
        {"id": "tier", "condition": {"kind": "attribute", "name": "tier", "value": "gold"}},
        {"id": "coupon", "condition": {"kind": "entry", "name": "coupon", "value": "x"}},
    ]
    missing = {
        "kind": "all",
        "of": (
            {"kind": "attribute", "name": "tier", "operator": "is_missing"},
            {"kind": "entry", "name": "coupon", "operator": "is_missing"},
        ),
    }
    drawing = journey(
        "t>b b.yes>w",
        on("add_to_cart"),
        step("branch", "b", branches=({"id": "yes", "condition": missing},)),
        step("wait_event", "w", branches=asked, timeout="P1D"),
    )
    found = [each for each in unsafe(Known(drawing, DATA)) if each.code == "never_true"]
    assert len(found) == 1
    assert "event.coupon" in found[0].words
