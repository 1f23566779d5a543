"""Says what is known at the selected step, and follows a variable through the journey."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer

from app.data import Brought
from app.window import Window
from app.workbench import Workbench
from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.shares import Shares, counting
from journeys.document.node import Card
from widgets.canvas.geometry import surrounding
from widgets.canvas.story import Story
from widgets.inspector.here import Here, Telling
from widgets.inspector.here import Known as KnownRow
from widgets.inspector.offered import entry_events
from widgets.shell.finder import Entry, Finder
from widgets.shell.followed import FollowedChip
from widgets.task import Task
from widgets.theme import Theme

WIDTH, PAUSE = 560, 150
VARIABLE = Card("Variable", "Start", "spline", "update")


class Threads(QObject):
    """Follows one variable at a time, until it is let go of or no longer there."""

    def __init__(
        self, workbench: Workbench, window: Window, place: Callable[[int], QPoint]
    ) -> None:
        super().__init__(workbench)
        self._workbench, self._window, self._place = workbench, window, place
        self._known: Known | None = None
        self._shares: Shares | None = None
        self._task: Task | None = None
        self.name = ""
        self._is_lit = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draw)
        self.chip = FollowedChip(window.theme)
        window.canvas.pin_above(self.chip)
        self.chip.left.connect(lambda: self.follow(""))
        self.finder = Finder(window.theme, self.tr("Follow which variable?"), window)
        self.finder.chosen.connect(self.follow)
        document = workbench.document
        document.changed.connect(lambda _: self._renew())
        document.grounded.connect(self._renew)
        workbench.opened.connect(lambda _: self.follow(""))
        window.inspector.tell_known(self._telling)
        window.inspector.followed.connect(self._turn)
        window.inspector.pointed.connect(self._light)
        window.canvas.thread_left.connect(lambda: self.follow(""))
        window.canvas.selection_changed.connect(lambda _: self._unlight())
        window.messages.path_asked.connect(self.show_break)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.finder.set_theme(theme)
        self.chip.set_theme(theme)

    def stop(self) -> None:
        """Give up what is being counted."""
        if self._task is not None:
            self._task.stop()
            self._task.wait()
            self._task = None

    def count(self, brought: Brought) -> None:
        """Count what the customers in use have, beside the window."""
        self.stop()
        self._shares = None
        self._task = Task(counting(brought.dataset), self)
        self._task.finished.connect(self._take_shares)
        self._task.crashed.connect(self._workbench.crashed)
        self._task.start()

    def ask(self) -> None:
        """Offer the variables there are, those that are used first."""
        known = self.known
        if known is None:
            self._workbench.tell(self.tr("The customers in use are still being read."))
            return
        names = sorted(known.variables, key=lambda name: name not in known.uses)
        entries = tuple(
            Entry(name, name, self._beside(known, name), VARIABLE, known.variables[name].source)
            for name in names
        )
        self.finder.offer(entries, self._place(WIDTH), WIDTH)

    def follow(self, name: str) -> None:
        """Draw the thread of a variable over the journey; nothing: no longer."""
        known, canvas = self.known, self._window.canvas
        is_there = known is not None and name in known.variables
        if not is_there and not self.name:
            return
        self.name = name if is_there else ""
        thread = known.thread(name) if known is not None and is_there else None
        if thread is not None:
            self._workbench.stage.show_room("design")
        is_fitted = canvas.is_fitted
        canvas.show_thread(thread)
        self.chip.say(self.name)
        self._window.inspector.show_followed(self.name)
        canvas.refresh()
        if is_fitted:
            canvas.zoom_to_fit()
        elif thread is not None:
            frames = [canvas.scene.steps.frame(step) for step in thread.steps]
            way, sight = surrounding(frames), canvas.clear_sight
            if frames and way.width <= sight.width and way.height <= sight.height:
                canvas.reveal(way)

    @property
    def known(self) -> Known | None:
        """What is known in the journey beside the data in use, once there is some."""
        document = self._workbench.document
        if document.vocabulary is None:
            return None
        found = self._known
        is_same = found is not None and found.vocabulary is document.vocabulary
        if found is None or not is_same or found.journey is not document.journey:
            self._known = found = Known(document.journey, document.vocabulary)
        return found

    def _turn(self, name: str) -> None:
        """Follow a variable, or follow it no longer."""
        self.follow("" if name == self.name else name)

    def _light(self, name: str) -> None:
        """Light up a way to the selected step on which a variable is missing."""
        known, canvas = self.known, self._window.canvas
        node = canvas.selection[-1] if canvas.selection else ""
        if self._window.room != "design":
            return
        broken = None
        if known is not None and node in known.lineage.arriving and name in known.variables:
            is_open = known.lineage.verdict(node, name) is Verdict.POSSIBLE
            broken = known.broken(node, name) if is_open and name != self.name else None
        if broken is None:
            self._unlight()
            return
        self._is_lit = True
        edges = frozenset(edge.order for edge in broken.way.edges)
        canvas.show_story(Story(broken.way.steps, edges, current=node))

    def show_break(self, node: str, name: str) -> None:
        """Show a path by which customers come to a step without a variable."""
        self._workbench.stage.show_room("design")
        self._window.canvas.select((node,))
        self._light(name)
        if self._is_lit:
            self._window.canvas.zoom_to_fit()

    def _unlight(self) -> None:
        if self._is_lit:
            self._is_lit = False
            self._window.canvas.show_story(None)

    def _telling(self, node: str) -> Telling | None:
        """Return how to work out what is known at a step, once there are data."""
        return None if self.known is None else lambda: self._here(node)

    def _here(self, node: str) -> Here | None:
        """Return what is known at a step, for the panel."""
        known = self.known
        if known is None or node not in known.lineage.arriving:
            return None
        facts = known.facts(node)
        entered_by = entry_events(known.journey)

        def wanted(name: str) -> tuple[bool, bool]:
            users = known.uses.get(name, frozenset())
            return node not in users, not users

        groups = {
            verdict: tuple(
                KnownRow(
                    fact.variable.name,
                    f"{fact.variable.source}, {fact.variable.holds}",
                    self._share(fact.variable.name, entered_by, verdict),
                    fact.variable.words,
                )
                for fact in sorted(facts, key=lambda fact: wanted(fact.variable.name))
                if fact.verdict is verdict
            )
            for verdict in Verdict
        }
        return Here(groups, lambda name: self._why(node, name), self.name)

    def _share(self, name: str, entered_by: tuple[str, ...], verdict: Verdict) -> float | None:
        if self._shares is None or verdict is not Verdict.POSSIBLE:
            return None
        return self._shares.of(name, entered_by)

    def _why(self, node: str, name: str) -> str:
        """Return by which turns customers come who lack a variable."""
        broken = self.known.broken(node, name) if self.known is not None else None
        if broken is None or not broken.turns:
            return ""
        by = self.tr(", then ").join(map(repr, broken.turns))
        said = self.tr("Nobody by {}") if broken.way.is_certain else self.tr("Not everyone by {}")
        return said.format(by)

    def _beside(self, known: Known, name: str) -> str:
        users = len(known.uses.get(name, ()))
        if not users:
            return known.variables[name].source
        return (
            self.tr("used by 1 step") if users == 1 else self.tr("used by {} steps").format(users)
        )

    def _take_shares(self, shares: Shares) -> None:
        self._shares = shares
        self._window.inspector.show_known()

    def _renew(self) -> None:
        """Show what is known now that the journey or the data are others."""
        self._unlight()
        self._window.inspector.show_known()
        known = self.known
        if self.name and (known is None or self.name not in known.variables):
            self.follow("")
        elif self.name and self._workbench.document.is_large:
            self._pause.start()
        elif self.name:
            self._draw()

    def _draw(self) -> None:
        """Draw the thread as it runs now."""
        known = self.known
        if known is not None and self.name in known.variables:
            self._window.canvas.show_thread(known.thread(self.name))
