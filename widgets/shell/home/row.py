"""A row of cards that goes on in the next line where the window has no room for it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.canvas.brush import shadow
from widgets.canvas.geometry import Rect
from widgets.canvas.overlay import paint_ring
from widgets.shell.home.stops import Stops
from widgets.theme import Theme

RADIUS = 12
SPAN = "span"
AROUND = 6  # what rings and shadows need around the cards


class Row(QWidget):
    """Places cards of one width side by side, each line as high as its tallest card.

    The width lies between two limits; a card whose property `span` is 2 is as wide as two. Tab
    comes to one card of the row, the arrows lead to the others.
    """

    def __init__(
        self,
        cards: Sequence[QWidget],
        limits: tuple[int, int],
        gap: int,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._least, self._most = limits
        self._gap = gap
        self._theme = theme
        for card in self._cards:
            card.setParent(self)
            card.installEventFilter(self)
        self.stops = Stops(self._cards, self)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft shadow of each card, and the ring of the one in focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in self._cards:
            place = card.geometry()
            frame = Rect(place.x(), place.y(), place.width(), place.height())
            shadow(painter, frame, RADIUS, self._theme)
            if card.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                paint_ring(painter, frame, RADIUS, self._theme)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the ring when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self.width() - 2 * AROUND
        columns = self._columns(room)
        wide = (room - (columns - 1) * self._gap) / columns
        if columns == self._count and self._fitting(room) > columns:
            wide = min(wide, self._most)  # a few stay small; lines that are full end where all do
        y = AROUND
        for line in self._lines(columns):
            high = max(card.minimumHeight() for card, _ in line)
            column = 0
            for card, span in line:
                left = AROUND + round(column * (wide + self._gap))
                column += span
                right = AROUND + round(column * (wide + self._gap) - self._gap)
                card.setGeometry(left, y, right - left, high)
            y += high + self._gap
        whole = y - self._gap + AROUND
        if whole != self.height() or self.minimumHeight() != whole:
            self.setFixedHeight(whole)

    def _lines(self, columns: int) -> Iterator[list[tuple[QWidget, int]]]:
        """Yield what stands in each line: (card, how many columns it takes)."""
        line: list[tuple[QWidget, int]] = []
        for card in self._cards:
            span = min(int(card.property(SPAN) or 1), columns)
            if sum(taken for _, taken in line) + span > columns:
                yield line
                line = []
            line.append((card, span))
        yield line

    def _columns(self, room: int) -> int:
        """Return how many columns there are: as many as fit, the lines alike if possible."""
        fitting = min(self._count, self._fitting(room))
        even = next(each for each in range(fitting, 0, -1) if self._count % each == 0)
        return even if even * 2 > fitting else fitting

    @property
    def _count(self) -> int:
        """How many columns all cards take side by side."""
        return max(1, sum(int(card.property(SPAN) or 1) for card in self._cards))

    def _fitting(self, room: int) -> int:
        """Return how many columns a room has at most."""
        return max(1, (room + self._gap) // (self._least + self._gap))
