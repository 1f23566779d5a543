"""The words of a card under each other: its title, what it does, and what is wrong with it."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from widgets.canvas.brush import area, box, words
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.steps import LINE_ROOM, ROW, STRIP_LEFT, STRIP_LINE, TITLE_LEFT
from widgets.icons import paint_icon
from widgets.theme import CARD_LINE, CARD_TITLE, STRIP, Theme

LINE_ROW = 15
UNDER_TITLE = 2
STRIP_ICON = 12
STRIP_RADIUS = 6
STRIP_PADDING = 2
STRIP_GAP = 3
WARNING_ICON = "triangle-alert"


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a card: its title, the lines under it, and what is wrong."""

    title: tuple[str, ...]
    line: tuple[str, ...]
    strip: tuple[str, ...] = ()

    @property
    def strip_height(self) -> int:
        """How high the ground of the strip is."""
        return len(self.strip) * STRIP_LINE + 2 * STRIP_PADDING if self.strip else 0

    @property
    def height(self) -> int:
        """How high all of it is."""
        under = UNDER_TITLE + LINE_ROW * len(self.line) if self.line or self.strip else 0
        gap = (STRIP_GAP if self.line else 1) if self.strip else 0
        return ROW * len(self.title) + under + gap + self.strip_height


def paint_words(painter: QPainter, frame: Rect, said: Said, theme: Theme) -> None:
    """Paint title, lines and strip under each other, around the middle of a card's frame."""
    left, top = frame.x + TITLE_LEFT, frame.centre.y - said.height / 2
    for line in said.title:
        words(painter, line, Point(left, top + ROW / 2), CARD_TITLE, theme.ink)
        top += ROW
    top += UNDER_TITLE
    for line in said.line:
        words(painter, line, Point(left, top + LINE_ROW / 2), CARD_LINE, theme.second_ink)
        top += LINE_ROW
    if said.strip:
        top += STRIP_GAP if said.line else 1
        strip = Rect(left, top, LINE_ROOM, said.strip_height)
        box(painter, strip, STRIP_RADIUS, theme.warning_ground)
        first = top + STRIP_PADDING + STRIP_LINE / 2
        paint_sign(painter, Point(left + STRIP_LEFT / 2, first), theme)
        paint_strip(painter, said.strip, Point(left + STRIP_LEFT, first), theme)


def paint_sign(painter: QPainter, middle: Point, theme: Theme) -> None:
    """Paint the sign of a problem around a place."""
    icon = Rect.around(middle, STRIP_ICON, STRIP_ICON)
    paint_icon(painter, WARNING_ICON, area(icon), theme.warning)


def paint_strip(painter: QPainter, strip: tuple[str, ...], beginning: Point, theme: Theme) -> None:
    """Paint the lines that say what is wrong; the first one begins here."""
    for count, line in enumerate(strip):
        place = Point(beginning.x, beginning.y + count * STRIP_LINE)
        words(painter, line, place, STRIP, theme.warning)
