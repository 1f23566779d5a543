"""The search field of the top bar on Home: it looks like a field, and opens the list to find in."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.icons import paint_icon
from widgets.lettering import cut, font, width
from widgets.theme import BODY, CHIP, Theme

WIDE, LEAST, HIGH = 480, 160, 34
ICON = 16
RADIUS = 8
KEY_HIGH, KEY_PADDING, KEY_GAP = 20, 6, 6
KEYS = ("Ctrl", "K")


class Search(QAbstractButton):
    """Asks for a name; a click, Enter or the first letter leads to the list."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {'+'.join(KEYS)}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(WIDE, HIGH)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, its words and its keys."""
        del event
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 2 if self.hasFocus() else 1
        edge = theme.edge if self.underMouse() else theme.border
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else edge), thick))
        painter.setBrush(QColor(theme.field))
        inside = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
        middle = self.height() / 2
        paint_icon(painter, "search", QRectF(12, middle - ICON / 2, ICON, ICON), theme.second_ink)
        right = self._paint_keys(painter, theme, middle)
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.second_ink))
        room = QRectF(38, 0, right - 46, self.height())
        words = cut(self.text(), BODY, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

    def _paint_keys(self, painter: QPainter, theme: Theme, middle: float) -> float:
        right = self.width() - 10.0
        painter.setFont(font(CHIP))
        for key in reversed(KEYS):
            wide = max(KEY_HIGH, width(key, CHIP) + 2 * KEY_PADDING)
            cap = QRectF(right - wide, middle - KEY_HIGH / 2, wide, KEY_HIGH)
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.setBrush(QColor(theme.panel))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(QColor(theme.second_ink))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
            right -= wide + KEY_GAP
        return right
