"""Controls of a form: a list to choose from and a number to turn up and down."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionSpinBox,
    QWidget,
)

from widgets.corners import round_corners
from widgets.floating import MENU_RADIUS
from widgets.icons import paint_icon
from widgets.theme import Theme

ICON, SMALL_ICON = 16, 12
EDGE = 9
INDENT = 7
MOST_SHOWN = 12


class Choice(QComboBox):
    """Shows what is chosen, with an arrow that says that there is more."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(MOST_SHOWN)
        round_corners(self.view().window(), MENU_RADIUS)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow as well."""
        super().paintEvent(event)
        painter = QPainter(self)
        left, top = self.width() - EDGE - ICON, (self.height() - ICON) / 2
        area = QRectF(left, top, ICON, ICON)
        paint_icon(painter, "chevron-down", area, self._theme.second_ink)
        painter.end()


class Number(QSpinBox):
    """A number with an arrow up and an arrow down."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrows as well."""
        super().paintEvent(event)
        painter = QPainter(self)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        sort, parts = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl
        for part, turn in ((parts.SC_SpinBoxUp, 180), (parts.SC_SpinBoxDown, 0)):
            self._paint_arrow(painter, self.style().subControlRect(sort, option, part, self), turn)
        painter.end()

    def _paint_arrow(self, painter: QPainter, button: QRect, turn: int) -> None:
        painter.save()
        painter.translate(QRectF(button).center())
        painter.rotate(turn)
        area = QRectF(
            QPointF(-SMALL_ICON / 2, -SMALL_ICON / 2), QPointF(SMALL_ICON / 2, SMALL_ICON / 2)
        )
        paint_icon(painter, "chevron-down", area, self._theme.second_ink)
        painter.restore()
