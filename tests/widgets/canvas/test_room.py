"""Cards keep their room: whatever is wrong, nothing lies over a card, a chip or a plus."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest

from journeys.document.checks import problems
from journeys.document.edits.steps import RemoveNodes, Rename
from journeys.document.format import loads
from journeys.document.history import History
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.durations import Duration
from journeys.layout.edit import Tidy
from journeys.nodes.wait import Wait
from journeys.samples import samples
from journeys.values import evolve
from tests.layout.made import large_journey
from tests.widgets import drawings
from widgets.canvas.counts import Counts
from widgets.canvas.geometry import Rect
from widgets.canvas.hints import hint
from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot, near_handles, path_at
from widgets.canvas.tags import plus_on, tag_on

LONG_ENOUGH = 60.0
NAMES = (
    "Warenkorb",
    "Warenkorb-Erinnerung nach einer Stunde",
    "Donaudampfschifffahrtsgesellschaftskapitän fährt wieder",
    "Kundinnen und Kunden, die sich Sommerschuhe angesehen haben, ohne etwas zu kaufen",
)


def named(journey: Journey, seed: int) -> Journey:
    """Return a journey whose steps have short and long names."""
    random, history = Random(seed), History(journey)
    for node in journey.nodes:
        history = history.do(Rename(node.id, random.choice(NAMES)))
    return history.present


def tidied(journey: Journey) -> Journey:
    """Return a journey that was tidied on the canvas, nothing being wrong with it."""
    return Tidy(tuple(sorted(Scene(journey).sizes().items()))).apply(journey)


def broken(journey: Journey, seed: int) -> Journey:
    """Return a journey in which waits last no time, and some paths and steps are gone."""
    random = Random(seed)
    nodes = tuple(
        evolve(node, duration=Duration()) if isinstance(node, Wait) else node
        for node in journey.nodes
    )
    gone = {journey.edges[0], *random.sample(journey.edges, len(journey.edges) // 5)}
    edges = tuple(edge for edge in journey.edges if edge not in gone)
    others = [node.id for node in nodes if not node.is_trigger]
    broken = evolve(journey, nodes=nodes, edges=edges)
    return RemoveNodes(tuple(random.sample(others, len(others) // 8))).apply(broken)


def from_samples() -> list[Journey]:
    return [loads(content) for content in samples().values()]


def made() -> list[Journey]:
    """Return samples as they come, and tidied; large journeys with short and with long names."""
    large = [large_journey(24, seed) for seed in range(6)]
    long = [named(each, seed) for seed, each in enumerate((*large, drawings.cart_rescue()))]
    return [*from_samples(), *map(tidied, (*from_samples(), *large, *long))]


PLACES = range(2 * len(samples()) + 13)


def settled(journey: Journey, wrong: tuple[Problem, ...]) -> Scene:
    scene = Scene(journey)
    scene.settle(LONG_ENOUGH)
    scene.show_problems(wrong)
    assert scene.settle(LONG_ENOUGH)
    return scene


def standing(scene: Scene) -> Iterator[tuple[str, Rect]]:
    """Yield what stands between the cards: chips, the plus on each path, open ends."""
    for pair in scene.ways.ports:
        placed = tag_on(scene, pair)
        if placed is not None:
            yield f"chip of {pair}", placed[1]
        yield f"plus of {pair}", plus_on(scene, pair)
    for name in scene.steps.names:
        for handle in near_handles(scene, name, is_near=False):
            yield f"end {handle.port} of {name}", handle.frame


def lying_over(scene: Scene) -> list[tuple[str, str]]:
    """Return what lies over a card, and the cards that lie over each other."""
    cards = {name: scene.steps.frame(name) for name in scene.steps.names}
    found = [(a, b) for (a, one), (b, other) in combinations(cards.items(), 2) if one.shared(other)]
    for what, frame in standing(scene):
        found += [(what, name) for name in scene.steps.meeting(frame.grown(-1))]
    return found


@pytest.mark.parametrize("place", PLACES)
def test_nothing_lies_over_a_card_whether_something_is_wrong_or_not(place: int) -> None:
    whole = made()[place]
    for journey in (whole, broken(whole, place)):
        for told in ((), problems(journey)):
            scene = settled(journey, told)
            assert lying_over(scene) == []
            through = {(n.id, p.id): 1_234 for n in journey.nodes for p in n.ports()}
            messages = (node.id for node in journey.nodes if node.card.group == "Messages")
            said = dict.fromkeys(messages, "9,999 sent, 99% opened")
            scene.show_counts(Counts(through=through, sentences=said))
            assert scene.settle(LONG_ENOUGH)
            assert lying_over(scene) == []


@pytest.mark.parametrize("place", PLACES)
def test_the_words_of_a_path_stand_on_it(place: int) -> None:
    for journey in (whole := made()[place], broken(whole, place)):
        scene = settled(journey, ())
        for pair, chip in scene.ways.chips.items():
            assert path_at(scene, chip.frame.centre, 1) is not None, pair


@pytest.mark.parametrize("place", PLACES)
def test_a_problem_moves_nothing_and_makes_no_step_higher(place: int) -> None:
    journey = broken(made()[place], place)
    scene, wrong = settled(journey, ()), problems(journey)
    assert wrong
    before = {name: scene.steps.frame(name) for name in scene.steps.names}
    ways = {pair: scene.ways.between(pair) for pair in scene.ways.ports}
    scene.show_problems(wrong)
    assert scene.settle(LONG_ENOUGH)
    for name, was in before.items():
        now = scene.steps.frame(name)
        assert (now.y, now.height, now.centre.x) == (was.y, was.height, was.centre.x)
        assert scene.journey.by_id[name].card.is_pill or now == was
    assert {pair: scene.ways.between(pair) for pair in ways} == ways


def test_what_is_cut_on_a_step_or_a_chip_is_said_in_full_where_the_mouse_rests() -> None:
    journey = tidied(named(drawings.wordy(), 0))
    journey = Rename("start", NAMES[-1] * 2).apply(journey)
    wrong = problems(journey)
    scene = settled(journey, wrong)
    assert scene.step("start").title[-1].endswith("\u2026")
    assert NAMES[-1] * 2 in hint(scene, Spot("step", "start"))
    assert {problem.words for problem in wrong if problem.node == "test"} <= {
        *hint(scene, Spot("step", "test")).splitlines()
    }
    pair = ("test", "mail_0")
    assert scene.ways.chips[pair].title.endswith("\u2026")
    assert hint(scene, Spot("tag", "test", "arm_0", pair)) == drawings.LONG
    assert hint(scene, Spot("tag", "test", "arm_1", ("test", "mail_1"))) == ""
