"""Long work beside the window: a generator that tells how far it is, and can be stopped."""

from collections.abc import Generator
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from journeys.errors import ThroughlineError
from journeys.progress import Progress

PATIENCE = 5.0


class Task(QObject):
    """Runs one generator of Progress on a thread of its own; its signals arrive in the window's.

    `progressed` carries a Progress, `finished` what the work returned, `refused` a
    ThroughlineError, `crashed` any other error: a bug, for whoever rescues the work. Nothing is
    sent once it was stopped.
    """

    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, work: Generator[Progress, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="task", daemon=True)

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to stop at its next step, and forget it."""
        self._stopped.set()

    def wait(self) -> None:
        """Wait until the thread has ended, as when the window closes."""
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    @property
    def is_running(self) -> bool:
        """True until the work has ended or was stopped."""
        return self._thread.is_alive() and not self._stopped.is_set()

    def _run(self) -> None:
        try:
            result = self._worked()
        except ThroughlineError as error:
            self._send(self.refused, error)
        except Exception as error:  # noqa: BLE001 whatever it is, the window must hear of it
            self._send(self.crashed, error)
        else:
            self._send(self.finished, result)

    def _worked(self) -> object:
        try:
            while not self._stopped.is_set():
                self._send(self.progressed, next(self._work))
        except StopIteration as end:
            return end.value
        finally:
            self._work.close()
        return None

    def _send(self, signal: Any, content: object) -> None:  # noqa: ANN401 a bound signal has no type
        if not self._stopped.is_set():
            signal.emit(content)
