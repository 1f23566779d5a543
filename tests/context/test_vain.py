"""What is asked of an event that never has it is a problem with a fix, beside data alone (R183)."""

from typing import Any

import pytest

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.unsafe import found_beside
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.errors import InvalidJourneyError
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.encoding import encode
from journeys.simulation.lacking import refuse_keyless, with_facts
from journeys.simulation.settings import Mode
from tests.oracle.worked import branch, event, journey, on, people, step

ROWS = (
    event(0, "cart", cart_id="c1", amount=5, colour="red"),
    event(1, "look", kart_id="k", colour="red"),
    event(2, "buy", total=5),
)
WORDS = with_facts(encode(people(ROWS)))
FINISH = step("finish", "f")
KEYED: dict[str, Any] = {"entry": {"key": "cart_id"}}


def asked(name: str, operator: str = "is", value: object = "red") -> dict[str, Any]:
    held = {} if value is None else {"value": value}
    return {"kind": "property", "name": name, "operator": operator, **held}


def entering(name: str = "cart", **more: object) -> Journey:
    where = more.pop("where", None)
    return journey("t>f", on(name, where=where), FINISH, **more)


def vain(drawn: Journey, words: Vocabulary = WORDS) -> list[Problem]:
    return [each for each in found_beside(words, drawn) if each.code == "lacking"]


def mended(drawn: Journey, problem: Problem) -> Journey:
    """Return the journey after the fix, which leaves nothing of the problem."""
    assert problem.fix is not None
    after = problem.fix.apply(drawn)
    assert vain(after) == []
    return after


def test_r183_what_an_event_never_has_is_known_of_each_event() -> None:
    assert WORDS.lacking == {
        *(("cart", "kart_id"), ("cart", "total"), ("look", "cart_id"), ("look", "amount")),
        *(("look", "total"), ("buy", "cart_id"), ("buy", "kart_id"), ("buy", "amount")),
        ("buy", "colour"),
    }
    assert encode(people(ROWS)).vocabulary.lacking == frozenset()


def test_r183_r14_a_key_that_an_entry_event_lacks_is_an_error_and_nothing_runs() -> None:
    drawn = entering("look", **KEYED)
    (found,) = vain(drawn)
    assert (found.severity, found.node) == (Severity.ERROR, "t")
    assert "no 'look' in the data says which 'cart_id' it is about" in found.words
    assert [each.words for each in found.fixes] == ["Use 'kart_id'", "Do without 'cart_id'"]
    assert mended(drawn, found).entry.key == "kart_id"
    assert found.also[0].apply(drawn).entry.key is None
    with pytest.raises(InvalidJourneyError, match="the step 'Look' lets nobody in") as refused:
        refuse_keyless([drawn], WORDS)
    assert refused.value.attempt == "Did you mean 'kart_id'?"
    refuse_keyless([mended(drawn, found), entering(**KEYED)], WORDS)


def test_r183_r55_an_entry_by_what_a_run_may_make_up_is_not_refused() -> None:
    goal = {"goals": ({"id": "g", "event": "look"},)}
    drawn = entering("look", **KEYED, **goal)
    assert [each.rule for each in vain(drawn)] == ["goals"]
    refuse_keyless([drawn], WORDS, Mode.GENERATED)
    with pytest.raises(InvalidJourneyError):
        refuse_keyless([drawn], WORDS, Mode.BACKTEST)


def test_r183_a_goal_an_exit_and_a_wait_for_what_has_no_key_are_warnings() -> None:
    rules = {
        "goals": ({"id": "g", "event": "buy", "title": "Buys"},),
        "exits": ({"id": "x", "event": "look", "title": "Looks"},),
    }
    waits = step("wait_event", "w", timeout="P1D", branches=({"id": "yes", "event": "buy"},))
    drawn = journey("t>w w.yes>f", on("cart"), waits, FINISH, **KEYED, **rules)
    found = vain(drawn)
    assert {each.severity for each in found} == {Severity.WARNING}
    assert [(each.node, each.rule) for each in found] == [
        ("w", ""),
        (None, "goals"),
        (None, "exits"),
    ]
    for each in found:
        assert each.fix is not None
        assert each.fix.words == "Count it whatever its 'cart_id' is"
        drawn = each.fix.apply(drawn)
    assert vain(drawn) == []
    assert (drawn.goals[0].match_key, drawn.exits[0].match_key) == (False, False)


def test_r183_a_filter_that_compares_what_is_never_there_is_a_warning() -> None:
    drawn = entering("look", where={"kind": "not", "of": asked("cart_id", value="c1")})
    (found,) = vain(drawn)
    assert (found.severity, found.node) == (Severity.WARNING, "t")
    assert found.words == "The step 'Look' asks 'look' for 'cart_id', and none in the data has it."
    assert mended(drawn, found).nodes[1].summary() == "Not (kart_id is 'c1')"
    for operator in ("is_missing", "is_present"):
        assert vain(entering("look", where=asked("cart_id", operator, None))) == []
    assert vain(entering("cart", where=asked("colour"))) == []


@pytest.mark.parametrize(
    ("condition", "named"),
    [
        ({"kind": "behaviour", "measure": "sum", "event": "buy", "of": "amount"}, "amount"),
        ({"kind": "behaviour", "event": "buy", "where": asked("colour")}, "colour"),
        (
            {"kind": "sequence", "first": {"event": "cart"}, "then": {"event": "buy"}}
            | {"same": "cart_id"},
            "cart_id",
        ),
    ],
)
def test_r183_a_question_about_what_an_event_never_has_is_a_warning(
    condition: dict[str, Any], named: str
) -> None:
    if condition["kind"] == "behaviour":
        condition = condition | {"operator": "at_least", "value": 1}
    found = vain(journey("t>b b.yes>f", on("cart"), branch(condition), FINISH))
    assert [(each.node, each.brief) for each in found] == [("b", f"'buy' never has {named!r}")]


def test_r183_r71_what_the_entry_event_never_has_is_impossible() -> None:
    drawn = journey(
        "t>b b.yes>f",
        on("look"),
        branch({"kind": "entry", "name": "amount", "operator": "less", "value": 3}),
        FINISH,
    )
    known = Known(drawn, WORDS)
    assert known.lineage.verdict("b", "event.amount") is Verdict.IMPOSSIBLE
    assert known.lineage.verdict("b", "cart.id") is Verdict.IMPOSSIBLE
    assert known.lineage.verdict("b", "event.colour") is Verdict.POSSIBLE
    assert "never_true" in {each.code for each in found_beside(WORDS, drawn)}
    both = journey("t>b u>b b.yes>f", on("look"), on("cart", "u"), drawn.by_id["b"], FINISH)
    assert Known(both, WORDS).lineage.verdict("b", "event.amount") is Verdict.POSSIBLE


def test_r183_without_facts_nothing_is_said() -> None:
    assert vain(entering("look", **KEYED), encode(people(ROWS)).vocabulary) == []
