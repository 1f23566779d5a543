"""Several values: those of the data to tick, and a line for others."""

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeys.people.population import ColumnType
from widgets.icons import drawn_icon
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.look import blank
from widgets.inspector.reading import written
from widgets.inspector.sentences.operands import typed
from widgets.inspector.speech import translate
from widgets.lettering import cut, font, visible
from widgets.theme import CONTROL

ROW = 32
FEW = 7
ROOM = 180
ICON = 16
PLACE = Qt.ItemDataRole.UserRole

Scalar = bool | str | Decimal


class ListedValues(QWidget):
    """Values to tick; `changed` carries those that are ticked, `refused` words where none may be.

    The arrows lead from the line to the list.
    """

    changed = Signal(tuple)
    refused = Signal(str)

    def __init__(
        self,
        values: tuple[Scalar, ...],
        held: ColumnType,
        seen: tuple[str, ...],
        context: Context,
    ) -> None:
        super().__init__()
        self._values, self._held = values, held
        self._context = context
        others = tuple(
            value
            for text in seen
            if (value := typed(held, text)) is not None and not _among(value, values)
        )
        self._offered: list[Scalar] = [*values, *others]
        self.list = QListWidget()
        self.list.setFont(font(CONTROL))
        self.list.setAccessibleName(translate("Inspector", "Values"))
        self.list.itemClicked.connect(self._press)
        self.list.itemActivated.connect(self._press)
        self.line = Line(translate("Inspector", "Another value"))
        self.line.setPlaceholderText(translate("Inspector", "Another value, then Enter"))
        self.line.left.connect(self._add)
        self.line.stepped.connect(lambda _: self._enter_list())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._show()

    def _enter_list(self) -> None:
        if self._offered:
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self.list.setFocus()

    def _show(self) -> None:
        self.list.clear()
        for place, value in enumerate(self._offered):
            item = QListWidgetItem(cut(_text(value), CONTROL, ROOM), self.list)
            item.setData(PLACE, place)
            item.setSizeHint(QSize(0, ROW))
            self._tick(item, is_ticked=_among(value, self._values))
        self.list.setFixedHeight(ROW * max(1, min(FEW, len(self._offered))))
        self.list.setVisible(bool(self._offered))

    def _tick(self, item: QListWidgetItem, *, is_ticked: bool) -> None:
        """Show whether a value is among those picked, to the eye and to screen readers."""
        accent = self._context.theme.accent
        item.setIcon(drawn_icon("check", accent, ICON) if is_ticked else blank(ICON))
        if is_ticked:
            said = translate("Inspector", "%s, picked") % item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _press(self, item: QListWidgetItem) -> None:
        value = self._offered[item.data(PLACE)]
        if _among(value, self._values):
            self._become(tuple(each for each in self._values if not _among(each, (value,))))
        else:
            self._become((*self._values, value))

    def _add(self) -> None:
        text = self.line.text()
        if not text:
            return
        value = typed(self._held, text)
        if value is None:
            self.refused.emit(translate("Inspector", "A number is expected."))
            return
        self.line.clear()
        if not _among(value, self._offered):
            self._offered.append(value)
        if not _among(value, self._values):
            self._become((*self._values, value))

    def _become(self, values: tuple[Scalar, ...]) -> None:
        if not values:
            self.refused.emit(translate("Inspector", "At least one value is needed."))
        else:
            self._values = values
            self.changed.emit(values)
        row = self.list.currentRow()
        self._show()
        self.list.setCurrentRow(row)


def _among(value: Scalar, values: tuple[Scalar, ...] | list[Scalar]) -> bool:
    """Return whether a value is there; 1 and true are not the same."""
    return any(type(value) is type(each) and value == each for each in values)


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return translate("Inspector", "yes") if value else translate("Inspector", "no")
    return written(value) if isinstance(value, Decimal) else visible(value) or "\u2026"
