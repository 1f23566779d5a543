"""Explains single customers: choose one at the left, read the path at the right."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from journeys.simulation.explain import Told
from journeys.simulation.people import Group
from widgets.results.customers import Customers
from widgets.results.look import UNBOUND, button, fit, label, paragraph, pixmap, sheet
from widgets.results.story import StoryView
from widgets.results.words import breakable
from widgets.theme import BODY, PANEL_TITLE, Theme

LIST = 248
NARROW = 600
LIST_HEIGHT = 300
WIDEST = 300
NOTHING = "nothing"


class Explain(QWidget):
    """Shows groups of customers and one customer's story.

    `customer_chosen` carries the id that was chosen in the list, `decision_chosen` the place of
    the chosen decision in the story. `customers` and `story` may be placed elsewhere, such as at
    both sides of the canvas.
    """

    customer_chosen = Signal(str)
    decision_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Explain"))
        self.customers = Customers(theme)
        self.story = StoryView(theme)
        self.blank = _Blank()
        self.rule = QFrame()
        self.rule.setProperty("look", "line")
        self.right = QStackedWidget()
        self.right.addWidget(self.blank)
        self.right.addWidget(self.story)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for part, stretch in ((self.customers, 0), (self.rule, 0), (self.right, 1)):
            self._box.addWidget(part, stretch)
        self.customers.chosen.connect(self.customer_chosen)
        self.story.decision_chosen.connect(self.decision_chosen)
        self.blank.start.clicked.connect(self._start)
        self._key("[", self.story.go_back)
        self._key("]", self.story.go_on)
        self._key("/", self._find)
        self.set_theme(theme)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that there is nobody to explain before a run."""
        self.customers.hide()
        self.rule.hide()
        self.blank.say(
            self.tr("Nobody to explain yet"),
            self.tr("Make a test run first. Then every customer's path can be read here."),
        )
        self.right.setCurrentWidget(self.blank)

    def show_running(self, progress: Progress) -> None:
        """Show how far the search for customers is."""
        self.customers.hide()
        self.rule.hide()
        self.blank.say(progress.words, "", progress)
        self.right.setCurrentWidget(self.blank)

    def show_refused(self, error: ThroughlineError) -> None:
        """Say why nobody can be explained."""
        self.customers.hide()
        self.rule.hide()
        self.blank.say(error.what, error.attempt, is_bad=True)
        self.right.setCurrentWidget(self.blank)

    def set_customers(
        self,
        ids: Sequence[str],
        groups: Sequence[Group],
        lines: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show whom there is to choose from: `groups` and `lines` as `people.grouped` says.

        `ids` are those of the first group, or some that were asked for: then they stand first.
        """
        self.customers.show_customers(ids, groups, lines)
        self.customers.show()
        self.rule.show()
        has_silent = any(group.name == NOTHING and group.ids for group in groups)
        self.blank.say(
            self.tr("Choose someone"),
            self.tr("Or start with a person who got no message.") if has_silent else "",
        )
        self.blank.start.setVisible(has_silent)
        self.right.setCurrentWidget(self.blank)

    def show_group(self, name: str) -> None:
        """Bring a group into view by its name."""
        self.customers.show_group(name)

    def show_ground(self, said: str) -> None:
        """Say below the list what it stands on: how many customers, which seed."""
        self.customers.show_ground(said)

    def show_story(
        self, customer: str, told: Sequence[Told], journeys: Sequence[Journey] = ()
    ) -> None:
        """Show a customer's story; the journeys give each step its icon and colour."""
        self.customers.mark(customer)
        self.story.show_story(customer, told, journeys)
        self.right.setCurrentWidget(self.story)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        look = sheet(theme)
        for part in (self, self.customers, self.story):
            part.setStyleSheet(look)
        self.customers.set_theme(theme)
        self.story.set_theme(theme)
        self.blank.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the story where there is no room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        sides = QBoxLayout.Direction
        self._box.setDirection(sides.TopToBottom if is_narrow else sides.LeftToRight)
        if is_narrow:
            self.customers.setMinimumSize(0, LIST_HEIGHT)
            self.customers.setMaximumSize(UNBOUND, LIST_HEIGHT)
            self.rule.setMinimumSize(0, 1)
            self.rule.setMaximumSize(UNBOUND, 1)
        else:
            self.customers.setMinimumSize(LIST, 0)
            self.customers.setMaximumSize(LIST, UNBOUND)
            self.rule.setMinimumSize(1, 0)
            self.rule.setMaximumSize(1, UNBOUND)

    def _key(self, key: str, do: Callable[[], None]) -> None:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(do)

    def _find(self) -> None:
        self.customers.search.setFocus()
        self.customers.search.selectAll()

    def _start(self) -> None:
        self.customers.show_group(NOTHING)
        self.customers.people.setFocus()
        if self.customers.model.ids:
            self.customers.choose(self.customers.model.ids[0])


class _Blank(QWidget):
    """Says what is missing, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = "users"
        self._theme: Theme | None = None
        self.mark = label(BODY)
        self.title = paragraph(PANEL_TITLE)
        self.line = paragraph(BODY, "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the search is"))
        self.start: QPushButton = button(self.tr("Show one of them"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self.mark, self.title, self.line):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setFixedWidth(WIDEST)
        self.bar.setFixedWidth(WIDEST)
        for each in (self.mark, self.title, self.line, self.bar, self.start):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(
        self, title: str, line: str, progress: Progress | None = None, *, is_bad: bool = False
    ) -> None:
        """Say something else."""
        self._icon = "circle-x" if is_bad else "users"
        self.title.setText(breakable(title))
        self.line.setText(breakable(line))
        self.line.setVisible(bool(line))
        for part in (self.title, self.line):
            fit(part, WIDEST)
        self.start.hide()
        self.bar.setVisible(progress is not None)
        if progress is not None:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
        if self._theme is not None:
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        ink = theme.bad if self._icon == "circle-x" else theme.accent
        self.mark.setPixmap(pixmap(self._icon, ink, 28))
