"""Every sort of question is begun, changed and mended with a real mouse and real keys."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeys.conditions.sentences import sentence
from journeys.conditions.tree import (
    ArmTest,
    BehaviourTest,
    ContextTest,
    EngagementTest,
    Leaf,
    ListTest,
    PropertyTest,
    SampleTest,
    SegmentTest,
    SequenceTest,
)
from journeys.document.edits.settings import ChangeSegments
from journeys.document.edits.steps import ChangeNode
from journeys.document.journey import Journey
from journeys.document.rules import Segment
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from tests.widgets.inspector.conftest import CHOICES, Opening
from tests.widgets.inspector.journeys_to_edit import BOUGHT, GOLD, every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picking import PickList
from widgets.inspector.fields.share import ShareField
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.offered import fitting
from widgets.inspector.own import Own
from widgets.inspector.sentences.leaf import LeafView
from widgets.inspector.sentences.offers import offered, picked
from widgets.inspector.sentences.saying import words_of
from widgets.inspector.sentences.tree import TreeField
from widgets.inspector.sentences.values import ValueEditor
from widgets.inspector.sentences.window import GapEditor
from widgets.theme import LIGHT

SORTS: Mapping[str, type[Leaf]] = {
    "one thing": SequenceTest,
    "visit": ContextTest,
    "message": EngagementTest,
    "version": ArmTest,
    "segment": SegmentTest,
    "list": ListTest,
    "random": SampleTest,
}


def whole(condition: object = BOUGHT) -> Journey:
    """Return a journey that asks a condition, with a segment."""
    path = Path.model_validate({"id": "yes", "condition": condition})
    journey = ChangeNode(Branch(id="branch", branches=(path,))).apply(every_kind())
    return ChangeSegments((Segment(id="gold", title="Gold ones", condition=GOLD),)).apply(journey)


def asked(open_panel: Opening, condition: object = BOUGHT) -> tuple[Panel, TreeField]:
    """Return the field of a path's condition."""
    panel = open_panel(whole(condition), "branch")
    things = panel.fields["branches"]
    assert isinstance(things, ThingsField)
    field = things.cards["yes"].form.fields["condition"]
    assert isinstance(field, TreeField)
    return panel, field


def asked_now(panel: Panel) -> Leaf:
    """Return what the path asks now, one sentence."""
    node = panel.document.journey.node("branch")
    assert isinstance(node, Branch)
    condition = node.branches[0].condition
    assert isinstance(condition, Leaf)
    return condition


def leaf_of(field: TreeField) -> LeafView:
    """Return the one sentence."""
    assert isinstance(field.root.view, LeafView)
    return field.root.view


@pytest.mark.parametrize("words", SORTS)
def test_a_question_of_every_sort_is_begun_from_the_menu(open_panel: Opening, words: str) -> None:
    panel, field = asked(open_panel)
    before = panel.written
    panel.click(leaf_of(field).menu)
    panel.pick_open("something else")
    panel.pick_open(words)
    made = asked_now(panel)
    assert isinstance(made, SORTS[words])
    assert leaf_of(field).accessibleName() == sentence(made, panel.document.names)
    assert not [each for each in panel.document.problems if each.code.startswith("unknown")]
    assert panel.undo_all() == 1
    assert panel.written == before


def context() -> Context:
    """Return the surroundings of the journey."""
    journey = whole()
    return Context(LIGHT, fitting(CHOICES, journey, Own(lambda: journey)), ("add_to_cart",))


QUESTIONS: tuple[dict[str, object], ...] = (
    BOUGHT.plain(),
    {"kind": "behaviour", "event": "purchase", "measure": "average", "of": "value",
     "operator": "at_least", "value": 3},
    {"kind": "behaviour", "event": "purchase", "measure": "last", "of": "platform",
     "operator": "one_of", "value": ["mobile"]},
    {"kind": "behaviour", "event": "purchase", "measure": "first", "operator": "is_missing"},
    {"kind": "sequence", "first": {"event": "add_to_cart"}, "then": {"event": "purchase"}},
    {"kind": "context", "name": "before.purchase[0].value", "operator": "at_least", "value": 3},
    {"kind": "engagement", "step": "email", "did": "clicked"},
    {"kind": "arm", "experiment": "experiment", "operator": "one_of", "value": ["a", "b"]},
    {"kind": "sample", "name": "autumn", "share": 1_250},
    {"kind": "segment", "segment": "gold"},
    {"kind": "list", "list": "vip"},
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each["kind"])
def test_whatever_is_offered_for_a_word_can_be_picked(question: dict[str, object]) -> None:
    """And leads to a sentence in which every word can be changed again."""
    leaf = asked_for(question)
    here, count = context(), 0
    for word in words_of(leaf, here.choices):
        if not word.key or word.key in {"value", "within", "gap", "share"}:
            continue
        for option in offered(leaf, word.key, here, ("purchase",)):
            made = picked(leaf, word.key, option.value, here)
            for again in words_of(made, here.choices):
                if again.key and again.key not in {"value", "within", "gap", "share"}:
                    some = offered(made, again.key, here, ("purchase",))
                    for other in some:
                        assert words_of(picked(made, again.key, other.value, here), here.choices)
                    count += len(some)
    assert count or isinstance(leaf, ListTest)


def asked_for(question: dict[str, object]) -> Leaf:
    """Return the leaf of a question."""
    path = Path.model_validate({"id": "yes", "condition": question})
    assert isinstance(path.condition, Leaf)
    return path.condition


def test_what_is_measured_is_picked_with_its_property(open_panel: Opening) -> None:
    panel, field = asked(open_panel)
    panel.pick(leaf_of(field).tokens["measure"], "average")
    made = asked_now(panel)
    assert isinstance(made, BehaviourTest)
    assert (made.measure, made.of, made.value) == ("average", "value", Decimal(1))
    said = ("purchase", "in the last 1 hour", "has an average", "value", "that", "is at least", "1")
    assert leaf_of(field).spoken == said
    panel.pick(leaf_of(field).tokens["measure"], "different")
    panel.pick(leaf_of(field).tokens["of"], "platform")
    made = asked_now(panel)
    assert isinstance(made, BehaviourTest)
    assert (made.measure, made.of) == ("distinct", "platform")
    assert made.where == BOUGHT.where
    assert panel.undo_all() == 3


def test_a_sequence_is_told_word_by_word(open_panel: Opening) -> None:
    panel, field = asked(open_panel, QUESTIONS[4])
    view = leaf_of(field)
    panel.pick(view.tokens["joined"], "no")
    panel.pick(view.tokens["same"], "platform")
    panel.click(view.tokens["gap"])
    editor = panel.popup().content
    assert isinstance(editor, GapEditor)
    panel.write(editor.field.amounts[0], "0")
    assert editor.field.said
    panel.write(editor.field.amounts[0], "2")
    panel.popup().close()
    made = asked_now(panel)
    assert isinstance(made, SequenceTest)
    assert (made.but_not, made.same, made.gap) == (True, "platform", Duration(days=2))
    assert view.spoken == (
        "add to cart", "at any time", "but then no", "purchase", "with the same", "platform",
        "within 2 days",
    )  # fmt: skip
    panel.click(view.tokens["gap"])
    editor = panel.popup().content
    assert isinstance(editor, GapEditor)
    panel.click(editor.always)
    made = asked_now(panel)
    assert isinstance(made, SequenceTest)
    assert made.gap is None


def test_both_events_of_a_sequence_have_a_filter(open_panel: Opening) -> None:
    panel, field = asked(open_panel, QUESTIONS[4])
    view = leaf_of(field)
    panel.click(view.wheres["then"].root.add)
    QTest.keyClick(list_of(panel).list, Qt.Key.Key_Return)
    panel.pick(view.tokens["first"], "sign in")
    made = asked_now(panel)
    assert isinstance(made, SequenceTest)
    assert made.first.event == "sign_in"
    assert made.first.where is None
    assert made.then.where == PropertyTest(name="platform", value="desktop")
    assert view.wheres["first"].root.add.text() == "Only some: sign in"


def list_of(panel: Panel) -> PickList:
    """Return the list that is open."""
    found = panel.popup().content
    assert isinstance(found, PickList)
    return found


def test_a_share_is_written_and_one_that_cannot_be_stays_outside(open_panel: Opening) -> None:
    panel, field = asked(open_panel, QUESTIONS[8])
    panel.click(leaf_of(field).tokens["share"])
    share = panel.popup().content
    assert isinstance(share, ShareField)
    panel.write(share.line, "120")
    assert share.said
    panel.write(share.line, "7.5")
    assert asked_now(panel) == SampleTest(name="autumn", share=750)
    panel.popup().close()
    panel.click(leaf_of(field).tokens["name"])
    QTest.keyClicks(list_of(panel).search, "two words")
    QTest.keyClick(list_of(panel).list, Qt.Key.Key_Return)
    assert asked_now(panel) == SampleTest(name="autumn", share=750)
    panel.popup().close()


def test_a_pattern_that_cannot_be_is_told_why(open_panel: Opening) -> None:
    matches = {"kind": "attribute", "name": "tier", "operator": "matches", "value": "^g"}
    panel, field = asked(open_panel, matches)
    panel.click(leaf_of(field).tokens["value"])
    editor = panel.popup().content
    assert isinstance(editor, ValueEditor)
    (line,) = editor.findChildren(Line)
    QTest.keyClicks(line, "(a")
    assert "missing )" in editor.wrong.text()
    QTest.keyClicks(line, ")+")
    assert editor.wrong.text() == ""
    made = asked_now(panel)
    assert getattr(made, "value", None) == "(a)+"
    panel.popup().close()


def test_versions_messages_and_segments_are_called_by_their_names(open_panel: Opening) -> None:
    _, field = asked(open_panel, {"kind": "arm", "experiment": "experiment", "value": "holdout"})
    assert leaf_of(field).spoken == ("their version in", "A/B test", "is", "Gets nothing")
    _, field = asked(open_panel, QUESTIONS[9])
    assert leaf_of(field).spoken == ("they are in the segment", "Gold ones")
    _, field = asked(open_panel, {"kind": "engagement", "step": "gone", "did": "opened"})
    assert leaf_of(field).tokens["step"].property("look") == "lost"


def test_the_fix_asks_for_what_is_there(open_panel: Opening) -> None:
    panel, field = asked(open_panel, {"kind": "segment", "segment": "silver"})
    (problem,) = [each for each in panel.document.problems if each.code == "unknown_segment"]
    assert problem.fix is not None
    panel.document.do(problem.fix)  # type: ignore[arg-type]  # every fix is an edit
    assert asked_now(panel) == SegmentTest(segment="gold")
    assert leaf_of(field).spoken == ("they are in the segment", "Gold ones")


def test_a_segment_is_made_in_the_settings_and_offered_at_once(open_panel: Opening) -> None:
    panel = open_panel(whole())
    segments = panel.fields["segments"]
    assert isinstance(segments, ThingsField)
    panel.click(segments.add)
    made = panel.document.journey.segments[1]
    assert made.name == "Segment 2"
    field = segments.cards[made.id].form.fields["condition"]
    assert isinstance(field, TreeField)
    sorts = {each.value for each in field.root.around.flavour.sorts(field.root.around.context)}
    assert {"behaviour", "attribute", "segment", "sample", "list", "sequence"} <= sorts
    assert not sorts & {"entry", "context", "arm", "engagement"}
    condition = made.condition
    assert isinstance(condition, BehaviourTest)
    assert condition.since is None
    exits = panel.fields["exits"]
    assert isinstance(exits, ThingsField)
    panel.inspector.show_nodes(("branch",))
    assert "Segment 2" in dict(names_offered(panel)).values()


def names_offered(panel: Panel) -> tuple[tuple[str, str], ...]:
    """Return the segments that are offered."""
    page = panel.inspector.page
    assert page is not None
    return tuple(page.context.choices.own.segments.items())
