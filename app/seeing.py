"""Shows a message as the customers of the last run get it; renders beside the window."""

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.delivery.renderer import Renderer
from app.previewing import Reached, Worst, reached, reaching, rendering, sought, worst
from app.running import Outcome
from app.waiting import Waiting
from app.window import Window
from app.workbench import Workbench
from journeys.content.message import Message
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.simulation.people import MOST
from widgets.content.preview import Preview
from widgets.content.shown import Shown, Slip, Whom
from widgets.task import Task

WORKERS = 1
RENDER = "render"
NOTHING = (None, "")


class Seeing(QObject):
    """Knows who gets the open message, and whose it is that is shown.

    Owns the renderer, which starts with the first preview. `reached` is sent when another customer
    is shown: `there` holds all that was known of who it is. `rendered` is sent whenever a message
    was rendered. `worst_first` are those of whom most is missing, once somebody has counted.
    """

    reached = Signal()
    rendered = Signal()

    def __init__(self, workbench: Workbench, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._window = window
        self._room = window.messages
        self._renderer = Renderer(WORKERS)
        self._tasks: dict[str, Task] = {}
        self._message: Message | None = None
        self._places: tuple[int, ...] = ()
        self._all: tuple[int, ...] = ()
        self.worst_first: tuple[int, ...] = ()
        self._at = 0
        self.there: Reached | None = None
        self._looked_for: tuple[Outcome | None, str] = NOTHING
        self._is_stale = False
        self._is_over = False
        self._turn, self._turns = 0, dict[str, int]()
        room, running = self._room, workbench.running
        room.stepped.connect(lambda by: self._show_customer(self._at + by))
        room.worst_asked.connect(self._seek_worst)
        room.sought.connect(self._seek)
        room.run_asked.connect(workbench.run)
        running.began.connect(lambda _: self._show_running())
        running.finished.connect(lambda _: self._look())
        running.stopped.connect(lambda _: self._look())
        running.refused.connect(self._show_refused)

    def show(self, message: Message | None) -> None:
        """Show a message as it is now, for the customer in view where it is the same message."""
        self._message = message
        if not self._workbench.running.is_running:
            self._look()

    def forget(self) -> None:
        """Forget who gets a message."""
        for name in tuple(self._tasks):
            if name != RENDER:
                self._tasks.pop(name).stop()
                self._turns.pop(name, None)
        self.there, self._looked_for = None, NOTHING
        self._places = self._all = ()

    def stop(self) -> None:
        """Give up what is being worked out, and end the renderer, for good."""
        self._is_over = True
        self._turns.clear()
        for task in self._tasks.values():
            task.stop()
        if RENDER in self._tasks:
            self._tasks[RENDER].wait()  # whoever renders is not to lose its workers meanwhile
        self._tasks.clear()
        self._renderer.close()

    @property
    def renderer(self) -> Renderer:
        """What renders the previews."""
        return self._renderer

    @property
    def places(self) -> tuple[int, ...]:
        """The customers one goes through, by their places in the data set."""
        return self._places

    def go_through(self, places: tuple[int, ...]) -> None:
        """Go through these customers from now on, and show the first."""
        if places and self._all:
            self._places = places
            self._show_customer(0)

    @property
    def _preview(self) -> Preview | None:
        return self._room.desk.preview if self._room.desk is not None else None

    def _look(self) -> None:
        """Look who gets the message in the last run, where that is not known yet."""
        message, outcome, preview = self._message, self._workbench.running.outcome, self._preview
        if message is None or preview is None or self._window.room != "messages":
            return
        if outcome is None:
            self.forget()
            preview.show_no_run()
        elif self._looked_for == (outcome, message.id):
            self._render()
        elif message.id not in outcome.journey.by_id:
            self.forget()
            preview.show_nobody(self.tr("It was added after the last test run."))
        else:
            self.forget()
            self._looked_for = (outcome, message.id)
            preview.show_loading()
            self._do("who", reaching(outcome, message.id), self._show_places)

    def _show_places(self, places: tuple[int, ...]) -> None:
        self._places = self._all = places
        if places:
            self._show_customer(0)
        elif self._preview is not None:
            said = self.tr("In the last test run no customer came this far.")
            self._preview.show_nobody(said)

    def _show_customer(self, at: int) -> None:
        outcome, message = self._workbench.running.outcome, self._message
        if outcome is not None and message is not None and self._places:
            self._at = at % len(self._places)
            work = reached(outcome, message.id, self._places[self._at])
            self._do("customer", work, self._show_reached)

    def _show_reached(self, there: Reached | None) -> None:
        preview = self._preview
        if there is None or preview is None:
            return
        self.there = there
        person, count = there.person, len(self._places)
        whom = Whom(person.id, person.name, there.moment, self._at + 1, count, count == MOST)
        preview.show_whom(whom, self._workbench.document.journey.name)
        self.reached.emit()
        self._render()

    def _render(self) -> None:
        """Render the message for the customer in view; once more where it changes meanwhile."""
        message, there, preview = self._message, self.there, self._preview
        outcome = self._workbench.running.outcome
        if message is None or there is None or preview is None or outcome is None:
            return
        if not message.readings:
            preview.show_unwritten()
            return
        self._is_stale = RENDER in self._tasks
        if not self._is_stale:
            preview.show_loading()
            journey = self._workbench.document.journey
            work = rendering(self._renderer, outcome, journey, there)
            self._do(RENDER, work, self._show_made)

    def _show_made(self, made: Shown | Slip) -> None:
        preview, there = self._preview, self.there
        if self._is_stale or there is None or preview is None:
            self._render()
        elif isinstance(made, Slip):
            preview.show_slip(made)
            self.rendered.emit()
        else:
            preview.show_message(made)
            self._say_counts(made, there.person.called)
            self.rendered.emit()

    def _say_counts(self, made: Shown, called: str) -> None:
        words = self.tr("{0} letters for {1}")
        first = (called.split() or [""])[0]
        counts = {name: words.format(f"{len(text):,}", first) for name, text in made.parts.items()}
        if self._room.desk is not None:
            self._room.desk.writer.show_counts(counts)

    def _seek_worst(self) -> None:
        outcome, message = self._workbench.running.outcome, self._message
        if self.worst_first:
            self.go_through(self.worst_first)
        if outcome is not None and message is not None and self._all:
            among = self.worst_first[:1] or self._all
            self._do("seek", worst(outcome, message, among), self._show_worst)

    def _show_worst(self, found: Worst) -> None:
        self._show_place(found.place)
        if found.missing:
            lacks = self.tr("The customer shown lacks {}.").format(", ".join(found.missing))
            self._workbench.tell(lacks)
            return
        count = f"{len(self._all):,}"
        form = self.tr("Nobody lacks anything among the first {}; shown is who has most to say.")
        whole = self.tr("Nobody of {} lacks anything; shown is who has most to say.")
        self._workbench.tell((form if len(self._all) == MOST else whole).format(count))

    def _seek(self, words: str) -> None:
        outcome = self._workbench.running.outcome
        if outcome is not None and self._all:
            work = sought(outcome, self._all, words)
            self._do("seek", work, lambda place: self._show_sought(place, words))

    def _show_sought(self, place: int | None, words: str) -> None:
        if place is None:
            said = self.tr("Nobody who gets this message is called {}.").format(repr(words))
            self._workbench.warn(said, self.tr("Try a part of the name or of the id."))
        else:
            self._show_place(place)

    def _show_place(self, place: int) -> None:
        if place not in self._places:
            self._places = self._all
        if place in self._places:
            self._show_customer(self._places.index(place))

    def _show_running(self) -> None:
        self.forget()
        if self._preview is not None:
            self._preview.show_whom(None)
            self._preview.show_loading()

    def _show_refused(self, error: ThroughlineError) -> None:
        if self._preview is not None:
            self._preview.show_whom(None)
            self._preview.show_slip(Slip(error.what, error.attempt))

    def _do(
        self,
        name: str,
        work: Generator[Progress, None, Any],
        then: Callable[[Any], None],
    ) -> None:
        if self._is_over:
            return
        if name in self._tasks:
            self._tasks.pop(name).stop()
        self._turn += 1
        turn = self._turns[name] = self._turn
        self._tasks[name] = task = Task(work, self)
        task.finished.connect(lambda made: self._take(name, turn, then, made))
        task.refused.connect(lambda error: self._take(name, turn, self._refuse, error))
        task.crashed.connect(self._workbench.crashed)
        Waiting(task, self._window.notices)
        task.start()

    def _take(self, name: str, turn: int, then: Callable[[Any], None], made: object) -> None:
        """Go on with what was worked out, unless it was given up meanwhile."""
        if self._turns.get(name) == turn:
            del self._turns[name]
            self._tasks.pop(name, None)
            then(made)

    def _refuse(self, error: ThroughlineError) -> None:
        if self._preview is not None:
            self._preview.show_slip(Slip(error.what, error.attempt))
