"""One customer's path explained: what stopped a message, then every decision with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.simulation.follow import Followed
from journeys.simulation.known import Person
from journeys.simulation.verdict import Verdict, verdict
from widgets.lettering import tip
from widgets.results.entries import Entry, elsewhere, entries
from widgets.results.head import Head
from widgets.results.look import MARGIN, label, paragraph
from widgets.results.onward import Onward
from widgets.results.raw import RawEvent
from widgets.results.timeline import StoryDelegate, StoryModel
from widgets.results.why import Right, Why
from widgets.theme import BODY, PANEL_TITLE, SECONDARY, Theme

NOBODY = Followed(Person(""))


class StoryView(QWidget):
    """Shows a story.

    `decision_chosen` carries the place of the chosen decision in it, `decision_pointed` that of
    the one the mouse is on, -1 where it is on none; `open_asked` the id of another journey.
    """

    decision_chosen = Signal(int)
    decision_pointed = Signal(int)
    open_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._followed = NOBODY
        self._journeys: dict[str, Journey] = {}
        self.head = Head(theme)
        self.why = Why()
        self.right = Right()
        self.onward = Onward()
        self.onward.asked.connect(self.open_asked)
        self.never = paragraph(BODY, "second", self.tr("Did nothing that starts this journey."))
        self.never.setContentsMargins(8, 0, 8, 0)
        self.clock = label(SECONDARY, "second")
        self.model = StoryModel()
        self.list = _Wide()
        self.list.setModel(self.model)
        self.drawn = StoryDelegate(self.list, theme)
        self._place()
        self.set_theme(theme)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.entered.connect(self._point)
        self.list.left.connect(lambda: self.decision_pointed.emit(-1))
        self.list.activated.connect(self.show_event)

    def _place(self) -> None:
        self.list.setItemDelegate(self.drawn)
        self.list.setAccessibleName(self.tr("What happened, and why"))
        above = QHBoxLayout()
        above.setContentsMargins(8, 10, 8, 0)
        above.addWidget(label(PANEL_TITLE, "", self.tr("What happened, and why")), 1)
        above.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 8, 0, MARGIN - 8, 16)
        column.setSpacing(8)
        for part in (self.head, self.why):
            inset = QHBoxLayout()
            inset.setContentsMargins(8, 0, 8, 0)
            inset.addWidget(part)
            column.addLayout(inset)
        column.addLayout(above)
        column.addWidget(self.never)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(self.right)
        column.addLayout(inset)
        column.addWidget(self.onward)

    def show_story(self, followed: Followed, journeys: Sequence[Journey] = ()) -> None:
        """Show what happened to a customer; the journeys give each step its icon and colour."""
        self._followed = followed
        self._journeys = {journey.id: journey for journey in journeys}
        found = entries(followed, journeys)
        sent = sum(each.reason is Reason.SENT for each in found)
        has_entered = any(one.telling.entry is not None for one in followed.told)
        self.head.show_person(followed.person, sent if has_entered else None)
        self.never.setVisible(not found)
        self.list.setVisible(bool(found))
        city = followed.person.zone.rpartition("/")[2].replace("_", " ")
        zone = followed.person.zone
        self.clock.setText(self.tr("{0} time").format(city) if "/" in zone else zone)
        self.clock.setToolTip(tip(zone))
        self.model.show_entries(found)
        self.onward.show_journeys(elsewhere(followed, journeys))
        self.list.scrollToTop()
        self._judge(None)

    @property
    def person(self) -> Person:
        """Whose story it is."""
        return self._followed.person

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in view."""
        return self.model.entries

    @property
    def row(self) -> int:
        """The row of the chosen decision; -1 where none is."""
        return self.list.currentIndex().row()

    @property
    def chosen(self) -> Entry | None:
        """The chosen decision, if one is."""
        return self.entries[self.row] if 0 <= self.row < len(self.entries) else None

    @property
    def is_at_end(self) -> bool:
        """True where there is no decision after the chosen one."""
        return self.row >= len(self.entries) - 1

    def go(self, by: int) -> None:
        """Choose a decision so many further on, or before."""
        self.choose(min(max(self.row + by, 0), len(self.entries) - 1))

    def choose(self, row: int) -> None:
        """Choose a decision by its row and bring it into view."""
        if 0 <= row < len(self.entries):
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def show_decision(self, decision: int) -> None:
        """Choose the row in which a decision is told, by its place in the story."""
        rows = [row for row, each in enumerate(self.entries) if each.decision <= decision]
        if rows:
            self.choose(rows[-1])

    def show_event(self) -> None:
        """Open the event that brought about the chosen decision, if one did."""
        entry = self.chosen
        if entry is None or entry.event is None:
            return
        area = self.list.visualRect(self.list.currentIndex())
        place = self.list.viewport().mapToGlobal(QPoint(-12, area.top()))
        RawEvent(entry.event, self._theme, self).show_at(place)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = self.drawn.theme = theme
        for part in (self.head, self.why, self.right, self.onward):
            part.set_theme(theme)
        self.list.viewport().update()

    def _judge(self, place: int | None) -> None:
        """Say why the entry that is looked at got no message."""
        found = self._verdict(place)
        self.why.show_verdict(found)
        self.right.show_line(found.right if found is not None else "")

    def _verdict(self, place: int | None) -> Verdict | None:
        told = self._followed.told
        entry = self._followed.entry_at(place)
        journey = self._journeys.get(self._followed.own)
        return verdict(journey, told, entry) if journey is not None else None

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            decision = self.entries[index.row()].decision
            self._judge(decision)
            self.decision_chosen.emit(decision)

    def _point(self, index: QModelIndex) -> None:
        self.decision_pointed.emit(self.entries[index.row()].decision)


class _Wide(QListView):
    """A list whose rows are laid out anew when it becomes wider or narrower.

    `left` is sent when the mouse is no longer on it.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is elsewhere."""
        super().leaveEvent(event)
        self.left.emit()
