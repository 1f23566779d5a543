"""Random samples and arms that are asked for, worked by hand, in both forms of the engine."""

from hashlib import sha256

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.people.population import Customer, Population
from journeys.simulation.settings import RunSettings
from tests.oracle.draws import mix
from tests.oracle.worked import DAY, branch, event, journey, on, people, split, step, wait
from tests.simulation.asking import answers, asking, problems_of, told
from tests.simulation.comparing import built, compiled, stories


def bits(text: str) -> int:
    """Return the first 64 bits of the sha256 of a text."""
    return int(sha256(text.encode()).hexdigest()[:16], 16)


def sample(share: int, name: str = "autumn") -> dict[str, object]:
    """Return the condition that a customer is in a sample."""
    return {"kind": "sample", "name": name, "share": share}


def test_r204_a_sample_is_the_same_for_a_name_and_takes_no_seed() -> None:
    point = (mix(bits("autumn") ^ mix(bits("c"))) >> 32) * 10_000 >> 32
    rows = [event(5, "in")]
    for share, truth in ((point, False), (point + 1, True), (0, False), (10_000, True)):
        for seed in (1, 2):
            found = answers(sample(share), rows, settings=RunSettings(seed=seed))
            assert found == [(truth, point)]
    (other,) = answers(sample(0, "spring"), rows)
    assert other[1] != point


def test_r204_a_share_of_customers_is_near_its_share() -> None:
    many = tuple(Customer(f"c{place}") for place in range(4_000))
    rows = tuple(type(event(0, "in"))(each.id, 0, "in", {}) for each in many)
    drawn = asking(sample(1_250))
    program, dataset = built(((drawn,), Population({}, {}, many, rows), RunSettings()))
    found = stories(program, dataset, compiled(program, dataset))
    taken = sum(row[5] == ("yes",) for told in found.values() for row in told if len(row[5]) == 1)
    assert abs(taken / 4_000 - 0.125) < 4 * (0.125 * 0.875 / 4_000) ** 0.5


def arm(operator: str, value: object = None) -> dict[str, object]:
    """Return the condition on the arm of the trial."""
    asked: dict[str, object] = {"kind": "arm", "experiment": "trial", "operator": operator}
    return asked if value is None else asked | {"value": value}


ONLY_A = ({"id": "a", "weight": 10_000}, {"id": "b", "weight": 0})


@pytest.mark.parametrize(
    ("operator", "value", "truth"),
    [
        ("is", "a", True),
        ("is", "A", False),
        ("is_not", "a", False),
        ("is_not", "b", True),
        ("one_of", ["x", "a"], True),
        ("none_of", ["x", "a"], False),
        ("none_of", ["x"], True),
        ("is_present", None, True),
        ("is_missing", None, False),
    ],
)
def test_r205_arms_compare_exactly_by_their_ids(
    operator: str, value: object, *, truth: bool
) -> None:
    drawn = journey(
        "t>x x.a>b x.b>b b.yes>f", on("in"), split(arms=ONLY_A), branch(arm(operator, value)),
        step("finish", "f"),
    )  # fmt: skip
    (row,) = told(drawn, people([event(1, "in")]), "leaf")
    assert row[5] == (0, truth, "a")


def test_r205_the_stored_assignment_is_looked_up_whichever_entry_it_came_from() -> None:
    """It is missing before the first is dealt, also where another journey deals it."""
    deals = journey(
        "t>w>x x.a>f x.b>f", on("add"), wait("P1D"), split(arms=ONLY_A), step("finish", "f"),
        id="deals",
    )  # fmt: skip
    rows = [event(0, "add"), event(1, "in"), event(2 * DAY, "in")]
    leaves = told((deals, asking(arm("is", "a"))), people(rows), "leaf")
    assert [row[5][1:] for row in leaves] == [(False, None), (True, "a")]


def test_r205_a_unit_by_key_is_that_of_the_asking_entry() -> None:
    deals = journey(
        "t>x x.a>f x.b>f", on("add"), split(arms=ONLY_A, unit="key"), step("finish", "f"),
        id="deals", entry={"key": "cart"},
    )  # fmt: skip
    asks = asking(arm("is", "a"), entry={"key": "cart"})
    rows = [event(0, "add", cart="c1"), event(1, "in", cart="c1"), event(2, "in", cart="c2")]
    leaves = told((deals, asks), people(rows), "leaf")
    assert [row[5][1] for row in leaves] == [True, False]
    keyless = told((deals, asking(arm("is", "a"))), people(rows), "leaf")
    assert [row[5][1] for row in keyless] == [False, False], "without a key it is the customer"


def test_r205_a_unit_by_household_is_that_of_the_customer() -> None:
    deals = journey(
        "t>x x.a>f x.b>f", on("add"), split(arms=ONLY_A, unit="household"), step("finish", "f"),
        id="deals",
    )  # fmt: skip
    rows = [event(0, "add"), event(1, "in")]
    for known in ({"household": "h1"}, {"household": ""}, {}):
        leaves = told((deals, asking(arm("is", "a"))), people(rows, known), "leaf")
        assert [row[5][1] for row in leaves] == [True]


def test_r205_an_experiment_nobody_deals_out_is_missing_and_named() -> None:
    assert answers(arm("is_missing"), [event(1, "in")]) == [(True, None)]
    assert problems_of(asking(arm("is", "a"))) == [("unknown_experiment", "b")]
    dealt = journey("t>x x.a>f x.b>f", on("add"), split(), step("finish", "f"), id="deals")
    assert problems_of(asking(arm("is", "a")), dealt) == []
    assert problems_of(asking(arm("is", "c")), dealt) == [("unknown_arm", "b")]


def test_r35_asking_for_an_arm_before_the_step_that_deals_it_out_is_a_problem() -> None:
    """Behind it, in a loop with it, or where another journey deals it out, all is well."""
    asks = branch({"kind": "arm", "experiment": "trial", "value": "a"})
    done = step("finish", "f")
    early = journey("t>b b.yes>x b.else>x x.a>f x.b>f", on("in"), asks, split(), done)
    late = journey("t>x x.a>b x.b>b b.yes>f b.else>f", on("in"), asks, split(), done)
    loop = journey(
        "t>b b.yes>x b.else>x x.a>w x.b>f w>b", on("in"), asks, split(), wait("P1D"), done
    )
    other = journey("t>x x.a>f x.b>f", on("in"), split(), done, id="k")

    def said(drawn: Journey, *beside: Journey) -> list[tuple[str | None, str]]:
        found = [each for each in problems(drawn, beside) if each.code == "asked_too_early"]
        return [(each.node, each.words) for each in found]

    words = "'Condition' asks for the version of a test before 'A/B test' deals it out."
    assert said(early) == [("b", words)]
    assert said(late) == said(loop) == said(early, other) == []
