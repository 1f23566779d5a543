"""Words and tokens one after the other, going on in the next line where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 6
LINE = 32
WIDE = 280


class Flow(QLayout):
    """A layout that sets its widgets as a text is set: in lines 32 high, 6 apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, widgets: tuple[QWidget, ...]) -> None:
        """Set these widgets in this order, and no others."""
        self._items.clear()
        for widget in widgets:
            self.addWidget(widget)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one item away, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than the words need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that it grows where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._set(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, area: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(area)
        self._set(area, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size it likes to have."""
        return QSize(WIDE, self.heightForWidth(WIDE))

    def minimumSize(self) -> QSize:
        """Return the size of its widest word."""
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(min(widest, WIDE), LINE)

    def _set(self, area: QRect, *, moves: bool) -> int:
        x, y = area.x(), area.y()
        for item in self._items:
            size = item.sizeHint()
            width = min(size.width(), area.width())
            if x > area.x() and x + width > area.x() + area.width():
                x, y = area.x(), y + LINE
            if moves:
                drop = (LINE - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, y + drop), QSize(width, size.height())))
            x += width + GAP
        return y + LINE - area.y()
