"""Words of messages are there again as they were typed: from a file, and after a crash."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.content.message import Message
from tests.app.windows import Answers, choose, opened
from widgets.content.editor import Editor
from widgets.content.writer import Writer
from widgets.shell.buttons import Button
from widgets.shell.notices import NoticeCard

LONG = 60_000
LEFT = Qt.MouseButton.LeftButton
STEP = "reminder"
TYPED = " Grüezi, dein Korb wartet: \u05e9\u05dc\u05d5\u05dd"
SLIP = "{{ event.pla|"


def button(card: NoticeCard, words: str) -> Button:
    return next(each for each in card.findChildren(Button) if each.text().strip() == words)


def writer(desktop: Desktop) -> Writer:
    desktop.window.canvas.select((STEP,))
    desktop.front.show_room("messages")
    desk = desktop.window.messages.desk
    assert desk is not None
    return desk.writer


def type_into(editor: Editor, text: str) -> None:
    """Type letters; those that no key of the test's keyboard has come as from an input method."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(editor, letter)
        else:
            made = QInputMethodEvent()
            made.setCommitString(letter)
            QApplication.sendEvent(editor, made)
    editor.completer.close()


def write(desktop: Desktop, qtbot: QtBot) -> Mapping[str, str]:
    """Type into a message, a slip at the end; return its words as they stand there."""
    desktop.hearing.open_ready_made("shop_rescue")
    editors = writer(desktop).editors
    for name, text in (("subject", TYPED), ("html", TYPED), ("text", SLIP)):
        editor = editors[name]
        if not editor.is_line:
            writer(desktop).show_body(editor)
        editor.setFocus()
        editor.moveCursor(QTextCursor.MoveOperation.End)
        if name == "html":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        type_into(editor, text)
    desktop.messaging.tell()
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)
    words = dict(writer(desktop).words)
    assert TYPED in words["subject"]
    assert f"\n{TYPED}" in words["html"]
    assert SLIP in words["text"]
    return words


def test_words_come_from_their_file_as_they_were_typed(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "again.json"
    with opened(qtbot, tmp_path, Answers(file=path)) as first:
        words = write(first, qtbot)
        choose(first, "save_as")
        assert path.exists()
        saved = path.read_bytes()
    with opened(qtbot, tmp_path, Answers()) as second:
        second.hearing.open_file(path)
        assert dict(writer(second).words) == words
        assert second.workbench.is_saved
        assert any(note.is_bad for note in writer(second).editors["text"].notes)
        second.messaging.tell()
        assert second.workbench.is_saved, "opening changes no letter"
        qtbot.waitUntil(lambda: not second.live.is_counting, timeout=LONG)
    assert path.read_bytes() == saved


def test_words_are_offered_again_after_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    with opened(qtbot, before, Answers()) as first:
        words = write(first, qtbot)
        journey = first.workbench.document.journey
        kept = before / "own" / "rescue"
        qtbot.waitUntil(lambda: any(kept.glob("*.json")), timeout=LONG)
        first.rescuing.keep_now()
        shutil.copytree(kept, after / "own" / "rescue", ignore=shutil.ignore_patterns("*.sign"))
    with opened(qtbot, after, Answers()) as second:
        second.begin()
        qtbot.waitUntil(lambda: bool(second.window.notices.shown), timeout=LONG)
        (card,) = second.window.notices.shown
        QTest.mouseClick(button(card, "Open it"), LEFT)
        assert second.workbench.document.journey == journey
        assert dict(writer(second).words) == words
        node = second.workbench.document.journey.node(STEP)
        assert isinstance(node, Message)
        assert node.readings[-1][1].faults
        qtbot.waitUntil(lambda: not second.live.is_counting, timeout=LONG)
