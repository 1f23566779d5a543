"""Looking for what is wrong with a journey without keeping anybody waiting."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.progress import Progress
from widgets.task import Task

MOST_AT_ONCE = 250
PAUSE = 150


class Checking(QObject):
    """Finds the problems of a journey: at once in a small one, beside the window in a large one.

    `found` carries a tuple of Problem.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey: Journey | None = None
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    def check(self, journey: Journey) -> None:
        """Look through a journey; what was asked before is forgotten."""
        self._journey = journey
        self._stop()
        if len(journey.nodes) <= MOST_AT_ONCE:
            self._pause.stop()
            self.found.emit(problems(journey))
        else:
            self._pause.start()

    def _begin(self) -> None:
        if self._journey is not None:
            self._task = Task(_looked_for(self._journey), self)
            self._task.finished.connect(self.found)
            self._task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._task = None


def _looked_for(journey: Journey) -> Generator[Progress, None, tuple[Problem, ...]]:
    yield from ()
    return problems(journey)
