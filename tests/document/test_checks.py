"""What is wrong with a drawing is said, with the step and with a fix where there is one."""

import time

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.document.rules import Goal, Unprompted
from journeys.durations import Duration
from journeys.values import evolve
from tests.document.drawings import branch, drawn, email, experiment, finish, trigger, wait
from tests.document.generation import made_journey

FINE = drawn(
    [trigger(), wait("one"), email("mail"), finish()],
    "start > one",
    "one > mail",
    "mail.sent > end",
)


def codes(journey: Journey, *others: Journey) -> dict[str, str | None]:
    return {problem.code: problem.node for problem in problems(journey, others)}


def only(journey: Journey, code: str) -> Problem:
    found = [problem for problem in problems(journey) if problem.code == code]
    assert len(found) == 1, problems(journey)
    return found[0]


def test_a_journey_in_order_has_no_problems() -> None:
    assert problems(FINE) == ()


def test_a_journey_nobody_can_enter_is_an_error() -> None:
    assert codes(drawn([finish()])) == {"no_trigger": None}


@pytest.mark.parametrize(
    ("paths", "node"),
    [("start.sent > end", "start"), ("start > nowhere", "start"), ("nowhere > end", None),
     ("one > start", "one")],
)  # fmt: skip
def test_a_path_from_or_to_nothing_is_an_error_and_can_be_deleted(
    paths: str, node: str | None
) -> None:
    journey = drawn([trigger(), wait("one"), finish()], paths)
    found = only(journey, "dangling_path")
    assert (found.node, found.severity) == (node, Severity.ERROR)
    assert found.fix is not None
    assert found.fix.apply(journey).edges == ()


def test_two_paths_from_one_way_out_are_an_error_and_the_first_can_be_kept() -> None:
    journey = drawn([trigger(), finish("a"), finish("b")], "start > a", "start > b")
    found = only(journey, "two_paths")
    assert found.fix is not None
    assert codes(found.fix.apply(journey)) == {"unreachable": "b"}


def test_ways_out_that_lead_nowhere_are_one_warning_a_step_which_names_them() -> None:
    steps = [trigger(), branch("which", "left", "right"), finish("end")]
    found = only(drawn(steps[:2], "start > which"), "path_ends")
    assert found.severity is Severity.WARNING
    assert found.words == "Nothing follows 'Condition' yet: customers leave the journey here."
    some = only(drawn(steps, "start > which", "which.left > end"), "path_ends")
    ways = [port.title for port in steps[1].ports() if port.id != "left"]
    assert all(repr(way) in some.words for way in ways)


def test_a_message_that_goes_on_by_sent_needs_no_other_way() -> None:
    assert codes(FINE) == {}
    loose = drawn([trigger(), email("mail")], "start > mail")
    assert only(loose, "path_ends").node == "mail"


def test_a_step_nobody_can_come_to_is_a_warning_and_can_be_deleted() -> None:
    journey = evolve(FINE, nodes=(*FINE.nodes, finish("island")))
    found = only(journey, "unreachable")
    assert (found.node, found.severity) == ("island", Severity.WARNING)
    assert found.fix is not None
    assert found.fix.apply(journey) == FINE


def test_a_loop_in_no_time_is_an_error_and_one_with_a_wait_is_not() -> None:
    steps = [trigger(), branch("which", "back"), branch("again", "on")]
    paths = ("start > which", "which.back > again", "again.on > which")
    assert codes(drawn(steps, *paths))["zero_time_loop"] == "again"
    slow = drawn([*steps, wait("one")], *paths[:2], "again.on > one", "one > which")
    assert "zero_time_loop" not in codes(slow)
    empty = drawn([*steps, wait("one", Duration())], *paths[:2], "again.on > one", "one > which")
    assert codes(empty)["zero_time_loop"] == "again"


def test_one_experiment_declared_in_two_ways_is_an_error() -> None:
    one, other = experiment("one", 5_000, 5_000), experiment("two", 4_000, 6_000)
    same = experiment("two", 5_000, 5_000)
    paths = ("start > one", "one.arm_0 > two")
    assert codes(drawn([trigger(), one, other], *paths))["declared_twice"] == "two"
    assert "declared_twice" not in codes(drawn([trigger(), one, same], *paths))


def test_an_experiment_declared_in_another_way_in_another_journey_of_the_run_is_an_error() -> None:
    journey = drawn([trigger(), experiment("one", 5_000, 5_000)], "start > one", name="a")
    other = drawn([trigger(), experiment("one", 4_000, 6_000)], "start > one", name="b")
    assert codes(journey, other)["declared_twice"] == "one"
    assert "declared_twice" not in codes(journey)


def test_what_two_other_journeys_declare_in_two_ways_is_not_the_problem_of_this_one() -> None:
    one = drawn([trigger(), experiment("one", 5_000, 5_000)], "start > one", name="a")
    other = drawn([trigger(), experiment("one", 4_000, 6_000)], "start > one", name="b")
    assert codes(FINE, one, other) == {}


def test_two_journeys_of_one_id_cannot_run_together() -> None:
    assert "same_id" in codes(FINE, FINE)


def test_errors_come_before_warnings() -> None:
    for seed in range(100):
        found = [problem.severity for problem in problems(made_journey(seed, steps=15))]
        assert found == sorted(found, key=lambda severity: severity is Severity.WARNING)


def test_every_fix_mends_its_problem() -> None:
    mended = 0
    for seed in range(200):
        journey = made_journey(seed, steps=12)
        for problem in problems(journey):
            if problem.fix is not None:
                mended += 1
                assert problem not in problems(problem.fix.apply(journey)), (seed, problem)
                assert problem.plain()["fix"] == problem.fix.words
    assert mended > 100


def test_a_test_without_a_goal_is_a_warning() -> None:
    journey = drawn([trigger(), experiment("one", 5_000, 5_000)], "start > one")
    assert codes(journey)["nothing_to_win"] == "one"
    goal = Goal(id="buys", event="purchase")
    assert "nothing_to_win" not in codes(evolve(journey, goals=(goal,)))


def test_reaching_a_goal_unprompted_needs_a_goal() -> None:
    assert "no_goal" in codes(evolve(FINE, unprompted=Unprompted(share=100)))


def test_twenty_thousand_steps_are_checked_within_seconds() -> None:
    steps = [trigger(), *(wait(f"w{count}") for count in range(19_999))]
    paths = (f"w{count} > w{count + 1}" for count in range(19_998))
    journey = drawn(steps, "start > w0", *paths)
    began = time.process_time()
    assert codes(journey) == {"path_ends": "w19998"}
    assert time.process_time() - began < 5


def test_a_loose_end_and_a_step_that_lost_its_way_in_offer_to_be_joined() -> None:
    steps = [trigger(), wait("one"), wait("two"), finish("end")]
    journey = drawn(steps, "start > one", "two > end")
    found = {(each.code, each.node): each for each in problems(journey)}
    whole = drawn(steps, "start > one", "one > two", "two > end")
    for place in (("path_ends", "one"), ("unreachable", "two")):
        fix = found[place].fix
        assert fix is not None
        assert {edge.order for edge in fix.apply(journey).edges} == {
            edge.order for edge in whole.edges
        }
    assert [fix.words for fix in found["unreachable", "end"].fixes] == ["Delete a step"]
