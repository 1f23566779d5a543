"""The thread of a variable: where it starts, how surely it runs, where it breaks, where it ends."""

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.thread import Thread
from journeys.document.journey import Journey
from tests.context.talking import (
    DATA,
    HAS_TIER,
    asked_first,
    given_an_arm,
    sms,
    straight,
    two_starts,
)
from tests.oracle.worked import branch, journey, on, step, wait

SURE, PERHAPS = Verdict.GUARANTEED, Verdict.POSSIBLE


def drawn_thread(drawn: Journey, name: str) -> Thread:
    return Known(drawn, DATA).thread(name)


def ways(thread: Thread) -> dict[tuple[str, str], Verdict]:
    return {(edge.source, edge.target): verdict for edge, verdict in thread.edges.items()}


def test_a_thread_runs_to_the_words_that_use_it_r181() -> None:
    thread = drawn_thread(straight(sms("{{ session.source }}")), "session.source")
    assert ways(thread) == {("t", "w"): PERHAPS, ("w", "m"): PERHAPS}
    assert thread.starts == ("t",)
    assert thread.breaks == set()
    assert thread.uses == {"m"}


def test_a_thread_that_nothing_uses_runs_as_far_as_it_goes_r181() -> None:
    thread = drawn_thread(straight(sms("Hi")), "event.at")
    assert ways(thread) == {("t", "w"): SURE, ("w", "m"): SURE, ("m", "f"): SURE}


def test_a_thread_breaks_where_others_join_without_it_r181() -> None:
    thread = drawn_thread(two_starts(sms("{{ event.coupon }}")), "event.coupon")
    assert ways(thread) == {("t", "w"): SURE, ("w", "m"): SURE, ("p", "m"): PERHAPS}
    assert thread.breaks == {"m"}
    assert thread.starts == ("p", "t")


def test_a_thread_is_absent_where_nobody_has_it_r181() -> None:
    thread = drawn_thread(asked_first(sms("{{ event.coupon }}")), "event.coupon")
    assert ways(thread) == {("t", "b"): PERHAPS, ("b", "w"): SURE, ("w", "m"): SURE}
    assert thread.breaks == {"m"}


def test_a_thread_starts_at_the_step_that_gives_it_r181() -> None:
    thread = drawn_thread(given_an_arm(sms("{{ experiment.trial.arm }}")), "experiment.trial.arm")
    assert set(ways(thread)) == {("x", "m")}
    assert thread.starts == ("x",)
    assert thread.breaks == {"m"}


def test_time_takes_away_what_a_test_has_told_r181_r152() -> None:
    steps = branch(HAS_TIER), wait("P1D"), sms("{{ customer.tier }}"), step("finish", "f")
    drawn = journey("t>b b.yes>w>m>f b.else>f", on("add_to_cart"), *steps)
    thread = drawn_thread(drawn, "customer.tier")
    assert ways(thread) == {("t", "b"): PERHAPS, ("b", "w"): SURE, ("w", "m"): PERHAPS}
    assert thread.breaks == {"w"}
