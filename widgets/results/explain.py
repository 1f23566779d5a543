"""Explains single customers: the list at the left, the story at the right, the player between."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.simulation.follow import Followed
from journeys.simulation.groups import Group
from widgets.results.blank import Blank
from widgets.results.customers import Customers, nameless
from widgets.results.look import sheet
from widgets.results.player import Player
from widgets.results.story import NOBODY, StoryView
from widgets.theme import Theme

NOTHING = "nothing"


class Explain(QObject):
    """Holds the parts that explain a customer; the window places them around its canvas.

    `customer_chosen` carries the id that was chosen in the list, `decision_chosen` the place of
    the chosen decision in the story, `decision_pointed` that of the one under the mouse or -1,
    `step_asked` the id of a step to go to, `open_asked` that of another journey; `told` is sent
    when a story came into view, or left it, `left` when a search left a story behind, `run_asked`
    by the button that offers a run.
    """

    customer_chosen = Signal(str)
    decision_chosen = Signal(int)
    decision_pointed = Signal(int)
    step_asked = Signal(str)
    open_asked = Signal(str)
    told = Signal()
    left = Signal()
    run_asked = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.customers = Customers(theme)
        self.story = StoryView(theme)
        self.blank = Blank()
        self.right = QStackedWidget()
        self.right.setObjectName("results")
        self.right.setAccessibleName(self.tr("Explain"))
        self.right.addWidget(self.blank)
        self.right.addWidget(self.story)
        self.player = Player(theme)
        self._has_silent = False
        self._keys: list[QShortcut] = []
        self.customers.chosen.connect(self.customer_chosen)
        self.customers.searched.connect(self._leave)
        self.story.decision_chosen.connect(self._tell_chosen)
        self.story.decision_pointed.connect(self.decision_pointed)
        self.story.open_asked.connect(self.open_asked)
        self.blank.start.clicked.connect(self._start)
        self.blank.run.clicked.connect(self.run_asked)
        self.player.moved.connect(self.step)
        self.player.toggled.connect(self.toggle)
        self.player.ticked.connect(self._tick)
        for part in (self.customers, self.right, self.player):
            self.hear(part)
        self.hear_space(self.customers.people)
        self.hear_space(self.story.list)
        self.set_theme(theme)
        self.show_nothing()

    def hear(self, widget: QWidget) -> None:
        """Hear the keys of a story wherever in a widget they are pressed."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("[", lambda: self.step(-1)),
            ("]", lambda: self.step(1)),
            ("/", self.find),
            ("G", self._ask_step),
        )
        for key, do in keys:
            self._key(widget, key, do, context)

    def hear_space(self, widget: QWidget) -> None:
        """Play and pause with the space bar while a widget is in focus."""
        self._key(widget, "Space", self.toggle, Qt.ShortcutContext.WidgetShortcut)

    def set_hearing(self, *, is_hearing: bool) -> None:
        """Hear the keys, or leave them to whoever else wants them."""
        for key in self._keys:
            key.setEnabled(is_hearing)

    def show_nothing(self) -> None:
        """Say that there is nobody to explain before a run."""
        self.customers.show_customers(None, ())
        self.customers.show_ground("")
        self._clear()
        self.blank.say(
            self.tr("Nobody to explain yet"),
            self.tr("Make a test run first. Then every customer's path can be read here."),
        )
        self.blank.run.show()

    def show_running(self, progress: Progress) -> None:
        """Show how far the search for customers is."""
        self._clear()
        self.blank.say(progress.words, "", progress)

    def show_refused(self, error: ThroughlineError) -> None:
        """Say why nobody can be explained."""
        self._clear()
        self.blank.say(error.what, error.attempt, is_bad=True)

    def set_customers(
        self,
        asked: Group | None,
        groups: Sequence[Group],
        lines: Mapping[str, str] = MappingProxyType({}),
        name: Callable[[str], str] = nameless,
    ) -> None:
        """Show whom there is to choose from: `groups` and `lines` as `people.grouped` says.

        `asked` are some that were asked for; they stand first.
        `name` says what a customer is called.
        """
        self.customers.show_customers(asked, groups, lines, name)
        self._has_silent = any(group.name == NOTHING and group.ids for group in groups)
        self._clear()
        self._offer()

    def show_group(self, name: str) -> None:
        """Bring a group into view by its name."""
        self.customers.show_group(name)

    def show_ground(self, said: str) -> None:
        """Say below the list what it stands on: how many customers, which seed."""
        self.customers.show_ground(said)

    def show_story(
        self,
        followed: Followed,
        journeys: Sequence[Journey] = (),
        decision: int | None = None,
    ) -> None:
        """Show a customer's story, from a decision on where one was asked for.

        The journeys give each step its icon and colour.
        """
        self.player.set_playing(is_playing=False)
        self.customers.mark(followed.person.id)
        self.story.show_story(followed, journeys)
        self.right.setCurrentWidget(self.story)
        self._tell_place()
        self.told.emit()
        if decision is not None:
            self.story.show_decision(decision)

    @property
    def has_people(self) -> bool:
        """True once there is somebody to choose from."""
        return bool(self.customers.groups.count())

    @property
    def is_telling_anybody(self) -> bool:
        """True while a customer is in view, also one of whom there is nothing to tell."""
        return self.right.currentWidget() is self.story

    @property
    def is_telling(self) -> bool:
        """True while a story is in view."""
        return self.is_telling_anybody and bool(self.story.entries)

    def find(self) -> None:
        """Go to the field that finds a customer."""
        self.customers.search.setFocus()
        self.customers.search.selectAll()

    def step(self, by: int) -> None:
        """Go to the next decision, or the one before; whoever steps no longer plays."""
        self.player.set_playing(is_playing=False)
        self.story.go(by)

    def toggle(self) -> None:
        """Play the decisions in turn, from the first where the last was reached; or pause."""
        if self.player.is_playing or not self.story.entries:
            self.player.set_playing(is_playing=False)
            return
        self.story.choose(0 if self.story.is_at_end else self.story.row + 1)
        self.player.set_playing(is_playing=not self.story.is_at_end)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        look = sheet(theme)
        for part in (self.customers, self.right):
            part.setStyleSheet(look)
        for each in (self.customers, self.story, self.blank, self.player):
            each.set_theme(theme)

    def _offer(self) -> None:
        """Say whom one may choose."""
        self.blank.say(
            self.tr("Choose someone"),
            self.tr("Or start with a person who got nothing.") if self._has_silent else "",
        )
        self.blank.start.setVisible(self._has_silent)

    def _clear(self) -> None:
        """Show nobody's story."""
        self.player.set_playing(is_playing=False)
        self.story.show_story(NOBODY)
        self.right.setCurrentWidget(self.blank)
        self._tell_place()
        self.told.emit()

    def _leave(self) -> None:
        """Leave a story behind whose customer is not among those searched for."""
        if not self.is_telling_anybody:
            return
        customer = self.story.person.id
        if customer in self.customers.model.ids:
            self.customers.mark(customer)
            return
        self._clear()
        self._offer()
        self.left.emit()

    def _tick(self) -> None:
        self.story.go(1)
        if self.story.is_at_end:
            self.player.set_playing(is_playing=False)

    def _tell_chosen(self, decision: int) -> None:
        self._tell_place()
        self.decision_chosen.emit(decision)

    def _tell_place(self) -> None:
        story = self.story
        self.player.show_place(
            story.chosen, len(story.entries), is_first=story.row <= 0, is_last=story.is_at_end
        )

    def _ask_step(self) -> None:
        chosen = self.story.chosen
        if chosen is not None and chosen.node is not None:
            self.step_asked.emit(chosen.node)

    def _start(self) -> None:
        self.customers.show_group(NOTHING)
        self.customers.people.setFocus()
        if self.customers.model.ids:
            self.customers.choose(self.customers.model.ids[0])

    def _key(
        self, widget: QWidget, key: str, do: Callable[[], None], context: Qt.ShortcutContext
    ) -> None:
        made = QShortcut(QKeySequence(key), widget)
        made.setContext(context)
        made.activated.connect(do)
        self._keys.append(made)
