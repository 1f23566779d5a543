"""What each edit does to the drawing, and what it refuses to do."""

import pytest

from journeys.document.checks import problems
from journeys.document.edits.canvas import AddNote, ChangeNote, Move, Place, RemoveNotes
from journeys.document.edits.edit import Edit
from journeys.document.edits.paste import Paste
from journeys.document.edits.paths import Connect, Disconnect
from journeys.document.edits.settings import ChangePriority, RenameJourney
from journeys.document.edits.steps import AddNode, ChangeNode, RemoveNodes, Rename
from journeys.document.format import dumps
from journeys.document.fragment import cut, fragment_dumps, fragment_loads
from journeys.document.journey import Note
from journeys.errors import EditRefusedError, UnreadableFileError
from journeys.values import evolve
from tests.document.drawings import (
    branch,
    drawn,
    email,
    experiment,
    finish,
    path,
    paths,
    trigger,
    wait,
)
from tests.document.generation import made_journey

LINE = drawn(
    [trigger(), wait("one"), wait("two"), finish()], "start > one", "one > two", "two > end"
)
FORK = drawn(
    [trigger(), branch("which", "left"), wait("one"), email("mail"), finish()],
    "start > which", "which.left > one", "which.else > mail", "one > end", "mail.sent > end",
)  # fmt: skip


def test_a_step_put_into_a_path_stands_between_the_two() -> None:
    after = AddNode(wait("new"), 7, 8, after=("one", "next")).apply(LINE)
    assert paths(after) == {
        "start.next > one",
        "one.next > new",
        "new.next > two",
        "two.next > end",
    }
    assert after.positions["new"] == (7, 8)


def test_a_finish_put_into_a_path_ends_it() -> None:
    after = AddNode(finish("stop"), after=("one", "next")).apply(LINE)
    assert paths(after) == {"start.next > one", "one.next > stop", "two.next > end"}


def test_a_step_put_at_a_loose_end_is_connected() -> None:
    loose = Disconnect((path("one > two"),)).apply(LINE)
    after = AddNode(wait("new"), after=("one", "next")).apply(loose)
    assert paths(after) == {"start.next > one", "one.next > new", "two.next > end"}


def test_taking_a_step_away_closes_the_gap() -> None:
    assert paths(RemoveNodes(("one",)).apply(LINE)) == {"start.next > two", "two.next > end"}
    assert paths(RemoveNodes(("one", "two")).apply(LINE)) == {"start.next > end"}


def test_taking_away_a_step_with_several_ways_on_leaves_a_loose_end() -> None:
    assert paths(RemoveNodes(("which",)).apply(FORK)) == {"one.next > end", "mail.sent > end"}


def test_taking_away_steps_side_by_side_leads_each_way_on() -> None:
    after = RemoveNodes(("one", "mail")).apply(FORK)
    assert paths(after) == {"start.next > which", "which.left > end", "which.else > end"}


def test_taking_away_a_loop_never_leaves_a_path_from_a_step_to_itself() -> None:
    loop = drawn([trigger(), wait("one"), wait("two")], "start > one", "one > two", "two > one")
    assert paths(RemoveNodes(("two",)).apply(loop)) == {"start.next > one"}
    assert paths(RemoveNodes(("one", "two")).apply(loop)) == set()


def test_connecting_a_port_again_leads_it_elsewhere() -> None:
    assert "start.next > two" in paths(Connect("start", "next", "two").apply(LINE))
    assert "start.next > one" not in paths(Connect("start", "next", "two").apply(LINE))


def test_connecting_what_is_connected_changes_nothing() -> None:
    assert Connect("start", "next", "one").apply(LINE) is LINE


def test_paths_of_ports_that_a_step_loses_go_with_them() -> None:
    after = ChangeNode(branch("which", "right")).apply(FORK)
    assert paths(after) == {"start.next > which", "which.else > mail", "one.next > end",
                            "mail.sent > end"}  # fmt: skip


def test_pasting_numbers_the_names_that_are_taken_and_keeps_the_paths_inside() -> None:
    placed = Move((Place("one", 10, 20),)).apply(LINE)
    part = fragment_loads(fragment_dumps(cut(placed, frozenset({"one", "two"}))))
    once = Paste(part, x=5, y=5).apply(placed)
    assert set(once.by_id) == {"start", "one", "two", "end", "one_2", "two_2"}
    assert "one_2.next > two_2" in paths(once)
    assert once.positions["one_2"] == (15, 25)
    twice = Paste(part).apply(once)
    assert {"one_3", "two_3"} <= set(twice.by_id)
    assert set(Paste(part).apply(drawn([])).by_id) == {"one", "two"}


def test_pasting_everything_somewhere_else_is_the_same_drawing() -> None:
    for seed in range(50):
        journey = made_journey(seed)
        part = cut(journey, frozenset(journey.by_id), frozenset(n.id for n in journey.notes))
        pasted = Paste(part).apply(evolve(journey, nodes=(), edges=(), layout=(), notes=()))
        assert dumps(pasted) == dumps(journey), seed


@pytest.mark.parametrize(
    "content", [b"", b"some text", b"{}", b'{"format": "throughline-journey"}']
)
def test_a_clipboard_with_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        fragment_loads(content)


def test_a_fragment_whose_paths_lead_out_of_it_is_refused() -> None:
    text = fragment_dumps(cut(LINE, frozenset({"one", "two"}))).replace(
        b'"to": "two"', b'"to": "x"'
    )
    with pytest.raises(UnreadableFileError, match="leads out"):
        fragment_loads(text)


@pytest.mark.parametrize(
    "edit",
    [
        AddNode(wait("one")), AddNode(wait("new"), 10**9), Rename("one", "x" * 201),
        AddNode(trigger("t"), after=("one", "next")), AddNode(wait("n"), after=("one", "sent")),
        AddNode(wait("n"), after=("none", "next")), RemoveNodes(("none",)),
        RemoveNodes(("one", "none")), ChangeNode(wait("none")), ChangeNode(finish("one")),
        Rename("none", "x"), Connect("one", "next", "start"), Connect("one", "next", "none"),
        Connect("end", "next", "one"), Connect("none", "next", "one"),
        Disconnect((path("one > end"),)), Move((Place("none", 0, 0),)),
        Move((Place("one", 10**9, 0),)), Move((), (Place("n", 0, 0),)),
        ChangeNote(Note(id="n", text="")), RemoveNotes(("n",)), RenameJourney("x" * 201),
        ChangePriority(10**7),
    ],
    ids=repr,
)  # fmt: skip
def test_an_edit_that_does_not_fit_is_refused_in_words(edit: Edit) -> None:
    with pytest.raises(EditRefusedError) as refused:
        edit.apply(LINE)
    assert refused.value.what.endswith(".")
    assert "validation error" not in str(refused.value)


def test_steps_and_notes_are_moved_to_the_very_place() -> None:
    there = AddNote(Note(id="n", text="Look")).apply(LINE)
    moved = Move((Place("one", 1, 2), Place("two", -3, 4)), (Place("n", 5, -6),)).apply(there)
    assert moved.positions == {"one": (1, 2), "two": (-3, 4)}
    assert moved.notes == (Note(id="n", text="Look", x=5, y=-6),)


def test_a_note_is_put_changed_and_taken_away() -> None:
    there = AddNote(Note(id="n", text="Look")).apply(LINE)
    changed = ChangeNote(Note(id="n", text="Look here")).apply(there)
    assert changed.notes == (Note(id="n", text="Look here"),)
    assert RemoveNotes(("n",)).apply(changed) == LINE


def test_shares_that_do_not_add_up_are_mended_by_their_fix() -> None:
    for weights in ((1, 1, 1), (9_999, 0), (0, 0, 0), (3_333, 3_333), (10_000, 10_000, 7)):
        for holdout in (0, 1_000):
            test = experiment("test", *weights, holdout=holdout)
            journey = drawn([trigger(), test], "start > test")
            found = [each for each in problems(journey) if each.code == "weights"]
            assert found, weights
            fix = found[0].fix
            assert fix is not None
            assert fix.words
            assert all(each.code != "weights" for each in problems(fix.apply(journey))), weights
