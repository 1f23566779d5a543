"""Words are written with the keys: completed, closed, coloured, checked, and told once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.content.sort import Sort
from widgets.content.completing import Wants, choices, typed
from widgets.content.editor import Editor
from widgets.content.notes import notes
from widgets.content.offers import Offer
from widgets.theme import DARK, LIGHT, Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def names(editor: Editor) -> list[str]:
    return [choice.name for choice in editor.completer.popup.choices]


def selected(editor: Editor) -> str:
    return editor.textCursor().selectedText()


def test_braces_are_closed_and_what_is_there_is_offered(editor: Editor) -> None:
    QTest.keyClicks(editor, "Hi {{")
    assert editor.text == "Hi {{  }}"
    assert editor.completer.is_open
    assert names(editor) == [
        "customer.first_name",
        "event.price",
        "event.product",
        "cart.lines",
        "now",
        "experiment.words.arm",
    ]


def test_a_space_that_stands_there_already_is_not_doubled(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ event.price")
    assert editor.text == "{{ event.price }}"


def test_statements_are_closed_and_tags_are_offered(editor: Editor) -> None:
    QTest.keyClicks(editor, "{%")
    assert editor.text == "{%  %}"
    assert names(editor)[0] == "if"
    QTest.keyClicks(editor, "endi")
    assert names(editor) == ["endif"]


def test_the_list_narrows_while_one_types(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ pr")
    assert names(editor) == ["event.price", "event.product"]
    QTest.keyClicks(editor, "o")
    assert names(editor) == ["event.product"]
    QTest.keyClicks(editor, "xyz")
    assert not editor.completer.is_open


def test_what_is_always_known_is_put_in_alone(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ pr")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == "{{ event.price }}"
    assert not editor.completer.is_open


def test_what_is_sometimes_there_comes_with_a_fallback_to_write(editor: Editor) -> None:
    QTest.keyClicks(editor, "Hi {{ first")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text == 'Hi {{ customer.first_name|default("…") }}'
    assert selected(editor) == "…"
    QTest.keyClicks(editor, "there")
    assert editor.text == 'Hi {{ customer.first_name|default("there") }}'
    assert editor.hasFocus()


def test_what_is_never_there_cannot_be_put_in(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ arm")
    assert names(editor) == ["experiment.words.arm"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == "{{ arm }}"


def test_a_choice_is_taken_with_the_mouse(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ ")
    popup = editor.completer.popup
    spot = popup.list.visualItemRect(popup.list.item(2)).center()
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor.text == "{{ event.product }}"


def test_the_arrows_go_along_the_list_and_around(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ ")
    popup = editor.completer.popup
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert popup.marked == popup.choices[-1]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert popup.marked == popup.choices[0]
    QTest.keyClick(editor, Qt.Key.Key_PageDown)
    assert popup.marked == popup.choices[-1]


def test_escape_closes_the_list_alone(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ ev")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.completer.is_open
    assert editor.text == "{{ ev }}"
    assert editor.hasFocus()


def test_control_and_space_puts_braces_and_offers(editor: Editor) -> None:
    QTest.keyClicks(editor, "Hi ")
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    assert editor.text == "Hi {{  }}"
    assert editor.completer.is_open


def test_filters_are_offered_after_a_bar_with_what_they_do(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ event.price|")
    assert "money" in names(editor)
    QTest.keyClicks(editor, "mon")
    (choice,) = editor.completer.popup.choices
    assert choice.beside == "Write an amount with its currency"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == "{{ event.price|money }}"


def test_empty_braces_are_taken_away_together(editor: Editor) -> None:
    QTest.keyClicks(editor, "a{{")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text == "a"


def test_braces_that_stand_there_are_not_closed_twice(editor: Editor) -> None:
    editor.show_text(" event.price }}")
    QTest.keyClicks(editor, "{{")
    assert editor.text == "{{ event.price }}"


def test_what_was_written_is_told_once_as_a_whole(editor: Editor, qtbot: QtBot) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    QTest.keyClicks(editor, "Good morning")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Good morning"]
    editor.tell()
    assert told == ["Good morning"]


def test_what_was_written_is_told_when_it_is_left(editor: Editor) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    QTest.keyClicks(editor, "Bye")
    editor.clearFocus()
    assert told == ["Bye"]


def test_a_choice_is_undone_as_one(editor: Editor) -> None:
    QTest.keyClicks(editor, "{{ first")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text == "{{ first }}"


def test_words_from_elsewhere_leave_the_cursor_and_cannot_be_undone(editor: Editor) -> None:
    editor.show_text("one two")
    editor.moveCursor(QTextCursor.MoveOperation.NextWord)
    editor.show_text("one three")
    assert editor.textCursor().position() == 4
    assert not editor.document().isUndoAvailable()


def test_a_line_stays_one_line(qtbot: QtBot) -> None:
    line = Editor("Subject", Sort.LINE, LIGHT)
    qtbot.addWidget(line)
    line.show()
    QTest.keyClicks(line, "Hello")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "you")
    assert line.text == "Helloyou"
    assert line.gutter is None


def test_slips_and_what_may_be_missing_are_marked_where_they_are(editor: Editor) -> None:
    editor.show_text("<p>{{ event.price }}</p>\n<p>{{ customer.first_name }}</p>\n{% if x %}")
    assert [note.place.line for note in editor.notes] == [3]
    assert editor.notes[0].words == "{% if %} is never closed."
    assert editor.notes[0].attempt == "Close it with {% endif %}."
    editor.show_text("<p>{{ event.price }}</p>\n<p>{{ customer.first_name }}</p>")
    (note,) = editor.notes
    assert not note.is_bad
    assert editor.text[note.place.offset : note.end] == "customer.first_name"
    assert len(editor.extraSelections()) == 1


def test_the_fix_of_a_note_adds_a_fallback(editor: Editor) -> None:
    editor.show_text("Hi {{ customer.first_name }}")
    editor.mend(editor.notes[0])
    assert editor.text == 'Hi {{ customer.first_name|default("…") }}'
    assert selected(editor) == "…"
    assert [note.words for note in editor.notes] == ["The fallback is still “…”."]
    QTest.keyClicks(editor, "you")
    editor.show_offers(())
    assert editor.notes == ()


def test_an_unknown_name_is_mended_to_the_nearest(offers: tuple[Offer, ...]) -> None:
    (note,) = notes("{{ event.prise }}", Sort.TEXT, offers)
    assert (note.words, note.attempt) == (
        "Nothing here is called event.prise.",
        "Did you mean event.price?",
    )
    assert note.fix is not None
    assert note.fix.inserted.text == "event.price"


def test_what_a_test_found_there_needs_no_fallback(offers: tuple[Offer, ...]) -> None:
    words = "{% if customer.first_name %}{{ customer.first_name }}{% endif %}{{ now|date }}"
    assert notes(words, Sort.TEXT, offers) == ()


def test_nothing_is_said_of_names_while_it_is_unknown_which_there_are() -> None:
    assert notes("{{ whatever }}", Sort.TEXT, ()) == ()


@pytest.mark.parametrize(
    ("before", "wants", "text"),
    [
        ("Hello", Wants.NOTHING, ""),
        ("{{ a }} b", Wants.NOTHING, ""),
        ("{{ ", Wants.VARIABLE, ""),
        ("{{ event.", Wants.VARIABLE, "event."),
        ("{{ a|", Wants.FILTER, ""),
        ("{{ a | mo", Wants.FILTER, "mo"),
        ('{{ a|default("he', Wants.NOTHING, ""),
        ("{% ", Wants.TAG, ""),
        ("{% if ", Wants.VARIABLE, ""),
        ("{{ 12", Wants.NOTHING, ""),
    ],
)
def test_what_can_stand_at_the_cursor(before: str, wants: Wants, text: str) -> None:
    at = typed(before, len(before))
    assert (at.wants, at.text) == (wants, text)
    assert bool(choices(at, ())) is (wants in {Wants.FILTER, Wants.TAG})


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_variables_statements_and_texts_have_their_colours(editor: Editor, theme: Theme) -> None:
    editor.set_theme(theme)
    editor.show_text('{% if a %}\n<b class="x">{{ a|default("b") }}</b>{% endif %}')

    def colour(line: int, column: int) -> QColor:
        ranges = editor.document().findBlockByNumber(line).layout().formats()
        return next(
            each.format.foreground().color()
            for each in ranges
            if each.start <= column < each.start + each.length
        )

    assert colour(0, 3) == QColor(theme.tints["split"].ink)
    assert colour(0, 6) == QColor(theme.tints["update"].ink)
    assert colour(1, 1) == QColor(theme.tints["email"].ink)
    assert colour(1, 9) == QColor(theme.tints["sms"].ink)
    assert colour(1, 16) == QColor(theme.tints["update"].ink)
    assert colour(1, 26) == QColor(theme.tints["sms"].ink)
