"""Asking other systems, worked by hand (R133, R225)."""

from decimal import Decimal

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.errors import InvalidJourneyError
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.fitting import refuse_unfitting
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import branch, event, journey, on, people, step
from tests.simulation.living import lived

THERE = {"id": "there", "share": 3_000, "values": {"left": 3}}
GONE = {"id": "gone", "share": 3_000}
FINISHES = (step("finish", "f"), step("finish", "g"), step("finish", "h"))


def asking(*answers: dict[str, object], **fields: object) -> Journey:
    """Return a journey that asks a shop for its stock."""
    said = {"id": "w", "endpoint": "shop", "answers": answers, **fields}
    asks = kinds()["webhook"].model_validate(said)
    ports = " ".join(f"w.{answer['id']}>{to}" for answer, to in zip(answers, "fg", strict=False))
    return journey(f"t>w {ports} w.failed>h", on("add"), asks, *FINISHES)


def test_r225_in_a_backtest_the_likeliest_is_answered_and_the_first_of_equals() -> None:
    some = people([event(5, "add")])
    assert lived(asking(THERE, GONE), some, "answered", "finished") == [
        (5, "w", "answered", "there", None),
        (5, "f", "finished"),
    ]
    likelier = {**GONE, "share": 3_001}
    assert lived(asking(THERE, likelier), some, "answered") == [(5, "w", "answered", "gone", None)]


@pytest.mark.parametrize("name", [None, "stock"])
def test_r225_without_an_answer_it_is_failed(name: str | None) -> None:
    told = lived(asking(name=name), people([event(5, "add")]), "answered", "finished")
    assert told == [(5, "w", "answered", "failed", None), (5, "h", "finished")]


@pytest.mark.parametrize("mode", [Mode.MIXED, Mode.GENERATED])
def test_r225_r133_else_slot_0_draws_and_what_is_missing_fails(mode: Mode) -> None:
    found = set()
    for seed in range(12):
        settings = RunSettings(mode=mode, seed=seed)
        ((_, _, _, port, bits),) = lived(
            asking(THERE, GONE), people([event(5, "add")]), "answered", settings=settings
        )
        assert isinstance(bits, int)
        point = (bits * 10_000) >> 32
        expected = "there" if point < 3_000 else "gone" if point < 6_000 else "failed"
        assert port == expected
        found.add(port)
    assert found == {"there", "gone", "failed"}


def test_r225_more_than_everything_is_an_error_that_is_mended() -> None:
    wrong = asking({**THERE, "share": 9_000}, {**GONE, "share": 9_000})
    (found,) = (each for each in problems(wrong) if each.code == "answers")
    assert found.fix is not None
    assert "answers" not in {each.code for each in problems(found.fix.apply(wrong))}


def test_r225_a_value_of_two_types_is_an_error() -> None:
    wrong = asking(THERE, {**GONE, "values": {"left": "none"}}, name="stock")
    assert "two_types" in {each.code for each in problems(wrong)}


def asked_for(name: str, operator: str = "is_present", value: object = None) -> dict[str, object]:
    """Return a condition on what is known under a name."""
    asked: dict[str, object] = {"kind": "context", "name": name, "operator": operator}
    return asked if value is None else asked | {"value": value}


def knowing(condition: dict[str, object], *answers: dict[str, object]) -> Journey:
    """Return a journey that asks a condition of what a shop answered as 'stock'."""
    said = {"id": "w", "endpoint": "shop", "answers": answers, "name": "stock"}
    ports = " ".join(f"w.{answer['id']}>b" for answer in answers)
    asks = kinds()["webhook"].model_validate(said)
    steps = (on("add"), asks, branch(condition), step("finish", "f"))
    return journey(f"t>w {ports} w.failed>b b.yes>f", *steps)


TELLS = {
    "id": "there",
    "share": 10_000,
    "values": {"left": 3, "price": 2.75, "where": "Basel", "is_new": False, "at": "noon"},
}


@pytest.mark.parametrize(
    ("condition", "truth", "actual"),
    [
        (asked_for("stock.left", "at_least", 3), True, 3),
        (asked_for("stock.left", "greater", 3), False, 3),
        (asked_for("stock.price", "less", 2.751), True, Decimal("2.75")),
        (asked_for("stock.where", "is", "BASEL"), True, "Basel"),
        (asked_for("stock.where", "contains_not", "as"), False, "Basel"),
        (asked_for("stock.is_new", "is", value=False), True, False),
        (asked_for("stock.at", "is", "noon"), True, "noon"),
        (asked_for("stock.other"), False, None),
    ],
)
def test_r208_r225_a_condition_finds_what_was_answered(
    condition: dict[str, object], *, truth: bool, actual: object
) -> None:
    (leaf,) = lived(knowing(condition, TELLS), people([event(5, "add")]), "leaf")
    assert leaf == (5, "b", "leaf", 0, truth, actual)


def test_r208_r225_each_answer_has_its_own_values_and_no_answer_has_none() -> None:
    some = people([event(5, "add", left="a text")])
    drawn = knowing(
        asked_for("stock.left", "at_least", 1.5),
        {"id": "one", "share": 4_000, "values": {"left": 1.25}},
        {"id": "two", "share": 3_000, "values": {"left": 2}},
        {"id": "none", "share": 2_000},
    )
    found = {}
    for seed in range(25):
        settings = RunSettings(mode=Mode.MIXED, seed=seed)
        answer, leaf = lived(drawn, some, "answered", "leaf", settings=settings)
        found[answer[3]] = leaf[4:]
    assert found == {
        "one": (False, Decimal("1.25")),
        "two": (True, Decimal(2)),
        "none": (False, None),
        "failed": (False, None),
    }


def test_r214_r225_under_one_name_the_newest_is_known_be_it_caught_or_answered() -> None:
    waits = step(
        "wait_event", "e", branches=({"id": "seen", "event": "look", "name": "stock"},),
        timeout="PT1H", look_back="none",
    )  # fmt: skip
    asks = kinds()["webhook"].model_validate(
        {"id": "w", "endpoint": "shop", "name": "stock", "answers": [TELLS]}
    )
    first, second = asked_for("stock.left", "is", 7), asked_for("stock.left", "is", 3)
    drawn = journey(
        "t>e e.seen>b b.yes>w w.there>c c.yes>f",
        on("add"), waits, branch(first), asks, branch(second, "c"), step("finish", "f"),
    )  # fmt: skip
    told = lived(drawn, people([event(5, "add"), event(9, "look", left=7)]), "leaf", "finished")
    assert told == [
        (9, "b", "leaf", 0, True, 7),
        (9, "c", "leaf", 0, True, 3),
        (9, "f", "finished"),
    ]


def test_r225_asking_what_was_answered_in_words_that_do_not_fit_is_refused() -> None:
    wrong = knowing(asked_for("stock.left", "contains", "3"), TELLS)
    with pytest.raises(InvalidJourneyError, match=r"'stock\.left' holds"):
        refuse_unfitting([wrong], Vocabulary(events=("add",)))
