"""What is done with a value of another kind is said beside the words, with what mends it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.content.conftest import OFFERS
from widgets.content.editor import Editor
from widgets.content.room import MessageRoom


def test_money_of_a_text_is_a_doubt_and_a_sum_with_it_an_error(editor: Editor) -> None:
    editor.show_text("{{ event.product|money('EUR') }}\n{{ event.product * 2 }}")
    first, second = editor.notes
    assert first.words.startswith("event.product is text, and the filter 'money' needs a number")
    assert not first.is_bad
    assert (second.is_bad, second.place.line) == (True, 2)
    assert [editor.text[note.place.offset : note.end] for note in editor.notes] == [
        "event.product",
        "event.product",
    ]


def test_what_mends_it_is_done_by_its_button(room: MessageRoom, qtbot: QtBot) -> None:
    assert room.desk is not None
    writer = room.desk.writer
    writer.show_offers(OFFERS)
    writer.show_words({"html": "Hi"})
    body = writer.editors["html"]
    writer.show_body(body)
    QTest.keyClick(body, Qt.Key.Key_End)
    QTest.keyClicks(body, " {{ event.price|date")
    body.completer.close()
    said = writer.box.words
    qtbot.waitUntil(lambda: said.text().startswith("Line 1: event.price is a number, and the"))
    assert writer.box.fix.text() == "Show it as it is"
    QTest.mouseClick(writer.box.fix, Qt.MouseButton.LeftButton)
    assert "|date" not in body.text
    assert not writer.box.isVisible()
