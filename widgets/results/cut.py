"""A button whose words are cut where its room ends, and then told whole when it is pointed at."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from widgets.lettering import cut, font, tip, width
from widgets.theme import Style

INSIDE = 14
LEAST = 60


class CutButton(QPushButton):
    """Shows as much of its words as there is room for."""

    def __init__(self, words: str, look: str, style: Style, hint: str = "") -> None:
        super().__init__(words)
        self._words, self._style, self._hint = words, style, hint
        self.setProperty("look", look)
        self.setFont(font(style))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of all words."""
        return QSize(round(width(self._words, self._style) + INSIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few letters."""
        return QSize(LEAST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = cut(self._words, self._style, max(self.width() - INSIDE + 2, 1))
        self.setText(shown)
        hints = [self._words if shown != self._words else "", self._hint]
        self.setToolTip(tip("\n".join(hint for hint in hints if hint)))
