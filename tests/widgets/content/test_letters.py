"""Emoji, marks that turn the writing, spaces that do not break: words stay what was written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeys.content.limits import LONGEST_LINE
from journeys.content.reading import read
from journeys.content.sort import Sort
from widgets.content.editor import Editor
from widgets.content.notes import notes
from widgets.content.offers import Offer
from widgets.content.units import letters, unbroken, units

CONTROL = Qt.KeyboardModifier.ControlModifier
WIDE = "\U0001f600\U0001f469\u200d\U0001f467 \u202eabc\u202c \u05d0 "


def test_places_are_counted_both_ways() -> None:
    for text in ("", "abc", WIDE, "a\ud800b"):
        for at in range(len(text) + 1):
            assert letters(text, units(text, at)) == at
    assert units("\U0001f600x", 1) == 2
    assert unbroken("a\u2029b\u2028c\u00a0d") == "a\nb\nc\u00a0d"


def test_spaces_that_do_not_break_stay_when_something_is_typed(editor: Editor) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    editor.show_text("Bonjour\u00a0! Prix\u202f: 5\u00a0\u20ac")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, ".")
    editor.tell()
    assert told == ["Bonjour\u00a0! Prix\u202f: 5\u00a0\u20ac."]


def test_what_was_shown_is_not_told_and_not_shown_again(editor: Editor) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    for text in ("a\u00a0b", "a\u2028b", "a\x00b", WIDE):
        editor.show_text(text)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(editor, "x")
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        assert editor.document().isUndoAvailable()
        editor.show_text(text)
        assert editor.document().isUndoAvailable()
        editor.tell()
    assert told == []


def test_a_fix_behind_emoji_changes_what_it_is_for(editor: Editor) -> None:
    editor.show_text(f"{WIDE}{{{{ event.prise }}}} {WIDE}")
    (note,) = editor.notes
    (marked,) = editor.extraSelections()
    assert marked.cursor.selectedText() == "event.prise"
    editor.go_to(note)
    assert editor.text[editor.at :].startswith("event.prise")
    editor.mend(note)
    assert editor.text == f"{WIDE}{{{{ event.price }}}} {WIDE}"


def test_a_fallback_is_put_in_behind_emoji_and_is_selected(editor: Editor) -> None:
    editor.show_text(f"{WIDE}{{{{ customer.first_name }}}}")
    editor.mend(editor.notes[0])
    assert editor.text.startswith(f"{WIDE}{{{{ customer.first_name|default(")
    selected = editor.textCursor().selectedText()
    assert f'default("{selected}")' in editor.text


def test_one_completes_behind_emoji(editor: Editor) -> None:
    editor.show_text(WIDE)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "{{ev")
    assert editor.completer.is_open
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text == f"{WIDE}{{{{ event.price }}}}"
    editor.show_text(f"{WIDE}.")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "{{")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text == f"{WIDE}."


def test_colours_behind_emoji_are_on_their_letters(editor: Editor) -> None:
    editor.show_text(f"{WIDE}{{{{ now }}}}")
    line = editor.document().firstBlock()
    spans = {line.text()[f.start :][: f.length]: f for f in line.layout().formats()}
    shift = units(WIDE, len(WIDE)) - len(WIDE)
    starts = sorted(f.start - shift for f in spans.values())
    assert starts == [len(WIDE), len(WIDE) + 3, len(WIDE) + 7]


@pytest.mark.parametrize("text", [WIDE * 20, "\x00\x01\x1b[2J", "<script>alert(1)</script>"])
def test_whatever_is_pasted_is_there_as_it_was(editor: Editor, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(editor, Qt.Key.Key_V, CONTROL)
    assert editor.text == text


def test_a_line_that_is_too_long_says_so() -> None:
    assert notes("x" * LONGEST_LINE, Sort.LINE, ()) == ()
    (note,) = notes("x" * (LONGEST_LINE + 1), Sort.LINE, ())
    assert note.is_bad
    assert note.words == "There are more than 1,000 letters."


def test_a_long_text_is_not_read_again_and_again_for_its_fixes(offers: tuple[Offer, ...]) -> None:
    line = "<p>{{ customer.first_name }}</p>\n"
    few = notes(line * 3, Sort.HTML, offers)
    assert [note.fix is not None for note in few] == [True] * 3
    assert len({id(note.fix) for note in few}) == 1
    read.cache_clear()
    many = notes(line * 400, Sort.HTML, offers)
    assert [note.fix is not None for note in many] == [True] * 400
    assert read.cache_info().misses == 2, "once as it is, once with all fallbacks"
