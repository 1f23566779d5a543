"""Steps seen from far away: tinted blocks, and further out rectangles of one colour."""

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPixmap

from journeys.document.kinds import kinds
from widgets.canvas import batch
from widgets.canvas.brush import area, box
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.scene import PILL, TINT
from widgets.canvas.shown import Shown
from widgets.canvas.steps import CARD_WIDTH, HEADER_HEIGHT, PILL_HEIGHT
from widgets.canvas.table import Floats
from widgets.canvas.tinting import TINTS, clear, tints
from widgets.icons import paint_icon
from widgets.theme import THEMES, Theme, ThemeName

BLOCKS_UNDER = 0.35
RECTS_UNDER = 0.12
ICON_SHARE = 0.62
PILL_WIDTH = 140
SMALLEST = 2.0


def paint_far(painter: QPainter, rows: Floats, view: Shown, theme: Theme) -> None:
    """Paint steps below 35 %; `rows` are those of the scene's steps."""
    frames = view.frames(rows)
    if view.camera.scale < RECTS_UNDER:
        _paint_rects(painter, rows, frames, theme)
    else:
        _paint_blocks(painter, rows, frames, view.zoom, theme)


def _paint_rects(painter: QPainter, rows: Floats, frames: Floats, theme: Theme) -> None:
    sized = frames.copy()
    sized[:, 2:] = np.maximum(sized[:, 2:], SMALLEST)
    tint = rows[:, TINT]
    for number, colours in enumerate(tints(theme)):
        batch.fill(painter, sized[tint == number], QColor(colours.ink))


def _paint_blocks(
    painter: QPainter, rows: Floats, frames: Floats, zoom: float, theme: Theme
) -> None:
    atlas, parts = _atlas(theme.name, zoom)
    taken = parts[rows[:, TINT].astype(np.intp) * 2 + rows[:, PILL].astype(np.intp)]
    batch.sprites(painter, frames, taken, atlas)


@lru_cache(maxsize=8)
def _atlas(name: ThemeName, zoom: float) -> tuple[QPixmap, Floats]:
    """Return a picture of every block there is, and where each is in it, float64 (blocks, 4)."""
    theme = THEMES[name]
    icons = {kind.card.tint: kind.card.icon for kind in kinds().values()}
    sizes = ((CARD_WIDTH, HEADER_HEIGHT), (PILL_WIDTH, PILL_HEIGHT))
    high = round(HEADER_HEIGHT * zoom)
    wide = round(CARD_WIDTH * zoom)
    found = tints(theme)
    picture = QPixmap(2 * wide, high * len(found))
    picture.fill(clear())
    parts = np.empty((2 * len(found), 4))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, tint in enumerate(found):
        for shape, (width, height) in enumerate(sizes):
            frame = Rect(shape * wide, number * high, round(width * zoom), round(height * zoom))
            radius = frame.height / 2 if shape else 12 * zoom
            box(painter, frame, radius, tint.tile, tint.ink)
            size = frame.height * ICON_SHARE
            icon = icons.get(TINTS[number])
            if icon:
                paint_icon(painter, icon, area(_middle(frame, size)), tint.ink)
            parts[2 * number + shape] = (frame.x, frame.y, frame.width, frame.height)
    painter.end()
    return picture, parts


def _middle(frame: Rect, size: float) -> Rect:
    return Rect.around(Point(frame.centre.x, frame.centre.y), size, size)
