"""A list to type into and choose from: commands, steps to add, steps to find."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeys.document.node import Card
from widgets.floating import Floating
from widgets.lettering import cut, font, width
from widgets.shell.buttons import Button
from widgets.shell.kinds import paint_tile
from widgets.shell.look import controls
from widgets.shell.places import beside, inside, room_of
from widgets.theme import CONTROL, SECONDARY, Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW = 40
TILE = 28
SHOWN = 9
APART = 20
AROUND = 100
INSIDE = 8
MORE = """
#Finder QListWidget {{ background: transparent; border: 0; outline: 0; }}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose: its id, what it says, and at the right what else is worth knowing."""

    id: str
    title: str
    beside: str = ""
    card: Card | None = None
    also: str = ""


class Rows(QStyledItemDelegate):
    """Paints the entries of a finder."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry, the one that Enter chooses on a ground of its own."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.hover))
            painter.drawRoundedRect(area, 8, 8)
        if entry.card is not None:
            tile = QRectF(area.left() + 8, area.center().y() - TILE / 2, TILE, TILE)
            paint_tile(painter, tile, entry.card, self.theme)
        beside = width(entry.beside, SECONDARY)
        painter.setFont(font(SECONDARY))
        painter.setPen(QColor(self.theme.second_ink))
        middle = Qt.AlignmentFlag.AlignVCenter
        there = QRectF(area.right() - beside - 12, area.top(), beside + 2, area.height())
        painter.drawText(there, int(middle), entry.beside)
        painter.setFont(font(CONTROL))
        painter.setPen(QColor(self.theme.ink))
        room = self.room(option.rect, entry)
        painter.drawText(room, int(middle), cut(entry.title, CONTROL, room.width()))
        painter.restore()

    def room(self, row: QRect, entry: Entry) -> QRectF:
        """Return where the title of an entry stands: behind its card, up to what is beside it."""
        area = QRectF(row).adjusted(6, 1, -6, -1)
        left = area.left() + (TILE + 18 if entry.card is not None else 10)
        beside = width(entry.beside, SECONDARY) + 24 if entry.beside else 8
        return QRectF(left, area.top(), area.right() - beside - left, area.height())


class Finder(Floating):
    """Narrows its entries while a person types; `chosen` carries the id of the one chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, asks: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Finder")
        self.setAccessibleName(asks)
        self._entries: tuple[Entry, ...] = ()
        self._otherwise: Entry | None = None
        self._most, self._over = SHOWN, parent
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(asks)
        self.field.setAccessibleName(asks)
        self.list = QListWidget(self)
        self.list.setAccessibleName(asks)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = Rows(theme, self.list)
        self.list.setItemDelegate(self.rows)
        self._nothing = QLabel(self.tr("Nothing is called that."), self)
        self._nothing.setProperty("look", "line")
        self._nothing.setContentsMargins(8, 6, 8, 8)
        self.otherwise = Button("", "link", parent=self)
        self.otherwise.clicked.connect(self._take_otherwise)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        column.setSpacing(6)
        for widget in (self.field, self.list, self._nothing):
            column.addWidget(widget)
        column.addWidget(self.otherwise, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(self._take)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.rows.theme = theme
        self.dress(theme, controls(theme, MORE))

    def offer_beside(self, entries: tuple[Entry, ...], kept: QRect, wide: int) -> None:
        """Open beside a part of the screen, so that what was clicked there is still seen."""
        self.offer(entries, kept.center(), wide)
        self.move(beside(kept, self.size(), room_of(self._over), APART))

    def offer_over(self, entries: tuple[Entry, ...], over: QWidget) -> None:
        """Open so that the field stands where another one stood that asks for the same."""
        self.offer(entries, over.mapToGlobal(QPoint(0, 0)), over.width() + 2 * INSIDE)
        self.setFixedWidth(self.width() + over.width() - self.field.width())
        here = self.field.mapTo(self, QPoint(0, (self.field.height() - over.height()) // 2))
        self.move(over.mapToGlobal(QPoint(0, 0)) - here)

    def offer(
        self, entries: tuple[Entry, ...], at: QPoint, wide: int, otherwise: Entry | None = None
    ) -> None:
        """Open at a place of the screen with these entries, nothing typed yet.

        `otherwise` is what can be chosen in place of any of them; it stands beneath the list.
        """
        self._entries, self._otherwise = entries, otherwise
        self.otherwise.say(otherwise.title if otherwise else "")
        self.otherwise.setVisible(otherwise is not None)
        self._most = min(SHOWN, (room_of(self._over).height() - AROUND) // ROW)
        self.setFixedWidth(wide)
        self.field.clear()
        self._narrow("")
        self.move(inside(at, self.size(), room_of(self._over)))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries that fit what was typed."""
        roles = Qt.ItemDataRole.UserRole
        return tuple(self.list.item(row).data(roles) for row in range(self.list.count()))

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        fitting = [
            entry
            for entry in self._entries
            if all(word in f"{entry.title} {entry.also}".casefold() for word in wanted)
        ]
        fitting.sort(key=lambda entry: not entry.title.casefold().startswith(" ".join(wanted)))
        self.list.clear()
        for entry in fitting:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title} {entry.beside}")
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(ROW * min(len(fitting), self._most) if fitting else 0)
        self._nothing.setVisible(not fitting)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the list, choose, or close; letters go to the field."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN,
                 Qt.Key.Key_PageUp: -SHOWN}  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps and self.list.count():
            row = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.otherwise.hasFocus():
                self._take_otherwise()
            else:
                self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _take_otherwise(self) -> None:
        self.hide()
        if self._otherwise is not None:
            self.chosen.emit(self._otherwise.id)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry: Entry = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        self.chosen.emit(entry.id)
