"""Reads the outline of a journey: at once from a small one, beside the window from a large one."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from journeys.document.journey import Journey
from journeys.progress import Progress
from widgets.outline.lines import Lines, lines_of
from widgets.task import Task

MOST_AT_ONCE = 600
PAUSE = 150


class Reading(QObject):
    """Reads one journey at a time; `done` carries (Journey, Lines)."""

    done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey: Journey | None = None
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    def read(self, journey: Journey) -> None:
        """Read a journey; what was asked before is forgotten."""
        self._journey = journey
        self._pause.stop()
        if self._task is not None:
            self._task.stop()
            self._task = None
        if len(journey.nodes) <= MOST_AT_ONCE:
            self.done.emit(journey, lines_of(journey))
        else:
            self._pause.start()

    def _begin(self) -> None:
        if self._journey is not None:
            journey = self._journey
            self._task = Task(_read(journey), self)
            self._task.finished.connect(lambda lines: self.done.emit(journey, lines))
            self._task.start()


def _read(journey: Journey) -> Generator[Progress, None, Lines]:
    yield from ()
    return lines_of(journey)
