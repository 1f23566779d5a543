"""Starting: how soon the first window is there, on a machine that started it before."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.line import Line

LIMIT = 1_000.0
ROOT = Path(__file__).resolve().parent.parent.parent

# The program as a person starts it, until its window is painted; then it ends.
STARTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import bootstrap
bootstrap.enter()
import app.cli.main
from app.desktop import Desktop
from widgets.shell.asking import Dialogs
application = QApplication(["throughline"])
desktop = Desktop(Path(sys.argv[1]), Dialogs())
desktop.window.show()
desktop.window.repaint()
sys.stdout.write("there")
sys.stdout.flush()
"""


def lines(*, is_quick: bool) -> Iterator[Line]:
    """Yield the time from the start of the process to a painted window."""
    repetitions = 3 if is_quick else 7
    with tempfile.TemporaryDirectory() as folder:
        started(folder)
        took = median(started(folder) for _ in range(repetitions))
    yield Line(
        benchmark="start",
        case=f"first window, warm, no screen, median of {repetitions}",
        subject="process to painted window",
        value=took,
        unit="ms",
        against="limit",
        against_value=LIMIT,
        ratio=LIMIT / took,
    )


def started(folder: str) -> float:
    """Return how many milliseconds one start takes until its window is painted."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a warm start has its compiled modules
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", STARTING, folder],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        if program.stdout is None or program.stdout.read(5) != "there":
            raise AssertionError("the window did not come")
        took = 1_000 * (time.perf_counter() - begin)
        program.kill()
    return took
