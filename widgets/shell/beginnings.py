"""What an empty journey can also begin with: a few ready-made ones under its first place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.shell.home.cards import Card
from widgets.shell.home.content import ReadyMade
from widgets.shell.home.picture import Drawings
from widgets.shell.home.readymade import HIGH, ready_card
from widgets.shell.look import controls
from widgets.theme import Theme

MOST = 3
WIDE, GAP, HEAD = 192, 16, 32
MORE = """
QFrame[look="box"]:hover {{ border-color: {t.edge}; }}
QFrame[look="box"]:focus {{ border: 2px solid {t.accent}; }}
"""


class Beginnings(QWidget):
    """Offers ready-made journeys; `asked` carries the name of the one that was chosen."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawings = Drawings()
        self._offered: tuple[ReadyMade, ...] = ()
        self.cards: dict[str, Card] = {}
        self.setAccessibleName(self.tr("Ready-made journeys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = QLabel(self.tr("or begin with a ready-made journey"), self)
        words.setProperty("look", "line")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        words.setFixedHeight(HEAD)
        column.addWidget(words)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        column.addLayout(self._row)
        self.set_theme(theme)

    def offer(self, ready_made: tuple[ReadyMade, ...]) -> None:
        """Offer the first of these."""
        if ready_made[:MOST] != self._offered:
            self._offered = ready_made[:MOST]
            self._build()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(controls(theme, MORE))
        self._build()

    def _build(self) -> None:
        for card in self.cards.values():
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for ready in self._offered:
            self.cards[ready.name] = card = ready_card(
                ready, self._drawings.of(ready.journey), self._theme
            )
            card.setFixedSize(WIDE, HIGH)
            card.opened.connect(lambda name=ready.name: self.asked.emit(name))
            self._row.addWidget(card)
        count = max(1, len(self._offered))
        self.setFixedSize(count * WIDE + (count - 1) * GAP, HEAD + HIGH)
