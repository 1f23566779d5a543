"""A field holds nothing of a text that does not fit as a whole, and says why in its own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.share import ShareField

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
