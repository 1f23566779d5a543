"""Every edit can be undone and done again, to the very byte."""

import importlib
import pkgutil
from collections import Counter
from dataclasses import is_dataclass
from random import Random

import pytest

from journeys.document import edits
from journeys.document.diff import Diff
from journeys.document.edits.canvas import Move, Place
from journeys.document.edits.settings import ChangePriority, Describe
from journeys.document.edits.steps import Rename
from journeys.document.format import dumps
from journeys.document.history import LONGEST, History
from journeys.errors import EditRefusedError
from journeys.values import evolve
from tests.document.generation import made_journey
from tests.document.made_edits import MAKERS, made_edit, same_but_rebuilt
from tests.proofs import long_run

EDITS = 300


@pytest.mark.long("undo")
@pytest.mark.parametrize("seed", range(200 if long_run("undo") else 3))
def test_a_walk_of_300_edits_is_undone_to_the_start_and_redone_to_the_end(seed: int) -> None:
    draw = Random(seed)
    history = History(made_journey(seed))
    seen = [dumps(history.present)]
    refused: Counter[str] = Counter()
    done: Counter[str] = Counter()
    while done.total() < EDITS:
        edit = made_edit(history.present, draw)
        try:
            after = history.do(edit).seal()
        except EditRefusedError:
            refused[type(edit).__name__] += 1
            continue
        assert edit.words
        if after.present is history.present:
            continue
        history = after
        done[type(edit).__name__] += 1
        seen.append(dumps(history.present))
    for there in reversed(seen):
        assert dumps(history.present) == there
        history = history.undo()
    assert not history.can_undo
    for there in seen:
        assert dumps(history.present) == there
        history = history.redo()
    assert not history.can_redo
    assert set(done) == set(MAKERS), "every edit took part"
    assert refused.total() > 10


def test_every_edit_there_is_takes_part_in_the_walk() -> None:
    found = set()
    for entry in pkgutil.iter_modules(edits.__path__):
        module = importlib.import_module(f"{edits.__name__}.{entry.name}")
        found |= {
            name
            for name, made in vars(module).items()
            if is_dataclass(made) and hasattr(made, "apply") and made.__module__ == module.__name__
        }
    assert found == set(MAKERS)


def test_like_edits_in_a_row_are_undone_as_one_until_they_are_sealed() -> None:
    history = History(made_journey(3))
    step, other = history.present.nodes[0].id, history.present.nodes[1].id
    start = dumps(history.present)
    for title in ("N", "Na", "Nam", "Name"):
        history = history.do(Rename(step, title))
    assert len(history.past) == 1
    assert history.undo_words == "Rename to 'Name'"
    assert dumps(history.undo().present) == start
    assert history.do(Rename(other, "x")).past[1:]
    sealed = history.seal().do(Rename(step, "Names"))
    assert len(sealed.past) == 2
    assert sealed.undo().present.node(step).title == "Name"


def test_like_edits_that_lead_back_to_where_they_began_leave_nothing_to_undo() -> None:
    history = History(made_journey(3))
    step = history.present.nodes[0]
    back = history.do(Rename(step.id, "Name")).do(Rename(step.id, step.title))
    assert not back.can_undo
    assert dumps(back.present) == dumps(history.present)


def test_edits_of_equal_keys_do_not_join_across_an_undo() -> None:
    history = History(made_journey(3)).do(ChangePriority(1)).undo().do(ChangePriority(2))
    again = history.do(Move((Place(history.present.nodes[0].id, 1, 1),))).undo()
    assert len(again.do(ChangePriority(3)).past) == 2


def test_an_edit_after_undo_gives_up_what_was_undone() -> None:
    history = History(made_journey(3)).do(ChangePriority(1)).seal().do(ChangePriority(2)).undo()
    assert history.can_redo
    assert history.redo_words == "Change the priority"
    assert not history.do(ChangePriority(3)).can_redo


def test_an_edit_that_changes_nothing_leaves_past_and_future_as_they_are() -> None:
    history = History(made_journey(3)).do(ChangePriority(1)).undo()
    assert history.do(ChangePriority(history.present.priority)) is history


def test_undo_and_redo_at_the_ends_do_nothing() -> None:
    history = History(made_journey(1))
    assert history.undo() is history
    assert history.redo() is history
    assert history.undo_words == history.redo_words == ""


def test_the_past_is_long_but_not_endless() -> None:
    history = History(made_journey(0))
    for count in range(LONGEST + 20):
        history = history.do(ChangePriority(count + 1)).seal()
    assert len(history.past) == LONGEST


def test_an_edit_shares_every_step_it_does_not_touch() -> None:
    before = made_journey(9, steps=30)
    after = Rename(before.nodes[0].id, "another name").apply(before)
    assert [node is was for node, was in zip(after.nodes, before.nodes, strict=True)].count(
        False
    ) == 1


def test_the_difference_is_empty_between_equals_and_tells_the_walk_otherwise() -> None:
    draw = Random(11)
    journey = made_journey(11)
    for _ in range(200):
        assert not Diff.between(journey, same_but_rebuilt(journey))
        try:
            after = made_edit(journey, draw).apply(journey)
        except EditRefusedError:
            continue
        assert bool(Diff.between(journey, after)) == (dumps(journey) != dumps(after))
        journey = after


def test_results_stay_valid_when_only_places_titles_and_notes_change() -> None:
    journey = next(made for made in map(made_journey, range(99)) if made.nodes and made.notes)
    step, note = journey.nodes[0].id, journey.notes[0].id
    for edit in (Rename(step, "other"), Move((Place(step, 1, 2),), (Place(note, 3, 4),))):
        diff = Diff.between(journey, edit.apply(journey))
        assert diff
        assert not diff.logic
    assert Diff.between(journey, ChangePriority(77).apply(journey)).logic
    assert not Diff.between(journey, evolve(journey, title="other")).logic
    described = Diff.between(journey, Describe("Other words.").apply(journey))
    assert described.settings == {"description"}
    assert not described.logic
    assert Diff.between(journey, evolve(journey, nodes=(), edges=())).logic


def test_a_move_is_told_as_a_move_of_that_step_alone() -> None:
    journey = made_journey(5)
    step = journey.nodes[0].id
    diff = Diff.between(journey, Move((Place(step, 12_345, 1),)).apply(journey))
    assert diff == Diff(moved_nodes=frozenset({step}))
