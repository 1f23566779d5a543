"""A very long line costs no more than its first letters at each key, and the text stays whole."""

import pytest
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtTest import QTest

from widgets.content.colouring import LONGEST
from widgets.content.editor import Editor

WRAPS = QTextOption.WrapMode


def coloured(editor: Editor, line: int) -> int:
    """Return up to which letter a line is coloured."""
    layout = editor.document().findBlockByNumber(line).layout()
    return max((each.start + each.length for each in layout.formats()), default=0)


def test_only_the_first_letters_of_a_line_are_coloured(editor: Editor) -> None:
    tag = "<p>some words of {{ event.price }}</p>"
    editor.show_text(tag * 5_000 + "\n<p>{{ event.price }}</p>")
    assert 0 < coloured(editor, 0) <= LONGEST + len(tag)
    assert coloured(editor, 1) == len("<p>{{ event.price }}</p>")
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClicks(editor, "abc")
    assert editor.text.partition("\n")[0] == tag * 5_000 + "abc"
    assert coloured(editor, 0) <= LONGEST + len(tag)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("word " * 40_000, WRAPS.WrapAtWordBoundaryOrAnywhere),
        ("<img src='data:image/png;base64," + "a" * 190_000 + "'>", WRAPS.WrapAnywhere),
    ],
)
def test_a_word_without_end_is_broken_anywhere(
    editor: Editor, text: str, mode: QTextOption.WrapMode
) -> None:
    editor.show_text(text)
    assert editor.wordWrapMode() == mode
    editor.show_text("Short")
    assert editor.wordWrapMode() == WRAPS.WrapAtWordBoundaryOrAnywhere
