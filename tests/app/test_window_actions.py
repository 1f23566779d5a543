"""A stranger at the window: every action that can be chosen, in any order, on any journey."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.actions.table import actions
from app.desktop import Desktop
from journeys.document.format import dumps, loads
from journeys.samples import samples
from tests.app.windows import Answers, opened
from tests.document.generation import made_journey
from tests.document.made_edits import made_edit
from tests.proofs import long_run
from widgets.shell.asking import Leaving, Overwriting
from widgets.shell.finder import Finder

WALKS, STEPS = (80, 60) if long_run("actions") else (6, 40)
LEFT = Qt.MouseButton.LeftButton
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
NAMES = (
    "Return Escape Tab Backtab Delete Backspace F2 F6 Space Slash A N Plus Minus 0 1 2 "
    "Left Right Up Down Home End PageUp PageDown"
)
KEYS = tuple(Qt.Key[f"Key_{name}"] for name in NAMES.split())
QUITTING = "quit"


class Stranger:
    """Does at random what a person can do; `done` counts the actions."""

    def __init__(self, desktop: Desktop, answers: Answers, folder: Path) -> None:
        self._desktop = desktop
        self._answers = answers
        self._folder = folder
        self.done: Counter[str] = Counter()

    def walk(self, seed: int) -> None:
        """Open a journey and do a number of things with it."""
        draw = Random(seed)
        ready = draw.choice((None, None, *samples()))
        journey = loads(samples()[ready]) if ready else made_journey(seed, draw.choice((1, 8, 30)))
        self._desktop.workbench.put(journey)
        self._desktop.front.show_room(draw.choice(("design", "design", "results")))
        for _ in range(STEPS):
            self._answer(draw)
            ways = (self._act, self._select, self._press, self._click, self._edit)
            draw.choices(ways, (6, 3, 2, 2, 1))[0](draw)
            QApplication.processEvents()
            self._leave_what_is_open(draw)
        journey = self._desktop.workbench.document.journey
        assert loads(dumps(journey)) == journey

    def _answer(self, draw: Random) -> None:
        answers = self._answers
        answers.file = draw.choice((None, *sorted(self._folder.iterdir())))
        answers.files = draw.choice(((), (self._folder / "odd.csv",)))
        answers.leave = draw.choice((Leaving.SAVE, Leaving.DISCARD, Leaving.STAY))
        answers.overwrite = draw.choice(list(Overwriting))

    def _act(self, draw: Random) -> None:
        menus, workbench = self._desktop.front.menus, self._desktop.workbench
        can = [each.id for each in actions().values() if each.enabled(workbench)]
        action = draw.choice([each for each in can if each != QUITTING])
        self.done[action] += 1
        menus.run(action)

    def _select(self, draw: Random) -> None:
        journey = self._desktop.workbench.document.journey
        ids = [node.id for node in journey.nodes] + [note.id for note in journey.notes]
        count = draw.choice((0, 1, 1, 2, len(ids)))
        chosen = draw.sample(ids, min(count, len(ids)))
        self._desktop.window.canvas.select(tuple(chosen))

    def _press(self, draw: Random) -> None:
        canvas = self._desktop.window.canvas
        if canvas.isVisible():
            canvas.setFocus()
            QTest.keyClick(canvas, draw.choice(KEYS), draw.choice(MODIFIERS))

    def _click(self, draw: Random) -> None:
        canvas = self._desktop.window.canvas
        if not canvas.isVisible() or canvas.width() < 2:
            return
        at, to = (
            QPoint(draw.randrange(canvas.width()), draw.randrange(canvas.height()))
            for _ in range(2)
        )
        over = canvas.viewport() if hasattr(canvas, "viewport") else canvas
        if draw.random() < 0.3:
            QTest.mouseDClick(over, LEFT, draw.choice(MODIFIERS), at)
            return
        QTest.mousePress(over, LEFT, draw.choice(MODIFIERS), at)
        QTest.mouseMove(over, to)
        QTest.mouseRelease(over, LEFT, draw.choice(MODIFIERS), to)

    def _edit(self, draw: Random) -> None:
        workbench = self._desktop.workbench
        workbench.do(made_edit(workbench.document.journey, draw))

    def _leave_what_is_open(self, draw: Random) -> None:
        """Choose from what is offered, or close it."""
        for open_ in QApplication.topLevelWidgets():
            if isinstance(open_, Finder) and open_.isVisible() and draw.random() < 0.7:
                shown = [entry.id for entry in open_.shown]
                if shown and QUITTING not in shown[:1]:
                    QTest.keyClick(open_, Qt.Key.Key_Return)
                    QApplication.processEvents()
            if open_ is not self._desktop.window and open_.isVisible():
                open_.close()
        for dialog in self._desktop.window.findChildren(QDialog):
            dialog.close()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, answers) as made:
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=20_000)
        yield made
        answers.leave = Leaving.DISCARD


@pytest.mark.long("actions")
@pytest.mark.parametrize("part", range(8 if long_run("actions") else 1))
def test_whatever_can_be_chosen_never_fails(
    qtbot: QtBot, desktop: Desktop, answers: Answers, tmp_path: Path, part: int
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, content in (("a.json", samples()["welcome"]), ("b.json", b"{"), ("c.png", b"")):
        (folder / name).write_bytes(content)
    (folder / "folder.json").mkdir()
    (folder / "odd.csv").write_bytes(b"\x00\x01")
    stranger = Stranger(desktop, answers, folder)
    crashed: list[object] = []
    desktop.workbench.crashed.connect(crashed.append)
    for seed in range(part * WALKS // 8, (part + 1) * WALKS // 8) if WALKS > 8 else range(WALKS):
        with qtbot.captureExceptions() as caught:
            stranger.walk(seed)
        assert (seed, caught, crashed) == (seed, [], [])
    assert len(stranger.done) > len(actions()) / 2
