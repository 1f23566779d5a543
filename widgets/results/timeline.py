"""A story drawn as a timeline: when, a rail with discs, what happened in words, and why."""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.icons import paint_icon
from widgets.lettering import cut, font, lines, metrics, width
from widgets.results.entries import Entry
from widgets.theme import CHIP, GROUP, META, SECONDARY, SENTENCE, Style, Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
RAIL = 74
DISC = 28
TEXT = 102
END = 30
CHIP_HEIGHT, CHIP_GAP, CHIP_INSIDE = 22, 6, 8
HEADING = 30
TOP, BOTTOM = 8, 10
MOST_LINES = 8


def _rows(chips: tuple[str, ...], room: float) -> list[list[tuple[float, str]]]:
    """Return chips in rows, each with where it begins."""
    found: list[list[tuple[float, str]]] = []
    x = 0.0
    for said in (cut(chip, CHIP, room - 2 * CHIP_INSIDE) for chip in chips):
        wide = width(said, CHIP) + 2 * CHIP_INSIDE
        if not found or x + wide > room:
            found.append([])
            x = 0.0
        found[-1].append((x, said))
        x += wide + CHIP_GAP
    return found


class StoryModel(QAbstractListModel):
    """Holds the entries of a story for a list."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Hold other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry, or how it reads."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (
                *(entry.heading, entry.time, entry.step, entry.sentence),
                *entry.reasons,
                ", ".join(entry.chips),
            )
            return ". ".join(part.removesuffix(".") for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole and entry.event is not None:
            return QCoreApplication.translate("StoryModel", "Enter shows the event")
        return None


class StoryDelegate(QStyledItemDelegate):
    """Draws an entry; its height follows from its words and the width of the list."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self.theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how much room an entry needs."""
        del option
        entry: Entry = index.data(ENTRY)
        wide = self._view.viewport().width()
        return QSize(wide, round(self.height(entry, wide)))

    def height(self, entry: Entry, wide: float) -> float:
        """Return how high an entry is in so much width."""
        high = sum(metrics(style).height() for style, _ in self.text(entry, wide))
        rows = len(_rows(entry.chips, wide - TEXT - END))
        high += rows * (CHIP_HEIGHT + CHIP_GAP)
        return max(high, DISC) + TOP + BOTTOM + (HEADING if entry.heading else 0)

    def text(self, entry: Entry, wide: float) -> tuple[tuple[Style, str], ...]:
        """Return the lines of an entry, each with its style."""
        room = wide - TEXT - END
        found = [(SENTENCE, line) for line in lines(entry.sentence, SENTENCE, room, MOST_LINES)]
        for said in (entry.step, *entry.reasons):
            found += [(SECONDARY, line) for line in lines(said, SECONDARY, room, MOST_LINES)]
        return tuple(found)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry."""
        entry: Entry = index.data(ENTRY)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = area.y() + (HEADING if entry.heading else 0)
        if entry.heading:
            where = QRectF(area.x() + 8, area.y() + 6, area.width() - 16, HEADING - 6)
            self._write(painter, where, GROUP, self.theme.second_ink, entry.heading.upper())
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_chosen or is_under:
            painter.setPen(Qt.PenStyle.NoPen)
            ground = self.theme.accent_soft if is_chosen else self.theme.hover
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(
                QRectF(area.x(), top, area.width(), area.bottom() - top + 1), 8, 8
            )
        self._rail(painter, area, top, index)
        self._disc(painter, area.x(), top, entry, is_chosen=is_chosen)
        self._words(painter, area, top, entry, is_chosen=is_chosen)
        painter.restore()

    def _rail(self, painter: QPainter, area: QRect, top: int, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        is_first, is_last = index.row() == 0, index.row() == index.model().rowCount() - 1
        x, middle = area.x() + RAIL, top + TOP + DISC / 2
        pen = QPen(QColor(self.theme.accent), 2)
        painter.setPen(pen)
        if not is_first and not entry.heading:
            painter.drawLine(QPointF(x, top), QPointF(x, middle))
        if not is_last:
            if entry.is_held:
                pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
            painter.drawLine(QPointF(x, middle), QPointF(x, area.bottom() + 1))

    def _disc(
        self, painter: QPainter, left: int, top: int, entry: Entry, *, is_chosen: bool
    ) -> None:
        tint = entry.colours(self.theme)
        disc = QRectF(left + RAIL - DISC / 2, top + TOP, DISC, DISC)
        ring = self.theme.accent if is_chosen else self.theme.panel
        painter.setPen(QPen(QColor(ring), 2))
        painter.setBrush(QColor(tint.tile))
        painter.drawEllipse(disc)
        paint_icon(painter, entry.icon, disc.adjusted(7, 7, -7, -7), tint.ink)

    def _words(
        self, painter: QPainter, area: QRect, top: int, entry: Entry, *, is_chosen: bool
    ) -> None:
        theme = self.theme
        y = top + TOP + 5.0
        first = metrics(SENTENCE).height()
        when = QRectF(area.x() + 8, y, RAIL - DISC / 2 - 12, first)
        self._write(
            painter, when, SECONDARY, theme.ink if is_chosen else theme.second_ink, entry.time
        )
        number = QRectF(area.right() - END + 2, y, END - 10, first)
        painter.setFont(font(META))
        painter.setPen(QColor(theme.second_ink))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight, str(entry.number or ""))
        room = float(area.width() - TEXT - END)
        for style, line in self.text(entry, area.width()):
            high = metrics(style).height()
            ink = theme.second_ink
            if style == SENTENCE:
                ink = theme.bad if entry.is_stopped else theme.ink
                ink = theme.second_ink if entry.is_refused else ink
            self._write(painter, QRectF(area.x() + TEXT, y, room, high), style, ink, line)
            y += high
        ground = theme.card if is_chosen else theme.track
        self._chips(painter, QPointF(area.x() + TEXT, y), _rows(entry.chips, room), ground)

    def _chips(
        self,
        painter: QPainter,
        at: QPointF,
        rows: list[list[tuple[float, str]]],
        ground: str,
    ) -> None:
        """Draw the events that were counted, each as a chip."""
        for place, row in enumerate(rows):
            top = at.y() + CHIP_GAP + place * (CHIP_HEIGHT + CHIP_GAP)
            for x, said in row:
                wide = width(said, CHIP) + 2 * CHIP_INSIDE
                frame = QRectF(at.x() + x, top, wide, CHIP_HEIGHT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ground))
                painter.drawRoundedRect(frame, 6, 6)
                painter.setFont(font(CHIP))
                painter.setPen(QColor(self.theme.ink))
                painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, said)

    def _write(
        self, painter: QPainter, where: QRectF, style: Style, colour: str, text: str
    ) -> None:
        painter.setFont(font(style))
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, flags, cut(text, style, where.width()))
