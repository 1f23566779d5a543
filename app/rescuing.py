"""Keeps a rescue copy of the open journey within a second of each edit, beside the window."""

from collections.abc import Generator
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer

from app.recovery import Rescue
from app.workbench import Workbench
from journeys.document.journey import Journey
from journeys.errors import StorageError
from journeys.progress import Progress
from widgets.task import Task

PAUSE = 300


class Rescuing(QObject):
    """Writes the copy off the window's thread, never two at a time; drops it once all is saved."""

    def __init__(self, workbench: Workbench, rescue: Rescue) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._rescue = rescue
        self._lock = Lock()
        self._told = False
        self._task: Task | None = None
        self._kept: Journey | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._begin)
        workbench.filed.connect(self._look)

    def keep_now(self) -> None:
        """Write the copy at once, as when something went wrong; raises StorageError."""
        if not self._workbench.is_saved:
            with self._lock:
                self._rescue.keep(self._workbench.document.journey, self._workbench.filed_as.path)

    def end(self) -> None:
        """Drop the copy: everything is saved, or was given up on purpose."""
        self._timer.stop()
        if self._task is not None:
            self._task.wait()
        with self._lock:
            self._rescue.drop()

    def _look(self) -> None:
        if self._workbench.is_saved:
            if self._kept is not None:
                self._kept = None
                self.end()
        elif not self._timer.isActive():
            self._timer.start()

    def _begin(self) -> None:
        if self._task is not None:
            self._timer.start()
            return
        journey, path = self._workbench.document.journey, self._workbench.filed_as.path
        if self._workbench.is_saved or journey is self._kept:
            return
        self._task = task = Task(keeping(self._rescue, self._lock, journey, path), self)
        task.finished.connect(self._finish)
        task.refused.connect(self._refuse)
        task.crashed.connect(self._workbench.crashed)
        task.start()

    def _finish(self, journey: Journey) -> None:
        self._task, self._kept, self._told = None, journey, False
        if self._workbench.is_saved:
            self._kept = None
            self.end()
        elif journey is not self._workbench.document.journey:
            self._timer.start()

    def _refuse(self, error: StorageError) -> None:
        self._task = None
        if not self._told:
            self._told = True
            self._workbench.refuse(error)


def keeping(
    rescue: Rescue, lock: Lock, journey: Journey, path: Path | None
) -> Generator[Progress, None, Journey]:
    """Keep a copy; raises StorageError where the disk refuses."""
    yield Progress(0, 1, "Keeping a copy")
    with lock:
        rescue.keep(journey, path)
    return journey
