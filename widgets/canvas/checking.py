"""Looking for what is wrong with a journey without keeping anybody waiting."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from journeys.context.beside import found_with
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.program.vocabulary import Vocabulary
from journeys.progress import Progress
from widgets.document import Document
from widgets.task import Task

PAUSE = 150


class Checking(QObject):
    """Finds the problems of a document: at once in a small one, beside the window in a large one.

    `found` carries a tuple of Problem.
    """

    found = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        document.grounded.connect(self.check)

    def check(self) -> None:
        """Look through the journey as it is now; what was asked before is forgotten."""
        self._stop()
        if self._document.is_large:
            self._pause.start()
        else:
            self._pause.stop()
            self.found.emit(self._document.problems)

    def _begin(self) -> None:
        document = self._document
        asked = document.vocabulary, document.journey, document.companions
        self._task = Task(_looked_for(*asked), self)
        self._task.finished.connect(self.found)
        self._task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._task = None


def _looked_for(
    vocabulary: Vocabulary | None, journey: Journey, companions: tuple[Journey, ...]
) -> Generator[Progress, None, tuple[Problem, ...]]:
    yield from ()
    return found_with(vocabulary, journey, companions)
