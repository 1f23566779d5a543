"""Cards, paths, hints and pictures call things by their titles, and follow new ones."""

from dataclasses import replace

from journeys.document.diff import Diff
from journeys.document.edits.steps import Rename
from journeys.document.journey import Journey
from journeys.document.node import Node
from tests.oracle.worked import journey, on, step
from widgets.canvas.drawing import laid_out
from widgets.canvas.hints import hint
from widgets.canvas.picture import Picture
from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot

LONG_ENOUGH = 60.0
KNOWN: tuple[tuple[dict[str, str] | None, str], ...] = (
    (None, "Go on in 'win back'"),
    ({"win_back": "Come back to us"}, "Go on in 'Come back to us'"),
    ({}, "Go on in 'win back' (not found)"),
)


def drawn() -> Journey:
    """Return a journey that asks who got a message, and goes on in another one."""
    asked = {"kind": "engagement", "step": "letter", "did": "sent"}
    branch = step("branch", "b", branches=[{"id": "yes", "condition": asked}])
    letter = step("email", "letter", title="Cart reminder", subject="Hello", text="Words")
    jump = step("jump", "g", journey="win_back", call="come")
    path = "t>letter letter.sent>b b.yes>f b.else>g"
    return journey(path, on("look"), letter, branch, jump, step("finish", "f"))


def called(call: str) -> Node:
    """Return a start by a call."""
    return step("call_trigger", "c", call=call)


def chip_of(scene: Scene) -> str:
    """Return what stands on the path of who got the message."""
    assert scene.settle(LONG_ENOUGH)
    return scene.ways.chips["b", "f"].title


def test_a_path_follows_a_new_title_of_what_its_condition_names() -> None:
    made = drawn()
    scene = Scene(made)
    assert chip_of(scene) == "got 'Cart reminder'"
    renamed = Rename("letter", "Second reminder").apply(made)
    scene.take(renamed, Diff.between(made, renamed))
    assert chip_of(scene) == "got 'Second reminder'"
    assert hint(scene, Spot("port", "b", "yes")).startswith("got 'Second reminder': ")


def test_a_card_names_another_journey_as_soon_as_it_is_known() -> None:
    made = drawn()
    scene = Scene(made)
    for journeys, line in KNOWN:
        scene.show_names(replace(made.names, journeys=journeys))
        said = " ".join(scene.step("g").line)
        assert said == line


def test_a_picture_names_another_journey_by_its_title() -> None:
    made = drawn()
    there = (Journey(id="win_back", title="Come back to us", nodes=(called("come"),)),)
    for drawing in (Picture.of(made, there=there).drawing, laid_out(made, there)):
        (jump,) = (each for each in drawing.steps if each.node.id == "g")
        assert "'Come back to us'" in " ".join(jump.line)
        assert "got 'Cart reminder'" in {link.chip.title for link in drawing.links if link.chip}
