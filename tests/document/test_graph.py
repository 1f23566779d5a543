"""Loops and reach, found by the net, are those a naive walk finds."""

from journeys.document.journey import Journey
from journeys.graph import loops, reachable, zero_time_loops
from tests.document.drawings import drawn, finish, trigger, wait
from tests.document.generation import made_journey


def walked(journey: Journey, begin: str, without: frozenset[str] = frozenset()) -> set[str]:
    """Return the steps one can come to from a step by at least one path."""
    found: set[str] = set()
    waiting = [begin]
    while waiting:
        step = waiting.pop()
        for edge in journey.edges:
            is_new = edge.target not in found and edge.target not in without
            if edge.source == step and is_new and edge.target in journey.by_id:
                found.add(edge.target)
                waiting.append(edge.target)
    return found


def naive_loops(journey: Journey, without: frozenset[str] = frozenset()) -> set[frozenset[str]]:
    ways = {
        node.id: walked(journey, node.id, without)
        for node in journey.nodes
        if node.id not in without
    }
    return {
        frozenset(other for other in ways if other in ways[node] and node in ways[other])
        for node in ways
        if node in ways[node]
    }


def test_loops_and_reach_are_those_of_a_naive_walk() -> None:
    with_loops = 0
    for seed in range(300):
        journey = made_journey(seed, steps=14)
        timed = frozenset(node.id for node in journey.nodes if node.takes_time)
        starts = {node.id for node in journey.triggers}
        assert set(loops(journey)) == naive_loops(journey), seed
        assert set(zero_time_loops(journey)) == naive_loops(journey, timed), seed
        assert reachable(journey) == starts.union(*(walked(journey, each) for each in starts))
        with_loops += bool(loops(journey))
    assert with_loops > 50


def test_loops_come_in_the_order_of_their_smallest_step() -> None:
    journey = drawn(
        [trigger(), wait("d"), wait("a"), wait("c"), wait("b"), finish()],
        "start > d", "d > a", "a > d", "b > b", "c > end",
    )  # fmt: skip
    assert loops(journey) == (frozenset({"a", "d"}), frozenset({"b"}))


def test_paths_to_steps_that_are_not_there_lead_nowhere() -> None:
    journey = drawn([trigger(), wait("a")], "start > a", "a > gone", "gone > a")
    assert loops(journey) == ()
    assert reachable(journey) == {"start", "a"}
