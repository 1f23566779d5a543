"""The key of the entry is carried on: who entered has it, what was waited for has it (R14)."""

import pytest

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.unsafe import found_beside
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.simulation.encoding import encode
from journeys.simulation.lacking import with_facts
from tests.oracle.worked import event, journey, on, people, step

ROWS = (
    event(0, "add", cart="c1", size="big"),
    event(1, "buy", cart="c1"),
    event(2, "look", size="big"),
)
WORDS = with_facts(encode(people(ROWS)))
BUY = {"id": "bought", "event": "buy", "name": "order"}


def waiting(
    key: str | None = "cart", event: str = "buy", *, match_key: bool = True, **rules: object
) -> Journey:
    return journey(
        "t>w.bought>f w.timeout>g",
        on("add"),
        step(
            "wait_event",
            "w",
            branches=({**BUY, "event": event, "match_key": match_key},),
            timeout="P1D",
        ),
        step("finish", "f"),
        step("finish", "g"),
        **{"entry": {"key": key}, **rules},
    )


@pytest.mark.parametrize(
    ("drawn", "of_entry", "of_order"),
    [
        (waiting(), Verdict.GUARANTEED, Verdict.GUARANTEED),
        (waiting(match_key=False), Verdict.GUARANTEED, Verdict.POSSIBLE),
        (waiting(key=None), Verdict.POSSIBLE, Verdict.POSSIBLE),
        (waiting(key="size"), Verdict.POSSIBLE, Verdict.POSSIBLE),
    ],
)
def test_r14_r152_r214_nobody_enters_and_nothing_is_caught_without_the_key(
    drawn: Journey, of_entry: Verdict, of_order: Verdict
) -> None:
    lineage = Known(drawn, WORDS).lineage
    assert lineage.verdict("f", "event.cart") is of_entry
    assert lineage.verdict("f", "order.cart") is of_order
    assert lineage.verdict("g", "order.cart") is Verdict.IMPOSSIBLE


def test_r14_r13_a_newer_entry_event_has_the_key_as_well() -> None:
    drawn = waiting(entry={"key": "cart", "when_active": "update_context"})
    assert Known(drawn, WORDS).lineage.verdict("f", "event.cart") is Verdict.GUARANTEED
    assert Known(drawn, WORDS).lineage.verdict("f", "event.size") is Verdict.POSSIBLE


def forgotten(drawn: Journey) -> list[Problem]:
    return [each for each in found_beside(WORDS, drawn) if each.code == "forgets_key"]


def test_r184_a_wait_that_forgets_the_key_is_a_warning_with_a_fix() -> None:
    drawn = waiting(match_key=False)
    (found,) = forgotten(drawn)
    assert (found.severity, found.node) == (Severity.WARNING, "w")
    assert "lets go on at any 'buy', also one about another 'cart'" in found.words
    assert found.fix is not None
    assert found.fix.words == "Only of the same 'cart'"
    mended = found.fix.apply(drawn)
    assert forgotten(mended) == []
    assert Known(mended, WORDS).lineage.verdict("f", "order.cart") is Verdict.GUARANTEED


def test_r184_an_exit_rule_that_forgets_the_key_is_one_too() -> None:
    drawn = waiting(exits=({"id": "x", "event": "buy", "match_key": False},))
    (found,) = forgotten(drawn)
    assert (found.rule, found.node) == ("exits", None)
    assert "takes out at any 'buy'" in found.words
    assert found.fix is not None
    assert forgotten(found.fix.apply(drawn)) == []


@pytest.mark.parametrize(
    "drawn",
    [
        waiting(),
        waiting(key=None, match_key=False),
        waiting(event="look", match_key=False),
        waiting(goals=({"id": "g", "event": "buy", "match_key": False},)),
    ],
)
def test_r184_without_a_key_or_where_the_event_never_has_it_nothing_is_forgotten(
    drawn: Journey,
) -> None:
    assert forgotten(drawn) == []
