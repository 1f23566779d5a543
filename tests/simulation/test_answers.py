"""Asking other systems, worked by hand (R133, R225)."""

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import event, journey, on, people, step
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
