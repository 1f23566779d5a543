"""Keeps the window true to the workbench: names, notices, colours, what Home shows."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.actions.table import actions
from app.choosing import choices, starts
from app.data import Brought
from app.front import Front
from app.greeting import greeting
from app.menus import key
from app.parts import enable
from app.settings import Settings
from app.waiting import Waiting
from app.window import Window
from app.workbench import Filed, Notice, Workbench
from journeys.document.problems import Problem
from journeys.errors import ThroughlineError
from widgets.document import Changed
from widgets.shell.frame import is_dark
from widgets.shell.look import palette
from widgets.task import Task
from widgets.theme import THEMES, Theme


class Showing(QObject):
    """Hears what changes on the workbench, and shows it.

    `brought` carries the customers in use, once they are there.
    """

    brought = Signal(object)

    def __init__(self, workbench: Workbench, window: Window, front: Front) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._front = front
        self._tasks: list[Task] = []
        self._bringing: Task | None = None
        self._greeting: Task | None = None
        window.canvas.checked.connect(self._show_found)
        workbench.document.changed.connect(self._show_change)
        workbench.opened.connect(self._show_opened)
        workbench.filed.connect(self._show_filed)
        workbench.noticed.connect(self._show_notice)
        workbench.chosen.connect(self._show_settings)
        workbench.data.changed.connect(self.bring)
        window.home_room.shown.connect(self.greet)
        window.scheme_changed.connect(lambda: self._show_settings(workbench.memory.settings))
        self._say_keys()
        self._show_filed(workbench.filed_as)

    def stop(self) -> None:
        """Give up what is being read."""
        for task in self._tasks:
            task.stop()
        self._tasks.clear()

    def bring(self) -> None:
        """Bring the customers in use, so that steps can be picked from what they did."""
        if self._bringing is not None:
            self._bringing.stop()
        data = self._workbench.data
        self._bringing = task = Task(data.bringing(), self)
        task.finished.connect(self._show_brought)
        task.refused.connect(self._refuse_brought)
        Waiting(task, self._window.notices, data.give_up)
        self._begin(task)
        self.greet()

    def greet(self) -> None:
        """Read what Home shows."""
        memory, data = self._workbench.memory, self._workbench.data
        task = Task(greeting(memory, data.source), self)
        task.finished.connect(self._window.home_room.show_content)
        task.finished.connect(lambda home: self._window.beginnings.offer(home.ready_made))
        if self._greeting is not None:
            self._greeting.stop()
        self._greeting = task
        self._begin(task)

    def show_problems(self) -> None:
        """Count what is wrong with the journey."""
        self._window.bar.show_problems(len(self._workbench.problems))
        self._front.menus.refresh()

    def _show_found(self, problems: tuple[Problem, ...]) -> None:
        """Show what was found to be wrong, wherever it is shown."""
        self._window.inspector.show_problems(problems)
        self.show_problems()

    def _begin(self, task: Task) -> None:
        task.crashed.connect(self._workbench.crashed)
        self._tasks = [each for each in self._tasks if each.is_running]
        self._tasks.append(task)
        task.start()

    def _show_change(self, changed: Changed) -> None:
        self._window.bar.show_name(changed.after.name)
        self._show_history()

    def _show_history(self) -> None:
        """Say what can be undone and redone."""
        history = self._workbench.document.history
        self._say("undo", history.undo_words)
        self._say("redo", history.redo_words)

    def _show_opened(self) -> None:
        self._show_history()
        self._window.bar.show_name(self._workbench.document.journey.name)
        self._window.canvas.select(())
        self._window.inspector.show_nodes(())
        QTimer.singleShot(0, self._window.canvas, self._window.canvas.zoom_to_fit)
        self.show_problems()

    def _show_filed(self, filed: Filed) -> None:
        name = filed.path.name if filed.path is not None else ""
        said = self.tr("Saved in {}") if filed.is_saved else self.tr("Unsaved changes in {}")
        unnamed = "" if filed.is_saved else self.tr("Not saved")
        words = said.format(name) if name else unnamed
        self._window.bar.show_kept(words)
        self._front.menus.refresh()

    def _show_notice(self, notice: Notice) -> None:
        self._window.notices.tell(notice.what, notice.attempt, is_bad=notice.is_bad)

    def _show_settings(self, settings: Settings) -> None:
        theme = theme_of(settings)
        if theme is not self._window.theme:
            self._front.set_theme(theme)
            dress(theme)

    def _refuse_brought(self, error: ThroughlineError) -> None:
        self._workbench.refuse(error)
        self._workbench.data.give_up()

    def _show_brought(self, brought: Brought) -> None:
        found = choices(brought.dataset)
        self._workbench.document.ground(brought.words)
        self._window.inspector.set_choices(found)
        self._window.canvas.set_events(found.events)
        task = Task(starts(brought.dataset), self)
        task.finished.connect(self._know_starts)
        self._begin(task)
        self._front.menus.refresh()
        self.brought.emit(brought)

    def _know_starts(self, found: tuple[tuple[str, int], ...]) -> None:
        self._front.starts = found

    def _say_keys(self) -> None:
        bar, table = self._window.bar, actions()
        bar.search.say(table["commands"].words.rstrip("\u2026"), key(table["commands"]))
        bar.more.setMenu(self._front.menus.menu)
        self._window.counted.setMenu(self._front.menus.customers)
        bar.run.setToolTip(f"{table['run'].words}  {key(table['run'])}")
        bar.logo.setToolTip(f"{table['home'].words}  {key(table['home'])}")
        for tabs in (bar.tabs, self._window.left.tabs):
            for room in tabs.rooms:
                tabs.say(room, table[room].words, key(table[room]))
        self._show_history()
        for name, button in self._window.zoom_bar.buttons.items():
            self._window.zoom_bar.say(name, table[name].words, key(table[name]))
            self._front.menus.action(name).enabledChanged.connect(button.setEnabled)

    def _say(self, name: str, words: str) -> None:
        action = actions()[name]
        button = {"undo": self._window.bar.undo, "redo": self._window.bar.redo}[name]
        none = self.tr("Nothing to undo: opening a journey starts afresh") if name == "undo" else ""
        button.say(f"{action.words}: {words}" if words else none or action.words, key(action))
        enable(self._window, button, is_enabled=bool(words))


def theme_of(settings: Settings) -> Theme:
    """Return the colours that were chosen; the system's, where it is left to the system."""
    if settings.theme == "system":
        return THEMES["dark" if is_dark() else "light"]
    return THEMES[settings.theme]


def dress(theme: Theme) -> None:
    """Give the colours of a theme to what Qt draws itself."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setPalette(palette(theme))
