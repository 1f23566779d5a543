"""The few numbers that matter most, large, side by side."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from widgets.results.look import label, paragraph
from widgets.theme import FIGURE, META

COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is shown, and what it counts."""

    number: str
    words: str


class Figures(QWidget):
    """Shows up to four figures as tiles of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QGridLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setHorizontalSpacing(8)
        self._tiles = [self._tile(place) for place in range(COLUMNS)]

    def show_figures(self, *figures: Figure) -> None:
        """Show other figures."""
        for place, (tile, number, words) in enumerate(self._tiles):
            tile.setVisible(place < len(figures))
            if place < len(figures):
                number.setText(figures[place].number)
                words.setText(figures[place].words)
                tile.setAccessibleName(f"{figures[place].words}: {figures[place].number}")

    @property
    def numbers(self) -> tuple[str, ...]:
        """The figures as they stand there."""
        return tuple(number.text() for tile, number, _ in self._tiles if not tile.isHidden())

    def _tile(self, place: int) -> tuple[QFrame, QLabel, QLabel]:
        tile = QFrame(self)
        tile.setProperty("look", "tile")
        number, words = label(FIGURE), paragraph(META, "second")
        column = QVBoxLayout(tile)
        column.setContentsMargins(12, 9, 8, 9)
        column.setSpacing(2)
        column.addWidget(number)
        column.addWidget(words)
        column.addStretch(1)
        self._row.addWidget(tile, 0, place)
        self._row.setColumnStretch(place, 1)
        return tile, number, words
