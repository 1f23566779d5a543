"""Which journeys run with another one: those it leads to, and those that they lead to."""

from journeys.document.companions import companions
from journeys.document.journey import Journey
from tests.oracle.worked import journey, step


def leading(name: str, *to: str) -> Journey:
    """Return a journey that goes on in others."""
    steps = [step("jump", f"to_{each}", journey=each, call="come") for each in to]
    return journey("", *steps, id=name)


def test_r1_all_that_a_journey_leads_to_runs_with_it_and_nothing_else_does() -> None:
    there = [leading("b", "c"), leading("c", "a", "b"), leading("d", "a"), leading("e")]
    assert [each.id for each in companions(leading("a", "b"), there)] == ["b", "c"]
    assert companions(leading("e"), there) == ()


def test_a_journey_that_is_not_there_and_the_journey_itself_are_no_companions() -> None:
    there = [leading("a"), leading("b")]
    assert [each.id for each in companions(leading("a", "a", "gone", "b"), there)] == ["b"]


def test_of_two_with_one_id_the_first_counts() -> None:
    there = [leading("b"), leading("b", "c"), leading("c")]
    assert companions(leading("a", "b"), there) == (there[0],)
