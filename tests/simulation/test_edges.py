"""Edges that made-up worlds seldom touch, where the engine says what the oracle says."""

import pytest

from journeys.people.population import Population
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    at,
    branch,
    change,
    event,
    journey,
    on,
    people,
    reacting,
    split,
    step,
    wait,
)
from tests.simulation.comparing import World, built, compiled, counted, expected, plain, stories

LAST_HOUR = {"kind": "behaviour", "event": "buy", "measure": "last", "value": "PT1H"}


def told(world: World) -> list[tuple[str, str | None]]:
    """Return (reason, step) of c's story, once engine and oracle are known to agree on it."""
    program, dataset = built(world)
    story = expected(world)
    assert stories(program, dataset, plain(program, dataset)) == story
    assert stories(program, dataset, compiled(program, dataset)) == story
    return [(row[4], row[3]) for row in story["c"]]


@pytest.mark.parametrize("operator", ["within_last", "longer_ago"])
@pytest.mark.parametrize("ago", [HOUR - 1, HOUR, HOUR + 1, 0])
def test_exactly_so_long_ago_is_longer_and_not_within_r125(operator: str, ago: int) -> None:
    asks = branch(LAST_HOUR | {"operator": operator})
    drawing = journey(
        "t>b b.yes>y b.else>n", on("add"), asks, step("finish", "y"), step("finish", "n")
    )
    rows = people([event(0, "buy"), event(ago, "add")])
    is_true = (ago < HOUR) == (operator == "within_last")
    assert ("finished", "y" if is_true else "n") in told(((drawing,), rows, RunSettings()))


def test_generated_events_of_one_instant_go_by_their_slots_r113() -> None:
    """Five messages a second are opened and unsubscribed from at one instant: first all opens."""
    letter = (on("add"), step("email", "m"), step("finish", "f"))
    sends = journey("t>m>f", *letter, id="sends", entry={"key": "cart"})
    hears = journey(
        "o>e u>e",
        on("email_opened", "o"),
        on("email_unsubscribed", "u"),
        step("finish", "e"),
        id="hears",
    )
    rows = people([event(at // 5, "add", cart=f"c{at}") for at in range(40)])
    reactions = reacting(CERTAIN, CERTAIN, CERTAIN)
    world = ((sends, hears), rows, RunSettings(mode=Mode.MIXED, responses=reactions, end=HOUR))
    entered = [where for reason, where in told(world) if reason == "entered" and where != "t"]
    assert entered == (["o"] * 5 + ["u"] * 5) * 8


def test_a_wait_that_ends_with_an_event_is_beaten_by_it_r3() -> None:
    """An event at exactly the instant of a time-out comes first."""
    drawing = journey(
        "t>w>f", on("add"), wait("PT1H"), step("finish", "f"), exits=({"id": "x", "event": "buy"},)
    )
    for late, reason in ((0, "exited"), (1, "finished")):
        rows = people([event(0, "add"), event(HOUR + late, "buy")])
        assert reason in [said for said, _ in told(((drawing,), rows, RunSettings()))]


def test_hundreds_who_left_long_ago_still_reach_their_goal_r53() -> None:
    """Those whose window is over are forgotten on the way, and only those."""
    goal = {"id": "g", "event": "buy", "window": "P1D", "match_key": False}
    steps = (on("add"), step("finish", "f"))
    drawing = journey("t>f", *steps, goals=(goal,), entry={"key": "cart"})
    adds = [event(at * HOUR // 4, "add", cart=f"c{at}") for at in range(400)]
    rows = people([*adds, event(100 * HOUR, "buy")])
    reached = [row for row in told(((drawing,), rows, RunSettings())) if row[0] == "goal_reached"]
    assert len(reached) == 4 * 24


@pytest.mark.parametrize(("end", "is_cut"), [(HOUR - 1, 1), (HOUR, 1), (HOUR + 1, 0)])
def test_a_window_that_ends_with_the_run_is_cut_r108_r126(end: int, is_cut: int) -> None:
    """Of a goal and of a unit alike: the last instant of the window is not part of the run."""
    goal = {"id": "g", "event": "buy", "window": "PT1H"}
    steps = (on("add"), split(), step("finish", "f"))
    drawing = journey("t>x x.a>f x.b>f", *steps, goals=(goal,))
    for rows in ([event(0, "add")], [event(0, "add"), event(60, "buy")]):
        program, dataset = built(((drawing,), people(rows), RunSettings(end=end)))
        machine = compiled(program, dataset)
        stories(program, dataset, machine)
        counts = counted(program, machine.tally)
        reached = len(rows) - 1
        arm = next(owner[:3] for owner in counts if owner[0] == "arm")
        assert counts.get(("goal", "j", "g", "censored"), 0) == is_cut
        assert counts.get(("goal", "j", "g", "reached_censored"), 0) == is_cut * reached
        assert counts.get((*arm, "censored"), 0) == is_cut
        assert counts.get((*arm, "converted_censored"), 0) == is_cut * reached


def test_a_share_point_at_the_edge_of_an_arm_belongs_to_the_next_r50() -> None:
    """The arm is the first whose cumulative weight exceeds the point, not the one that meets it."""
    person = people([event(0, "add")])
    whole = ({"id": "a", "weight": 10_000}, {"id": "b", "weight": 0})
    rows = dealt(whole, person)
    point = next(row for row in rows if row[0] == "a")[1]
    for upto, arm in ((point, "b"), (point + 1, "a")):
        arms = ({"id": "a", "weight": upto}, {"id": "b", "weight": 10_000 - upto})
        assert dealt(arms, person) == [(arm, point)]


def dealt(arms: tuple[dict[str, object], ...], person: Population) -> list[tuple[str, int]]:
    """Return (arm, share point) of every assignment."""
    drawing = journey("t>x x.a>f x.b>f", on("add"), split(arms=arms), step("finish", "f"))
    world = ((drawing,), person, RunSettings())
    program, dataset = built(world)
    story = stories(program, dataset, compiled(program, dataset))
    assert story == expected(world)
    return [(str(row[5][0]), int(row[5][1] or 0)) for row in story["c"] if row[4] == "arm_assigned"]


@pytest.mark.parametrize(("late", "converts"), [(0, 1), (1, 0)])
def test_the_last_instant_of_a_window_converts_r126(late: int, converts: int) -> None:
    goal = {"id": "g", "event": "buy", "window": "PT1H"}
    drawing = journey("t>x x.a>f x.b>f", on("add"), split(), step("finish", "f"), goals=(goal,))
    world = ((drawing,), people([event(0, "add"), event(HOUR + late, "buy")]), RunSettings())
    program, dataset = built(world)
    machine = compiled(program, dataset)
    assert stories(program, dataset, machine) == expected(world)
    counts = counted(program, machine.tally)
    found = [count for owner, count in counts.items() if owner[0] == "arm"]
    assert found == [1, *[1] * converts]


def test_a_day_that_is_over_in_the_new_zone_ends_now_r104() -> None:
    """Berlin's day of 23 hours is over when a customer in UTC moves there half an hour later."""
    begun = at("2024-03-30T12:00:00+00:00")
    moved = begun + 23 * HOUR + HOUR // 2
    drawing = journey("t>w>f", on("add"), wait("P1D"), step("finish", "f"))
    rows = people([event(begun, "add")], {"zone": "UTC"}, [change(moved, zone="Europe/Berlin")])
    world = ((drawing,), rows, RunSettings(end=begun + 3 * 24 * HOUR))
    assert ("wait_moved", "w") in told(world)
    over = [row for row in expected(world)["c"] if row[4] == "wait_over"]
    assert [row[0] for row in over] == [moved]
