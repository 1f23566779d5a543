"""Worked by hand: journeys that pause in a run that slept (R226, R228)."""

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Population
from journeys.simulation.settings import Pause, Policy
from tests.oracle.worked import HOUR, Line, change, event, journey, on, outcome, people, step, wait
from tests.simulation.worked import story

T = 1_718_000_000
FINISH = step("finish", "f")
VIP = {"kind": "attribute", "name": "vip", "operator": "is", "value": True}
ENDS = ("wait_moved", "wait_over", "timed_out", "caught", "waiting")
POLICIES = (*Policy,)
Span = tuple[int, int]


def told(
    drawn: Journey,
    rows: Population,
    *of: str,
    asleep: tuple[Span, ...],
    pauses: tuple[Span, ...],
    policy: Policy = Policy.CATCH_UP,
    end: int = 9 * HOUR,
) -> list[Line]:
    """Return what is said of the customer; instants are seconds after T."""
    resting = tuple(Pause("j", T + begins, T + ends, policy) for begins, ends in pauses)
    slept = tuple((T + begins, T + ends) for begins, ends in asleep)
    found = story(drawn, rows, *of, end=T + end, pauses=resting, asleep=slept)
    return [
        tuple(part - T if type(part) is int and part > T - HOUR else part for part in line)
        for line in found
    ]


def happens(*times: int, name: str = "in") -> Population:
    """Return people to whom it happens; times are seconds after T."""
    return people([event(T + time, name) for time in times])


def waits(lasts: str = "PT20S") -> Journey:
    """Return a journey that waits once."""
    return journey("t>w>f", on("in"), wait(lasts), FINISH)


def catching(**branch: object) -> Node:
    """Return a wait for one thing."""
    return step("wait_event", "w", branches=({"id": "p", **branch},), timeout="PT1H")


@pytest.mark.parametrize("policy", POLICIES)
def test_r228_what_wakes_in_a_pause_is_put_off_to_its_end(policy: Policy) -> None:
    """The wait is over at 20, in the sleep and before the pause, which adds nothing to it."""
    found = told(waits(), happens(0, 60), asleep=((10, 70),), pauses=((50, 100),), policy=policy)
    assert found[1:] == [
        (0, "w", "wait_started", 20),
        (70, "t", "refused_paused", 100),
        (100, "w", "wait_over"),
        (100, "f", "finished"),
    ]


def test_r228_a_hold_that_wakes_in_a_pause_is_put_off_too() -> None:
    drawn = journey("t>w>w", on("in"), wait("PT10M"), loops={"minimum_period": "PT1H"})
    found = told(drawn, happens(0), asleep=((3_000, 3_700),), pauses=((3_650, 4_000),), end=4_100)
    assert found[2:5] == [
        (600, "w", "wait_over"),
        (600, "w", "held", 3_600),
        (4_000, "w", "wait_started", 4_600),
    ]


def test_r228_those_put_off_go_by_the_instants_they_were_due_at() -> None:
    """The first is due in the pause, the second before it and slept over."""
    drawings = tuple(
        journey("t>w>f", on("in"), wait(lasts), FINISH, id=name, priority=rank)
        for name, lasts, rank in (("a", "PT80S", 9), ("b", "PT20S", 0))
    )
    pauses = tuple(Pause(name, T + 50, T + 100, Policy.CATCH_UP) for name in "ab")
    asleep = ((T + 10, T + 70),)
    assert (
        story(drawings, happens(0), "wait_over", pauses=pauses, asleep=asleep, end=T + 200)
        == [(T + 100, "w", "wait_over")] * 2
    )
    rows = outcome(drawings, happens(0), pauses=pauses, asleep=asleep, end=T + 200).rows["c"]
    assert [row.journey for row in rows if row.reason == "wait_over"] == ["b", "a"]


def test_r228_what_was_due_in_a_pause_that_was_slept_through_is_not_refused() -> None:
    found = told(waits(), happens(30), "entered", asleep=((10, 70),), pauses=((20, 50),))
    assert found == [(70, "t", "entered", None)]


def test_r228_a_timer_due_in_a_pause_acts_on_waking_as_if_due_at_the_end_of_that_pause() -> None:
    """An event at 40 comes before it, though the time-out fell due at 25."""
    node = step("wait_event", "w", branches=({"id": "p", "event": "x"},), timeout="PT25S")
    drawn = journey("t>w w.p>f", on("in"), node, FINISH)
    for second, ends in ((40, "caught"), (60, "timed_out")):
        rows = people([event(T, "in"), event(T + second, "x")])
        found = told(drawn, rows, *ENDS, asleep=((10, 70),), pauses=((20, 50),))
        assert [line[:3] for line in found] == [(70, "w", ends)]


def test_r228_a_pause_that_was_slept_through_extends_the_waits_that_stood_in_it() -> None:
    """Due at 45, in it, is 75; what begins on waking began after it."""
    cases: tuple[tuple[int, list[Line]], ...] = (
        (0, [(70, "w", "wait_moved", 45, 75), (75, "w", "wait_over")]),
        (15, [(115, "w", "wait_over")]),
    )
    for second, wanted in cases:
        rows, drawn = happens(second), waits("PT45S")
        extends = Policy.EXTEND
        found = told(drawn, rows, *ENDS, asleep=((10, 70),), pauses=((20, 50),), policy=extends)
        assert found == wanted


def test_r228_one_pause_after_the_other_puts_it_off_twice() -> None:
    """Put off to 50, which wakes at 70 in the next pause; there nothing is added to it."""
    for policy in POLICIES:
        found = told(
            waits("PT15S"),
            happens(0),
            *ENDS,
            asleep=((11, 30), (40, 70)),
            pauses=((20, 50), (60, 90)),
            policy=policy,
        )
        assert found == [(90, "w", "wait_over")]


def test_r228_an_event_slept_over_is_caught_on_waking_in_a_pause_and_acts_at_its_end() -> None:
    drawn = journey("t>w w.p>f", on("in"), catching(event="x"), FINISH)
    rows = people([event(T, "in"), event(T + 20, "x")])
    found = told(drawn, rows, asleep=((10, 70),), pauses=((50, 100),))
    assert found[2:] == [(70, "w", "caught", "p", 20, False), (100, "f", "finished")]


def test_r228_conditions_are_not_asked_on_waking_in_a_pause() -> None:
    drawn = journey("t>w w.p>f", on("in"), catching(condition=VIP), FINISH)
    rows = people([event(T, "in")], {"vip": False}, [change(T + 20, vip=True)])
    found = told(drawn, rows, *ENDS, asleep=((10, 70),), pauses=((50, 100),))
    assert found == [(100, "w", "caught", "p", None, False)]
    # The first pause ends as the next one is on.
    later = people([event(T, "in")], {"vip": False}, [change(T + 25, vip=True)])
    found = told(drawn, later, *ENDS, asleep=((30, 70),), pauses=((20, 50), (60, 90)))
    assert found == [(90, "w", "caught", "p", None, False)]


def test_r228_at_the_end_of_the_run_what_would_wake_in_a_pause_waits_for_its_end() -> None:
    found = told(waits(), happens(0), *ENDS, asleep=((10, 70),), pauses=((50, 100),), end=60)
    assert found == [(60, "w", "waiting", 100)]
