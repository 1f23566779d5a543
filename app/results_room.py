"""The room of results: Overview at the right of the canvas, or Explain at both sides of it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from widgets.results.explain import Explain
from widgets.results.overview import Overview
from widgets.results.player import ROOMY
from widgets.shell.bench import INSET, Bench
from widgets.shell.tabs import HEIGHT, Tabs
from widgets.theme import Theme

OVERVIEW, EXPLAIN = "overview", "explain"
PAGE, PEOPLE, STORY = 664, 248, 464
SEARCH_TOP = 12
MORE = "#Page {{ background: {t.panel}; border-left: 1px solid {t.line}; }}"
LEFT = "#People {{ background: {t.panel}; border-right: 1px solid {t.line}; }}"


class ResultsRoom(QObject):
    """Places the panels of the results on a bench.

    `chosen` carries the name of the panel a person asked for; `placed` is sent when another panel
    came into view, or the room was left; `footed` carries how much of the foot of the canvas is
    taken.
    """

    chosen = Signal(str)
    placed = Signal()
    footed = Signal(int)

    def __init__(self, bench: Bench, overview: Overview, explain: Explain, theme: Theme) -> None:
        super().__init__(bench)
        self._bench = bench
        self._explain = explain
        self.tabs = Tabs({OVERVIEW: self.tr("Overview"), EXPLAIN: self.tr("Explain")}, bench)
        self.tabs.setAccessibleName(self.tr("Panels of the results"))
        self._page = _framed(overview)
        self._people, self._story = _framed(explain.customers, "People"), _framed(explain.right)
        for panel in (self._page, self._people, self._story):
            panel.setParent(bench)
            panel.hide()
        explain.player.setParent(bench)
        explain.player.hide()
        self.tabs.hide()
        for name in (OVERVIEW, EXPLAIN):
            self.tabs.button(name).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in (overview, explain.customers, explain.right):
            for key, name in (("1", OVERVIEW), ("2", EXPLAIN)):
                shortcut = QShortcut(QKeySequence(key), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda name=name: self.ask(name))
        self.tabs.chosen.connect(self.ask)
        explain.told.connect(self._show_player)
        bench.fitted.connect(explain.player.fit)
        self.tabs.show_room(OVERVIEW)
        self._is_open = False
        explain.set_hearing(is_hearing=False)
        self.set_theme(theme)

    @property
    def shown(self) -> str:
        """The name of the panel in view."""
        return self.tabs.room

    @property
    def panel(self) -> QWidget:
        """What stands at the right of the canvas."""
        return self._story if self.shown == EXPLAIN else self._page

    def ask(self, name: str) -> None:
        """Bring a panel into view because a person asked for it."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.tabs.isAncestorOf(focused)
        self.show_panel(name)
        if had_focus and self._is_open:
            self.tabs.button(name).setFocus()
        self.chosen.emit(name)

    def show_panel(self, name: str) -> None:
        """Bring a panel into view, once the room is."""
        self.tabs.show_room(name)
        if self._is_open:
            self.open()

    def open(self) -> None:
        """Place the panels."""
        self._is_open = True
        bench, explain = self._bench, self._explain
        is_explain = self.shown == EXPLAIN
        details = self.tr("Results")
        if is_explain:
            bench.put(bench.right, self.panel, STORY, self.tr("What happened, and why"))
        else:
            self.footed.emit(0)
            bench.put(bench.left, None)
            bench.put(bench.right, self.panel, PAGE, details)
            bench.lay_over(self.tabs, None)
        bench.set_open(bench.right, is_open=True)
        explain.set_hearing(is_hearing=is_explain)
        self._show_player()
        self.placed.emit()

    def _show_player(self) -> None:
        if self._is_open and self.shown == EXPLAIN:
            people = self._people if self._explain.has_people else None
            if self._bench.left.panel is not people:
                self._bench.put(self._bench.left, people, PEOPLE, self.tr("Customers"))
            player = self._explain.player if self._explain.is_telling else None
            self._bench.lay_over(self.tabs, player)
            self.footed.emit(ROOMY if player is not None else 0)

    def close(self) -> None:
        """Leave the bench to another room."""
        self._is_open = False
        self._bench.lay_over(None, None)
        self.footed.emit(0)
        self._explain.set_hearing(is_hearing=False)
        self.placed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.tabs.set_theme(theme)
        for panel in (self._page, self._story):
            panel.setStyleSheet(MORE.format(t=theme))
        self._people.setStyleSheet(LEFT.format(t=theme))


def _framed(inner: QWidget, name: str = "Page") -> QWidget:
    """Return a panel with a line at the side of the canvas; at the left below the tabs."""
    panel = QWidget()
    panel.setObjectName(name)
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(panel)
    is_left = name == "People"
    top = 2 * INSET + HEIGHT - SEARCH_TOP if is_left else 0
    column.setContentsMargins(0 if is_left else 1, top, 1 if is_left else 0, 0)
    column.addWidget(inner)
    return panel
