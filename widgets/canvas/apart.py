"""A picture of steps apart from any journey of theirs: what they are, not what they lack there."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from journeys.document.journey import Journey
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Point
from widgets.canvas.links import linked
from widgets.canvas.paint import paint_drawing
from widgets.canvas.placing import corners
from widgets.canvas.steps import loose_step
from widgets.theme import Theme

MARGIN = 32
NARROWEST = 640


@dataclass(frozen=True, slots=True)
class Apart:
    """A drawing with a margin around, in pixels at 100 %; `at` is where the canvas' corner lies.

    Small ones stand on as wide a ground as others, so that side by side steps are equally large.
    """

    drawing: Drawing
    at: Point
    width: float
    height: float

    @classmethod
    def of(cls, journey: Journey) -> "Apart":
        """Lay the steps of a journey out in full, with nothing told of what is wrong with them."""
        loose = {node.id: loose_step(node, (), in_full=True) for node in journey.nodes}
        places = corners(journey, {name: step.frame.height for name, step in loose.items()})
        steps = {name: step.moved(places[name]) for name, step in loose.items()}
        drawing = Drawing(tuple(steps.values()), linked(journey, steps, ()), ())
        bounds = drawing.bounds
        wide = max(bounds.width + 2 * MARGIN, NARROWEST)
        at = Point((wide - bounds.width) / 2 - bounds.x, MARGIN - bounds.y)
        return cls(drawing, at, wide, bounds.height + 2 * MARGIN)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of it; the ground is not touched."""
        painter.save()
        painter.translate(self.at.x, self.at.y)
        paint_drawing(painter, self.drawing, theme)
        painter.restore()
