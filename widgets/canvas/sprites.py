"""Finished pictures of cards, notes and chips, kept at the size in which they are shown."""

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from widgets.canvas.geometry import Rect
from widgets.canvas.tinting import clear

MOST = 1_500
NEW_A_FRAME = 12
MARGIN = 10

Paint = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class Sprite:
    """A picture, and what it shows; `zoom` is how many of its pixels are one at 100 %."""

    of: object
    zoom: float
    picture: QPixmap


class Sprites:
    """Owns pictures by name; a frame makes at most twelve new ones and stretches old ones else.

    `is_behind` is True when the last frame showed something not quite as it is.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, Sprite] = {}
        self._left = NEW_A_FRAME
        self._zoom = 1.0
        self.is_behind = False

    def clear(self) -> None:
        """Forget everything, as when the colours change."""
        self._kept.clear()

    def begin_frame(self, zoom: float, *, is_hurried: bool) -> None:
        """Begin a frame at a zoom; one that is not hurried makes all pictures it lacks."""
        self._zoom = zoom
        self._left = NEW_A_FRAME if is_hurried else MOST
        self.is_behind = False
        if len(self._kept) > MOST:
            for name in list(self._kept)[: len(self._kept) - MOST // 2]:
                del self._kept[name]

    def draw(
        self,
        painter: QPainter,
        name: Hashable,
        of: object,
        frame: Rect,
        paint: Paint,
    ) -> bool:
        """Draw a thing whose frame, in pixels of the painter, is this; False where it must wait.

        `paint` paints it with the corner of its frame at (0, 0), in pixels at 100 %; it is asked
        only where there is no picture of `of` at this zoom.
        """
        found, zoom = self._kept.get(name), self._zoom
        is_right = found is not None and found.zoom == zoom and _same(found.of, of)
        if not is_right and (self._left > 0):
            self._left -= 1
            found = Sprite(of, zoom, _painted(frame, zoom, paint))
            self._kept[name] = found
            is_right = True
        if found is None:
            self.is_behind = True
            return False
        margin = math.ceil(MARGIN * zoom)
        if is_right:
            painter.drawPixmap(round(frame.x) - margin, round(frame.y) - margin, found.picture)
            return True
        self.is_behind = True
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        stretch = zoom / found.zoom
        was = math.ceil(MARGIN * found.zoom) * stretch
        size = found.picture.size()
        place = QRectF(
            frame.x - was, frame.y - was, size.width() * stretch, size.height() * stretch
        )
        painter.drawPixmap(place, found.picture, QRectF(found.picture.rect()))
        return True


def _same(one: object, other: object) -> bool:
    return one is other or one == other


def _painted(frame: Rect, zoom: float, paint: Paint) -> QPixmap:
    margin = math.ceil(MARGIN * zoom)
    wide, high = math.ceil(frame.width) + 2 * margin, math.ceil(frame.height) + 2 * margin
    picture = QPixmap(wide, high)
    picture.fill(clear())
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(margin, margin)
    painter.scale(zoom, zoom)
    paint(painter)
    painter.end()
    return picture
