"""The window program with a script at its hands, to be killed: it edits, saves, and says all of it.

Run as a program it waits for orders on its stdin, one JSON object a line: {"own", "files", "seed",
"within"} starts the window in a process of its own, {"wait": process} waits for the end of one,
{"tell": null} says that all there was to say until then was said.
"within" is null, or when the process is to end by itself: [which touch of a file, seconds after].
What the processes say stands on stdout, a line a fact: the process, what, and a fingerprint.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import opening
from app.data import SampleShop
from app.desktop import Desktop
from app.recovery import Rescued
from journeys.document.edits.canvas import Move, Place
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.samples import samples
from journeys.simulation.jit import kernel
from storage.files import fingerprint
from tests.app.windows import Answers
from widgets.shell.asking import Overwriting
from widgets.shell.buttons import Button

LEFT = Qt.MouseButton.LeftButton
PAUSES = (0, 0, 1, 5, 20)


def say(what: str, *words: str) -> None:
    """Tell a fact, in one piece, before anything else is done."""
    os.write(1, f"{os.getpid()} {' '.join((what, *words))}\n".encode())


def mark(journey: Journey) -> str:
    return fingerprint(dumps(journey))


class Reckless(Answers):
    """Saves over what another window wrote, and says so."""

    def overwriting(self, over: QWidget, name: str) -> Overwriting:
        say("over", name)
        return super().overwriting(over, name)


class Scripted(Desktop):
    """A window whose person never rests."""

    def __init__(self, own: Path, files: Path, seed: int) -> None:
        self._answers = Reckless(overwrite=Overwriting.OVERWRITE)
        super().__init__(own, self._answers, SampleShop(50))
        self._files = files
        self._chance = random.Random(seed)
        self._count = 0
        self.offering.looked.connect(self._take_up)
        self.rescuing.kept.connect(lambda journey: say("kept", mark(journey)))

    def _take_up(self, found: tuple[object, ...]) -> None:
        offers = [each for each in found if isinstance(each, Rescued)]
        say("offered", str(len(found) - len(offers)), *(mark(each.journey) for each in offers))
        before = self.workbench.document.journey
        if offers:
            card = self.window.notices.shown[-1]
            button = card.findChild(Button)
            assert button is not None
            say("taking", mark(offers[0].journey))
            QTest.mouseClick(button, LEFT)
        if self.workbench.document.journey is before:
            say("will", fingerprint(samples()["welcome"]))
            self.workbench.put(loads(samples()["welcome"]))
            self.front.show_room("design")
        say("opened", mark(self.workbench.document.journey))
        QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        steps: tuple[Callable[[], None], ...] = (self._type, self._move, self._undo, self._save)
        self._chance.choices(steps, (6, 4, 2, 3))[0]()
        QTimer.singleShot(self._chance.choice(PAUSES), self, self._step)

    def _type(self) -> None:
        self._count += 1
        title = f"{os.getpid()} {self._count} {'x' * self._chance.randrange(1, 60)}"
        say("will", mark(RenameJourney(title).apply(self.workbench.document.journey)))
        name = self.window.bar.name
        name.setFocus()
        name.selectAll()
        QTest.keyClicks(name, title)
        QTest.keyClick(name, Qt.Key.Key_Return)

    def _move(self) -> None:
        journey = self.workbench.document.journey
        edit = Move(nodes=(Place(journey.nodes[0].id, self._chance.randrange(900), 5),))
        say("will", mark(edit.apply(journey)))
        self.workbench.do(edit)

    def _undo(self) -> None:
        history = self.workbench.document.history
        name = self._chance.choice(("undo", "redo"))
        say("will", mark((history.undo() if name == "undo" else history.redo()).present))
        self.front.menus.run(name)

    def _save(self) -> None:
        journey = mark(self.workbench.document.journey)
        path = self.workbench.filed_as.path
        name = "save"
        if path is None or self._chance.random() < 0.3:
            self._count += 1
            name, path = "save_as", self._files / f"{os.getpid()}_{self._count}.json"
            self._answers.file = path
        say("saving", journey, path.name)
        self.front.menus.run(name)
        if self.workbench.is_saved:
            say("saved", journey, path.name)


def kill_within(folder: Path, place: int, delay: float) -> None:
    """Kill this process the n-th time it touches a file in a folder, or seconds after."""
    seen = 0

    def touch(path: object) -> None:
        nonlocal seen
        seen += str(path).startswith(str(folder))
        if seen == place:
            if not delay:
                os.kill(os.getpid(), signal.SIGKILL)
            signal.setitimer(signal.ITIMER_REAL, delay)  # the system ends the process, unasked

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event in {"open", "os.rename", "os.remove", "os.chmod"}:
            touch(arguments[0])

    whole = os.fsync

    def fsync(handle: int) -> None:
        touch(folder)  # nothing else is settled on the disk by a window
        whole(handle)

    os.fsync = fsync  # type: ignore[assignment]  # the window knows no other handles
    sys.addaudithook(hear)


def live(order: dict[str, Any]) -> None:
    """Be the window program until killed."""
    own, files = Path(order["own"]), Path(order["files"])
    if order["within"]:
        kill_within(own.parent, *order["within"])
    script = {
        "own_folder": lambda: own,
        "Desktop": lambda folder, _: Scripted(folder, files, order["seed"]),
    }
    vars(opening).update(script)
    opening.open_window(None)


def main() -> None:
    """Follow orders."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    kernel()  # once for all
    for line in sys.stdin:
        order = json.loads(line)
        if "tell" in order:
            say("told")
            continue
        if "wait" in order:
            os.waitpid(order["wait"], 0)
            say("gone", str(order["wait"]))
            continue
        process = os.fork()
        if process == 0:
            try:
                live(order)
            finally:
                os._exit(3)
        say("started", str(process))


if __name__ == "__main__":
    main()
