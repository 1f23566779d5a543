"""Offers what was open when the program last ended without a word."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.front import Front
from app.recovery import Fate, Rescued, Unread, drop, left_behind
from app.rescuing import Rescuing
from app.window import Window
from app.workbench import Workbench
from journeys.errors import NewerFileError, ThroughlineError
from widgets.shell.notices import NoticeCard
from widgets.task import Task

MOST = 3


class Offering(QObject):
    """Looks for what was left behind, and offers it in notices that stay.

    `looked` carries all that was found. What is not opened is offered again at the next start.
    """

    looked = Signal(object)

    def __init__(
        self, workbench: Workbench, window: Window, front: Front, rescuing: Rescuing
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._front = front
        self._rescuing = rescuing
        self._task: Task | None = None

    def look(self) -> None:
        """Look for what was left behind."""
        self._task = task = Task(left_behind(self._workbench.memory.folder), self)
        task.finished.connect(self._offer)
        task.crashed.connect(self._workbench.crashed)
        task.start()

    def stop(self) -> None:
        """Look no further."""
        if self._task is not None:
            self._task.stop()

    def _offer(self, found: tuple[Rescued | Unread, ...]) -> None:
        offers = [each for each in found if isinstance(each, Rescued)]
        for unread in [each for each in found if isinstance(each, Unread)]:
            self._tell_unread(unread)
        for rescued in reversed(offers[:MOST]):  # the newest lowest, as notices stand
            card = self._window.notices.tell(
                self.tr("{} was open when Throughline ended.").format(repr(rescued.journey.name)),
                self._words(rescued),
                self.tr("Open it"),
                is_bad=False,
                stays=True,
            )
            card.asked.connect(partial(self.take_up, rescued, card))
        self.looked.emit(found)

    def take_up(self, rescued: Rescued, card: NoticeCard) -> None:
        """Open what was rescued; its copy goes only once the program has one of its own."""
        if not rescued.copy.exists():
            card.hide()
            self._workbench.tell(self.tr("Another window of Throughline has opened it already."))
            return
        if not self._front.may_leave():
            return
        self._workbench.rescue(rescued.journey, rescued.origin)
        card.hide()
        self._front.show_room("design")
        try:
            self._rescuing.keep_now()
        except ThroughlineError as error:
            self._workbench.refuse(error)
        else:
            drop(rescued.copy)

    def _tell_unread(self, unread: Unread) -> None:
        kept = self.tr("It is kept as it is: {}.").format(unread.copy)
        if isinstance(unread.error, NewerFileError):
            what = self.tr("A newer Throughline ended while a journey was open in it.")
            attempt = f"{unread.error.attempt} {kept}"
        else:
            what = self.tr("What was open when Throughline ended cannot be read.")
            attempt = f"{unread.error.what} {kept}"
        self._window.notices.tell(what, attempt, is_bad=True, stays=True)

    def _words(self, rescued: Rescued) -> str:
        path = rescued.origin.path
        name = repr(path.name) if path is not None else ""
        if rescued.fate is Fate.CHANGED:
            return self.tr(
                "Somebody has changed its file {} since. Both are kept until you save over it."
            ).format(name)
        if rescued.fate is Fate.GONE:
            return self.tr("Its file {} is no longer there; this is what was in it.").format(name)
        return self.tr("Nothing of it is lost; only undo starts afresh.")
