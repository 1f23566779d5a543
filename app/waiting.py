"""Shows how far longer work has come, and lets it be given up, once it takes half a second."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from journeys.progress import Progress
from widgets.shell.notices import NoticeCard, Notices
from widgets.task import Task

PATIENCE = 500


def nothing() -> None:
    """Do nothing more: what was there stays."""


class Waiting(QObject):
    """The notice of one piece of work; it goes with the work.

    `cancel` is called once a person has given the work up.
    """

    def __init__(
        self, task: Task, notices: Notices, cancel: Callable[[], object] = nothing
    ) -> None:
        super().__init__(task)
        self._task = task
        self._notices = notices
        self._cancel = cancel
        self._progress = Progress(0, 0, "")
        self._card: NoticeCard | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        self._timer.start(PATIENCE)
        task.progressed.connect(self._look)
        task.ended.connect(self._end)

    def _look(self, progress: Progress) -> None:
        self._progress = progress
        if self._card is not None:
            self._card.show_progress(progress)

    def _show(self) -> None:
        if not self._task.is_running:
            return
        cancel = QCoreApplication.translate("Waiting", "Cancel")
        words = self._progress.words or QCoreApplication.translate("Waiting", "Working")
        self._card = self._notices.tell(words, "", cancel, is_bad=False, stays=True)
        self._card.asked.connect(self._give_up)
        self._card.show_progress(self._progress)

    def _give_up(self) -> None:
        self._task.stop()
        self._cancel()

    def _end(self) -> None:
        self._timer.stop()
        if self._card is not None:
            self._card.hide()
            self._card = None
