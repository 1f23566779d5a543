"""What a test has told is said in sentences that a marketer understands."""

import pytest

from journeys.experiments.told import Dealt, reported, said

DEALT: tuple[Dealt, ...] = (
    ("a", "A question", 4_500),
    ("b", "B", 4_500),
    ("holdout", "Nothing", 1_000),
)


def counted(**arms: tuple[int, int, int]) -> dict[str, dict[str, int]]:
    """Return counts of a run: exposed, converted, exposed too late to say."""
    return {
        name: {
            "exposed": exposed,
            "converted": converted,
            "censored": censored,
            "converted_censored": 0,
        }
        for name, (exposed, converted, censored) in arms.items()
    }


def words(arms: dict[str, tuple[int, int, int]], dealt: tuple[Dealt, ...] = DEALT) -> str:
    """Return all that is said."""
    found = reported(counted(**arms), dealt)
    assert found is not None
    return " ".join(said(found))


@pytest.mark.parametrize(
    ("arms", "told"),
    [
        ({"a": (0, 0, 0), "b": (0, 0, 0), "holdout": (0, 0, 0)}, "Nobody has come"),
        ({"a": (45, 0, 45), "b": (45, 0, 45), "holdout": (10, 0, 10)}, "time to reach the goal"),
        (
            {"a": (4_500, 900, 0), "b": (4_500, 450, 0), "holdout": (1_000, 100, 0)},
            "A question does better than those who get nothing: +10.0 points, +",
        ),
        (
            {"a": (4_500, 450, 0), "b": (4_500, 45, 0), "holdout": (1_000, 100, 0)},
            "B does worse than those who get nothing: \u22129.0 points",
        ),
        (
            {"a": (4_500, 450, 0), "b": (4_500, 450, 0), "holdout": (1_000, 100, 0)},
            "A question against those who get nothing is not clear yet: 0.0 points",
        ),
        ({"a": (4_000, 0, 0), "b": (5_000, 0, 0), "holdout": (1_000, 0, 0)}, "1 in 1,000,000"),
    ],
)
def test_the_verdict_is_a_sentence(arms: dict[str, tuple[int, int, int]], told: str) -> None:
    assert told in words(arms)


def test_one_arm_has_nothing_to_be_held_against() -> None:
    assert "one version only" in words({"a": (10, 1, 0)}, (("a", "A", 10_000),))


def test_without_a_holdout_the_first_arm_is_what_others_are_held_against() -> None:
    dealt: tuple[Dealt, ...] = (("a", "A", 5_000), ("b", "B", 5_000))
    assert words({"a": (10, 1, 0), "b": (10, 3, 0)}, dealt).startswith(
        "B against A is not clear yet"
    )


def test_arms_that_a_run_did_not_count_are_left_out() -> None:
    assert reported({}, DEALT) is None
