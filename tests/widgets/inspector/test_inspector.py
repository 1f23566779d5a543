"""Whatever is asked arrives in the document, is undone in one go, and nothing else arrives."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from journeys.content.message import Message
from journeys.document.edits.steps import ChangeNode, RemoveNodes, Rename
from journeys.document.journey import DESCRIPTION_LENGTH, Journey
from journeys.document.kinds import kinds
from journeys.nodes.experiment import Experiment
from journeys.nodes.wait import Wait
from journeys.values import evolve
from tests.document.generation import made_journey
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.asking import HIDDEN
from widgets.inspector.fields.choice import ChoiceField
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.number import NumberField
from widgets.inspector.fields.text import TextField
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.fields.weights import WeightsField
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.note import NotePage
from widgets.inspector.pages.page import Page
from widgets.inspector.pages.rules import EDITS

EVERY_KIND = every_kind()
ASKED_WITH_OTHERS = {"holdout", "attribute", "entry", "before", "repeat"}


def page_of(panel: Panel) -> Page:
    page = panel.inspector.page
    assert page is not None
    return page


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_is_asked_for_every_field_it_has(open_panel: Opening, kind: str) -> None:
    panel = open_panel(EVERY_KIND, kind)
    model = kinds()[kind]
    words = set(model.sorts()) if issubclass(model, Message) else set()
    alone = set() if "date" in model.model_fields else {"attribute"}
    with_others = ASKED_WITH_OTHERS - alone | (
        {"call"} if "journey" in model.model_fields else set()
    )
    asked = set(model.model_fields) - HIDDEN - with_others - {"title"} - words
    assert set(panel.fields) == asked


@pytest.mark.parametrize("kind", kinds())
def test_every_field_of_a_kind_is_changed_by_hand_and_taken_back(
    open_panel: Opening, kind: str
) -> None:
    panel = open_panel(EVERY_KIND, kind)
    for place in range(len(list(panel.leaves()))):
        changed_and_taken_back(panel, place)


def test_every_rule_of_the_journey_is_changed_by_hand_and_taken_back(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND)
    assert set(panel.fields) == set(EDITS)
    for place in range(len(list(panel.leaves()))):
        changed_and_taken_back(panel, place)


def changed_and_taken_back(panel: Panel, place: int) -> None:
    before = panel.written
    name, field = list(panel.leaves())[place]
    if "?" in name and not field.isVisibleTo(panel.inspector):
        return  # what is inside an empty field is changed once the field is filled
    panel.change(field)
    after = panel.written
    assert after != before, name
    assert panel.undo_all() == 1, name
    assert panel.written == before, name
    panel.document.redo()
    assert panel.written == after, name
    panel.undo_all()


@pytest.mark.parametrize("kind", [*kinds(), ""])
def test_a_name_is_changed_in_place_as_one_step(open_panel: Opening, kind: str) -> None:
    panel = open_panel(EVERY_KIND, *([kind] if kind else []))
    before = panel.written
    panel.write(page_of(panel).head.title.line, "Another name")
    journey = panel.document.journey
    assert (journey.node(kind).title if kind else journey.title) == "Another name"
    assert panel.undo_all() == 1
    assert panel.written == before
    assert page_of(panel).head.title.line.text() == (EVERY_KIND.title if not kind else "")


def test_leaving_a_field_begins_another_step(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    field = panel.fields["duration"]
    assert isinstance(field, DurationField)
    panel.write(field.amounts[0], "12")
    QTest.keyClick(field.amounts[0], Qt.Key.Key_Return)
    panel.write(field.amounts[0], "13")
    assert panel.undo_all() == 2


def test_a_note_is_written_as_one_step(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "why")
    before = panel.written
    page = panel.inspector.page
    assert isinstance(page, NotePage)
    QTest.keyClicks(page.words, "So ")
    assert panel.document.journey.notes[0].text == "So Because"
    assert panel.undo_all() == 1
    assert panel.written == before
    assert page.words.toPlainText() == "Because"


@pytest.mark.parametrize("selected", [*kinds(), ""])
def test_what_does_not_fit_stays_in_its_field_and_out_of_the_document(
    open_panel: Opening, selected: str
) -> None:
    panel = open_panel(EVERY_KIND, *([selected] if selected else []))
    for name, field in list(panel.leaves()):
        before = panel.written
        if isinstance(field, NumberField):
            line = field.line
        elif isinstance(field, DurationField) and field.amounts:
            line = field.amounts[0]
        else:
            continue
        if not line.isVisibleTo(panel.inspector):
            continue
        right = line.text()
        panel.write(line, "oops")
        assert field.said, name
        assert line.text() == "oops", name
        assert panel.written == before, name
        panel.write(line, right)
        assert not field.said, name
        assert panel.written == before, name


def test_a_name_too_long_stays_in_its_field(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    title = page_of(panel).head.title
    heard: list[str] = []
    panel.inspector.refused.connect(heard.append)
    title.line.insert("x" * 200)
    QTest.keyClicks(title.line, "yz")
    assert len(title.line.text()) == 202
    assert "200" in title.said
    assert heard
    assert len(panel.document.journey.node("wait").title) <= 200


def test_an_id_that_cannot_be_stays_in_its_field(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "experiment")
    field = panel.fields["experiment"]
    assert isinstance(field, TextField)
    panel.write(field.line, "2nd try")
    assert field.line.text() == "2nd try"
    assert "letters" in field.said
    node = panel.document.journey.node("experiment")
    assert isinstance(node, Experiment)
    assert node.experiment == "experiment"


def test_a_wrong_text_stays_while_something_else_changes(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    field = panel.fields["duration"]
    assert isinstance(field, DurationField)
    panel.write(field.amounts[0], "no")
    panel.document.do(Rename("email", "Elsewhere"))
    assert field.amounts[0].text() == "no"
    assert field.said


def test_an_edit_from_elsewhere_is_shown(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    panel.document.do(ChangeNode(Wait.model_validate({"id": "wait", "duration": "P3D"})))
    field = panel.fields["duration"]
    assert isinstance(field, DurationField)
    assert (field.amounts[0].text(), field.units[0].value) == ("3", "days")


def test_a_step_that_is_gone_gives_way_to_the_journey(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    panel.document.do(RemoveNodes(("wait",)))
    assert set(panel.fields) == set(EDITS)
    panel.document.undo()
    assert set(panel.fields) == {"duration"}


def test_a_problem_stands_at_the_top_and_its_button_mends_it(open_panel: Opening) -> None:
    node = EVERY_KIND.node("experiment")
    assert isinstance(node, Experiment)
    broken = ChangeNode(evolve(node, holdout=3_000)).apply(EVERY_KIND)
    panel = open_panel(broken, "experiment")
    faults = page_of(panel).faults
    assert faults.isVisible()
    fix = faults.buttons[0].text()
    panel.click(faults.buttons[0])
    mended = panel.document.journey.node("experiment")
    assert isinstance(mended, Experiment)
    assert sum(arm.weight for arm in mended.arms) + mended.holdout == 10_000
    assert fix not in [button.text() for button in page_of(panel).faults.buttons]
    assert panel.undo_all() == 1


@pytest.mark.parametrize("seed", [3, 19, 20, 31])
def test_looking_changes_nothing(open_panel: Opening, seed: int) -> None:
    journey = made_journey(seed)
    panel = open_panel(journey)
    before = panel.written
    for selected in (*journey.by_id, *(note.id for note in journey.notes)):
        panel.inspector.show_nodes((selected,))
        for field in panel.inspector.findChildren(QLineEdit):
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_Tab)
    assert panel.written == before
    assert not panel.document.history.can_undo


def test_an_empty_journey_is_asked_for_its_rules(open_panel: Opening) -> None:
    panel = open_panel(Journey(id="new"), "no such step")
    assert set(panel.fields) == set(EDITS)
    assert page_of(panel).faults.isVisible()


def test_what_changes_while_the_panel_is_closed_is_there_when_it_opens(
    open_panel: Opening,
) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    panel.inspector.hide()
    panel.inspector.show_nodes(("email",))
    panel.document.do(Rename("email", "Hello"))
    panel.inspector.show()
    assert page_of(panel).head.title.line.text() == "Hello"
    assert {"only_with", "responses", "gate"} <= set(panel.fields)


def test_what_the_journey_does_is_said_in_words_of_ones_own(open_panel: Opening) -> None:
    panel = open_panel(Journey(id="new", description="Greets."))
    page = panel.inspector.page
    assert isinstance(page, JourneyPage)
    assert page.description.toPlainText() == "Greets."
    QTest.keyClick(page.description, Qt.Key.Key_End)
    QTest.keyClicks(page.description, " Thanks.")
    assert panel.document.journey.description == "Greets. Thanks."
    assert panel.undo_all() == 1
    assert page.description.toPlainText() == "Greets."
    page.description.setPlainText("x" * (DESCRIPTION_LENGTH + 1))
    assert panel.document.journey.description == "Greets.", "too long stays in the field"
    assert "characters at most" in " ".join(
        shown.text() for shown in page.findChildren(QLabel) if shown.isVisibleTo(page)
    )


@pytest.mark.parametrize(
    ("step", "name"), [("", "goals"), ("", "exits"), ("branch", "branches"), ("experiment", "arms")]
)
def test_writing_replaces_the_name_that_something_new_was_given(
    open_panel: Opening, step: str, name: str
) -> None:
    panel = open_panel(every_kind(), *filter(None, (step,)))
    field = panel.fields[name]
    assert isinstance(field, (ThingsField, WeightsField))
    panel.click(field.add)
    line = panel.inspector.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.selectedText() == line.text()
    QTest.keyClicks(line, "Purchase")
    journey = panel.document.journey
    things = getattr(journey.by_id[step] if step else journey, name)
    assert things[-1].title == "Purchase"


def test_where_those_go_who_cannot_be_split_is_asked_only_where_that_can_be(
    open_panel: Opening,
) -> None:
    panel = open_panel(EVERY_KIND, "experiment")
    panel.click(page_of(panel).tabs.buttons["settings"])
    assert not panel.fields["fallback"].isVisible()
    split = panel.fields["unit"]
    assert isinstance(split, ChoiceField)
    split.picker.picked.emit("household")
    assert panel.fields["fallback"].isVisible()


def test_a_step_without_a_name_of_its_own_says_its_kind_once(open_panel: Opening) -> None:
    panel = open_panel(every_kind(), "wait")
    page = page_of(panel)
    line = page.head.title.line
    assert line.placeholderText() == "Wait"
    assert not page.head.kind.isVisible()
    panel.write(line, "Pause")
    assert page.head.kind.isVisible()
    assert page.head.kind.text() == "Wait"
