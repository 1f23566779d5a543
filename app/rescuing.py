"""Keeps a rescue copy of the open journey within a second of each edit, beside the window."""

from collections.abc import Generator
from contextlib import suppress
from threading import RLock

from PySide6.QtCore import QObject, QTimer, Signal

from app.recovery import Origin, Rescue
from app.workbench import Workbench
from journeys.document.journey import Journey
from journeys.errors import StorageError
from journeys.progress import Progress
from widgets.task import Task

# The first edit after a copy starts the pause; further edits do not draw it out.
PAUSE = 300
AGAIN = 5_000


class Rescuing(QObject):
    """Writes the copy off the window's thread, never two at a time; drops it once all is saved.

    `kept` carries the Journey of which a copy is on the disk.
    """

    kept = Signal(object)

    def __init__(self, workbench: Workbench, rescue: Rescue) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._rescue = rescue
        self._lock = RLock()
        self._told = False
        self._task: Task | None = None
        self._kept: tuple[Journey, Origin] | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._begin)
        workbench.filed.connect(self._look)
        workbench.saving.connect(self._keep_first)

    def keep_now(self) -> None:
        """Write the copy at once, as when something went wrong; raises StorageError."""
        if not self._workbench.is_saved:
            self._keep(self._workbench.origin)

    def end(self) -> None:
        """Drop the copy: everything is saved, or was given up on purpose."""
        self.timer.stop()
        task = self._forget_task()
        if task is not None:
            task.wait()
        with self._lock:
            self._rescue.drop()

    def _keep(self, origin: Origin) -> None:
        journey = self._workbench.document.journey
        if self._kept != (journey, origin):
            with self._lock:
                self._rescue.keep(journey, origin)
            self._kept = (journey, origin)
            self.kept.emit(journey)

    def _keep_first(self, origin: Origin) -> None:
        """Keep what is about to be saved, so that no copy is ever older than its file."""
        with suppress(StorageError):  # the file itself may have room, on another disk
            self._keep(origin)

    def _look(self) -> None:
        if self._workbench.is_saved:
            if self._kept is not None:
                self._kept = None
                self.end()
        elif not self.timer.isActive():
            self.timer.start(PAUSE)

    def _begin(self) -> None:
        if self._task is not None:
            self.timer.start(PAUSE)
            return
        now = self._workbench.document.journey, self._workbench.origin
        if self._workbench.is_saved or now == self._kept:
            return
        self._task = task = Task(keeping(self._rescue, self._lock, *now), self)
        task.finished.connect(self._finish)
        task.refused.connect(self._refuse)
        task.crashed.connect(self._crash)
        task.ended.connect(task.deleteLater)  # only then does its thread send nothing more
        task.start()

    def _finish(self, kept: tuple[Journey, Origin]) -> None:
        if self._forget_task() is None:
            return  # dropped in between
        self._kept, self._told = kept, False
        self.kept.emit(kept[0])
        self._look()

    def _refuse(self, error: StorageError) -> None:
        if self._forget_task() is None:
            return
        self.timer.start(AGAIN)
        if not self._told:
            self._told = True
            self._workbench.refuse(error)

    def _crash(self, error: object) -> None:
        self._forget_task()
        self.timer.start(AGAIN)
        self._workbench.crashed.emit(error)

    def _forget_task(self) -> Task | None:
        task, self._task = self._task, None
        return task


def keeping(
    rescue: Rescue, lock: RLock, journey: Journey, origin: Origin
) -> Generator[Progress, None, tuple[Journey, Origin]]:
    """Keep a copy; raises StorageError where the disk refuses."""
    yield Progress(0, 1, "Keeping a copy")
    with lock:
        rescue.keep(journey, origin)
    return journey, origin
