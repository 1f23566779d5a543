"""Asks a person for files, beginning where that was done last."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from app.window import Window
from app.workbench import Workbench
from widgets.shell.asking import Asking


class AskingFiles(QObject):
    """Asks over a window; None, or no files, where the person thinks better of it."""

    def __init__(self, workbench: Workbench, window: Window, asking: Asking) -> None:
        super().__init__()
        self._workbench = workbench
        self._window = window
        self._asking = asking

    def ask_journey(self) -> Path | None:
        """Ask for a journey's file."""
        return self._used(self._asking.journey(self._window, self._folder()))

    def ask_events(self, ending: str = "") -> tuple[Path, ...]:
        """Ask for files of events; of one format alone where its ending is given."""
        found = self._asking.events(self._window, ending, self._folder())
        self._used(next(iter(found), None))
        return found

    def ask_where(self, name: str) -> Path | None:
        """Ask where to keep the journey, beginning where one was kept last."""
        memory = self._workbench.memory
        found = self._asking.where(self._window, (memory.kept or _documents()) / name)
        if found is not None:
            memory.remember_kept(found.absolute().parent)
        return self._used(found)

    def ask_where_picture(self, name: str) -> Path | None:
        """Ask where to put the picture of the journey."""
        return self._used(self._asking.where_picture(self._window, self._folder() / name))

    def ask_where_text(self, name: str) -> Path | None:
        """Ask where to put words that are to be kept."""
        return self._asking.where_text(self._window, Path.home() / name)

    def _folder(self) -> Path:
        """Return where to look for a file or to put it: where that was done last."""
        return self._workbench.memory.place or _documents()

    def _used(self, path: Path | None) -> Path | None:
        """Remember where a file was looked for or put."""
        if path is not None:
            self._workbench.memory.remember_place(path.absolute().parent)
        return path


def _documents() -> Path:
    """Return the person's own folder of documents; where there is none, the one of their own."""
    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(own) if own and Path(own).is_dir() else Path.home()
