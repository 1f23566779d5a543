"""What stands above a journey in a picture: its name, and what the counts stand on."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from widgets.canvas.brush import words
from widgets.canvas.geometry import Point
from widgets.lettering import lines, visible
from widgets.theme import BODY, PICTURE_TITLE, Style, Theme

TITLE_LINE, LINE, GAP = 26, 19, 4
MOST_TITLE, MOST_TOLD = 3, 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A title and the lines under it, each as wide as there is room for."""

    title: tuple[str, ...]
    told: tuple[str, ...]

    @classmethod
    def of(cls, title: str, told: tuple[str, ...], room: float) -> "Heading":
        """Break a title and sentences into lines; what is far too long is cut."""
        under = (line for each in told for line in lines(each, BODY, room, MOST_TOLD))
        return cls(lines(visible(title), PICTURE_TITLE, room, MOST_TITLE), tuple(under))

    @property
    def height(self) -> float:
        """How high all of it is."""
        return TITLE_LINE * len(self.title) + (GAP + LINE * len(self.told) if self.told else 0)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it with its corner at (0, 0)."""
        self._paint(painter, self.title, (PICTURE_TITLE, theme.ink), 0, TITLE_LINE)
        below = TITLE_LINE * len(self.title) + GAP
        self._paint(painter, self.told, (BODY, theme.second_ink), below, LINE)

    def _paint(
        self,
        painter: QPainter,
        said: tuple[str, ...],
        look: tuple[Style, str],
        top: float,
        high: float,
    ) -> None:
        for place, line in enumerate(said):
            words(painter, line, Point(0, top + (place + 0.5) * high), *look)
