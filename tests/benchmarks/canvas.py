"""The canvas: whole frames against a plain QGraphicsView of the same scene, and a limit."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest

from tests.benchmarks.line import Line, paired
from tests.widgets.canvas.large import large
from tests.widgets.canvas.plain_view import Limit, PlainView
from widgets.application import ready_to_paint
from widgets.canvas.blocks import BLOCKS_UNDER
from widgets.canvas.camera import Camera
from widgets.canvas.geometry import Point
from widgets.canvas.shown import Shown
from widgets.canvas.view import CanvasView
from widgets.document import Document
from widgets.theme import LIGHT

SIZES = (100, 1_000, 10_000)
WIDE, HIGH = 1_600, 1_000
QUARTER = 0.25
TIMES = 10
FRAMES = {100: 20, 1_000: 10, 10_000: 5}
LONG_ENOUGH = 600.0
CHECKED_AFTER = 1_500


def lines(*, is_quick: bool) -> Iterator[Line]:
    """Yield the cases: 100, 1,000 and 10,000 steps at 100 %, 25 %, fit and while dragging."""
    ready_to_paint()
    for steps in SIZES:
        yield from Bench(steps, 3 if is_quick else 7).lines()


class Bench:
    """Owns a canvas and its peers, and measures them in turn."""

    def __init__(self, steps: int, repetitions: int) -> None:
        self._steps = steps
        self._repetitions = repetitions
        self._frames = FRAMES[steps]
        self._view = CanvasView(Document(large(steps)), LIGHT)
        self._view.resize(WIDE, HIGH)
        self._view.scene.settle(LONG_ENOUGH)
        self._plain = PlainView(self._view.scene, LIGHT)
        self._plain.resize(WIDE, HIGH)
        self._view.show()
        self._plain.show()
        QTest.qWait(CHECKED_AFTER)  # a large journey is checked beside the window meanwhile
        self._view.scene.settle(LONG_ENOUGH)

    def lines(self) -> Iterator[Line]:
        """Yield a line for each way to look at it."""
        for case, scale in (("100 %", 1.0), ("25 %", QUARTER), ("fit", self._fitting().scale)):
            self._look(scale)
            yield self._against_plain(case, self._view.repaint, self._plain.viewport().repaint)
        yield self._against_limit()
        self._look(1.0)
        yield self._dragging()
        self._view.close()
        self._plain.close()

    def _against_plain(
        self, case: str, mine: Callable[[], object], theirs: Callable[[], object]
    ) -> Line:
        fast, slow = paired(
            lambda: self._again(mine), lambda: self._again(theirs), self._repetitions
        )
        return self._line(case, (fast, slow), "plain QGraphicsView", 1)

    def _against_limit(self) -> Line:
        shown = Shown(self._view.camera, WIDE, HIGH)
        frames = shown.frames(self._view.scene.steps.rows)
        picture = None
        if self._view.camera.scale >= BLOCKS_UNDER:
            picture = QPixmap(*(int(side) for side in frames[0, 2:]))
            picture.fill(QColor(LIGHT.card))
        limit = Limit(frames, LIGHT, picture)
        limit.resize(WIDE, HIGH)
        limit.show()
        QCoreApplication.processEvents()
        found = paired(
            lambda: self._again(self._view.repaint),
            lambda: self._again(limit.repaint),
            self._repetitions,
        )
        limit.close()
        return self._line("fit", found, f"{TIMES} times blit and fill", TIMES)

    def _dragging(self) -> Line:
        scene = self._view.scene
        centre = self._view.sight.centre
        name = min(
            scene.steps.meeting(self._view.sight),
            key=lambda each: (
                abs(scene.steps.frame(each).centre.x - centre.x)
                + abs(scene.steps.frame(each).centre.y - centre.y)
            ),
        )

        def mine() -> None:
            corner = scene.corner(name)
            scene.shift({name: Point(corner.x + 2, corner.y + 1)}, {})
            self._view.repaint()

        def theirs() -> None:
            self._plain.shift(name, 2, 1)
            self._plain.viewport().repaint()

        return self._against_plain("drag at 100 %", mine, theirs)

    def _look(self, scale: float) -> None:
        """Show the middle of the drawing at a scale, with all pictures made."""
        centre = self._view.scene.bounds.centre
        self._view.look(Camera.centred(centre, WIDE, HIGH, scale))
        self._view.look_afresh()
        self._view.repaint()
        self._view.repaint()
        self._plain.resetTransform()
        self._plain.scale(scale, scale)
        self._plain.centerOn(centre.x, centre.y)
        self._plain.viewport().repaint()

    def _fitting(self) -> Camera:
        return Camera.fitting(self._view.scene.bounds, WIDE, HIGH)

    def _again(self, work: Callable[[], object]) -> None:
        for _ in range(self._frames):
            work()

    def _line(self, case: str, found: tuple[float, float], against: str, times: int) -> Line:
        mine, theirs = (1_000 * each / self._frames for each in found)
        return Line(
            benchmark="canvas",
            case=f"{self._steps:,} steps, {case}, {WIDE} x {HIGH}",
            subject="a whole frame",
            value=mine,
            unit="ms",
            against=against,
            against_value=times * theirs,
            ratio=times * theirs / mine,
        )
