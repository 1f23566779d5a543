"""What the outline says: every step once, in the order of the flow, joins and loops by name."""

import pytest

from journeys.document.edits.paths import Connect
from journeys.document.journey import Journey
from tests.document.drawings import finish, wait
from tests.document.generation import made_journey
from tests.layout.made import large_journey, rescued, row_of
from tests.widgets import drawings
from widgets.outline.lines import DEEPEST, LONGEST, TOP, Lines, lines_of
from widgets.outline.wording import words


def written(journey: Journey) -> list[str]:
    """Return the outline as text: two spaces a level."""
    lines = lines_of(journey)
    found = []
    for number, line in enumerate(lines.all):
        found.append("  " * depth(lines, number) + words(line, journey))
    return found


def depth(lines: Lines, number: int) -> int:
    count = 0
    while (number := lines.parents[number]) != TOP:
        count += 1
    return count


def test_branches_are_named_and_joins_are_referred_to() -> None:
    assert written(drawings.cart_rescue()) == [
        "Fills a cart",
        "Wait",
        "Bought in the meantime?",
        "  Has bought",
        "    Bought unaided",
        "  Everyone else",
        "    Which words win?",
        "      Kind words",
        "        Your cart is waiting",
        "          Sent",
        "            Goes on at \u201cReminded\u201d",
        "          Not sent",
        "            Still there?",
        "            Goes on at \u201cReminded\u201d",
        "      Free delivery",
        "        Free delivery today",
        "        Goes on at \u201cReminded\u201d",
        "      Gets nothing",
        "        Left alone",
        "    Reminded",
    ]


def test_a_loop_leads_back_and_ends_there() -> None:
    journey = Connect("push", "sent", "hour").apply(drawings.cart_rescue())
    assert "            Back to \u201cWait\u201d" in written(journey)


def test_steps_that_no_path_leads_to_stand_apart() -> None:
    lone = Journey(id="lone", nodes=(wait("one"), finish("two")))
    assert written(lone) == ["No path leads here", "  Wait", "  Finish"]


@pytest.mark.parametrize("seed", range(30))
def test_every_step_has_its_line_and_only_one(seed: int) -> None:
    for journey in (made_journey(seed), large_journey(300, seed)):
        lines = lines_of(journey)
        steps = [line.node for line in lines.all if line.what == "step"]
        assert sorted(steps) == sorted(journey.by_id)
        assert len(lines.by_key) == len(lines.all)


@pytest.mark.parametrize("seed", range(10))
def test_every_path_is_told_once(seed: int) -> None:
    """A path is told by a way out, by a reference, or by the step that follows in the same run."""
    journey = large_journey(200, seed)
    lines = lines_of(journey)
    told = {(line.node, line.port) for line in lines.all if line.what in {"way", "on", "back"}}
    for edge in journey.edges:
        if (edge.source, edge.port) in told:
            continue
        number = lines.by_key["step", edge.source, ""]
        beside = lines.under(lines.parents[number])
        after = lines.all[beside[lines.places[number] + 1]]
        assert (after.what, after.node) == ("step", edge.target)


@pytest.mark.parametrize("journey", [row_of(3_000), rescued(3_000)], ids=["row", "questions"])
def test_an_outline_is_neither_endlessly_deep_nor_endlessly_long(journey: Journey) -> None:
    lines = lines_of(journey)
    assert max(depth(lines, number) for number in range(len(lines.all))) <= 2 * DEEPEST + 4
    assert max(len(each) for each in lines.children) <= LONGEST + 1
    assert any(line.what == "further" for line in lines.all)


def test_an_empty_journey_has_no_lines() -> None:
    assert written(Journey(id="none")) == []
