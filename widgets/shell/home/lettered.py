"""Words on cards: as much of them as there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from widgets.lettering import lines, metrics, tip
from widgets.theme import CARD_LINE, CARD_TITLE, META, Style

STYLES = {"card": CARD_TITLE, "line": CARD_LINE, "meta": META, "bad": CARD_LINE}


def label(text: str, look: str, parent: QWidget) -> QLabel:
    """Return words in one of the looks of the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made


class Lettered(QLabel):
    """Words in as many lines as are given, cut where they go on; hovering tells all of them."""

    def __init__(self, text: str, look: str, parent: QWidget, most: int = 1) -> None:
        super().__init__(parent)
        self.full = text
        self._style: Style = STYLES[look]
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(metrics(self._style).height() * (most + 0.1)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = lines(self.full, self._style, max(self.width(), 8), self._most)
        self.setText("\n".join(shown))
        is_cut = " ".join(shown) != self.full
        self.setToolTip(tip(self.full if is_cut else ""))
