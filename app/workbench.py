"""What actions act on: the open journey, the file it is kept in, the customers, the run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import wiring
from app.data import Data, EventFiles
from app.memory import Memory
from app.recovery import Origin
from app.running import Running, run_settings
from app.shelf import Shelf, Shelved
from app.stage import Stage
from journeys.document.edits.edit import Edit
from journeys.document.format import dumps
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.errors import EditRefusedError, ThroughlineError
from journeys.simulation.breaks import Break
from journeys.simulation.settings import RunSettings
from journeys.values import evolve
from storage.files import fingerprint, fingerprint_of, write_whole
from widgets.document import Changed, Document

NOWHERE = Origin()


@dataclass(frozen=True, slots=True)
class Filed:
    """Which file the open journey is kept in, if any, and whether all of it stands there."""

    path: Path | None
    is_saved: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know: what happened, what to try, and whether it went wrong."""

    what: str
    attempt: str = ""
    is_bad: bool = False


class Workbench(QObject):
    """Holds what is open; asks nothing and shows nothing.

    `stage` is the window, for actions to ask. `opened` carries the Journey that was put on the
    workbench, `chosen` other Settings, `saving` the Origin of the file that is about to be
    written, `filed` a Filed, `noticed` a Notice, `crashed` an error that is a bug; `paused` says
    that test runs take other breaks.
    """

    stage: Stage
    opened = Signal(object)
    chosen = Signal(object)
    paused = Signal()
    saving = Signal(object)
    filed = Signal(object)
    noticed = Signal(object)
    crashed = Signal(object)

    def __init__(self, journey: Journey, data: Data, memory: Memory) -> None:
        super().__init__()
        self.document = Document(journey, self)
        self.data = data
        self.memory = memory
        self.shelf = Shelf(lambda: self.folder, self)
        self.running = Running(data, self.shelf, self)
        self._origin = Origin()
        self._kept = journey
        self._step = ""
        self.document.changed.connect(self._note_step)
        self.document.changed.connect(self._tell_filed)
        self.shelf.changed.connect(self._shelve)
        for part in (self.running, self.shelf):
            part.crashed.connect(self.crashed)

    @property
    def filed_as(self) -> Filed:
        """Where the journey is kept."""
        return Filed(self._origin.path, self.is_saved)

    @property
    def origin(self) -> Origin:
        """The file the journey is kept in, as it was when it was read or written last."""
        return self._origin

    @property
    def folder(self) -> Path | None:
        """The folder the journey is kept in, or where one was kept last; None where none was."""
        path = self._origin.path
        return path.parent if path is not None else self.memory.kept

    @property
    def is_changed_outside(self) -> bool:
        """True when somebody else wrote another content into the journey's file meanwhile."""
        origin = self._origin
        now = fingerprint_of(origin.path) if origin.path is not None else None
        return now not in {None, origin.base}

    def is_open(self, path: Path) -> bool:
        """Return whether a file is the one that is open, as it was when it was read or written."""
        origin = self._origin
        is_it = origin.path is not None and path.absolute() == origin.path
        return is_it and fingerprint_of(path) == origin.base

    @property
    def is_saved(self) -> bool:
        """True when nothing would be lost."""
        return self.document.journey is self._kept

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the journey, errors first; of a large one what was last found."""
        return self.document.problems

    def put_new(self) -> None:
        """Open an empty journey."""
        unused = self.shelf.unused_id(self.document.journey.id)
        self.put(Journey(id=unused, title=self.tr("New journey")))

    def put(self, journey: Journey, origin: Origin = NOWHERE) -> None:
        """Open a journey in place of the one that is open."""
        self.running.forget()
        self._origin, self._kept = origin, journey
        self.document.open(journey)
        self._step = ""
        if origin.path is not None:
            self.memory.remember(origin.path)
        self.opened.emit(journey)
        self._tell_filed()
        self.shelf.look()

    def rescue(self, journey: Journey, origin: Origin) -> None:
        """Open a journey that was rescued: its file, if it had one, holds another state."""
        self.put(journey, origin)
        self._kept = Journey(id=journey.id)
        self._tell_filed()

    def open_file(self, path: Path) -> bool:
        """Open a journey's file; where it cannot be read a notice says why."""
        try:
            content = wiring.read_plain_file(path)
            journey = wiring.journey_of(content, path.name)
        except ThroughlineError as error:
            self.refuse(error)
            return False
        self.put(journey, Origin(path.absolute(), fingerprint(content)))
        return True

    def save(self, path: Path) -> bool:
        """Keep the journey in a file; a notice says why where that cannot be done."""
        path, journey = path.absolute(), self.document.journey
        content = dumps(journey)
        self.saving.emit(Origin(path, fingerprint_of(path)))
        try:
            write_whole(path, content)
        except ThroughlineError as error:
            self._tell_filed()
            self.refuse(error)
            return False
        self.document.seal()
        self._origin, self._kept = Origin(path, fingerprint(content)), journey
        self.memory.remember(path, self._step)
        self._tell_filed()
        self.shelf.look()
        return True

    def export(self, path: Path) -> None:
        """Write the picture of the journey as the canvas shows it; a notice says how it went.

        It has the colours in use, the counts where they are of this journey, and the thread.
        """
        from widgets.canvas.export import export_picture

        journey, canvas = self.document.journey, self.stage.canvas
        shown = canvas.scene.counts
        counts = shown if shown is not None and shown.holds_for(journey) else None
        thread = canvas.followed if canvas.story is None else None
        there = self.document.there
        try:
            export_picture(journey, path, self.stage.theme.name, counts, thread, there=there)
        except ThroughlineError as error:
            self.refuse(error)
        else:
            self.tell(self.tr("The picture is saved in {}.").format(path))

    def run(self) -> None:
        """Try the journey on the customers in use, once no field says other than the journey."""
        if self.stage.go_to_refused():
            self.warn(
                self.tr("A field holds a text that cannot be, so the journey does not say it."),
                self.tr("Mend the text, then run the test again."),
            )
            return
        self.running.start(self.document.journey, self.asked)

    @property
    def asked(self) -> RunSettings:
        """What is asked of test runs: what is chosen in the settings, and the breaks."""
        settings = self.memory.settings
        return run_settings(settings.zone, settings.seed, self.memory.breaks)

    @property
    def in_the_run(self) -> tuple[Journey, ...]:
        """The open journey, and those it leads on to, which run with it."""
        return (self.document.journey, *self.document.companions)

    def take_breaks(self, breaks: Sequence[Break]) -> None:
        """Let these be the breaks of the journeys of the run; those of others stay."""
        ids = {"", *(journey.id for journey in self.in_the_run)}
        others = tuple(each for each in self.memory.breaks if each.journey not in ids)
        self.memory.take_breaks((*others, *breaks))
        self.paused.emit()

    def bring_files(self, paths: tuple[Path, ...]) -> None:
        """Try journeys on files of events from now on."""
        whole = tuple(path.absolute() for path in paths)
        self.data.use(EventFiles(whole, self.memory.settings.zone))

    def choose(self, **changes: object) -> None:
        """Choose something else in the settings."""
        settings = evolve(self.memory.settings, **changes)
        self.memory.choose(settings)
        self.chosen.emit(settings)

    def do(self, edit: Edit) -> bool:
        """Do an edit; a notice says why where it is refused."""
        try:
            self.document.do(edit)
        except EditRefusedError as error:
            self.refuse(error)
            return False
        return True

    def refuse(self, error: ThroughlineError) -> None:
        """Tell why something cannot be done."""
        self.noticed.emit(Notice(error.what, error.attempt, is_bad=True))

    def warn(self, words: str, attempt: str = "") -> None:
        """Tell that something cannot be done, in words, and what to try."""
        self.noticed.emit(Notice(words, attempt, is_bad=True))

    def tell(self, what: str, attempt: str = "") -> None:
        """Tell of something that went well."""
        self.noticed.emit(Notice(what, attempt))

    def _shelve(self, there: Shelved) -> None:
        self.document.shelve(tuple(kept.journey for kept in there))

    def _note_step(self, changed: Changed) -> None:
        """Note which step was worked on, to go on there next time."""
        worked_on = changed.diff.added_nodes | changed.diff.changed_nodes
        self._step = min(worked_on, default=self._step)

    def _tell_filed(self) -> None:
        self.filed.emit(self.filed_as)
