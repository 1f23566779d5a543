"""The customers of a run in a list, each with how it ended, drawn fast for thousands."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeys.simulation.people import Group
from widgets.icons import paint_icon
from widgets.lettering import cut, font, width
from widgets.theme import CARD_LINE, CONTROL, SENTENCE, TABLE_FIGURE, Style, Theme, Tint

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole
LINE = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
ROW = 52
GROUP_ROW = 34
DISC = 32

FATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "left_by_goal": ("target", "good"),
        "exited": ("log-out", "warning"),
        "waiting": ("hourglass", "wait"),
        "finished": ("flag", "finish"),
        "path_ended": ("log-out", "finish"),
        "too_many_visits": ("log-out", "warning"),
        "restarted": ("zap", "trigger"),
    }
)


def fates(groups: Sequence[Group]) -> dict[str, str]:
    """Return the name of the fate that marks each customer: the first group that says how."""
    found: dict[str, str] = {}
    for name in FATES:
        for group in groups:
            if group.name.split(" ")[0] == name:
                for customer in group.ids:
                    found.setdefault(customer, name)
    return found


def mark(fate: str, theme: Theme) -> tuple[str, Tint]:
    """Return the icon of a fate and its colours."""
    icon, tint = FATES.get(fate, ("users", "finish"))
    if tint == "good":
        return icon, Tint(theme.good, theme.good_ground)
    if tint == "warning":
        return icon, Tint(theme.warning, theme.warning_ground)
    return icon, theme.tints[tint]


class Roll(QAbstractListModel):
    """Holds the ids in view, with a line about each and the fate that marks it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = ()
        self._lines: Mapping[str, str] = MappingProxyType({})
        self._fates: Mapping[str, str] = MappingProxyType({})

    def know(self, lines: Mapping[str, str], fates: Mapping[str, str]) -> None:
        """Know what to say about each customer."""
        self._lines, self._fates = lines, fates

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Hold other customers."""
        self.beginResetModel()
        self.ids = ids
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an id, the line about it, or its fate."""
        customer = self.ids[index.row()]
        line = self._lines.get(customer, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return customer
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{customer}. {line}" if line else customer
        if role in (LINE, Qt.ItemDataRole.ToolTipRole):
            return line
        return self._fates.get(customer, "") if role == MARK else None


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
    """Draws a customer: a disc that says how it ended, the id, and the line about it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        area = self.ground(painter, option)
        icon, tint = mark(index.data(MARK), self.theme)
        disc = QRectF(area.x() + 8, area.center().y() - DISC / 2, DISC, DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.tile))
        painter.drawEllipse(disc)
        paint_icon(painter, icon, disc.adjusted(9, 9, -9, -9), tint.ink)
        left = disc.right() + 10
        room = area.right() - left - 6
        line = index.data(LINE)
        top = area.y() + (7 if line else 15)
        name = index.data(Qt.ItemDataRole.DisplayRole)
        self.write(painter, QRectF(left, top, room, 18), SENTENCE, self.theme.ink, name)
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
        self.write(painter, area.adjusted(0, 0, -room, 0), CONTROL, ink, title)
        painter.setFont(font(TABLE_FIGURE))
        painter.setPen(QColor(self.theme.accent if is_chosen else self.theme.second_ink))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, count)
        painter.restore()
