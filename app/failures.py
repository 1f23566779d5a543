"""Errors that are bugs: the journey is kept first, then a person is told and may keep a report.

Every way an error can take leads here: from what is clicked and painted, from work beside the
window, from what is cleared away, from Qt's last word, and from the crash of the machine code.
"""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from app.reports import fault_report, place_of, plain, report

FILE = "crash.txt"
MOST = 20
LARGEST = 1_000_000


class Failures(QObject):
    """Takes every error that nobody else does, for as long as it is watched.

    `rescue` keeps the open journey, `tell` shows a person the report that may be kept. An error
    is told once for each place it is raised at, and never while something is being painted.
    """

    _rescue_asked = Signal()
    _told = Signal(str)

    def __init__(
        self,
        rescue: Callable[[], None],
        tell: Callable[[str], None],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rescue = rescue
        self._seen: set[tuple[str, str]] = set()
        self._file = folder / FILE
        self._rescue_asked.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._told.connect(tell, Qt.ConnectionType.QueuedConnection)

    def tell_last(self) -> None:
        """Tell of the crash that ended the program the last time, if one did."""
        with suppress(OSError), self._file.open("r+", encoding="utf-8", errors="replace") as file:
            dumped = file.read(LARGEST)
            file.truncate(0)
            if dumped.strip():
                self._told.emit(fault_report(dumped))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Take all errors inside; one that ends the program is told at the next start."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = lambda _, error, trace: self.take(error.with_traceback(trace))
        threading.excepthook = lambda said: self._take_any(said.exc_value)
        sys.unraisablehook = lambda said: self._take_any(said.exc_value)
        before, was_watched = qInstallMessageHandler(self._hear), faulthandler.is_enabled()
        file = self._watched()
        try:
            yield
        except Exception as error:
            self.take(error)
            self._write(report(error))
            raise
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            qInstallMessageHandler(before)
            faulthandler.disable()
            if file is not None:
                file.close()
            if was_watched:
                faulthandler.enable(sys.__stderr__ or sys.stderr)

    def take(self, error: BaseException) -> None:
        """Keep the journey, print the error for whoever looks, and tell the person once."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        place = place_of(error)
        if place in self._seen or len(self._seen) >= MOST:
            return  # an error in every paint is one error
        self._seen.add(place)
        traceback.print_exception(error)
        if threading.current_thread() is threading.main_thread():
            self._keep()
        else:
            self._rescue_asked.emit()
        self._told.emit(report(error))

    def _take_any(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self.take(error)

    def _keep(self) -> None:
        try:
            self._rescue()
        except Exception as second:  # noqa: BLE001 the first error is the one to tell of
            traceback.print_exception(second)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Hear what Qt says; after its last word the program is gone."""
        del context
        sys.stderr.write(f"{message}\n")
        if kind is QtMsgType.QtFatalMsg:
            self._keep()
            self._write(f"Fatal Python error: Qt {plain(message)}\n")

    def _watched(self) -> TextIO | None:
        """Let Python write down where it was, should the machine code crash."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            file = self._file.open("a", encoding="utf-8")
        except OSError:
            return None
        faulthandler.enable(file)
        return file

    def _write(self, text: str) -> None:
        with suppress(OSError), self._file.open("a", encoding="utf-8") as file:
            file.write(text)
