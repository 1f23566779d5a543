"""A field holds nothing of a text that does not fit as a whole, and says why in its own words."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AttributeTest, Condition
from journeys.document.journey import DESCRIPTION_LENGTH
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import BOUGHT, GOLD, every_kind
from tests.widgets.inspector.panel import Panel
from tests.widgets.inspector.test_sentences import asked, leaf_of
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import PickList
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.names import NamesField
from widgets.inspector.fields.optional import OptionalField
from widgets.inspector.fields.share import ShareField
from widgets.inspector.fields.things import ThingsField
from widgets.inspector.fields.weights import WeightsField
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.note import NotePage
from widgets.inspector.pages.step import StepPage
from widgets.inspector.sentences.tree import TreeField

EVERY_KIND = every_kind()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.5", "Only whole amounts"),
        ("1,5", "Only whole amounts"),
        ("-5", "backwards"),
        ("abc", "\u201cabc\u201d is no number"),
        ("5x", "\u201c5x\u201d is no number"),
        ("99999999", "100 years"),
        ("12345678901", "100 years"),
        ("", "missing"),
    ],
)
def test_of_a_text_that_is_no_duration_no_part_is_taken_and_its_own_words_say_why(
    open_panel: Opening, text: str, words: str
) -> None:
    panel = open_panel(EVERY_KIND, "wait")
    before = panel.written
    field = panel.fields["duration"]
    assert isinstance(field, DurationField)
    panel.write(field.amounts[0], text)
    assert words in field.said
    assert field.amounts[0].text() == text
    assert panel.written == before
    assert panel.inspector.refused_field is field
    QTest.keyClick(field.amounts[0], Qt.Key.Key_Return)
    assert panel.written == before
    panel.write(field.amounts[0], "7")
    assert not field.said
    assert not panel.inspector.go_to_refused()
    assert panel.undo_all() == 1


def test_of_a_number_that_is_too_large_no_part_is_taken(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "experiment")
    before = panel.written
    share = next(f for f in panel.inspector.findChildren(ShareField) if f.isVisible())
    panel.write(share.line, "7x")
    assert share.said
    assert panel.written == before


LONG, LONGER = "x" * 201, "x" * 1_001
TICKED = AttributeTest(name="age", operator=Operator.ONE_OF, value=(Decimal(30),))
DATED = AttributeTest(name="at", operator=Operator.BEFORE, value="2024-06-01T00:00:00Z")
WRITTEN = AttributeTest(name="tier", operator=Operator.CONTAINS, value="go")
AGED = AttributeTest(name="age", operator=Operator.AT_LEAST, value=Decimal(30))
RECENT = AttributeTest(name="at", operator=Operator.WITHIN_LAST, value="P7D")


@dataclass(frozen=True)
class Place:
    """Where a text is written: the editor, and what it says to be wrong with the text."""

    editor: QWidget
    said: Callable[[], str]


Opened = Callable[[Panel], Place]


def head(panel: Panel) -> Place:
    page = panel.inspector.page
    assert isinstance(page, StepPage)
    return Place(page.head.title.line, lambda: page.head.title.said)


def words_of_the_note(panel: Panel) -> Place:
    page = panel.inspector.page
    assert isinstance(page, NotePage)
    return Place(page.words, page.wrong.text)


def description(panel: Panel) -> Place:
    page = panel.inspector.page
    assert isinstance(page, JourneyPage)

    def said() -> str:
        labels = page.findChildren(QLabel)
        wrong = [each for each in labels if each.property("look") == "wrong"]
        return " ".join(each.text() for each in wrong if each.isVisibleTo(page))

    return Place(page.description, said)


def field(name: str) -> Opened:
    """Return what finds a field of the page by its name, such as goals.window."""

    def found(panel: Panel) -> Place:
        asked = dict(panel.leaves())[name]
        if isinstance(asked, DurationField):
            return Place(asked.amounts[0], lambda: asked.said)
        editor = getattr(asked, "line", None) or asked.findChildren(QPlainTextEdit)[0]
        return Place(editor, lambda: asked.said)

    return found


def first_title(panel: Panel) -> Place:
    things = next(each for _, each in panel.leaves() if isinstance(each, ThingsField))
    title = next(iter(things.cards.values())).title
    return Place(title.line, lambda: title.said)


def arm(panel: Panel) -> Place:
    weights = next(each for _, each in panel.leaves() if isinstance(each, WeightsField))
    return Place(weights.rows[0].share.line, lambda: weights.rows[0].share.said)


def picked(name: str, which: int = 0) -> Opened:
    """Return what opens the list of a field that picks, to write there."""

    def found(panel: Panel) -> Place:
        asked = dict(panel.leaves())[name]
        if isinstance(asked, OptionalField):
            panel.click(asked.add)
        openers = [asked.add] if isinstance(asked, NamesField) else asked.findChildren(Picker)
        panel.click(openers[which])
        picking = panel.popup().content
        assert isinstance(picking, PickList)
        return Place(picking.search, lambda: asked.said)

    return found


def word(key: str) -> Opened:
    """Return what opens the editor of a word of a sentence."""

    def found(panel: Panel) -> Place:
        tree = next(each for _, each in panel.leaves() if isinstance(each, TreeField))
        panel.click(leaf_of(tree).tokens[key])
        editor = panel.popup().content
        line = next(each for each in editor.findChildren(QLineEdit) if each.isVisible())
        wrong = getattr(editor, "wrong", None)
        fields = editor.findChildren(DurationField)
        return Place(line, lambda: fields[0].said if fields else wrong.text() if wrong else "")

    return found


@pytest.mark.parametrize(
    ("selected", "opened", "text", "condition"),
    [
        pytest.param("wait", head, LONG, None, id="name"),
        pytest.param("why", words_of_the_note, "x" * 10_001, None, id="note"),
        pytest.param("experiment", field("experiment"), "2nd try", None, id="text"),
        pytest.param("wait", field("duration"), "1.5", None, id="duration"),
        pytest.param("experiment", arm, "101", None, id="share"),
        pytest.param("branch", first_title, LONG, GOLD, id="thing"),
        pytest.param("event_trigger", picked("event"), LONG, None, id="event"),
        pytest.param("", picked("exits.event", 1), LONG, None, id="cause"),
        pytest.param("", picked("entry.key"), LONG, None, id="property"),
        pytest.param("", picked("goals.carries"), LONG, None, id="properties"),
        pytest.param("", field("priority"), "1.5", None, id="whole"),
        pytest.param("", description, "x" * (DESCRIPTION_LENGTH + 1), None, id="lines"),
        pytest.param("branch", word("name"), LONG, GOLD, id="name in a sentence"),
        pytest.param("branch", word("event"), LONG, BOUGHT, id="event in a sentence"),
        pytest.param("branch", word("value"), LONGER, GOLD, id="text picked in a sentence"),
        pytest.param("branch", word("value"), LONGER, WRITTEN, id="text in a sentence"),
        pytest.param("branch", word("value"), "3x", AGED, id="number in a sentence"),
        pytest.param("branch", word("value"), "oops", DATED, id="date in a sentence"),
        pytest.param("branch", word("value"), "oops", TICKED, id="numbers in a sentence"),
        pytest.param("branch", word("value"), "1.5", RECENT, id="span in a sentence"),
        pytest.param("branch", word("within"), "1.5", BOUGHT, id="window in a sentence"),
    ],
)
def test_what_cannot_be_stays_where_it_is_written_with_its_words_and_out_of_the_document(
    open_panel: Opening, selected: str, opened: Opened, text: str, condition: Condition | None
) -> None:
    if condition is not None:
        panel, _ = asked(open_panel, condition)
    else:
        panel = open_panel(EVERY_KIND, *([selected] if selected else []))
    place = opened(panel)
    before = panel.written
    paste(place.editor, text)
    QTest.keyClick(place.editor, Qt.Key.Key_Return)
    assert place.said()
    assert panel.written == before
    assert text in shown(panel, place.editor)
    while QApplication.activePopupWidget() is not None:
        QTest.keyClick(panel.popup(), Qt.Key.Key_Escape)
    assert panel.written == before


def paste(editor: QWidget, text: str) -> None:
    """Write a text over what stands in an editor, in one piece."""
    QApplication.clipboard().setText(text)
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def shown(panel: Panel, editor: QWidget) -> str:
    """Return all that stands written in an editor, or on what it was opened from."""
    pickers = " ".join(
        [each.value for each in panel.inspector.findChildren(Picker)]
        + [each.accessibleName() for each in panel.inspector.findChildren(Token)]
    )
    if not isValid(editor):
        return pickers
    text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.property("text")
    is_closed = editor.window() not in (panel.inspector, QApplication.activePopupWidget())
    return pickers if is_closed else str(text)
