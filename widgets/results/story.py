"""One customer's path explained: what stopped a message, then every decision with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.simulation.explain import Told
from widgets.results.entries import Entry, entries
from widgets.results.look import MARGIN, icon, label, paragraph, pixmap
from widgets.results.timeline import StoryDelegate, StoryModel
from widgets.results.words import breakable
from widgets.theme import CONTROL, PANEL_TITLE, SECONDARY, SENTENCE, Theme


class StoryView(QWidget):
    """Shows a story; `decision_chosen` carries the place of the chosen decision in it."""

    decision_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.name = paragraph(PANEL_TITLE)
        self.sent = label(SECONDARY, "second")
        self.verdict = QFrame()
        self.why_mark = label(SECONDARY)
        self.why = paragraph(SENTENCE)
        self.where = paragraph(SECONDARY, "second")
        self.model = StoryModel()
        self.list = _Wide()
        self.list.setModel(self.model)
        self.drawn = StoryDelegate(self.list, theme)
        self.before = _step_button(self.tr("The decision before"), "[")
        self.after = _step_button(self.tr("The next decision"), "]")
        self.place = label(CONTROL)
        self._place()
        self.set_theme(theme)
        self.before.clicked.connect(self.go_back)
        self.after.clicked.connect(self.go_on)
        self.list.selectionModel().currentChanged.connect(self._choose)

    def _place(self) -> None:
        self.verdict.setProperty("look", "verdict")
        box = QHBoxLayout(self.verdict)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(10)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        first = label(SECONDARY, "second", self.tr("The first thing that stopped it"))
        for part in (first, self.why, self.where):
            lines.addWidget(part)
        box.addWidget(self.why_mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(lines, 1)
        self.list.setItemDelegate(self.drawn)
        self.list.setAccessibleName(self.tr("What happened, and why"))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.sent)
        for step in (self.before, self.place, self.after):
            foot.addWidget(step)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - 8, 16, MARGIN - 8, 10)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.verdict)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def show_story(
        self, customer: str, told: Sequence[Told], journeys: Sequence[Journey] = ()
    ) -> None:
        """Show what happened to a customer; the journeys give each step its icon and colour."""
        found = entries(told, journeys)
        if not found:
            self.name.setText(breakable(customer))
            self.sent.setText(self.tr("Nothing led into this journey"))
            self.verdict.hide()
        else:
            self._head(customer, found)
        self.model.show_entries(found)
        self.list.scrollToTop()
        self._tell_place(-1)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in view."""
        return self.model.entries

    def go_on(self) -> None:
        """Choose the next decision."""
        self._go(1)

    def go_back(self) -> None:
        """Choose the decision before."""
        self._go(-1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = self.drawn.theme = theme
        self.before.setIcon(icon("chevron-left", theme.ink))
        self.after.setIcon(icon("chevron-right", theme.ink))
        self.why_mark.setPixmap(pixmap("circle-x", theme.bad, 18))
        self.list.viewport().update()

    def _head(self, customer: str, found: Sequence[Entry]) -> None:
        self.name.setText(breakable(customer))
        sent = sum(each.reason is Reason.SENT for each in found)
        forms = {0: self.tr("No message"), 1: self.tr("1 message")}
        self.sent.setText(forms.get(sent, self.tr("{0} messages")).format(sent))
        stop = next((each for each in found if each.is_stopped), None)
        entered = any(each.reason is Reason.ENTERED for each in found)
        if stop is None and not entered:
            stop = next((each for each in found if each.is_refused), None)
        self.verdict.setVisible(not sent and stop is not None)
        if stop is not None:
            self.why.setText(breakable(f"{stop.sentence}."))
            self.where.setText(breakable(stop.step))

    def _go(self, by: int) -> None:
        count = len(self.model.entries)
        row = self.list.currentIndex().row()
        there = min(max(row + by, 0), count - 1)
        if count:
            self.list.setCurrentIndex(self.model.index(there))
            self.list.scrollTo(self.model.index(there))

    def _choose(self, index: QModelIndex) -> None:
        self._tell_place(index.row() if index.isValid() else -1)
        if index.isValid():
            self.decision_chosen.emit(self.model.entries[index.row()].decision)

    def _tell_place(self, row: int) -> None:
        count = len(self.model.entries)
        form = self.tr("Decision {0} of {1}") if row >= 0 else self.tr("{1} decisions")
        self.place.setText(form.format(row + 1, count))
        self.before.setEnabled(row > 0)
        self.after.setEnabled(row < count - 1)


class _Wide(QListView):
    """A list whose rows are laid out anew when it becomes wider or narrower."""

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


def _step_button(words: str, key: str) -> QPushButton:
    made = QPushButton()
    made.setProperty("look", "icon")
    made.setAccessibleName(words)
    made.setToolTip(f"{words}  {key}")
    return made
