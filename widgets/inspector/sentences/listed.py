"""Several values: those of the data to tick, and a line that finds one or writes another."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeys.people.population import ColumnType
from widgets.icons import drawn_icon
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.controls.picking import STEPS, own_words
from widgets.inspector.finding import closest
from widgets.inspector.look import blank
from widgets.inspector.reading import typed, written
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

    What is written narrows the list down, and Enter takes what fits best; a value of one's own has
    a row below those. Enter with nothing written says `done`.
    """

    changed = Signal(tuple)
    refused = Signal(str)
    done = Signal()

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
        known = (True, False) if held is ColumnType.TRUTH else (typed(held, text) for text in seen)
        others = [each for each in known if each is not None and not _among(each, values)]
        self._offered: list[Scalar] = [*values, *others]
        self.line = Line(translate("Inspector", "Another value"))
        self.line.setPlaceholderText(translate("Inspector", "Find or write a value"))
        self.line.textEdited.connect(self._narrow)
        self.list = QListWidget()
        self.list.setFont(font(CONTROL))
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setAccessibleName(translate("Inspector", "Values"))
        self.list.itemClicked.connect(self._press)
        for part in (self.line, self.list):
            part.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list with the arrows wherever the focus is; Enter takes a value."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Space and watched is self.list:
            self._press(self.list.currentItem())
        elif key == Qt.Key.Key_Escape and self.line.text():
            self._clear()
        elif key in STEPS and watched is self.line:
            row = self.list.currentRow() + STEPS[key]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        else:
            return super().eventFilter(watched, event)
        return True

    def _narrow(self) -> None:
        self.refused.emit("")
        self._show()

    def _show(self) -> None:
        """Show what fits what is written, the best first; without that nothing is chosen yet."""
        text = self.line.text().strip()
        found = closest(
            range(len(self._offered)), text, lambda place: (_text(self._offered[place]),)
        )
        self.list.clear()
        for place in found:
            value = self._offered[place]
            item = self._row(_text(value), place)
            self._tick(item, is_ticked=_among(value, self._values))
        if self._own() is not None:
            self._row(own_words(text), len(self._offered))
        self.list.setFixedHeight(ROW * max(1, min(FEW, self.list.count())))
        self.list.setVisible(self.list.count() > 0)
        self.list.setCurrentRow(0 if text else -1)
        self.adjustSize()
        self.window().adjustSize()

    def _row(self, words: str, place: int) -> QListWidgetItem:
        item = QListWidgetItem(blank(ICON), cut(words, CONTROL, ROOM), self.list)
        item.setData(PLACE, place)
        item.setSizeHint(QSize(0, ROW))
        return item

    def _own(self) -> Scalar | None:
        """Return what is written, where it can be a value that is not offered."""
        text = self.line.text().strip()
        if not text or self._held is ColumnType.TRUTH:
            return None
        value = typed(self._held, text)
        return None if value is None or _among(value, self._offered) else value

    def _tick(self, item: QListWidgetItem, *, is_ticked: bool) -> None:
        """Show whether a value is among those picked, to the eye and to screen readers."""
        if is_ticked:
            item.setIcon(drawn_icon("check", self._context.theme.accent, ICON))
            said = translate("Inspector", "%s, picked") % item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _enter(self) -> None:
        if self.list.currentRow() >= 0:
            self._press(self.list.currentItem())
        elif self.line.text().strip():
            self.refused.emit(
                translate("Inspector", "Yes or no is expected.")
                if self._held is ColumnType.TRUTH
                else translate("Inspector", "A number is expected.")
            )
        else:
            self.done.emit()

    def _press(self, item: QListWidgetItem | None) -> None:
        """Tick a value, or take its tick away; one that was written for is ticked in any case."""
        if item is None:
            return
        place, own = item.data(PLACE), self._own()
        if place == len(self._offered) and own is not None:
            self._offered.append(own)
        value, is_written = self._offered[place], bool(self.line.text().strip())
        self.line.clear()
        if not _among(value, self._values):
            self._become((*self._values, value), place)
        elif is_written:
            self._become(self._values, place)
        else:
            left = tuple(each for each in self._values if not _among(each, (value,)))
            self._become(left, place)

    def _clear(self) -> None:
        self.line.clear()
        self._narrow()

    def _become(self, values: tuple[Scalar, ...], place: int) -> None:
        """Show and tell what is ticked now, and go on from the row that was pressed."""
        if not values:
            self.refused.emit(translate("Inspector", "At least one value is needed."))
        else:
            self._values = values
            self.changed.emit(values)
        self._show()
        if self.list.hasFocus():
            self.list.setCurrentRow(place)
        else:
            self.list.scrollToItem(self.list.item(place))


def _among(value: Scalar, values: tuple[Scalar, ...] | list[Scalar]) -> bool:
    """Return whether a value is there; 1 and true are not the same."""
    return any(type(value) is type(each) and value == each for each in values)


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return translate("Inspector", "yes") if value else translate("Inspector", "no")
    return written(value) if isinstance(value, Decimal) else visible(value) or "\u2026"
