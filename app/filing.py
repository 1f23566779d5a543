"""What can be done to a recent file without opening it: call it otherwise, copy, find, take off."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app import wiring
from app.workbench import Workbench
from journeys.document.edits.settings import RenameJourney
from journeys.document.format import dumps
from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.values import NAME_LENGTH, evolve
from storage.files import write_whole

LONGEST_ID = 56
LONGEST_NAME = 60


def file_name(journey: Journey, ending: str) -> str:
    """Return what a file of a journey is called: its title in small letters, with dashes."""
    letters = (letter if letter.isalnum() else " " for letter in journey.title.casefold())
    words = "-".join("".join(letters).split())[:LONGEST_NAME].strip("-")
    return f"{words or journey.id}{ending}"


class Filing(QObject):
    """Keeps the list of recent files and the files on it; `changed` when either did."""

    changed = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench

    def rename(self, path: Path, title: str) -> None:
        """Call the journey in a file otherwise; the file is written as a whole or not at all."""
        workbench = self._workbench
        is_open = workbench.filed_as.path == path
        was_saved = workbench.is_saved
        try:
            journey = RenameJourney(title[:NAME_LENGTH]).apply(wiring.read_journey(path))
            if is_open and workbench.do(RenameJourney(journey.title)) and was_saved:
                workbench.save(path)
            else:
                write_whole(path, dumps(journey))
        except ThroughlineError as error:
            workbench.refuse(error)
        self.changed.emit()

    def do(self, path: Path, what: str) -> None:
        """Do what was chosen in the menu of a recent file."""
        match what:
            case "duplicate":
                self.duplicate(path)
            case "folder":
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
            case "find":
                self.find(path)
            case "remove":
                self._workbench.memory.forget(path)
                self.changed.emit()

    def duplicate(self, path: Path) -> None:
        """Put a copy beside a file, under a name of its own."""
        try:
            journey = wiring.read_journey(path)
            copy = next(
                found
                for count in range(2, 10_000)
                if not (found := path.with_name(f"{path.stem} {count}{path.suffix}")).exists()
            )
            write_whole(copy, dumps(self._copied(journey, copy.stem.rpartition(" ")[2])))
        except ThroughlineError as error:
            self._workbench.refuse(error)
            return
        self._workbench.memory.remember(copy)
        self._workbench.tell(self.tr("The copy stands in {}.").format(copy.name))
        self.changed.emit()

    def find(self, path: Path) -> None:
        """Ask where a file is now that is not where it was."""
        found = self._workbench.stage.ask_journey()
        if found is not None:
            self._workbench.memory.replace(path, found.absolute())
            self.changed.emit()

    def _copied(self, journey: Journey, count: str) -> Journey:
        """Return a journey of its own: another id, and a title that says so."""
        title = self.tr("{title} ({count})").format(title=journey.name[:180], count=count)
        return evolve(journey, id=f"{journey.id[:LONGEST_ID]}-{count}", title=title)
