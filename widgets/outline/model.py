"""The outline as Qt's trees read it: one row a line, renewed by what an edit has changed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from journeys.document.diff import Diff
from journeys.document.journey import Journey
from journeys.names import Names, Titles
from widgets.lettering import tip
from widgets.outline.lines import TOP, Key, Line, Lines, lines_of
from widgets.outline.wording import heard, words

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROLE = Qt.ItemDataRole


class OutlineModel(QAbstractItemModel):
    """The lines of a journey; `renamed` carries (step, title) when a title was written."""

    renamed = Signal(str, str)

    def __init__(self, journey: Journey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self._lines: Lines = lines_of(journey)
        self._journeys: Titles | None = None

    @property
    def journey(self) -> Journey:
        """The journey that is shown."""
        return self._journey

    @property
    def names(self) -> Names:
        """What is called how."""
        return replace(self._journey.names, journeys=self._journeys)

    def know(self, journeys: Titles | None) -> None:
        """Take what the other journeys are called."""
        if journeys != self._journeys:
            self._journeys = journeys
            self._say_anew(node.id for node in self._journey.nodes if node.calls)

    def show(self, journey: Journey, lines: Lines) -> None:
        """Show another journey, all of it anew."""
        self.beginResetModel()
        self._journey = journey
        self._lines = lines
        self.endResetModel()

    def retitle(self, journey: Journey, diff: Diff) -> None:
        """Show a journey that differs in words alone."""
        is_other = journey.names != self._journey.names
        self._journey = journey
        named = {node.id for node in journey.nodes if is_other and node.is_named}
        self._say_anew(diff.changed_nodes | named)

    def _say_anew(self, nodes: Iterable[str]) -> None:
        """Have the lines of some steps read again, and those that lead to them."""
        changed = frozenset(nodes)
        for number, line in enumerate(self._lines.all):
            if line.node in changed or line.target in changed:
                index = self._made(number)
                self.dataChanged.emit(index, index)

    def line(self, index: Index) -> Line | None:
        """Return the line of a row."""
        return self._lines.all[index.internalId()] if index.isValid() else None

    def find(self, key: Key) -> QModelIndex:
        """Return the row of a line, or no row where there is none."""
        number = self._lines.by_key.get(key)
        return NOWHERE if number is None else self._made(number)

    def next_to(self, index: Index) -> Key | None:
        """Return the line that takes the place of a row that goes: the one after, or before."""
        number = index.internalId()
        beside = self._lines.under(self._lines.parents[number])
        place = self._lines.places[number]
        others = (*beside[place + 1 :], *reversed(beside[:place]), self._lines.parents[number])
        return next((self._lines.all[other].key for other in others if other != TOP), None)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return a row under another."""
        under = self._lines.under(parent.internalId() if parent.isValid() else TOP)
        return self.createIndex(row, column, under[row]) if 0 <= row < len(under) else NOWHERE

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt's own has two meanings
        """Return the row that a row stands under."""
        parent = self._lines.parents[index.internalId()] if index.isValid() else TOP
        return NOWHERE if parent == TOP else self._made(parent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows stand under one."""
        return len(self._lines.under(parent.internalId() if parent.isValid() else TOP))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return that there is one column."""
        del parent
        return 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """Return what stands over the lines, for those who listen."""
        is_said = section == 0 and orientation == Qt.Orientation.Horizontal
        return self.tr("Steps") if is_said and role == ROLE.DisplayRole else None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return what a row says."""
        line = self.line(index)
        if line is None:
            return None
        if role in (ROLE.AccessibleTextRole, ROLE.ToolTipRole):
            said = heard(line, self._journey, self.names)
            return tip(said) if role == ROLE.ToolTipRole else said
        if role == ROLE.EditRole and line.what == "step":
            return self._journey.by_id[line.node].title
        return words(line, self._journey) if role == ROLE.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        """Tell that a step is to be called something else."""
        line = self.line(index)
        if line is None or line.what != "step" or role != ROLE.EditRole:
            return False
        self.renamed.emit(line.node, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: titles of steps can be written."""
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if line.what == "step" else usual

    def _made(self, number: int) -> QModelIndex:
        return self.createIndex(self._lines.places[number], 0, number)
