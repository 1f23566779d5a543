"""A chip on a path: who goes this way, and how many did."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from widgets.canvas.brush import box, words
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.links import CHIP_HEIGHT, CHIP_PADDING
from widgets.lettering import width
from widgets.theme import CHIP, COUNT, Theme

BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Tag:
    """A chip as it is painted: words, a count in bold, and how large it is."""

    title: str
    count: str
    width: float
    is_warm: bool = False
    is_told: bool = False

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it with its corner at (0, 0).

        One that is warm says that customers wait, one that is told lies on a customer's way.
        """
        frame = Rect(0, 0, self.width, CHIP_HEIGHT)
        if self.is_warm:
            box(painter, frame, CHIP_HEIGHT / 2, theme.warning_ground, theme.warning_border)
            begin = Point(CHIP_PADDING, frame.centre.y)
            words(painter, self.count, begin, COUNT, theme.warning)
            return
        border = theme.accent if self.is_told else theme.border
        box(painter, frame, CHIP_HEIGHT / 2, theme.panel, border)
        ink = theme.accent if self.is_told else theme.second_ink
        left, middle = float(CHIP_PADDING), frame.centre.y
        if self.title:
            words(painter, self.title, Point(left, middle), CHIP, ink)
            left += width(self.title, CHIP) + BETWEEN
        words(
            painter,
            self.count,
            Point(left, middle),
            COUNT,
            theme.accent if self.is_told else theme.ink,
        )


def sized(title: str, count: str, *, is_told: bool = False) -> Tag:
    """Return a chip that is as wide as what it says."""
    wide = 2 * CHIP_PADDING + (width(title, CHIP) if title else 0)
    wide += width(count, COUNT) if count else 0
    wide += BETWEEN if title and count else 0
    return Tag(title, count, 2 * round(wide / 2), is_told=is_told)


def waiting(count: int, step: Rect) -> tuple[Tag, Rect]:
    """Return the chip that says how many stand at a step, over the corner of its frame."""
    said = QCoreApplication.translate("Canvas", "{} waiting").format(f"{count:,}")
    wide = sized("", said).width
    right, middle = step.right - CHIP_PADDING, step.y
    frame = Rect(right - wide, middle - CHIP_HEIGHT / 2, wide, CHIP_HEIGHT)
    return Tag("", said, wide, is_warm=True), frame
