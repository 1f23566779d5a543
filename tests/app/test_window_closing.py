"""Closing the window: it is gone at once, whatever is under way, and nothing is lost."""

import json
import subprocess
import sys
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.data import Brought, SampleShop
from app.desktop import Desktop
from app.recovery import FOLDER
from journeys.document.format import dumps
from journeys.progress import Progress
from tests.app.windows import Answers
from widgets.shell.asking import Leaving

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = 60
STUCK = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from app import opening
from app.desktop import Desktop
from tests.app.test_window_closing import Stuck
from widgets import task

stuck = Stuck()
task.PATIENCE = 0.1


class Closing(Desktop):
    def begin(self):
        super().begin()
        assert QTest.qWaitForWindowActive(self.window)
        assert stuck.begun.wait(10)
        QTest.keyClick(self.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


vars(opening).update(
    own_folder=lambda: Path(sys.argv[1]), Desktop=lambda own, asking: Closing(own, asking, stuck)
)
sys.exit(opening.open_window("welcome"))
"""


@dataclass(frozen=True)
class Stuck:
    """Customers whose making comes to no next step until it is let."""

    let: Event = field(default_factory=Event)
    begun: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)
    name: str = "stuck customers"

    def bringing(self) -> Generator[Progress, None, Brought]:
        yield Progress(0, 1, "Reading")
        self.begun.set()
        self.let.wait(LONG)
        self.ended.set()
        return (yield from SampleShop(20).bringing())


def begin_stuck(desktop: Desktop) -> Stuck:
    stuck = Stuck()
    desktop.data.use(stuck)
    assert stuck.begun.wait(LONG)
    return stuck


@pytest.mark.usefixtures("path")
def test_the_window_is_gone_before_what_is_under_way_has_ended(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.task.PATIENCE", LONG)
    stuck = begin_stuck(desktop)
    QTest.keyClick(desktop.window, Qt.Key.Key_Q, CONTROL)
    assert not desktop.window.isVisible()
    assert not stuck.ended.is_set()
    stuck.let.set()
    assert desktop.stop()
    assert desktop.data.source is stuck
    assert desktop.data.brought is None


def test_what_is_not_saved_is_saved_before_the_window_goes(
    desktop: Desktop, answers: Answers, path: Path
) -> None:
    stuck = begin_stuck(desktop)
    desktop.window.canvas.add("wait")
    kept = dumps(desktop.workbench.document.journey)
    QTest.keyClick(desktop.window, Qt.Key.Key_Q, CONTROL)
    assert desktop.window.isVisible()
    assert path.read_bytes() != kept
    answers.leave = Leaving.SAVE
    QTest.keyClick(desktop.window, Qt.Key.Key_Q, CONTROL)
    assert not desktop.window.isVisible()
    assert path.read_bytes() == kept == dumps(desktop.workbench.document.journey)
    assert list((desktop.memory.folder / FOLDER).glob("*.json")) == []
    stuck.let.set()


def test_closing_asks_for_the_work_to_end_where_it_comes_to_its_next_step(
    qtbot: QtBot, desktop: Desktop
) -> None:
    steps: list[int] = []

    class Endless(Stuck):
        def bringing(self) -> Generator[Progress, None, Brought]:
            self.begun.set()
            try:
                while not self.let.wait(0.001):
                    steps.append(len(steps))
                    yield Progress(0, 1, "Reading")
            finally:
                self.ended.set()
            return (yield from SampleShop(20).bringing())

    endless = Endless()
    desktop.data.use(endless)
    qtbot.waitUntil(lambda: len(steps) > 2)
    QTest.keyClick(desktop.window, Qt.Key.Key_Q, CONTROL)
    assert endless.ended.wait(LONG)


def test_the_program_ends_though_some_work_does_not(root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STUCK, str(tmp_path)],
        cwd=root, capture_output=True, text=True, timeout=LONG, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((tmp_path / "memory.json").read_text())["window"]
    assert list((tmp_path / FOLDER).glob("*")) == []
