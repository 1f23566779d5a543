"""Puts things side by side like words, and goes on in a new line where one is full."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 6
LINE = 32
WIDE = 280


class Flow(QLayout):
    """Owns the places of widgets in lines that are at least `line` pixels high."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = GAP, line_gap: int = 0, line: int = LINE
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap, self._line = gap, line_gap, line
        self.setContentsMargins(QMargins())

    def arrange(self, widgets: tuple[QWidget, ...]) -> None:
        """Set these widgets in this order, and no others."""
        self._items.clear()
        for widget in widgets:
            self.addWidget(widget)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one by its place, or None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one away, or None past the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are together."""
        return self._set(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, area: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(area)
        self._set(area, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size it likes to have."""
        return QSize(WIDE, self.heightForWidth(WIDE))

    def minimumSize(self) -> QSize:
        """Return the size of the widest."""
        sizes = [item.sizeHint() for item in self._items]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(min(widest, WIDE), max((self._line, *(size.height() for size in sizes))))

    def _set(self, area: QRect, *, moves: bool) -> int:
        x, y, high = area.x(), area.y(), self._line
        for item in self._items:
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(area.width(), 1)), hint.height())
            if x > area.x() and x + size.width() > area.right() + 1:
                x, y, high = area.x(), y + high + self._line_gap, self._line
            high = max(high, size.height())
            if moves:
                drop = max(self._line - size.height(), 0) // 2
                item.setGeometry(QRect(QPoint(x, y + drop), size))
            x += size.width() + self._gap
        return y + high - area.y()
