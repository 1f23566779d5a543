"""The table of actions as a person meets it: menus, keys, and a list to find them in."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.actions.action import MENUS, Action
from app.actions.around import AROUND, ARRANGE, LINE
from app.actions.table import actions
from app.workbench import Workbench
from widgets.floating import Menu
from widgets.shell.finder import Entry
from widgets.shell.places import room_of, under

# Keys of the canvas that only repeat what the mouse does, so that no menu needs them.
CANVAS_KEYS = (
    ("Tab", "Add after the selected step"),
    ("P", "Go to the next way out of a step"),
    ("Arrows", "Go to the nearest step"),
    ("Shift+Arrows", "Select further"),
    ("Menu", "What can be done with what is selected"),
    ("/", "Find on the canvas"),
    ("Space and drag", "Move the view"),
    ("Ctrl and wheel", "Larger and smaller"),
    ("Esc, then Tab", "Leave the canvas"),
)

CUSTOMERS = ("events", "shop", "columns")

EXPLAIN_KEYS = (
    ("[", "Previous decision"),
    ("]", "Next decision"),
    ("Space", "Play the decisions, or pause"),
)

MESSAGE_KEYS = (
    ("Ctrl+Space", "What can be put in here"),
    ("F8", "Next problem"),
    ("Shift+F8", "Previous problem"),
    ("Alt+Return", "Mend the problem"),
    ("Alt+Right", "Next customer"),
    ("Alt+Left", "Previous customer"),
)


class Menus(QObject):
    """Makes what a window needs to have every action at hand, and keeps it up to date."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self._made = {action.id: self._qt(action, window) for action in actions().values()}
        self.menu = Menu(window)
        self.parts: list[Menu] = []
        self.around = Menu(window)
        self.menu.aboutToShow.connect(self.refresh)
        for name in MENUS:
            part = Menu(self.menu, said(name))
            self.menu.addMenu(part)
            self.parts.append(part)
            for action in actions().values():
                if action.menu == name:
                    if action.begins_group:
                        part.addSeparator()
                    part.addAction(self._made[action.id])

    @cached_property
    def customers(self) -> Menu:
        """The menu of which customers are counted."""
        made = Menu(self.menu)
        made.addActions([self._made[id_] for id_ in CUSTOMERS])
        made.aboutToShow.connect(self.refresh)
        return made

    def open_around(self, at: QPoint, chosen: str) -> None:
        """Open a menu at a place of the screen, of what can be done with what is chosen there."""
        self.refresh()
        self.around.clear()
        for id_ in AROUND[chosen]:
            if id_ == LINE:
                self.around.addSeparator()
            elif id_ == ARRANGE:
                self.around.addMenu(self.parts[MENUS.index(ARRANGE)])
            elif self._made[id_].isEnabled():
                self.around.addAction(self._made[id_])
        self.around.popup(under(at, self.around.sizeHint(), room_of(self._window)))

    def action(self, id_: str) -> QAction:
        """Return an action as Qt knows it."""
        return self._made[id_]

    def refresh(self) -> None:
        """Look anew at what can be done now."""
        for action in actions().values():
            self._made[action.id].setEnabled(action.enabled(self._workbench))
            if action.is_in_use is not None:
                self._made[action.id].setChecked(action.is_in_use(self._workbench))

    def run(self, id_: str) -> None:
        """Do something, if it can be done now."""
        action = actions()[id_]
        if action.enabled(self._workbench):
            action.run(self._workbench)

    def entries(self) -> tuple[Entry, ...]:
        """Return what can be done now, to be found by name."""
        return tuple(
            Entry(
                action.id,
                action.words.rstrip("\u2026"),
                key(action),
                also=f"{said(action.menu)} {action.found_by}",
            )
            for action in actions().values()
            if action.enabled(self._workbench) and action.id != "commands"
        )

    def keys(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Return all keys by menu: (menu, ((what, key), ...))."""
        groups = [
            (said(name), tuple(
                (action.words.rstrip("\u2026"), key(action))
                for action in actions().values()
                if action.menu == name and action.shortcut
            ))
            for name in MENUS
        ]  # fmt: skip
        return (
            *groups,
            (said("Canvas"), tuple((said(what), said(keys)) for keys, what in CANVAS_KEYS)),
            (said("Explain"), tuple((said(what), said(keys)) for keys, what in EXPLAIN_KEYS)),
            (said("Messages"), tuple((said(what), said(keys)) for keys, what in MESSAGE_KEYS)),
        )

    def _qt(self, action: Action, window: QWidget) -> QAction:
        made = QAction(action.words, window)
        made.setObjectName(action.id)
        made.setCheckable(action.is_in_use is not None)
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        if action.is_of_canvas:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            window.addAction(made)
        made.triggered.connect(lambda: self.run(action.id))
        return made


def key(action: Action) -> str:
    """Return the key of an action as this system writes it."""
    return QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def said(words: str) -> str:
    """Return words of the table in the language of the person."""
    return QCoreApplication.translate("Action", words)
