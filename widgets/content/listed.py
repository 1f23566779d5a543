"""The messages of a journey, to go from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeys.document.node import Card
from widgets.content.census import CensusBox
from widgets.content.look import label
from widgets.icons import paint_icon
from widgets.lettering import cut, font
from widgets.shell.kinds import paint_tile
from widgets.theme import CONTROL, CONTROL_SMALL, GROUP, META, SECONDARY, Theme

WIDE = 224
ROW = 52
TILE, MARK = 32, 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A message in the list: what it is called, and how it stands; `wrong` counts its problems."""

    id: str
    title: str
    line: str
    card: Card
    wrong: int = 0


class _Rows(QStyledItemDelegate):
    """Paints the messages."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(0, ROW + 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the tile, the title, and how the message stands."""
        listed: Listed = index.data(Qt.ItemDataRole.UserRole)
        theme = self.theme
        area = QRectF(option.rect).adjusted(8, 2, -8, -2)
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.accent_soft if is_here else theme.panel))
        painter.setPen(QColor(theme.accent) if has_focus and is_here else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        tile = QRectF(area.left() + 8, area.center().y() - TILE / 2, TILE, TILE)
        paint_tile(painter, tile, listed.card, theme)
        left, room = tile.right() + 10, area.right() - tile.right() - 18
        painter.setFont(font(CONTROL))
        painter.setPen(QColor(theme.accent if is_here else theme.ink))
        upper = QRectF(left, area.top() + 7, room, 18)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(upper, middle, cut(listed.title, CONTROL, room))
        lower = upper.translated(0, 19)
        style = SECONDARY
        if listed.wrong:
            style = CONTROL_SMALL
            mark = QRectF(left, lower.center().y() - MARK / 2, MARK, MARK)
            paint_icon(painter, "triangle-alert", mark, theme.warning)
            lower.setLeft(left + MARK + 5)
        painter.setFont(font(META))
        painter.setPen(QColor(theme.warning if listed.wrong else theme.second_ink))
        painter.drawText(lower, middle, cut(listed.line, style, lower.width()))
        painter.restore()


class MessageList(QWidget):
    """Shows the messages; `chosen` carries the id of one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("MessageList")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self.heading = label(GROUP, "group", self.tr("Messages of this journey").upper())
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Messages of this journey"))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paint = _Rows(theme, self.rows)
        self.rows.setItemDelegate(self._paint)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.census = CensusBox()
        self.hint = label(META, "line", wraps=True)
        self.hint.setText(self.tr("Type {{ for what is known here, or Ctrl+Space anywhere."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 1, 0)
        column.setSpacing(8)
        self.heading.setContentsMargins(16, 0, 8, 0)
        self.hint.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.heading)
        column.addWidget(self.rows)
        column.addWidget(self.census)
        column.addStretch(1)
        column.addWidget(self.hint)
        self.rows.currentItemChanged.connect(self._choose)

    def show_messages(self, messages: Sequence[Listed], here: str) -> None:
        """Show the messages there are; `here` is the one that is open."""
        with QSignalBlocker(self.rows):
            self.rows.clear()
            for listed in messages:
                item = QListWidgetItem(self.rows)
                item.setData(Qt.ItemDataRole.UserRole, listed)
                heard = f"{listed.title}, {listed.line}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
                if listed.id == here:
                    self.rows.setCurrentItem(item)
        self.rows.setMaximumHeight((ROW + 4) * len(messages) + 2)

    @property
    def messages(self) -> tuple[Listed, ...]:
        """The messages that are shown."""
        role = Qt.ItemDataRole.UserRole
        return tuple(self.rows.item(row).data(role) for row in range(self.rows.count()))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the room's."""
        self._paint.theme = theme
        self.rows.viewport().update()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).id)
