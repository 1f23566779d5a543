"""Does what a person asks of the window: each wish has its place on the workbench."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCloseEvent

from app.data import ENDINGS
from app.filing import Filing
from app.finding import as_file, as_ready
from app.front import LATER, Front
from app.starting import event_of_start, kind_of_start
from app.window import Window
from app.workbench import Workbench
from journeys.content.message import Message
from journeys.document.edits.settings import RenameJourney
from journeys.document.edits.steps import AddNode
from journeys.document.format import loads
from journeys.errors import UnreadableFileError
from journeys.samples import samples
from widgets.canvas.adding import new_step, starting

JOURNEY = ".json"
FIRST, TRIED = "start", "shop_rescue"


class Hearing(QObject):
    """Hears what is asked for in the window."""

    def __init__(self, workbench: Workbench, window: Window, front: Front) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._front = front
        self.filing = Filing(workbench)
        self._connect_bar()
        self._connect_home()
        self._connect_canvas()
        window.dropped.connect(self.take)
        window.closing.connect(self._close)
        window.overview.run_asked.connect(workbench.run)
        window.explain.run_asked.connect(workbench.run)
        window.explain.open_asked.connect(self.open_journey)
        window.inspector.open_asked.connect(self.open_journey)
        window.overview.cancel_asked.connect(workbench.running.stop)

    def _connect_bar(self) -> None:
        bar, run = self._window.bar, self._front.menus.run
        bar.home_asked.connect(lambda: run("home"))
        bar.renamed.connect(self._rename)
        bar.tabs.chosen.connect(self._front.show_room)
        bar.search.clicked.connect(lambda: run("commands"))
        bar.finder.clicked.connect(lambda: run("commands"))
        bar.undo.clicked.connect(lambda: run("undo"))
        bar.redo.clicked.connect(lambda: run("redo"))
        bar.run.clicked.connect(lambda: run("run"))
        bar.problems.clicked.connect(lambda: run("problems"))
        self._front.commands.chosen.connect(self._do)
        self._front.start.chosen.connect(self.begin)

    def _connect_home(self) -> None:
        home, run = self._window.home, self._front.menus.run
        home.new_asked.connect(lambda: run("new"))
        home.open_asked.connect(lambda: run("open"))
        home.import_asked.connect(self._bring)
        home.shop_asked.connect(lambda: run("shop"))
        home.try_asked.connect(self._try)
        home.file_asked.connect(self.open_file)
        home.ready_asked.connect(self.preview)
        self._window.beginnings.asked.connect(self.open_ready_made)
        home.renamed.connect(self.filing.rename)
        home.done_to.connect(self.filing.do)
        self._window.dragged.connect(lambda is_over: home.light(is_over=is_over))

    def _connect_canvas(self) -> None:
        window, front, canvas = self._window, self._front, self._window.canvas
        document = self._workbench.document
        canvas.selection_changed.connect(window.inspector.show_nodes)
        canvas.connect_asked.connect(lambda: front.menus.run("connect"))
        window.outline.connect_asked.connect(front.ask_connection)
        window.outline.menu_asked.connect(lambda at: front.menus.open_around(at, canvas.chosen))
        canvas.selection_changed.connect(lambda _: front.menus.refresh())
        canvas.refused.connect(self._workbench.warn)
        canvas.opened.connect(self._open_step)
        canvas.pressed_twice.connect(self._open_words)
        window.inspector.words_asked.connect(lambda _: front.show_room("messages"))
        canvas.quick_add_asked.connect(self._offer_kinds)
        canvas.menu_asked.connect(front.menus.open_around)
        canvas.find_asked.connect(lambda: front.menus.run("find_step"))
        window.zoom_bar.asked.connect(front.menus.run)
        window.inspector.refused.connect(self._workbench.warn)
        window.inspector.closed.connect(self._close_step)
        window.inspector.escaped.connect(canvas.setFocus)
        window.palette_panel.chosen.connect(self._add)
        front.kinds.chosen.connect(self._add_there)
        front.steps.chosen.connect(self.show_step)
        front.problems.step_asked.connect(self.show_step)
        front.problems.rule_asked.connect(front.show_rule)
        front.problems.start_asked.connect(front.ask_start_here)
        front.problems.fix_asked.connect(self._workbench.do)
        front.history.chosen.connect(self._go_back)
        document.changed.connect(lambda _: front.menus.refresh())

    def open_file(self, path: Path) -> None:
        """Open a journey's file in place of what is open, at the step that was changed last.

        The file that is open already comes into view as it was left.
        """
        if self._workbench.is_open(path):
            self._front.show_room("design")
        elif self._front.may_leave() and self._workbench.open_file(path):
            self._front.show_room("design")
            step = self._workbench.memory.step(path)
            if step in self._workbench.document.journey.by_id:
                self._window.canvas.select((step,))
                self._window.inspector.show_nodes((step,))

    def open_journey(self, id_: str) -> None:
        """Open a journey of the shelf in place of the one that is open, by its id."""
        kept = self._workbench.shelf.find(id_)
        if kept is None:
            what = self.tr("There is no journey {} beside this one any more.").format(repr(id_))
            self._workbench.warn(what, self.tr("Its file may have been moved or deleted."))
        elif kept.path is not None:
            self.open_file(kept.path)
        else:
            self.open_ready_made(kept.ready)

    def preview(self, name: str) -> None:
        """Show a ready-made journey before a copy of it is opened."""
        shown = self._front.show_ready_made(name)
        if shown is not None:
            shown.used.connect(self.open_ready_made)

    def begin(self, start: str) -> None:
        """Begin a journey that customers start by what was chosen; later means: with no step."""
        if not self._front.starts_new:
            self._begin_here(start)
            return
        self._workbench.put_new()
        self._front.show_room("design")
        if start != LATER:
            trigger = kind_of_start(start).fresh(FIRST, event_of_start(start))
            if self._workbench.do(AddNode(trigger)):
                self._window.canvas.select((trigger.id,))

    def _begin_here(self, start: str) -> None:
        """Let customers start the open journey in a way, at the step that no path leads to."""
        self._front.show_room("design")
        events = event_of_start(start)
        trigger = new_step(self._workbench.document.journey, kind_of_start(start).kind, events)
        if self._workbench.do(starting(self._window.canvas.scene, trigger)):
            self._window.canvas.select((trigger.id,))
            self._window.canvas.reveal_selection()

    def open_ready_made(self, name: str) -> None:
        """Open a copy of a ready-made journey."""
        if self._front.may_leave():
            self._workbench.put(loads(samples()[name]))
            self._front.show_room("design")

    def take(self, paths: tuple[Path, ...]) -> None:
        """Open a journey that was dropped, or use the events; say so where it is neither."""
        journeys = [path for path in paths if path.suffix.lower() == JOURNEY]
        events = tuple(path for path in paths if path.suffix.lower() in ENDINGS)
        if journeys:
            self.open_file(journeys[0])
            self._tell_left(len(paths) - 1)
        elif events:
            self._workbench.bring_files(events)
            self._tell_left(len(paths) - len(events))
        elif paths:
            self._workbench.refuse(
                UnreadableFileError(
                    self.tr("{} is neither a journey nor a file of events.").format(
                        repr(paths[0].name)
                    ),
                    self.tr("Drop a journey (.json), or events (.csv, .jsonl, .parquet)."),
                )
            )

    def _tell_left(self, count: int) -> None:
        """Tell that some of the files that were dropped together were not used."""
        if count:
            said = self.tr("1 other file was left alone.")
            several = self.tr("{} other files were left alone.").format(count)
            self._workbench.tell(
                said if count == 1 else several,
                self.tr("Drop one journey at a time, or files of events together."),
            )

    def show_step(self, node: str) -> None:
        """Go to a step."""
        self._front.show_room("design")
        self._window.canvas.select((node,))
        self._window.canvas.zoom_to_selection()
        self._window.canvas.setFocus()

    def _do(self, id_: str) -> None:
        """Do what was found: open a journey, or run a command."""
        path, ready = as_file(id_), as_ready(id_)
        if path is not None:
            self.open_file(path)
        elif ready:
            self.preview(ready)
        else:
            self._front.menus.run(id_)

    def _bring(self, ending: str) -> None:
        paths = self._front.ask_events(ending)
        if paths:
            self._workbench.bring_files(paths)

    def _try(self) -> None:
        """Use the sample shop, and show the journey to try there."""
        self._front.menus.run("shop")
        self.preview(TRIED)

    def _rename(self, name: str) -> None:
        journey = self._workbench.document.journey
        if name.strip() and name.strip() != journey.name:
            self._workbench.do(RenameJourney(name.strip()))
        self._window.bar.name.clearFocus()
        self._window.bar.show_name(self._workbench.document.journey.name)

    def _open_step(self, node: str) -> None:
        """Ask about a step at the side, ready to be changed."""
        del node
        if self._window.room == "design":
            self._window.bench.set_open(self._window.bench.right, is_open=True)
            self._front.parts.enter(self._window.inspector)

    def _open_words(self, node: str) -> None:
        """Open the words of a message."""
        if isinstance(self._workbench.document.journey.by_id.get(node), Message):
            self._front.show_room("messages")

    def _close_step(self) -> None:
        """Turn away from what is selected, and close its drawer where it is one."""
        self._window.bench.set_open(self._window.bench.right, is_open=False)
        self._window.canvas.select(())
        self._window.canvas.setFocus()

    def _offer_kinds(self, at: QPoint, after: object) -> None:
        self._front.offer_kinds(at, after if isinstance(after, tuple) else None)

    def _add(self, kind: str) -> None:
        """Add a step after the selected one where it has one way on, else on its own."""
        selection = self._window.canvas.selection
        by_id = self._workbench.document.journey.by_id
        node = by_id.get(selection[0]) if len(selection) == 1 else None
        ports = node.ports() if node is not None else ()
        after = (node.id, ports[0].id) if node is not None and ports else None
        self._window.canvas.add(kind, after)
        self._window.canvas.setFocus()

    def _add_there(self, kind: str) -> None:
        is_outlined = self._window.outline.tree.hasFocus()
        self._window.canvas.add(kind, self._front.adds_after)
        if not is_outlined:
            self._window.canvas.setFocus()

    def _go_back(self, place: str) -> None:
        document = self._workbench.document
        for _ in range(abs(int(place))):
            if place.startswith("-"):
                document.undo()
            else:
                document.redo()

    def _close(self, event: QCloseEvent) -> None:
        event.ignore()  # should asking go wrong, the window stays
        event.setAccepted(self._front.may_leave())
