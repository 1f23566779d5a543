"""What the window shows and asks when something is done: lists, sheets, questions."""

from types import MappingProxyType
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal

from app.asking_files import AskingFiles
from app.breaks import Breaks
from app.connecting import Connecting
from app.finding import journeys
from app.menus import Menus
from app.parts import Parts
from app.results_room import EXPLAIN
from app.stage import Room
from app.starting import offered_starts
from app.threads import Threads
from app.window import Window
from app.workbench import Workbench
from journeys.document.node import Node
from journeys.names import Names
from widgets.canvas.geometry import Point
from widgets.canvas.view import CanvasView
from widgets.shell.asking import Asking, Leaving, Overwriting
from widgets.shell.finder import Entry, Finder
from widgets.shell.form import Form
from widgets.shell.home.preview import Preview
from widgets.shell.kinds import offered
from widgets.shell.problems import Problems
from widgets.shell.shortcuts import Shortcuts
from widgets.theme import Theme
from widgets.wording import lines_beside, step_words

LIST_WIDTH = 480
LATER = "later"
KINDS_WIDTH = 290
translate = QCoreApplication.translate


class Front(AskingFiles):
    """The stage that actions play on: a window, and whoever answers its questions.

    `columns_asked` is sent when a person wants to see how the files in use were read.
    """

    columns_asked = Signal()

    def __init__(self, workbench: Workbench, window: Window, asking: Asking) -> None:
        super().__init__(workbench, window, asking)
        self.menus = Menus(workbench, window)
        theme = window.theme
        self.commands = Finder(theme, translate("Front", "Find a command"), window)
        self.steps = Finder(theme, translate("Front", "Find a step of this journey"), window)
        self.kinds = Finder(theme, translate("Front", "Add a step"), window)
        self.history = Finder(
            theme, translate("Front", "Since it was opened: go back to before\u2026"), window
        )
        self.start = Finder(
            theme,
            translate("Front", "Who starts? Customers enter when they do this"),
            window,
        )
        self.starts: tuple[tuple[str, int], ...] = ()
        self.starts_new = True
        self.problems = Problems(theme, window)
        self.connecting = Connecting(workbench, window, self._centred)
        self.threads = Threads(workbench, window, self._centred)
        self.parts = Parts(window)
        self.breaks = Breaks(workbench, window)
        self._adds_after: tuple[str, str] | None = None

    @property
    def canvas(self) -> CanvasView:
        """The canvas of the open journey."""
        return self._window.canvas

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._window.theme

    @property
    def room(self) -> Room:
        """The room that is in view."""
        return self._window.room

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._window.set_theme(theme)
        for part in (self.commands, self.steps, self.kinds, self.history, self.start):
            part.set_theme(theme)
        for each in (self.problems, self.connecting, self.threads):
            each.set_theme(theme)
        for form in self._window.findChildren(Form):
            form.set_theme(theme)

    def show_room(self, room: Room) -> None:
        """Bring a room into view."""
        self._window.show_room(room)
        self.menus.refresh()

    def show_explain(self) -> None:
        """Show the customers one by one: what happened to each, and why."""
        self.show_room("results")
        self._window.results.ask(EXPLAIN)

    def show_rule(self, name: str) -> None:
        """Go to a rule of the journey itself, such as "goals"."""
        self.show_room("design")
        self.parts.enter_rule(name)

    def show_left(self, panel: str) -> None:
        """Show the steps to add or the outline at the left of the canvas, and go there."""
        self._window.show_left(panel)
        self._window.bench.set_open(self._window.bench.left, is_open=True)
        there = self._window.outline if panel == "outline" else self._window.palette_panel.search
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_part(self, by: int) -> None:
        """Go to the next part of the window, or with -1 to the one before."""
        self.parts.go(by)

    def rename(self) -> None:
        """Let the person write the title of the selected step, where they see it."""
        if self._window.outline.tree.hasFocus():
            self._window.outline.rename()
        elif self.canvas.selection:
            self.canvas.rename(self.canvas.selection[-1])

    def ask_connection(self, step: str, port: str = "") -> None:
        """Offer the steps that a way out of a step can lead to."""
        self.connecting.ask(step, port)

    def go_to_refused(self) -> bool:
        """Go to a field with a text in it that cannot be; False where there is none."""
        if self._window.inspector.refused_field is None:
            return False
        self.show_room("design")
        return self.parts.enter_refused()

    def toggle_left(self) -> None:
        """Show or hide what stands at the left of the canvas."""
        self._window.bench.toggle(self._window.bench.left)

    def toggle_right(self) -> None:
        """Show or hide what stands at the right of the canvas."""
        self._window.bench.toggle(self._window.bench.right)

    def show_commands(self) -> None:
        """Offer all that can be done, and the journeys there are, to be found by name."""
        entries = self.menus.entries() + journeys(self._window.home.content)
        search = self._window.bar.finder
        if search.isVisible():  # the list opens over the field it belongs to, not a second beneath
            self.commands.offer_over(entries, search)
            return
        self.commands.offer(entries, self._centred(LIST_WIDTH), LIST_WIDTH)

    def ask_start(self) -> None:
        """Offer what customers did, with how many did it, for one of it to start a journey."""
        self._offer_starts(Entry(LATER, translate("Front", "Decide later")))

    def ask_start_here(self) -> None:
        """Offer the same for the journey that is open."""
        self._offer_starts(None)

    def _offer_starts(self, later: Entry | None) -> None:
        self.starts_new = later is not None
        entries = offered_starts(self.starts)
        self.start.offer(entries, self._centred(LIST_WIDTH), LIST_WIDTH, later)

    def show_ready_made(self, name: str) -> Preview | None:
        """Show a ready-made journey before it is used."""
        known = {each.name: each for each in self._window.home.content.ready_made}
        if name not in known:
            return None
        preview = Preview(known[name], self.theme, self._window)
        preview.open()
        return preview

    def find_step(self) -> None:
        """Offer the steps of the journey, to be found by name."""
        document = self._workbench.document
        journey, names = document.journey, document.names
        beside = lines_beside(journey, names)
        entries = tuple(
            Entry(
                node.id,
                step_words(node),
                beside[node.id],
                node.card,
                also=_also(node, names),
            )
            for node in journey.nodes
        )
        self.steps.offer(entries, self._centred(LIST_WIDTH), LIST_WIDTH)

    def ask_variable(self) -> None:
        """Offer the variables of the journey, for one of them to be followed."""
        self.threads.ask()

    def show_history(self) -> None:
        """Show what was done, to go back to any of it; what was undone stands on top."""
        history = self._workbench.document.history
        ahead = [
            Entry(f"+{len(history.future) - place}", moment.words, translate("Front", "undone"))
            for place, moment in enumerate(history.future)
        ]
        behind = [
            Entry(f"-{place}", moment.words)
            for place, moment in enumerate(reversed(history.past), 1)
        ]
        self.history.offer((*ahead, *behind), self._centred(LIST_WIDTH), LIST_WIDTH)

    def ask_step(self) -> None:
        """Offer the kinds of steps that can be added."""
        canvas = self.canvas
        middle = canvas.mapToGlobal(canvas.rect().center())
        self.offer_kinds(middle - QPoint(KINDS_WIDTH // 2, 160), None)

    def offer_kinds(self, at: QPoint, after: tuple[str, str] | None) -> None:
        """Offer the kinds of steps at a place of the screen, to be added after a port."""
        self._adds_after = after
        entries = tuple(
            Entry(each.kind, each.title, card=each.card, also=each.says)
            for _, inside in offered()
            for each in inside
            if after is None or each.card.group != "Start"
        )
        kept = QRect(at, QSize(1, 1))
        if after is not None:
            frame = self.canvas.scene.steps.frame(after[0])
            ends = (Point(frame.x, frame.y), Point(frame.right, frame.bottom))
            corner, end = (self.canvas.camera.to_view(each) for each in ends)
            size = QSize(round(end.x - corner.x), round(end.y - corner.y))
            step = QRect(QPoint(round(corner.x), round(corner.y)), size)
            kept = kept.united(step.translated(self.canvas.mapToGlobal(QPoint(0, 0))))
        self.kinds.offer_beside(entries, kept, KINDS_WIDTH)

    @property
    def adds_after(self) -> tuple[str, str] | None:
        """Where the kind that is chosen next is to be added."""
        return self._adds_after

    def show_problems(self) -> None:
        """Show what is wrong with the journey."""
        button = self._window.bar.problems
        at = button.mapToGlobal(QPoint(button.width() - self.problems.width(), button.height() + 8))
        document, found = self._workbench.document, self._workbench.problems
        self.problems.open_with(document.journey, document.names, found, at)

    def show_columns(self) -> None:
        """Show which column of the files in use became what."""
        self.columns_asked.emit()

    def show_shortcuts(self) -> None:
        """Show all keys."""
        Shortcuts(self.menus.keys(), self.theme, self._window).open()

    def show_settings(self) -> None:
        """Show what can be chosen; what is picked holds at once."""
        title = translate("Front", "Settings")
        zones = MappingProxyType({"zone": tuple(sorted(available_timezones()))})
        workbench = self._workbench
        form = Form(title, workbench.memory.settings, self.theme, self._window, zones)
        form.changed.connect(lambda name, content: workbench.choose(**{name: content}))
        form.open()

    def show_breaks(self) -> None:
        """Show the pauses that test runs take; what is set holds at once."""
        self.breaks.show()

    def may_leave(self) -> bool:
        """Ask what to do about changes that are not saved; False: stay here."""
        workbench = self._workbench
        if workbench.is_saved:
            return True
        said = self._asking.leaving(self._window, workbench.document.journey.name)
        if said is Leaving.SAVE:
            self.menus.run("save")
            return workbench.is_saved
        return said is Leaving.DISCARD

    def how_to_overwrite(self, name: str) -> Overwriting:
        """Ask what to do about a file that somebody else has changed."""
        return self._asking.overwriting(self._window, name)

    def leave(self) -> None:
        """Close the window."""
        self._window.close()

    def _centred(self, wide: int) -> QPoint:
        window = self._window
        return window.mapToGlobal(QPoint((window.width() - wide) // 2, window.bar.height() + 24))


def _also(node: Node, names: Names) -> str:
    """Return what else a step is found by: its line, and what its paths are called."""
    return " ".join((node.line(names), *(port.title for port in node.ways(names))))
