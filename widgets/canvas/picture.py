"""A picture of a journey that is understood by itself: named, told of, and with its counts."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from journeys.context.thread import Thread
from journeys.document.journey import Journey
from widgets.canvas.counts import Counts
from widgets.canvas.drawing import Drawing, laid_out
from widgets.canvas.geometry import Point, Rect, surrounding
from widgets.canvas.heading import Heading
from widgets.canvas.paint import paint_drawing
from widgets.canvas.plan import StillPlan
from widgets.canvas.table import Table
from widgets.canvas.tag import waiting
from widgets.canvas.tags import tag_on
from widgets.canvas.threaded import marks
from widgets.canvas.threadline import Threadline
from widgets.canvas.ways import Ways
from widgets.lettering import visible
from widgets.theme import Theme

MARGIN = 48
GAP = 28
NARROWEST = 560
USUAL = 1_200, 1_600


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing under its heading, in pixels at 100 %; the corner of the picture is (0, 0).

    `at` is where the corner of the canvas comes to lie. The heading is `scale` times as large as
    words on the canvas, so that it can be read as well where all of a large journey is in view.
    """

    title: str
    heading: Heading
    scale: float
    drawing: Drawing
    at: Point
    width: float
    height: float

    @classmethod
    def of(
        cls,
        journey: Journey,
        counts: Counts | None = None,
        thread: Thread | None = None,
        there: tuple[Journey, ...] | None = None,
    ) -> "Picture":
        """Lay a picture out, with the counts of a run of this journey and a thread, if there are.

        The thread is named in the heading. `there` are the journeys it may lead on to.
        """
        drawing = furnished(journey, counts, thread, there)
        beside = marks(drawing.thread) if drawing.thread else ()
        bounds = surrounding((drawing.bounds, *beside))
        scale = max(1.0, bounds.width / USUAL[0], bounds.height / USUAL[1])
        wide = max(bounds.width + 2 * MARGIN, NARROWEST * scale)
        told = (*(counts.told if counts else ()), *(_followed(thread) if thread else ()))
        title = visible(journey.name) or journey.id
        heading = Heading.of(title, told, (wide - 2 * MARGIN) / scale)
        top = MARGIN + (heading.height + GAP) * scale
        at = Point((wide - bounds.width) / 2 - bounds.x, top - bounds.y)
        return cls(title, heading, scale, drawing, at, wide, top + bounds.height + MARGIN)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of it; the ground is not touched."""
        painter.save()
        painter.translate(MARGIN, MARGIN)
        painter.scale(self.scale, self.scale)
        self.heading.paint(painter, theme)
        painter.restore()
        painter.save()
        painter.translate(self.at.x, self.at.y)
        paint_drawing(painter, self.drawing, theme)
        painter.restore()


def furnished(
    journey: Journey,
    counts: Counts | None,
    thread: Thread | None,
    there: tuple[Journey, ...] | None = None,
) -> Drawing:
    """Return the drawing of a journey in full, with counts and a thread as the canvas has them."""
    if counts is None and thread is None:
        return laid_out(journey, there, in_full=True)
    said = counts.sentences if counts else {}
    drawing = laid_out(journey, there, in_full=True, sentences=said)
    plan = _plan(journey, counts, drawing)
    waits = counts.waiting if counts else {}
    tags = [tag_on(plan, pair) for pair in plan.ways.ports]
    tags += [
        waiting(waits[step.node.id], step.frame)
        for step in drawing.steps
        if waits.get(step.node.id)
    ]
    return replace(
        drawing,
        links=tuple(replace(link, chip=None) for link in drawing.links),
        tags=tuple(tag for tag in tags if tag is not None),
        thread=Threadline.of(thread, plan, drawing.bounds) if thread else None,
    )


def _plan(journey: Journey, counts: Counts | None, drawing: Drawing) -> StillPlan:
    steps, notes = Table[str](4), Table[str](4)
    steps.put({step.node.id: _corners(step.frame) for step in drawing.steps})
    ways = Ways(steps, notes)
    ways.connect(journey)
    ways.take(drawing.links)
    return StillPlan(journey, counts, steps, ways)


def _corners(frame: Rect) -> tuple[float, float, float, float]:
    return frame.x, frame.y, frame.right, frame.bottom


def _followed(thread: Thread) -> tuple[str]:
    form = QCoreApplication.translate(
        "Picture", "The thick line follows {}: solid where everyone has it, dashed where some do."
    )
    return (form.format(visible(thread.name)),)
