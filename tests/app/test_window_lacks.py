"""Those who lack what a message needs are led past it, or shown, from beside the words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data import SampleShop
from app.desktop import Desktop
from journeys.content.message import Message
from journeys.document.edits.steps import ChangeNode
from journeys.document.format import loads
from journeys.nodes.branch import Branch
from journeys.samples import samples
from journeys.values import evolve
from tests.app.windows import Answers
from widgets.content.notebox import NoteBox

LONG = 60_000
LEFT = Qt.MouseButton.LeftButton
STEP = "reminder"


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    """Return a window with a message open that needs a name and a cart."""
    made = Desktop(tmp_path / "own", Answers(), SampleShop(300))
    qtbot.addWidget(made.window)
    made.window.resize(1_600, 1_000)
    made.window.show()
    made.begin()
    qtbot.waitUntil(lambda: bool(made.front.starts), timeout=LONG)
    made.workbench.put(loads(samples()["shop_rescue"]))
    made.window.canvas.select((STEP,))
    made.front.show_room("messages")
    node = made.workbench.document.journey.node(STEP)
    words = "{{ customer.first_name }}\n{{ cart.value }}"
    made.workbench.do(ChangeNode(evolve(node, subject="Hello", html=words, text="")))
    qtbot.waitUntil(lambda: not made.live.is_counting, timeout=LONG)
    yield made
    made.rescuing.end()
    made.stop()


def box(desktop: Desktop) -> NoteBox:
    desk = desktop.window.messages.desk
    assert desk is not None
    return desk.writer.box


def test_those_without_it_are_led_past_the_message(desktop: Desktop, qtbot: QtBot) -> None:
    said = box(desktop)
    qtbot.waitUntil(said.past.isVisible, timeout=LONG)
    assert said.words.text().startswith("Line 1: customer.first_name may be missing")
    QTest.mouseClick(said.past, LEFT)
    journey = desktop.workbench.document.journey
    asking = [node for node in journey.nodes if isinstance(node, Branch)]
    assert [node for node in asking if node.title == "Is customer.first_name known?"]
    assert desktop.window.room == "messages"
    qtbot.waitUntil(lambda: said.words.text().startswith("Line 2: cart.value"), timeout=LONG)
    assert not said.past.isVisible()
    desktop.workbench.document.undo()
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)


def test_those_without_it_can_be_meant_not_to_get_it(desktop: Desktop, qtbot: QtBot) -> None:
    said = box(desktop)
    qtbot.waitUntil(said.past.isVisible, timeout=LONG)
    QTest.mouseClick(said.out, LEFT)
    node = desktop.workbench.document.journey.node(STEP)
    assert isinstance(node, Message)
    assert node.only_with == ("customer.first_name",)
    assert said.words.text().startswith("Line 2: cart.value")
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)
    about = [problem.words for problem in desktop.workbench.problems if problem.node == STEP]
    assert not [words for words in about if "customer.first_name" in words]
    desktop.workbench.document.undo()
    assert said.words.text().startswith("Line 1: customer.first_name")
    qtbot.waitUntil(lambda: not desktop.live.is_counting, timeout=LONG)


def test_what_can_be_done_is_said_as_beside_the_step(desktop: Desktop, qtbot: QtBot) -> None:
    said = box(desktop)
    qtbot.waitUntil(said.past.isVisible, timeout=LONG)
    (found,) = (each for each in desktop.workbench.problems if "first_name" in each.words)
    offered = [said.fix.text(), said.past.text(), said.out.text()]
    assert offered == [fix.words for fix in found.fixes]


def test_the_path_of_those_without_it_is_shown(desktop: Desktop, qtbot: QtBot) -> None:
    said = box(desktop)
    qtbot.waitUntil(said.path.isVisible, timeout=LONG)
    QTest.mouseClick(said.path, LEFT)
    assert desktop.window.room == "design"
    assert desktop.window.canvas.selection == (STEP,)
    story = desktop.window.canvas.story
    assert story is not None
    assert story.current == STEP
    desktop.window.canvas.select(("offer",))
    assert desktop.window.canvas.story is None
