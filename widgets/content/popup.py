"""The list of what could be meant at the cursor; the keys stay with whoever writes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeys.context.lineage import Verdict
from widgets.content.badge import badge_width, badge_words, paint_badge
from widgets.content.completing import Choice
from widgets.floating import LOOK, RADIUS, floating
from widgets.icons import drawn
from widgets.lettering import cut, font, tip, width
from widgets.theme import CONTROL, SECONDARY, Theme

WIDE = 540
LEAST_WIDE = 260
ROW, LINE = 46, 18
SHOWN = 6
FOOT = 42
MARK = 14
SHEET = """
#Choices QListWidget {{ background: transparent; border: 0; outline: 0; }}
#ChoicesFoot {{ background: {t.field}; border: 0; border-top: 1px solid {t.line};
  border-bottom-left-radius: {inner}px; border-bottom-right-radius: {inner}px; }}
#ChoicesFoot QLabel {{ color: {t.second_ink}; background: transparent; border: 0; }}
#ChoicesFoot QLabel[look="key"] {{ background: {t.panel}; border: 1px solid {t.border};
  border-radius: 5px; padding: 1px 6px; }}
"""


class _Rows(QStyledItemDelegate):
    """Paints the choices."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.typed = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        del option, index
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a name with what was typed of it, where it comes from, and its badge."""
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect).adjusted(5, 1, -5, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent_soft))
            painter.drawRoundedRect(area, 6, 6)
        right = area.right() - 8
        if choice.verdict is not None:
            paint_badge(painter, right, area.center().y(), choice.verdict, self.theme)
            right -= badge_width(choice.verdict) + 10
        left = area.left() + 10
        upper = QRectF(left, area.center().y() - LINE, right - left, LINE)
        self._paint_name(painter, choice, upper)
        there = upper.translated(0, LINE)
        painter.setFont(font(SECONDARY))
        painter.setPen(QColor(self.theme.second_ink))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(there, middle, cut(choice.beside, SECONDARY, there.width()))
        painter.restore()

    def _paint_name(self, painter: QPainter, choice: Choice, area: QRectF) -> None:
        name = cut(choice.name, CONTROL, area.width())
        at = name.casefold().find(self.typed.casefold()) if self.typed else -1
        ends = (at, at + len(self.typed)) if at >= 0 else (0, 0)
        painter.setFont(font(CONTROL))
        plain = self.theme.ink if choice.inserted is not None else self.theme.second_ink
        left = area.left()
        parts = ((name[: ends[0]], plain), (name[slice(*ends)], self.theme.accent))
        for text, ink in (*parts, (name[ends[1] :], plain)):
            painter.setPen(QColor(ink))
            there = QRectF(left, area.top(), area.width(), area.height())
            painter.drawText(there, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += width(text, CONTROL)


class Popup(QFrame):
    """Shows choices over the window; `chosen` carries the Choice that was clicked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Choices")
        self.setProperty("look", LOOK)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("What can be put in here"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What can be put in here"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = _Rows(theme, self.list)
        self.list.setItemDelegate(self._rows)
        self.foot = QLabel(self)
        self.foot.setFont(font(SECONDARY))
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self._mark = QLabel(self)
        self._key = QLabel(self.tr("Enter"), self)
        self._key.setProperty("look", "key")
        self._key.setFont(font(SECONDARY))
        self._place()
        self.list.itemClicked.connect(self._take)
        self.list.currentRowChanged.connect(self._say_foot)
        self.set_theme(theme)
        self.hide()

    def _place(self) -> None:
        bottom = QFrame(self)
        bottom.setObjectName("ChoicesFoot")
        bottom.setFixedHeight(FOOT)
        row = QHBoxLayout(bottom)
        row.setContentsMargins(14, 0, 10, 0)
        row.addWidget(self._mark)
        row.addWidget(self.foot, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 1)
        column.setSpacing(5)
        column.addWidget(self.list)
        column.addWidget(bottom)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._rows.theme = theme
        self._mark.setPixmap(drawn("lightbulb", theme.warning, MARK))
        self.setStyleSheet(floating(theme) + SHEET.format(t=theme, inner=RADIUS - 1))

    def offer(self, choices: Sequence[Choice], typed: str, wide: int) -> None:
        """Show choices; the first that can be chosen is marked."""
        self._rows.typed = typed
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            badge = badge_words(choice.verdict) if choice.verdict else ""
            heard = ", ".join(part for part in (choice.name, choice.beside, badge) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
        self.setFixedWidth(max(min(WIDE, wide), LEAST_WIDE))
        self.list.setFixedHeight(ROW * min(len(choices), SHOWN))
        self.setFixedHeight(self.list.height() + FOOT + 11)
        self.list.setCurrentRow(0)
        self._say_foot()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered."""
        role = Qt.ItemDataRole.UserRole
        return tuple(self.list.item(row).data(role) for row in range(self.list.count()))

    @property
    def marked(self) -> Choice | None:
        """The choice that Enter takes."""
        row = self.list.currentRow()
        return self.choices[row] if row >= 0 else None

    def step(self, by: int) -> None:
        """Mark another choice, so many rows on; beyond an end it goes on at the other."""
        count = self.list.count()
        row = self.list.currentRow() + by
        self.list.setCurrentRow(row % count if abs(by) == 1 else min(max(row, 0), count - 1))

    def _say_foot(self) -> None:
        choice = self.marked
        foot = choice.foot if choice is not None else ""
        self.foot.setText(cut(foot, SECONDARY, self.width() - 110))
        self.foot.setToolTip(tip(foot))
        self._mark.setVisible(choice is not None and choice.verdict is Verdict.POSSIBLE)
        self._key.setVisible(choice is not None and choice.inserted is not None)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
