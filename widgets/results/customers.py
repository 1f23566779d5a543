"""Finds a customer to explain: a search, groups by how it ended, and the list of a group."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeys.simulation.people import Group
from widgets.lettering import font
from widgets.results import words
from widgets.results.look import UNBOUND, icon, paragraph
from widgets.results.roll import COUNT, GROUP_ROW, GroupDelegate, PersonDelegate, Roll, fates
from widgets.theme import BODY, GROUP, META, Theme

SEEN_GROUPS = 7
SIDE_BY_SIDE = 420
GROUPS = 232
ASKED = "asked"


class Customers(QWidget):
    """Shows groups and the customers of one of them; `chosen` carries a customer's id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._groups: tuple[Group, ...] = ()
        self.search = _Search()
        self.groups = QListWidget()
        self.heading = paragraph(GROUP, "second")
        self.model = Roll()
        self.people = QListView()
        self.people.setModel(self.model)
        self.nobody = paragraph(BODY, "second")
        self.ground = paragraph(META, "second")
        self._person = PersonDelegate(theme, self.people)
        self._group = GroupDelegate(theme, self.groups)
        self._place()
        self.set_theme(theme)
        self.search.textChanged.connect(self._fill)
        self.search.down_asked.connect(self._enter)
        self.groups.currentRowChanged.connect(self._fill)
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
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.people.setUniformItemSizes(True)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        below = QVBoxLayout()
        below.setSpacing(8)
        for part in (self.heading, self.nobody):
            below.addWidget(part)
        below.addWidget(self.people, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(8)
        self._sides.addWidget(self.groups, 0)
        self._sides.addLayout(below, 1)
        column.addWidget(self.search)
        column.addLayout(self._sides, 1)
        column.addWidget(self.ground)
        self.nobody.hide()
        self.ground.hide()

    def show_customers(
        self,
        ids: Sequence[str],
        groups: Sequence[Group],
        lines: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show other customers, by group; where `ids` are not the first group, they stand first."""
        self._groups = tuple(groups)
        if not groups or tuple(ids) != groups[0].ids:
            asked = Group(ASKED, self.tr("Those asked for"), tuple(ids))
            self._groups = (asked, *groups)
        self.model.know(lines, fates(self._groups))
        self.groups.blockSignals(True)  # noqa: FBT003 Qt's own form
        self.groups.clear()
        for group in self._groups:
            item = QListWidgetItem(group.title)
            item.setData(COUNT, len(group.ids))
            item.setToolTip(group.title)
            said = f"{group.title}: {words.number(len(group.ids))}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.groups.addItem(item)
        self.groups.setCurrentRow(0)
        self.groups.blockSignals(False)  # noqa: FBT003 Qt's own form
        self._fit()
        self.search.clear()
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups beside the customers where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= SIDE_BY_SIDE
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight if is_wide else sides.TopToBottom)
        if is_wide:
            self.groups.setMinimumSize(GROUPS, 0)
            self.groups.setMaximumSize(GROUPS, UNBOUND)
            return
        high = min(len(self._groups), SEEN_GROUPS) * GROUP_ROW + 6
        self.groups.setMinimumSize(0, high)
        self.groups.setMaximumSize(UNBOUND, high)

    def show_group(self, name: str) -> None:
        """Bring a group into view by its name, if there is one."""
        for row, group in enumerate(self._groups):
            if group.name == name:
                self.groups.setCurrentRow(row)

    @property
    def group(self) -> str:
        """The name of the group in view."""
        row = self.groups.currentRow()
        return self._groups[row].name if 0 <= row < len(self._groups) else ""

    def choose(self, customer: str) -> None:
        """Choose a customer of the group in view."""
        if customer in self.model.ids:
            self.people.setCurrentIndex(self.model.index(self.model.ids.index(customer)))

    def mark(self, customer: str) -> None:
        """Show whose story is told, without choosing anybody."""
        with QSignalBlocker(self):
            self.choose(customer)

    def show_ground(self, said: str) -> None:
        """Say below what all this stands on: how many customers, which seed."""
        self.ground.setText(said)
        self.ground.setVisible(bool(said))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._person.theme = self._group.theme = theme
        for action in self.search.actions():
            self.search.removeAction(action)
        self.search.addAction(
            icon("search", theme.second_ink), QLineEdit.ActionPosition.LeadingPosition
        )
        self.groups.viewport().update()
        self.people.viewport().update()

    def _fill(self) -> None:
        row = max(self.groups.currentRow(), 0)
        if row >= len(self._groups):
            return
        group = self._groups[row]
        typed = self.search.text().strip().casefold()
        pool = max((each.ids for each in self._groups), key=len) if typed else group.ids
        ids = tuple(each for each in pool if typed in each.casefold()) if typed else pool
        title = self.tr("Found") if typed else group.title
        said = f"{title}, {words.number(len(ids))}".upper()
        self.heading.setText(words.breakable(said))
        self.nobody.setText(
            words.breakable(
                self.tr("No customer's id has {0} in it.").format(self.search.text().strip())
            )
            if typed
            else self.tr("Nobody is in this group.")
        )
        self.nobody.setVisible(not ids)
        self.people.setVisible(bool(ids))
        self.model.show_ids(ids)
        self.people.scrollToTop()

    def _enter(self) -> None:
        self.people.setFocus()
        if not self.people.currentIndex().isValid() and self.model.ids:
            index = self.model.index(0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.people.selectionModel().setCurrentIndex(index, flag)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.ids[index.row()])


class _Search(QLineEdit):
    """A field for a customer's id; the down key and Enter go on to the list."""

    down_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list, or type."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
