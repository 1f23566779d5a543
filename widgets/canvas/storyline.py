"""The way of one customer, lit up: its paths in colour, its steps ringed and numbered."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from widgets.canvas.brush import box, words
from widgets.canvas.edges import line_along
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.routing import Route
from widgets.canvas.scene import Scene
from widgets.canvas.story import Story
from widgets.canvas.tinting import faint
from widgets.canvas.ways import Pair
from widgets.lettering import width
from widgets.theme import COUNT, Theme

LINE = 3
HALO = 10
HALO_STRENGTH = 0.18
BADGE = 22


@dataclass(frozen=True, slots=True)
class Storyline:
    """Where a story runs: the frames of its steps in order, and the ways between them."""

    steps: tuple[str, ...]
    frames: tuple[Rect, ...]
    pairs: frozenset[Pair]
    ways: tuple[Route, ...]
    current: str | None

    @classmethod
    def of(cls, story: Story, scene: Scene) -> "Storyline":
        """Find the places of a story; what is no longer in the journey is left out."""
        steps = tuple(name for name in story.steps if name in scene.steps.place)
        pairs = sorted(
            {(source, target) for source, _, target in story.edges} & scene.ways.ports.keys()
        )
        return cls(
            steps,
            tuple(scene.steps.frame(name) for name in steps),
            frozenset(pairs),
            tuple(scene.ways.between(pair) for pair in pairs),
            story.current,
        )


def paint_storyline(painter: QPainter, storyline: Storyline, theme: Theme) -> None:
    """Paint the paths that were taken."""
    for colour, size in ((faint(theme.accent, HALO_STRENGTH), HALO), (QColor(theme.accent), LINE)):
        pen = QPen(colour, size)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(QBrush())
        for way in storyline.ways:
            painter.drawPath(line_along(way))


def paint_badges(painter: QPainter, storyline: Storyline, theme: Theme) -> None:
    """Paint the numbers of the steps in the order they were come to; the current one is filled."""
    seen: dict[str, int] = {}
    for count, (name, frame) in enumerate(zip(storyline.steps, storyline.frames, strict=True), 1):
        again = seen.get(name, 0)
        seen[name] = again + 1
        centre = Point(frame.x + 4 + again * (BADGE + 2), frame.y)
        badge = Rect.around(centre, BADGE, BADGE)
        is_current = name == storyline.current
        fill, ink = (theme.accent, theme.on_accent) if is_current else (theme.card, theme.accent)
        box(painter, badge, BADGE / 2, fill, theme.accent)
        text = str(count)
        begin = badge.centre.x - width(text, COUNT) / 2
        words(painter, text, Point(begin, badge.centre.y), COUNT, ink)
