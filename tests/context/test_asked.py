"""Conditions that ask the context for what nobody there has, and what a match tells (R71, R180)."""

from itertools import pairwise

import pytest

from journeys.conditions.presence import implied
from journeys.conditions.tree import ArmTest, ContextTest, SampleTest
from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.unsafe import unsafe
from journeys.document.problems import Severity
from tests.context.talking import DATA, sms
from tests.oracle.worked import branch, journey, on, step, wait


def context(name: str, operator: str = "is", value: object = "x") -> dict[str, object]:
    """Return what is asked of the context."""
    asked: dict[str, object] = {"kind": "context", "name": name, "operator": operator}
    return asked if value is None else asked | {"value": value}


def found(*conditions: dict[str, object]) -> list[tuple[str, str | None, bool]]:
    """Return (code, step, is an error) of a journey that asks one condition after another."""
    asks = [branch(condition, f"b{place}") for place, condition in enumerate(conditions)]
    steps = (on("add_to_cart"), *asks, step("finish", "f"))
    names = [*(each.id for each in asks), "f"]
    paths = " ".join(f"{name}.yes>{after}" for name, after in pairwise(names))
    problems = unsafe(Known(journey(f"t>b0 {paths}", *steps), DATA))
    return [(each.code, each.node, each.severity is Severity.ERROR) for each in problems]


@pytest.mark.parametrize(
    "name",
    ["session.source", "cart.id", "before.purchase[3].name", "before.purchase[0].at"],
)
def test_r180_r208_what_the_data_may_have_is_asked_freely(name: str) -> None:
    operator, value = ("after", "2024-01-01T00:00:00Z") if name.endswith("at") else ("is", "x")
    assert found(context(name, operator, value)) == []


@pytest.mark.parametrize(
    "name",
    ["session.campaign", "before.purchse[0].name", "before.purchase[0].nme", "paid.amount"],
)
def test_r180_r208_a_name_the_data_does_not_have_is_an_error(name: str) -> None:
    assert found(context(name)) == [("unknown_name", "b0", True)]


def test_r180_r208_what_nobody_there_has_is_never_true() -> None:
    missing = context("session.source", "is_missing", None)
    assert found(missing, context("session.source")) == [("never_true", "b1", False)]


def test_r71_r208_a_match_tells_that_the_variable_is_there() -> None:
    asked = branch(context("session.source"))
    message = sms("{{ session.source }}")
    drawn = journey("t>w>b b.yes>m", on("add_to_cart"), wait("PT1H"), asked, message)
    known = Known(drawn, DATA)
    assert known.lineage.verdict("m", "session.source") is Verdict.GUARANTEED
    trail = ContextTest.model_validate(context("before.purchase[2].name"))
    assert implied(trail, holds=True) == {"before.purchase[0]": True}
    lacks = ContextTest.model_validate(context("before.purchase[0].name", "is_missing", None))
    assert implied(lacks, holds=True) == {}, "the event may be there without that property"
    assert implied(lacks, holds=False) == {"before.purchase[0]": True}


def test_r71_r205_an_arm_of_another_entry_tells_nothing_of_this_one() -> None:
    arm = ArmTest(experiment="trial", value="a")
    assert implied(arm, holds=True) == {}
    assert implied(SampleTest(name="s", share=1), holds=True) == {}
