"""Opens the window for a person, and stays until it is closed."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import wiring
from app.desktop import Desktop, own_folder
from app.failures import Failures
from journeys.document.format import loads
from journeys.samples import samples
from widgets.lettering import font
from widgets.shell.asking import Dialogs
from widgets.shell.style import Style
from widgets.theme import BODY


def open_window(named: str | None) -> int:
    """Open the window, with the journey that is named; returns the exit code."""
    journey = None
    if named is not None and (Path(named).exists() or named not in samples()):
        wiring.read_journey(Path(named))  # raises before anything is seen
    elif named is not None:
        journey = loads(samples()[named])
    application = QApplication(["throughline"])
    application.setApplicationName("throughline")
    application.setApplicationDisplayName("Throughline")
    application.setStyle(Style())
    application.setFont(font(BODY))
    desktop = Desktop(own_folder(), Dialogs())
    failures = Failures(
        desktop.rescuing.keep_now, desktop.reporting.tell, desktop.memory.folder, desktop
    )
    desktop.workbench.crashed.connect(failures.take)
    with failures.watching():
        if journey is not None:
            desktop.workbench.put(journey)
            desktop.front.show_room("design")
        elif named is not None and desktop.workbench.open_file(Path(named)):
            desktop.front.show_room("design")
        desktop.show()
        QTimer.singleShot(0, desktop.window, desktop.begin)
        QTimer.singleShot(0, failures, failures.tell_last)
        code = application.exec()
        has_ended = desktop.stop()
    if not has_ended:
        end_at_once(code)
    return code


def end_at_once(code: int) -> NoReturn:
    """End the program under work that only reads, and that comes to no next step for long."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
