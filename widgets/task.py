"""Long work beside the window: a generator that tells how far it is, and can be stopped."""

import time
from collections.abc import Callable, Generator
from threading import Event, Lock, Thread
from typing import Any
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Signal

from journeys.errors import ThroughlineError
from journeys.progress import Progress

PATIENCE = 5.0
_THREADS: WeakSet[Thread] = WeakSet()


def wait_for_all() -> bool:
    """Wait until the threads of all tasks have ended, also of those that nobody knows any more.

    Return False where some work has still not come to its next step when patience ends.
    """
    ends = time.monotonic() + PATIENCE
    for thread in tuple(_THREADS):
        if thread.is_alive():
            thread.join(max(0.0, ends - time.monotonic()))
    return not any(thread.is_alive() for thread in tuple(_THREADS))


class Task(QObject):
    """Runs one generator of Progress on a thread of its own; its signals arrive in the window's.

    `progressed` carries a Progress, `finished` what the work returned, `refused` a
    ThroughlineError, `crashed` any other error: a bug, for whoever rescues the work. Nothing of
    these is sent once it was stopped. `ended` is sent in any case.
    """

    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)
    ended = Signal()

    def __init__(self, work: Generator[Progress, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stopped = Event()
        self._sending = Lock()
        self._thread = Thread(target=self._run, name="task", daemon=True)
        self.destroyed.connect(_forgetting(self._stopped, self._sending))

    def start(self) -> None:
        """Begin the work."""
        _THREADS.add(self._thread)
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to stop at its next step, and forget it."""
        with self._sending:  # whoever stops it may take it away at once
            if self._stopped.is_set():
                return
            self._stopped.set()
        self.ended.emit()

    def wait(self) -> None:
        """Wait until the thread has ended, as when the window closes."""
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    @property
    def is_running(self) -> bool:
        """True until the work has ended or was stopped."""
        return self._thread.is_alive() and not self._stopped.is_set()

    @property
    def is_at_work(self) -> bool:
        """True until its thread has ended, also where it was stopped."""
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._worked()
        except ThroughlineError as error:
            self._send("refused", error)
        except Exception as error:  # noqa: BLE001 whatever it is, the window must hear of it
            self._send("crashed", error)
        else:
            self._send("finished", result)
        self._send("ended")

    def _worked(self) -> object:
        try:
            while not self._stopped.is_set():
                self._send("progressed", next(self._work))
        except StopIteration as end:
            return end.value
        finally:
            self._work.close()
        return None

    def _send(self, name: str, *content: object) -> None:
        """Send a signal, unless the task was stopped or is gone.

        A task may be deleted at any moment, also right after it has finished: then its signals
        go a moment before `_forgetting` hears of it.
        """
        with self._sending:
            if self._stopped.is_set():
                return
            try:
                getattr(self, name).emit(*content)
            except RuntimeError:
                if shiboken6.isValid(self):
                    raise
                self._stopped.set()


def _forgetting(stopped: Event, sending: Lock) -> Callable[[], None]:
    """Return what stops a task whose Qt object goes, so that nothing is sent from there any more.

    It knows nothing of the task itself, which would else never go.
    """

    def forget() -> None:
        with sending:
            stopped.set()

    return forget
