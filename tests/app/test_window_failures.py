"""Errors that nobody expected: the journey is kept, and the report holds nothing personal."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.failures import FILE, Failures
from app.reports import fault_report, plain, report
from journeys.document.format import loads
from journeys.progress import Progress
from journeys.samples import samples
from journeys.values import evolve
from tests.app.windows import Answers, opened
from widgets.task import Task

CANARIES = ("Anna", "Kowalska", "anna.k@example.com", "Spring \u2603 launch", "84.90", "sku-7788")
MESSAGE = (
    "customer Anna Kowalska (anna.k@example.com) of 'Spring \u2603 launch' got sku-7788 for 84.90"
)
SOON = 2_000


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers()) as made:
        made.workbench.put(evolve(loads(samples()["welcome"]), title=CANARIES[3]))
        yield made


@pytest.fixture
def failures(desktop: Desktop, tmp_path: Path) -> Iterator[Failures]:
    made = Failures(desktop.rescuing.keep_now, desktop.reporting.tell, tmp_path / "own", desktop)
    desktop.workbench.crashed.connect(made.take)
    with made.watching():
        yield made


class Fragile(QWidget):
    """Fails whenever it is painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 as Qt calls it
        del event
        self.painted += 1
        raise ValueError(f"{MESSAGE}, {self.painted}")


def reached(widget: Fragile, count: int) -> bool:
    return widget.painted >= count


def go_wrong() -> None:
    raise ValueError(MESSAGE)


def edit(desktop: Desktop) -> None:
    desktop.window.canvas.add("wait")
    assert not desktop.workbench.is_saved


def cards(desktop: Desktop) -> int:
    return sum("went wrong" in card.what.text() for card in desktop.window.notices.shown)


def in_a_slot(desktop: Desktop, _: QtBot) -> None:
    QTimer.singleShot(0, desktop.window, go_wrong)


def in_a_paint_event(desktop: Desktop, qtbot: QtBot) -> None:
    widget = Fragile(desktop.window)
    widget.show()
    qtbot.waitUntil(lambda: widget.painted > 0)
    widget.hide()  # nobody listens to what it says any more once the test is over


def in_a_thread(_: Desktop, __: QtBot) -> None:
    thread = threading.Thread(target=go_wrong)
    thread.start()
    thread.join()


def in_a_task(desktop: Desktop, _: QtBot) -> None:
    def work() -> Iterator[Progress]:
        yield Progress(0, 1, MESSAGE)
        go_wrong()

    task = Task(work(), desktop)  # type: ignore[arg-type]  # it returns nothing
    task.crashed.connect(desktop.workbench.crashed)
    task.start()


def in_what_is_cleared_away(_: Desktop, __: QtBot) -> None:
    class Left:
        def __del__(self) -> None:
            go_wrong()

    Left()


@pytest.mark.parametrize(
    "happens",
    [in_a_slot, in_a_paint_event, in_a_thread, in_a_task, in_what_is_cleared_away],
)
@pytest.mark.usefixtures("failures")
def test_wherever_an_error_is_the_journey_is_kept_and_a_person_is_told(
    qtbot: QtBot,
    desktop: Desktop,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    happens: Callable[[Desktop, QtBot], None],
) -> None:
    edit(desktop)
    happens(desktop, qtbot)
    qtbot.waitUntil(lambda: cards(desktop) == 1, timeout=SOON)
    (copy,) = (tmp_path / "own" / "rescue").glob("*.json")
    assert loads(copy.read_bytes()) == desktop.workbench.document.journey
    kept = tmp_path / "report.txt"
    desktop.front._asking.file = kept  # type: ignore[attr-defined]  # noqa: SLF001 the answer laid down
    (card,) = [card for card in desktop.window.notices.shown if card.stays]
    card.asked.emit()
    said = kept.read_text(encoding="utf-8")
    told = " ".join(each.accessibleName() for each in desktop.window.notices.shown)
    assert f"{kept}. Send it to" in told
    assert "ValueError" in said
    assert "tests/app/test_window_failures.py:" in said
    for canary in (*CANARIES, str(tmp_path), tmp_path.name, Path.home().name):
        assert canary not in said, said
    assert "ValueError" in capfd.readouterr().err


@pytest.mark.usefixtures("failures")
def test_an_error_in_every_paint_is_told_once_and_does_not_come_back_on_itself(
    qtbot: QtBot, desktop: Desktop, capfd: pytest.CaptureFixture[str]
) -> None:
    widget = Fragile(desktop.window)
    widget.resize(desktop.window.size())
    widget.show()
    for count in range(1, 40):
        widget.update()
        qtbot.waitUntil(partial(reached, widget, count))
    qtbot.waitUntil(lambda: cards(desktop) == 1, timeout=SOON)
    widget.hide()
    assert capfd.readouterr().err.count("ValueError:") == 1


def test_many_different_errors_are_one_notice(
    qtbot: QtBot, desktop: Desktop, failures: Failures, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in (KeyError, ValueError, OSError, TypeError, RecursionError):
        failures.take(kind("odd"))
    qtbot.waitUntil(lambda: cards(desktop) > 0, timeout=SOON)
    with qtbot.assertNotEmitted(desktop.workbench.filed, wait=50):
        pass
    assert cards(desktop) == 1
    assert len(desktop.window.notices.shown) == 1
    assert "KeyError" in capsys.readouterr().err


def test_a_person_is_told_even_where_nothing_can_be_kept(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []

    def cannot() -> None:
        raise OSError("no room")

    failures = Failures(cannot, told.append, tmp_path)
    failures.take(ValueError("odd"))
    qtbot.waitUntil(lambda: len(told) == 1, timeout=SOON)
    assert "no room" in capsys.readouterr().err


def test_errors_are_taken_while_watched_and_left_to_python_after(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    failures = Failures(lambda: None, lambda _: None, tmp_path)
    with failures.watching():
        assert not {sys.excepthook, threading.excepthook, sys.unraisablehook} & set(hooks)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    with pytest.raises(ValueError, match="Anna"), failures.watching():
        go_wrong()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert "ValueError" in capsys.readouterr().err


FATAL = """
import ctypes, os, sys
from pathlib import Path
from PySide6.QtCore import qFatal
from PySide6.QtWidgets import QApplication
from app.data import SampleShop
from app.desktop import Desktop
from app.failures import Failures
from journeys.document.format import loads
from journeys.samples import samples
from tests.app.windows import Answers, opened
application = QApplication([])
desktop = Desktop(Path(sys.argv[1]), Answers(), SampleShop(50))
desktop.workbench.put(loads(samples()["welcome"]))
desktop.window.canvas.add("wait")
failures = Failures(desktop.rescuing.keep_now, desktop.reporting.tell, Path(sys.argv[1]), desktop)
def end_by_itself():
    raise ValueError(sys.argv[3])
with failures.watching():
    if sys.argv[2] == "fatal":
        qFatal(sys.argv[3])
    elif sys.argv[2] == "exit":
        end_by_itself()
    else:
        desktop.rescuing.keep_now()
        ctypes.string_at(0)
"""


@pytest.mark.parametrize("end", ["fatal: Qt", "fault: ctypes/__init__.py:", "exit: ValueError"])
def test_the_next_start_tells_of_what_ended_the_program_and_offers_the_journey(
    qtbot: QtBot, desktop: Desktop, root: Path, tmp_path: Path, end: str
) -> None:
    how, where = end.split(": ")
    own = tmp_path / "own"
    command = [sys.executable, "-c", FATAL, str(own), how, MESSAGE]
    assert subprocess.run(command, cwd=root, check=False, capture_output=True).returncode != 0
    with qtbot.waitSignal(desktop.offering.looked) as found:
        desktop.offering.look()
    assert len((found.args or [()])[0]) == 1
    told: list[str] = []
    failures = Failures(lambda: None, told.append, own, desktop)
    failures.tell_last()
    qtbot.waitUntil(lambda: len(told) == 1, timeout=SOON)
    assert where in told[0]
    for canary in (*CANARIES, str(tmp_path), tmp_path.name):
        assert canary not in told[0], told[0]
    assert (own / FILE).read_bytes() == b""


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("no customer 'ann@example.com' here", "no \u2026 ' \u2026 . \u2026 ' \u2026"),
        (
            "'NoneType' object has no attribute 'x'",
            "' NoneType ' object has no attribute ' \u2026 '",
        ),
        ("cannot read /srv/ann/carts.json: gone", "cannot \u2026 . \u2026 : \u2026"),
        ("order 8841 of 84.00", "\u2026 of \u2026 . \u2026"),
        ("list index out of range", "list index out of range"),
    ],
)
def test_a_message_keeps_pythons_own_words_alone(message: str, said: str) -> None:
    assert plain(message) == said


def test_a_report_names_the_errors_it_came_from() -> None:
    def read() -> None:
        nobody: dict[str, int] = {}
        try:
            _ = nobody["Anna"]
        except KeyError as error:
            raise RuntimeError(MESSAGE) from error

    with pytest.raises(RuntimeError) as caught:
        read()
    text = report(caught.value)
    assert "RuntimeError:" in text
    assert "KeyError:" in text
    assert "Anna" not in text


def test_a_place_outside_of_the_program_is_not_named(tmp_path: Path) -> None:
    script = tmp_path / "Anna.py"
    dumped = f'Fatal Python error: Aborted\n\nFile "{script}", line 3 in Kowalska\n'
    text = fault_report(dumped)
    assert "outside of the program" in text
    assert "Anna" not in text
    assert "Kowalska" not in text
