"""Finds a customer to explain: a search, groups by how it ended, and the list of a group."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeys.simulation.groups import Group
from journeys.simulation.people import MOST
from widgets.lettering import font, tip
from widgets.results import words
from widgets.results.look import headed, icon, inset, label, paragraph, pixmap, rule
from widgets.results.roll import COUNT, GROUP_ROW, ROW, GroupDelegate, PersonDelegate, Roll, Rows
from widgets.results.search import KEY, Search, keycap
from widgets.theme import BODY, GROUP, META, Theme

SEEN_GROUPS = 6
FOOT = 44
EDGES = 4
ASKED = "asked"


def nameless(customer: str) -> str:
    """Return that a customer has no name."""
    del customer
    return ""


class Customers(QWidget):
    """Shows groups and the customers of one of them; `chosen` carries a customer's id.

    `searched` is sent when the list shows what was searched for.
    """

    chosen = Signal(str)
    searched = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._groups: tuple[Group, ...] = ()
        self._all: tuple[str, ...] = ()
        self.search = Search()
        self.groups = QListWidget()
        self.show_heading = label(GROUP, "second", self.tr("Groups of customers").upper())
        self.heading = paragraph(GROUP, "second")
        self.rule = rule()
        self.model = Roll()
        self.people = Rows()
        self.people.setModel(self.model)
        self.nobody = paragraph(BODY, "second")
        self.ground = label(META, "second")
        self.foot = QWidget()
        self._foot_mark = label(META)
        self._key = keycap(self.search)
        self._person = PersonDelegate(theme, self.people)
        self._group = GroupDelegate(theme, self.groups)
        self._place()
        self.set_theme(theme)
        self.search.textChanged.connect(self._fill)
        self.search.textChanged.connect(lambda text: self._key.setVisible(not text))
        self.search.down_asked.connect(self._enter)
        self.groups.currentRowChanged.connect(self._show_chosen)
        self.groups.itemClicked.connect(self.search.clear)
        self.people.selectionModel().currentChanged.connect(self._choose)

    def _place(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a customer"))
        self.search.setAccessibleName(self.tr("Find a customer"))
        self.search.setToolTip(self.tr("Find a customer  /"))
        self.search.setFont(font(BODY))
        self.groups.setAccessibleName(self.tr("Groups of customers"))
        self.people.setAccessibleName(self.tr("Customers"))
        self.groups.setItemDelegate(self._group)
        self.people.setItemDelegate(self._person)
        for view in (self.groups, self.people):
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.setMouseTracking(True)
            view.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.people.setMinimumHeight(ROW + EDGES)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.nobody.setContentsMargins(8, 0, 8, 0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(headed(self.show_heading))
        column.addLayout(inset(self.groups))
        column.addSpacing(8)
        column.addWidget(self.rule)
        column.addLayout(headed(self.heading))
        column.addWidget(self.nobody)
        column.addLayout(inset(self.people), 1)
        column.addStretch(0)
        column.addWidget(self.foot)
        self.nobody.hide()
        self._place_foot()

    def _place_foot(self) -> None:
        inner = QHBoxLayout()
        inner.setContentsMargins(16, 0, 12, 0)
        inner.setSpacing(8)
        inner.addWidget(self._foot_mark)
        inner.addWidget(self.ground, 1)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addLayout(inner, 1)
        self.foot.setFixedHeight(FOOT)
        self.foot.hide()

    def show_customers(
        self,
        asked: Group | None,
        groups: Sequence[Group],
        lines: Mapping[str, str] = MappingProxyType({}),
        name: Callable[[str], str] = nameless,
    ) -> None:
        """Show other customers, by group; those that were asked for stand first.

        `name` says what a customer is called, "" where the data have no name.
        """
        self._groups = tuple(groups) if asked is None else (asked, *groups)
        self._all = tuple(dict.fromkeys(each for group in groups for each in group.ids))
        self.model.know(lines, name)
        self.groups.blockSignals(True)  # noqa: FBT003 Qt's own form
        self.groups.clear()
        for group in self._groups:
            item = QListWidgetItem(group.title)
            item.setData(COUNT, len(group.ids))
            said = f"{group.title}: {counted(group)}"
            item.setToolTip(tip(said))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.groups.addItem(item)
        self.groups.setCurrentRow(0)
        self.groups.blockSignals(False)  # noqa: FBT003 Qt's own form
        self._fit()
        self.search.clear()
        for part in (self.search, self.show_heading, self.groups, self.heading, self.rule):
            part.setVisible(bool(self._groups))
        self._fill()

    def _fit(self) -> None:
        high = min(len(self._groups), SEEN_GROUPS) * GROUP_ROW + EDGES
        self.groups.setMaximumHeight(high)
        self.groups.setMinimumHeight(min(high, GROUP_ROW + EDGES))

    def show_group(self, name: str) -> None:
        """Bring a group into view by its name, if there is one."""
        for row, group in enumerate(self._groups):
            if group.name == name:
                self.groups.setCurrentRow(row)

    @property
    def group(self) -> str:
        """The name of the group in view; "" while what was searched for is."""
        row = self.groups.currentRow()
        is_there = 0 <= row < len(self._groups) and not self._typed
        return self._groups[row].name if is_there else ""

    def choose(self, customer: str) -> None:
        """Choose a customer of the group in view."""
        if customer in self.model.ids:
            self.people.setCurrentIndex(self.model.index(self.model.ids.index(customer)))

    def mark(self, customer: str) -> None:
        """Show whose story is told, without choosing anybody."""
        with QSignalBlocker(self):
            if customer in self.model.ids:
                self.choose(customer)
            else:
                self.people.setCurrentIndex(QModelIndex())

    def show_ground(self, said: str) -> None:
        """Say below what all this stands on: how many customers, which seed."""
        self.ground.setText(said)
        self.foot.setVisible(bool(said))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._person.theme = self._group.theme = theme
        for action in self.search.actions():
            self.search.removeAction(action)
        self.search.addAction(
            icon("search", theme.second_ink), QLineEdit.ActionPosition.LeadingPosition
        )
        self._foot_mark.setPixmap(pixmap("users", theme.second_ink, 14))
        self._key.setStyleSheet(KEY.format(t=theme))
        self.groups.viewport().update()
        self.people.viewport().update()

    def _fill(self) -> None:
        row = max(self.groups.currentRow(), 0)
        if row >= len(self._groups):
            self.model.show_ids(())
            self.nobody.hide()
            return
        group, typed = self._groups[row], self._typed
        ids = tuple(each for each in self._all if self._fits(each, typed)) if typed else group.ids
        if typed:
            self.groups.clearSelection()
        else:
            self.groups.item(row).setSelected(True)
        found = self.tr("Found, {0}").format(words.number(len(ids)))
        said = (found if typed else f"{group.title}, {counted(group)}").upper()
        self.heading.setText(words.breakable(said))
        self.nobody.setText(
            words.breakable(
                self.tr("None of {0} customers has {1} in the name or id.").format(
                    words.number(len(self._all)), self.search.text().strip()
                )
            )
            if typed
            else self.tr("Nobody is in this group.")
        )
        self.nobody.setVisible(not ids)
        self.people.setVisible(bool(ids))
        self.model.show_ids(ids)
        self.people.scrollToTop()
        if typed:
            self.searched.emit()

    @property
    def _typed(self) -> str:
        return self.search.text().strip().casefold()

    def _show_chosen(self) -> None:
        """Show the group that was gone to, in place of what was searched for."""
        if self.search.text():
            self.search.clear()
        else:
            self._fill()

    def _fits(self, customer: str, typed: str) -> bool:
        return typed in customer.casefold() or typed in self.model.name(customer).casefold()

    def _enter(self) -> None:
        self.people.setFocus()
        if not self.people.currentIndex().isValid() and self.model.ids:
            index = self.model.index(0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.people.selectionModel().setCurrentIndex(index, flag)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.ids[index.row()])


def counted(group: Group) -> str:
    """Return how many a group is of, in words: customers, and entries where they are not as many.

    Of those that were asked for only the first are named.
    """
    tr = QCoreApplication.translate
    count, entries = len(group.ids), group.entries
    said = tr("Customers", "1 customer") if count == 1 else tr("Customers", "{0} customers")
    form = tr("Customers", "{0}, {1} entries")
    if group.name == ASKED and count >= MOST:
        said = tr("Customers", "the first {0} customers")
        form = tr("Customers", "{0}, {1} entries in all")
    said = said.format(words.number(count))
    return form.format(said, words.number(entries)) if entries > count else said
