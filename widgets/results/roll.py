"""The customers of a run in a list, by name, each with how it ended, drawn fast for thousands."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.lettering import cut, font, tip, width
from widgets.results.avatar import paint_avatar
from widgets.theme import BODY, CARD_LINE, META, SENTENCE, TABLE_FIGURE, Style, Theme

Index = QModelIndex | QPersistentModelIndex
NAME = Qt.ItemDataRole.UserRole
LINE = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
ROW = 56
GROUP_ROW = 32
DISC = 32
LEAST_ID = 40


class Roll(QAbstractListModel):
    """Holds the ids in view, with the name of each and a line about it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = ()
        self._lines: Mapping[str, str] = MappingProxyType({})
        self._name: Callable[[str], str] = str

    def know(self, lines: Mapping[str, str], name: Callable[[str], str]) -> None:
        """Know what to say about each customer, and what each is called, "" for none."""
        self._lines, self._name = lines, name

    def name(self, customer: str) -> str:
        """Return what a customer is called; "" where the data have no name."""
        return self._name(customer)

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Hold other customers."""
        self.beginResetModel()
        self.ids = ids
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an id, the name, or the line about it."""
        customer = self.ids[index.row()]
        line = self._lines.get(customer, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return customer
        if role == NAME:
            return self._name(customer)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = (self._name(customer), customer, *line.split("\n"))
            whole = ". ".join(each for each in said if each)
            return tip(whole) if role == Qt.ItemDataRole.ToolTipRole else whole
        return line.partition("\n")[0] if role == LINE else None


class Rows(QListView):
    """A list of customers that shows none of them by half."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setUniformItemSizes(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep free at the foot what is too low for a whole row, and in view who was chosen."""
        chosen = self.currentIndex()
        was_seen = chosen.isValid() and self._sees(chosen, event.oldSize().height())
        rest = self.contentsRect().height() % ROW
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(chosen)

    def _sees(self, index: QModelIndex, high: int) -> bool:
        """Return whether a list of this height shows all of a row; one just opened is to do so."""
        row = self.visualRect(index)
        return high < 0 or (row.top() >= 0 and row.bottom() < high)


class Drawn(QStyledItemDelegate):
    """What both kinds of rows share: the ground of a row that is chosen or under the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
        """Paint the ground and return the area of the row."""
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or is_under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent_soft if is_chosen else self.theme.hover))
            painter.drawRoundedRect(area, 8, 8)
        return area

    def write(self, painter: QPainter, area: QRectF, style: Style, ink: str, text: str) -> None:
        """Write a text at the left of an area, as much as fits."""
        painter.setFont(font(style))
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, cut(text, style, area.width()))


class PersonDelegate(Drawn):
    """Draws a customer: a disc with the initials, the name with the id, and how it ended."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        area = self.ground(painter, option)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self.theme.accent))
            painter.drawRoundedRect(
                QRectF(area.x(), area.y() + 14, 3, area.height() - 28), 1.5, 1.5
            )
        customer, name = index.data(Qt.ItemDataRole.DisplayRole), index.data(NAME)
        disc = QRectF(area.x() + 10, area.center().y() - DISC / 2, DISC, DISC)
        paint_avatar(painter, disc, (customer, name), self.theme, TABLE_FIGURE)
        left = disc.right() + 10
        room = area.right() - left - 6
        line = index.data(LINE)
        top = area.y() + (9 if line else 18)
        called = name or customer
        self.write(painter, QRectF(left, top, room, 18), SENTENCE, self.theme.ink, called)
        rest = room - width(called, SENTENCE) - 8
        if name and rest > LEAST_ID:
            beside = QRectF(left + room - rest, top + 1, rest, 18)
            self.write(painter, beside, META, self.theme.third_ink, customer)
        second = QRectF(left, top + 18, room, 17)
        self.write(painter, second, CARD_LINE, self.theme.second_ink, line)
        painter.restore()


class GroupDelegate(Drawn):
    """Draws a group: its title at the left, its count at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(120, GROUP_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        area = self.ground(painter, option).adjusted(8, 0, -8, 0)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        count = f"{index.data(COUNT):,}"
        room = width(count, TABLE_FIGURE) + 10
        ink = self.theme.accent if is_chosen else self.theme.ink
        title = index.data(Qt.ItemDataRole.DisplayRole)
        self.write(
            painter, area.adjusted(0, 0, -room, 0), SENTENCE if is_chosen else BODY, ink, title
        )
        painter.setFont(font(TABLE_FIGURE))
        painter.setPen(QColor(self.theme.accent if is_chosen else self.theme.second_ink))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, count)
        painter.restore()
