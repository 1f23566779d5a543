"""Words that cannot be, typed and pasted into the window: said in words, and nothing is lost."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.content.message import Message
from journeys.document.edits.steps import ChangeNode, RemoveNodes
from journeys.document.format import loads
from journeys.samples import samples
from journeys.simulation.jit import kernel
from journeys.values import evolve
from tests.app.windows import Answers, ending
from widgets.content.editor import Editor
from widgets.content.preview import Preview
from widgets.content.received import Mail

LONG = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
STEP = "reminder"
GOOD = "<p>Boots</p>"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    """Return a window with a run, and a message in the room of messages that is seen."""
    kernel()  # made ready here: its loading cannot be broken off
    made = Desktop(tmp_path / "own", Answers(), SampleShop(300))
    qtbot.addWidget(made.window, before_close_func=ending(made))
    made.window.resize(1_600, 1_000)
    made.window.show()
    made.begin()
    qtbot.waitUntil(lambda: bool(made.front.starts), timeout=LONG)
    made.workbench.put(loads(samples()["shop_rescue"]))
    put(made, "<p>Begin</p>")
    with qtbot.waitSignal(made.workbench.running.finished, timeout=LONG):
        made.workbench.run()
    made.window.canvas.select((STEP,))
    made.front.show_room("messages")
    wait_seen(made, qtbot, "Begin")
    yield made
    qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)
    made.rescuing.end()
    made.stop()


def message(desktop: Desktop, step: str = STEP) -> Message:
    node = desktop.workbench.document.journey.node(step)
    assert isinstance(node, Message)
    return node


def put(desktop: Desktop, html: str) -> None:
    changed = evolve(message(desktop), html=html, subject="Hello", text="")
    desktop.workbench.do(ChangeNode(changed))


def preview(desktop: Desktop) -> Preview:
    desk = desktop.window.messages.desk
    assert desk is not None
    return desk.preview


def seen(desktop: Desktop) -> str:
    return preview(desktop).findChildren(Mail)[0].body.toPlainText()


def wait_seen(desktop: Desktop, qtbot: QtBot, words: str) -> None:
    def is_seen() -> bool:
        return preview(desktop).said == "" and seen(desktop) == words

    qtbot.waitUntil(is_seen, timeout=LONG)


def editor(desktop: Desktop, part: str = "html") -> Editor:
    desk = desktop.window.messages.desk
    assert desk is not None
    return desk.writer.editors[part]


def paste(desktop: Desktop, text: str, part: str = "html") -> None:
    made = editor(desktop, part)
    made.setFocus()
    made.selectAll()
    QApplication.clipboard().setText(text)
    QTest.keyClick(made, Qt.Key.Key_V, CONTROL)
    made.tell()


LOOP = "{% for a in range(20000) %}{% for b in range(20000) %}x{% endfor %}{% endfor %}"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (f"<p>\n{LOOP}", "HTML, line 2: The message takes too many steps"),
        ("{{ 'x' * 10000000000 }}", "HTML, line 1: "),
        ("{{ 1 / 0 }}", "HTML, line 1: "),
        ("a\n{{ ''.__class__.__mro__ }}", "HTML, line 2: "),
        ("{% include '/etc/passwd' %}", "HTML, line 1: {% include %} cannot be used"),
        ("{{ " + "(" * 3_000, "HTML, line 1: "),
        ("{% if 1 %}" * 500, "HTML, line 1: "),
        ("{{ event.at|uppper }}", "HTML, line 1: There is no filter 'uppper'"),
        ("<script>{{ event.at }}</script>", "HTML, line 1: A value cannot stand in a script"),
        ("{{ nobody.knows }}", "HTML, line 1: "),
        ("{{ " * 5_000, "HTML, line 1: "),
    ],
)
def test_a_bad_template_is_said_with_its_place_and_the_next_good_one_is_seen(
    desktop: Desktop, qtbot: QtBot, html: str, said: str
) -> None:
    paste(desktop, html)
    qtbot.waitUntil(lambda: preview(desktop).said.startswith(said), timeout=LONG)
    assert message(desktop).html == html  # type: ignore[attr-defined]
    paste(desktop, GOOD)
    wait_seen(desktop, qtbot, "Boots")


@pytest.mark.parametrize("part", ["subject", "html"])
def test_words_too_long_to_be_kept_say_so_and_shorter_ones_are_kept(
    desktop: Desktop, qtbot: QtBot, part: str
) -> None:
    before = getattr(message(desktop), part)
    paste(desktop, "word " * 50_000, part)
    (notice,) = desktop.window.notices.shown
    assert "is not kept: it has more than" in notice.what.text()
    QTest.keyClicks(editor(desktop, part), "x")
    editor(desktop, part).tell()
    assert len(desktop.window.notices.shown) == 1
    assert getattr(message(desktop), part) == before
    qtbot.waitUntil(lambda: bool(editor(desktop, part).notes), timeout=LONG)
    assert "more than" in editor(desktop, part).notes[0].words
    paste(desktop, "Boots", part)
    assert getattr(message(desktop), part) == "Boots"
    qtbot.waitUntil(lambda: preview(desktop).said == "", timeout=LONG)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_a_worker_killed_while_it_renders_loses_nothing(desktop: Desktop, qtbot: QtBot) -> None:
    renderer = desktop.messaging.seeing.renderer
    for turn in range(5):
        paste(desktop, f"<p>Boots {turn}{{{{ '' if range(5000)|length else '' }}}}</p>")
        for process in renderer.process_ids:
            os.kill(process, signal.SIGKILL)
        QTest.keyClicks(editor(desktop), "<p>on</p>")
        editor(desktop).tell()
        wait_seen(desktop, qtbot, f"Boots {turn}\non")


def test_one_goes_to_and_fro_faster_than_it_renders(desktop: Desktop, qtbot: QtBot) -> None:
    for _ in range(4):
        desktop.window.messages.stepped.emit(1)
        desktop.messaging.choose("offer")
        desktop.messaging.choose(STEP)
        desktop.window.messages.worst_asked.emit()
    wait_seen(desktop, qtbot, "Begin")
    assert desktop.messaging.message == message(desktop)


def test_undo_while_typing_across_messages(desktop: Desktop, qtbot: QtBot) -> None:
    start = desktop.workbench.document.journey
    paste(desktop, GOOD)
    desktop.messaging.choose("offer")
    offered = message(desktop, "offer")
    editor(desktop, "text").moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor(desktop, "text"), "More")
    desktop.messaging.choose(STEP)
    assert message(desktop, "offer").parts()[-1].source.endswith("More")
    desktop.workbench.document.undo()
    assert message(desktop, "offer") == offered
    desktop.workbench.document.undo()
    assert desktop.workbench.document.journey == start
    assert editor(desktop).text == "<p>Begin</p>"
    desktop.workbench.document.redo()
    assert editor(desktop).text == GOOD
    wait_seen(desktop, qtbot, "Boots")


def test_a_message_that_is_deleted_while_it_is_written(desktop: Desktop, qtbot: QtBot) -> None:
    editor(desktop).setFocus()
    QTest.keyClicks(editor(desktop), "not told yet")
    desktop.workbench.do(RemoveNodes((STEP,)))
    assert desktop.messaging.message == message(desktop, "offer")
    desktop.workbench.document.undo()
    desktop.messaging.choose(STEP)
    wait_seen(desktop, qtbot, "Begin")


def test_other_data_while_the_room_is_open(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.data.use(SampleShop(200))
    qtbot.waitUntil(lambda: desktop.data.brought is not None, timeout=LONG)
    QTest.keyClicks(editor(desktop), "x")
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
    paste(desktop, GOOD)
    wait_seen(desktop, qtbot, "Boots")


def test_a_run_while_typing(desktop: Desktop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        desktop.workbench.run()
        paste(desktop, GOOD)
        QTest.keyClicks(editor(desktop), "<p>on</p>")
    editor(desktop).tell()
    wait_seen(desktop, qtbot, "Boots\non")


def test_the_window_closes_while_it_renders(desktop: Desktop) -> None:
    paste(desktop, LOOP)
    desktop.stop()
    assert desktop.messaging.seeing.renderer.process_ids == ()
