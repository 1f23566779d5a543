"""The layout of a drawing: paths lead from step to step, and nothing hides what matters."""

from collections.abc import Callable, Mapping
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from journeys.document.checks import problems
from journeys.document.format import loads
from journeys.document.journey import Journey, Position
from journeys.document.problems import Problem
from journeys.nodes.email import Email
from journeys.values import evolve
from tests.document.drawings import path
from tests.document.generation import made_journey
from tests.widgets import drawings
from widgets.canvas.drawing import Drawing, laid_out
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.links import Link
from widgets.canvas.steps import CARD_WIDTH, PlacedStep, loose_step, pill_title
from widgets.lettering import lines, visible, width
from widgets.theme import CARD_LINE, CARD_TITLE, NOTE, PILL_TITLE
from widgets.wording import step_words

WILD = range(60)
SAMPLES = ("shop_rescue", "welcome", "win_back")


def by_id(drawing: Drawing) -> Mapping[str, PlacedStep]:
    return {step.node.id: step for step in drawing.steps}


def tidy_journeys() -> list[Journey]:
    """Return drawings with room between the steps: by hand, and wild ones without places."""
    wild = [evolve(made_journey(seed), layout=(), notes=()) for seed in WILD]
    return [*(draw() for draw in drawings.ALL), *wild]


def on_way(link: Link, frame: Rect) -> bool:
    """Say whether the line of a link runs through a frame."""
    legs = [
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).grown(0.5)
        for a, b in pairwise(link.way)
    ]
    return any(leg.shared(frame) > 0 for leg in legs)


@pytest.mark.parametrize("journey", [*tidy_journeys(), *map(made_journey, WILD)])
def test_paths_begin_and_end_at_ports_and_turn_at_right_angles(journey: Journey) -> None:
    drawing = laid_out(journey)
    steps = by_id(drawing)
    for link in drawing.links:
        assert link.way[0] == steps[link.source].way_out
        assert link.way[-1] == steps[link.target].entrance
        assert all(begin.x == end.x or begin.y == end.y for begin, end in pairwise(link.way))
        assert link.way[-2].x == link.way[-1].x, "it leads in from above"
        assert link.way[-2].y <= link.way[-1].y


def test_every_path_is_drawn_once() -> None:
    for journey in tidy_journeys():
        expected = {
            (edge.source, edge.target)
            for edge in journey.edges
            if edge.source in journey.by_id and edge.target in journey.by_id
        }
        links = laid_out(journey).links
        assert len(links) == len(expected)
        assert {(link.source, link.target) for link in links} == expected


def test_no_chip_hides_a_port_or_a_step() -> None:
    for draw in drawings.ALL:
        drawing = laid_out(draw())
        ports = [point for step in drawing.steps for point in (step.way_out, step.entrance)]
        for chip in (link.chip for link in drawing.links if link.chip):
            assert not any(chip.frame.holds(port) for port in ports), (draw.__name__, chip)
            assert not any(chip.frame.shared(step.frame) for step in drawing.steps), chip


def test_chips_do_not_hide_one_another() -> None:
    for draw in drawings.ALL:
        chips = [link.chip.frame for link in laid_out(draw()).links if link.chip]
        assert not any(one.shared(other) for one, other in combinations(chips, 2))


def test_paths_go_around_steps() -> None:
    for draw in drawings.ALL:
        drawing = laid_out(draw())
        for link in drawing.links:
            hit = [step.node.id for step in drawing.steps if on_way(link, step.frame.grown(-1))]
            assert hit == [], (draw.__name__, link)


def test_every_choice_is_told_on_its_path() -> None:
    said = {link.chip.title for link in laid_out(drawings.cart_rescue()).links if link.chip}
    assert said == {
        *("Has bought", "Everyone else", "Kind words", "Free delivery", "Gets nothing"),
        *("Sent", "Not sent"),
    }


def test_steps_stand_where_they_were_placed() -> None:
    journey = drawings.cart_rescue()
    steps = by_id(laid_out(journey))
    for name, (x, y) in journey.positions.items():
        frame = steps[name].frame
        assert (frame.centre.x, frame.y) == (x + CARD_WIDTH / 2, y)


def test_steps_without_a_place_stand_under_the_others_and_apart() -> None:
    for journey in tidy_journeys():
        frames = [step.frame for step in laid_out(evolve(journey, layout=())).steps]
        assert not any(one.shared(other) for one, other in combinations(frames, 2))
    half = drawings.cart_rescue()
    half = evolve(half, layout=half.layout[:3])
    steps = by_id(laid_out(half))
    lowest = max(steps[name].frame.bottom for name in half.positions)
    assert all(step.frame.y > lowest for name, step in steps.items() if name not in half.positions)


def test_what_is_wrong_stands_on_its_step_in_words() -> None:
    journey = drawings.troubled()
    wrong = {problem.node for problem in problems(journey)} - {None}
    steps = by_id(laid_out(journey))
    assert {name for name, step in steps.items() if step.strip} == wrong
    assert " ".join(steps["none"].strip) == "Lasts no time at all"
    assert steps["mail"].strip == ("Nothing follows yet",)
    assert steps["mail"].line == (steps["mail"].node.summary(),), "there is room for both"


def test_a_problem_takes_the_room_of_the_line_under_a_long_title() -> None:
    node = Email(id="mail", title="Warenkorb-Erinnerung nach einer Stunde")
    wrong = Problem("x", "The words are missing, and nobody would read them", "mail")
    sound, told = loose_step(node, ()), loose_step(node, (wrong,))
    assert (len(sound.title), sound.line) == (2, (node.summary(),))
    assert (told.title, told.line, told.frame) == (sound.title, (), sound.frame)
    assert told.strip[-1].endswith("\u2026")
    in_full = loose_step(node, (wrong,), in_full=True)
    assert " ".join(in_full.strip) == wrong.words
    assert in_full.line == sound.line
    assert in_full.frame.height > told.frame.height


@pytest.mark.parametrize("in_full", [False, True])
def test_all_text_keeps_to_its_room(*, in_full: bool) -> None:
    for step in laid_out(drawings.wordy(), in_full=in_full).steps:
        if step.is_pill:
            assert all(width(line, PILL_TITLE) <= step.frame.width - 57 for line in step.title)
        else:
            assert all(width(line, CARD_TITLE) <= step.frame.width - 91 for line in step.title)
        assert all(width(line, CARD_LINE) <= step.frame.width - 76 for line in step.line)
        assert step.frame.width <= CARD_WIDTH


def test_a_picture_cuts_no_words() -> None:
    journeys = [draw() for draw in drawings.ALL]
    drawn = [laid_out(journey, in_full=True) for journey in journeys]
    pairs = list(zip(drawn, journeys, strict=True))
    for step, names in ((step, each.names) for drawing, each in pairs for step in drawing.steps):
        is_pill = step.is_pill
        whole = visible(pill_title(step.node, names) if is_pill else step_words(step.node))
        assert " ".join(step.title) == whole
        assert is_pill or " ".join(step.line) == visible(step.node.line(names))
    for drawing, journey in pairs:
        for placed, note in zip(drawing.notes, journey.notes, strict=True):
            assert " ".join(placed.lines).split() == note.text.split()


def test_where_a_picture_needs_more_room_all_below_goes_down() -> None:
    node = Email(id="a", title=drawings.LONG * 2)
    below, aside = Email(id="b"), Email(id="c")
    layout = (
        Position(node="a", x=0, y=0),
        Position(node="b", x=0, y=136),
        Position(node="c", x=300, y=40),
    )
    journey = Journey(
        id="j", nodes=(node, below, aside), edges=(path("a.sent > b"),), layout=layout
    )
    here, there = by_id(laid_out(journey)), by_id(laid_out(journey, in_full=True))
    more = there["a"].frame.height - here["a"].frame.height
    assert more > 0
    assert there["b"].frame.y == 136 + more
    assert there["c"].frame.y == 40


@pytest.mark.parametrize("text", ["", "one", "two words", drawings.LONG * 9, "a" * 500, "\n\n\nx"])
def test_lines_are_as_wide_as_the_room_and_say_where_more_follows(text: str) -> None:
    found = lines(text, NOTE, 100, 3)
    assert 1 <= len(found) <= 3
    assert all(width(line, NOTE) <= 100 for line in found)
    whole = "".join(found).replace(" ", "").replace("-", "") == "".join(text.split())
    assert whole or any("\u2026" in line for line in found)


@pytest.mark.parametrize(
    ("word", "first", "joined"),
    [
        ("Donaudampfschifffahrtsgesellschaft", "-", "-"),
        ("Warenkorb-Erinnerungen", "Warenkorb-", ""),
        ("utm_source/newsletter_spring", "utm_source/", ""),
        ("日本語のお知らせ日本語のお知らせ", "", ""),
        ("e\u0301" * 40, "e\u0301", ""),
    ],
)
def test_a_word_wider_than_the_room_goes_on_in_the_next_line(
    word: str, first: str, joined: str
) -> None:
    found = lines(word, NOTE, 100, 20)
    assert len(found) > 1
    assert found[0].endswith(first)
    assert all(width(line, NOTE) <= 100 for line in found)
    assert "".join(line.removesuffix(joined) for line in found[:-1]) + found[-1] == word


@pytest.mark.parametrize("name", SAMPLES)
def test_paths_of_the_samples_go_around_steps(root: Path, name: str) -> None:
    drawing = laid_out(loads((root / "resources" / "samples" / f"{name}.json").read_bytes()))
    for link in drawing.links:
        assert not any(on_way(link, step.frame.grown(-1)) for step in drawing.steps), link


def test_the_bounds_hold_everything() -> None:
    makers: tuple[Callable[[], Journey], ...] = drawings.ALL
    for drawing in (laid_out(draw()) for draw in makers):
        bounds = drawing.bounds
        assert bounds.width > 0
        corners = [corner for link in drawing.links for corner in link.way]
        frames = [*(step.frame for step in drawing.steps), *(note.frame for note in drawing.notes)]
        ends = [Point(frame.right, frame.bottom) for frame in frames]
        starts = [Point(frame.x, frame.y) for frame in frames]
        assert all(bounds.holds(point) for point in (*corners, *starts, *ends))
