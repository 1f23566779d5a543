"""A row of cards that goes on in the next line where the window has no room for it."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Row(QWidget):
    """Places cards of fixed widths side by side, each line as high as its tallest card."""

    def __init__(self, cards: Sequence[QWidget], gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._gap = gap
        for card in self._cards:
            card.setParent(self)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        x, y, high = 0, 0, 0
        line: list[QWidget] = []
        for card in self._cards:
            size = card.sizeHint().expandedTo(card.minimumSize())
            wide = min(card.maximumWidth(), size.width())
            if x and x + wide > self.width():
                self._level(line, high)
                x, y, high, line = 0, y + high + self._gap, 0, []
            card.setGeometry(x, y, wide, size.height())
            line.append(card)
            x += wide + self._gap
            high = max(high, size.height())
        self._level(line, high)
        if y + high != self.height() or self.minimumHeight() != y + high:
            self.setFixedHeight(y + high)

    @staticmethod
    def _level(line: Sequence[QWidget], high: int) -> None:
        for card in line:
            card.resize(card.width(), high)
