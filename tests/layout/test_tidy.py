"""Tidy drawings: nothing overlaps, everything flows down, branches keep their order."""

from collections.abc import Callable

import networkx as nx
import pytest

from journeys.document.format import loads
from journeys.document.history import History
from journeys.document.journey import Journey, Note, Position
from journeys.layout.edit import Tidy
from journeys.layout.tidy import tidy, usual_size
from journeys.samples import samples
from journeys.values import evolve
from tests.document.drawings import branch, drawn, email, finish, trigger, wait
from tests.document.generation import made_journey
from tests.layout.made import large_journey, rescued, row_of
from tests.layout.measuring import branch_order, overlapping
from tests.work import lines_run

MADE = [
    *(made_journey(seed, steps=40) for seed in range(40)),
    *(large_journey(120, seed) for seed in range(10)),
    *(loads(text) for text in samples().values()),
    rescued(60),
]


def sizes(journey: Journey) -> dict[str, tuple[int, int]]:
    return {node.id: usual_size(node) for node in journey.nodes}


def forward(journey: Journey) -> set[tuple[str, str]]:
    """Return the paths that are in no loop."""
    edges = [
        (edge.source, edge.target)
        for edge in journey.edges
        if edge.source in journey.by_id and edge.target in journey.by_id
    ]
    loops = list(nx.strongly_connected_components(nx.DiGraph(edges)))
    home = {step: number for number, loop in enumerate(loops) for step in loop}
    return {(source, target) for source, target in edges if home[source] != home[target]}


@pytest.mark.parametrize("journey", MADE, ids=range(len(MADE)))
def test_every_step_has_a_place_of_its_own_and_the_flow_goes_down(journey: Journey) -> None:
    places = tidy(journey)
    known = sizes(journey)
    assert set(places) == set(journey.by_id)
    assert overlapping(places, known) == []
    for source, target in forward(journey):
        assert places[source][1] + known[source][1] + 44 <= places[target][1]


@pytest.mark.parametrize("journey", MADE, ids=range(len(MADE)))
def test_branches_stand_in_the_order_of_their_ports(journey: Journey) -> None:
    kept, total = branch_order(journey, tidy(journey))
    assert kept == total


@pytest.mark.parametrize("journey", MADE, ids=range(len(MADE)))
def test_places_follow_from_steps_and_paths_alone(journey: Journey) -> None:
    once = Tidy().apply(journey)
    assert once.positions == tidy(journey)
    assert Tidy().apply(once) == once
    assert evolve(once, layout=journey.layout, notes=journey.notes) == journey
    reversed_file = evolve(journey, nodes=journey.nodes[::-1], edges=journey.edges[::-1], layout=())
    assert tidy(reversed_file) == tidy(journey)


def test_the_large_ones_have_branches_whose_order_can_be_kept() -> None:
    assert sum(branch_order(journey, tidy(journey))[1] for journey in MADE) > 100


@pytest.mark.parametrize("journey", MADE[:20], ids=range(20))
def test_higher_and_wider_steps_do_not_overlap_either(journey: Journey) -> None:
    known = {
        name: (252, 60 + 37 * (len(name) + place) % 300) for place, name in enumerate(journey.by_id)
    }
    assert overlapping(tidy(journey, known), known) == []


def test_a_split_stands_over_the_middle_and_its_ways_meet_under_it() -> None:
    journey = drawn(
        [trigger(), branch("ask", "yes"), email("left"), wait("right"), finish()],
        "start > ask", "ask.yes > left", "ask.else > right", "left.sent > end", "right > end",
    )  # fmt: skip
    assert tidy(journey) == {
        "start": (0, 0), "ask": (0, 120), "left": (-150, 260), "right": (150, 260), "end": (0, 432),
    }  # fmt: skip


def test_a_way_straight_to_where_ways_meet_stays_straight() -> None:
    journey = drawn(
        [trigger(), branch("ask", "yes"), email("more"), finish()],
        "start > ask", "ask.yes > more", "ask.else > end", "more.sent > end",
    )  # fmt: skip
    places = tidy(journey)
    assert places["start"][0] == places["ask"][0] == places["end"][0]
    assert places["more"][0] == -300


def test_steps_that_meet_before_others_stand_under_their_own_ways() -> None:
    journey = drawn(
        [branch("ask", "one", "two"), wait("a"), wait("b"), wait("c"), wait("both"), finish()],
        "ask.one > a", "ask.two > b", "ask.else > c", "a > both", "b > both",
        "both > end", "c > end",
    )  # fmt: skip
    places = tidy(journey)
    assert 2 * places["both"][0] == places["a"][0] + places["b"][0]
    assert places["both"][0] < places["c"][0]


def test_nothing_stands_where_a_path_runs_down_to_where_it_meets_others() -> None:
    journey = drawn(
        [
            *(branch("ask", "one"), wait("short"), branch("wide", "a", "b", "c"), finish()),
            *(wait(name) for name in ("a", "b", "c", "d")),
        ],
        "ask.one > short", "ask.else > wide", "short > end",
        *(f"wide.{name} > {name}" for name in ("a", "b", "c")), "wide.else > d",
        *(f"{name} > end" for name in ("a", "b", "c", "d")),
    )  # fmt: skip
    places = tidy(journey)
    assert all(places[name][0] - places["short"][0] >= 150 for name in ("a", "b", "c", "d"))


def test_a_loop_leads_back_up_and_leaves_the_rest_as_it_was() -> None:
    steps = [trigger(), wait("pause"), branch("ask", "yes"), email("again"), finish()]
    paths = ["start > pause", "pause > ask", "ask.yes > end", "ask.else > again"]
    without = drawn(steps, *paths)
    assert tidy(drawn(steps, *paths, "again.sent > pause")) == tidy(without)


def test_parts_stand_side_by_side_and_lonely_steps_below() -> None:
    journey = drawn(
        [trigger("one"), wait("a"), trigger("two"), wait("b"), wait("alone"), email("lost")],
        "one > a", "two > b",
    )  # fmt: skip
    places = tidy(journey)
    assert places["one"] == (0, 0)
    assert places["two"][1] == 0
    assert places["two"][0] - places["one"][0] > 300
    lowest = max(places[name][1] for name in ("a", "b")) + 40
    assert places["alone"][1] == places["lost"][1] > lowest


@pytest.mark.parametrize("text", ["nowhere > end", "start > nowhere", "start.other > end"])
def test_paths_that_lead_nowhere_are_borne(text: str) -> None:
    journey = drawn([trigger(), finish()], text)
    assert overlapping(tidy(journey), sizes(journey)) == []


def test_a_journey_without_steps_is_tidy() -> None:
    assert tidy(Journey(id="empty")) == {}
    assert Tidy().apply(Journey(id="empty")) == Journey(id="empty")


@pytest.mark.parametrize("made", [row_of, rescued, lambda steps: large_journey(steps, 7)])
def test_twice_the_steps_are_twice_the_work(made: Callable[[int], Journey]) -> None:
    small, large = worked(made(1_000)), worked(made(2_000))
    assert large < 2.5 * small
    assert large < 2_000 * 1_500


def worked(journey: Journey) -> int:
    """Return how many lines are run to tidy a journey up."""
    return lines_run(lambda: tidy(journey))


def test_a_journey_as_long_as_may_be_finds_its_places() -> None:
    places = tidy(row_of(20_000))
    assert {x for x, _ in places.values()} == {0}
    assert len(set(places.values())) == 20_000


def test_tidying_up_is_one_thing_to_undo() -> None:
    journey = evolve(loads(samples()["welcome"]), layout=())
    history = History(journey).do(Tidy())
    assert history.undo_words == "Tidy up"
    assert history.present.positions == tidy(journey)
    assert history.undo().present == journey


def test_a_note_goes_along_with_the_step_next_to_it_and_covers_none() -> None:
    steps = [trigger(), wait("a"), wait("b")]
    journey = evolve(
        drawn(steps, "start > a", "a > b"),
        layout=(
            Position(node="start", x=0, y=0),
            Position(node="a", x=900, y=500),
            Position(node="b", x=0, y=900),
        ),
        notes=(
            Note(id="beside", text="beside a", x=1_160, y=500),
            Note(id="above", text="between a and b", x=900, y=560),
        ),
    )
    after = Tidy().apply(journey)
    above, beside = after.notes
    assert (beside.x, beside.y) == (260, 120)
    assert above.x == 300
    known = sizes(after) | {note.id: (note.width, note.height) for note in after.notes}
    places = dict(after.positions) | {note.id: (note.x, note.y) for note in after.notes[:1]}
    assert overlapping(places, known) == []


def test_paths_are_straight_or_bend_far_enough_to_be_seen() -> None:
    bends = steps = 0
    for seed in range(10):
        journey = large_journey(300, seed)
        places = tidy(journey)
        steps += len(journey.edges)
        bends += sum(
            0 < abs(places[source][0] - places[target][0]) < 50
            for source, target in forward(journey)
        )
    assert bends < steps / 1_000
