"""Numbers stand beside their lines, and the marked line is the one that is written in."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.content.sort import Sort
from widgets.content.editor import Editor
from widgets.content.gutter import Gutter
from widgets.theme import LIGHT

LINES = ("Hello you", "a line that wraps, as it is far too long for such a narrow room", "", "End")
NEAR = 1.5  # pixels, as rounding may move a line


@pytest.fixture(params=["typed", "shown"])
def editor(request: pytest.FixtureRequest, qtbot: QtBot) -> Editor:
    made = Editor("Words", Sort.TEXT, LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 300)
    made.show()
    made.setFocus()
    if request.param == "shown":
        made.show_text("\n".join(LINES))
    else:
        for line in LINES[:-1]:
            QTest.keyClicks(made, line)
            QTest.keyClick(made, Qt.Key.Key_Return)
        QTest.keyClicks(made, LINES[-1])
    return made


def first_line(editor: Editor, block: QTextBlock) -> QRectF:
    cursor = editor.textCursor()
    cursor.setPosition(block.position())
    return QRectF(editor.cursorRect(cursor)).translated(0, editor.viewport().y())


def blocks(editor: Editor) -> list[QTextBlock]:
    document = editor.document()
    return [document.findBlockByNumber(place) for place in range(document.blockCount())]


def test_each_number_stands_beside_the_first_line_of_its_own(editor: Editor) -> None:
    gutter = editor.gutter
    assert isinstance(gutter, Gutter)
    assert len(blocks(editor)) == len(LINES)
    for block in blocks(editor):
        middle = gutter.area(block).center().y()
        assert middle == pytest.approx(first_line(editor, block).center().y(), abs=NEAR)


def test_the_marked_line_holds_its_letters_and_leaves_the_one_above_alone(editor: Editor) -> None:
    for block in blocks(editor)[1:]:
        cursor = editor.textCursor()
        cursor.setPosition(block.position())
        editor.setTextCursor(cursor)
        ground, letters = QRectF(editor.ground), QRectF(editor.cursorRect())
        cursor.movePosition(cursor.MoveOperation.Up)
        above = QRectF(editor.cursorRect(cursor))
        assert ground.top() <= letters.top()
        assert letters.bottom() <= ground.bottom()
        assert ground.top() >= above.bottom()
