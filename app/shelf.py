"""The journeys there are beside the open one: those of its folder, and the ready-made ones."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import wiring
from app.greeting import ready_made
from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from widgets.task import Task

ENDING = ".json"
MOST_FILES = 200
LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A journey and where it is kept: in a file, or under its name among the ready-made ones."""

    journey: Journey
    path: Path | None = None
    ready: str = ""


Shelved = tuple[Kept, ...]


class Shelf(QObject):
    """Knows the journeys that the open one may lead on to, each id once; a file goes first.

    `changed` carries them as a tuple of Kept whenever they are others; `crashed` an error that is
    a bug. `folder` says where the open journey is kept, or would be.
    """

    changed = Signal(object)
    crashed = Signal(object)

    def __init__(self, folder: Callable[[], Path | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._read: dict[Path, tuple[tuple[int, int], Journey | None]] = {}
        self._task: Task | None = None
        self.there: Shelved = ()

    def look(self) -> None:
        """Look anew what there is."""
        self.stop()
        self._task = task = Task(self.reading(), self)
        task.finished.connect(self._take)
        task.crashed.connect(self.crashed)
        task.start()

    def stop(self) -> None:
        """Look no further."""
        task, self._task = self._task, None
        if task is not None:
            task.stop()
            task.deleteLater()

    def reading(self) -> Generator[Progress, None, Shelved]:
        """Read the journeys there are; what is no journey, or cannot be read, is passed over."""
        folder = self._folder()
        return _reading(folder, self._journey)

    def find(self, id_: str) -> Kept | None:
        """Return where a journey is kept, by its id; None where there is none."""
        return next((each for each in self.there if each.journey.id == id_), None)

    def unused_id(self, taken: str, word: str = "journey") -> str:
        """Return an id that none of them has, nor is `taken`: 'journey', 'journey-2'."""
        ids = {taken, *(each.journey.id for each in self.there)}
        count = 1
        while (made := word if count == 1 else f"{word}-{count}") in ids:
            count += 1
        return made

    def _take(self, found: Shelved) -> None:
        self._task = None
        if [_sign(each) for each in found] != [_sign(each) for each in self.there]:
            self.there = found
            self.changed.emit(found)

    def _journey(self, path: Path) -> Journey | None:
        """Return the journey in a file, which is read again only where the file has changed."""
        try:
            stat = path.stat()
        except OSError:
            return None
        sign = (stat.st_mtime_ns, stat.st_size)
        known = self._read.get(path)
        if known is None or known[0] != sign:
            known = self._read[path] = sign, _read(path) if stat.st_size <= LARGEST else None
        return known[1]


def _reading(
    folder: Path | None, read: Callable[[Path], Journey | None]
) -> Generator[Progress, None, Shelved]:
    paths = tuple(_files(folder)) if folder is not None else ()
    found: dict[str, Kept] = {}
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), "Looking for journeys")
        journey = read(path)
        if journey is not None:
            found.setdefault(journey.id, Kept(journey, path))
    for made in ready_made():
        found.setdefault(made.journey.id, Kept(made.journey, ready=made.name))
    return tuple(found.values())


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that may be journeys, in the order of their names."""
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix.lower() == ENDING)
    except OSError:
        return
    yield from names[:MOST_FILES]


def _read(path: Path) -> Journey | None:
    try:
        return wiring.journey_of(wiring.read_plain_file(path), path.name)
    except ThroughlineError:
        return None


def _sign(kept: Kept) -> tuple[int, Path | None]:
    return id(kept.journey), kept.path
