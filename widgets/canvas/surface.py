"""The sheet the journey is drawn on: what is in view, what is selected, and painting it."""

import math
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeys.context.thread import Thread
from journeys.document.edits.edit import Edit
from journeys.document.journey import Journey
from journeys.errors import EditRefusedError
from widgets.canvas.checking import Checking
from widgets.canvas.counts import Counts
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.leaving import is_way
from widgets.canvas.looking import Looking
from widgets.canvas.overlay import Overlay
from widgets.canvas.screen import Screen
from widgets.canvas.shown import Shown
from widgets.canvas.spots import NOTHING, Spot, spot_at
from widgets.canvas.story import Story
from widgets.document import Changed, Document
from widgets.theme import Theme

AT_ONCE = 0.06
A_FRAME = 0.004
NOW_AND_THEN = 100
LEAST = QSize(240, 160)


class Surface(Looking):
    """Shows a document's journey through a camera, and tells what happens on it.

    `selection_changed` carries the ids of the selected steps and notes, `refused` words for a
    notice, `opened` the id of a step, which `pressed_twice` carries, too, where the mouse did it,
    `quick_add_asked` a place on the screen and the (step, port) it would follow, or None;
    `chip_clicked` carries (step, port), `menu_asked` a place on the screen and what a menu is asked
    for: what is `chosen`.
    """

    selection_changed = Signal(object)
    refused = Signal(str)
    opened = Signal(str)
    pressed_twice = Signal(str)
    quick_add_asked = Signal(QPoint, object)
    chip_clicked = Signal(object)
    menu_asked = Signal(QPoint, str)
    checked = Signal(object)
    thread_left = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(document.journey, parent)
        self.document = document
        self._screen = Screen(theme)
        self._theme = theme
        self._selection: tuple[str, ...] = ()
        self._overlay = Overlay()
        self._story: Story | None = None
        self._thread: Thread | None = None
        self._has_flow = False
        self._asked_at: tuple[tuple[str, str] | None, Point] | None = None
        self._menu_at: Point | None = None
        self._checking = Checking(document, self)
        self._checking.found.connect(self._show_problems)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._go_on)
        self._shown = QElapsedTimer()
        self._shown.start()
        self.setMinimumSize(LEAST)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Journey canvas"))
        document.changed.connect(self._take)
        self._checking.check()
        self.scene.settle(AT_ONCE)

    @property
    def journey(self) -> Journey:
        """The journey that is shown."""
        return self.document.journey

    @property
    def overlay(self) -> Overlay:
        """What is shown above the drawing."""
        return self._overlay

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected steps and notes, in the order they were selected."""
        return self._selection

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._screen.set_theme(theme)
        self.look_afresh()

    def show_counts(self, counts: Counts | None) -> None:
        """Show how many came by on cards and paths, or nothing."""
        self.scene.show_counts(counts)
        self.scene.settle(A_FRAME)
        self.refresh()

    @property
    def story(self) -> Story | None:
        """The way that is lit up, if one is."""
        return self._story

    def show_flow(self, *, is_shown: bool) -> None:
        """Show under each path how many went along it, where there are counts, or do not."""
        self._has_flow = is_shown
        self.refresh()

    def show_story(self, story: Story | None) -> None:
        """Light up the way of one customer and dim the rest, or nothing."""
        self._story = story
        self.refresh()

    @property
    def followed(self) -> Thread | None:
        """The thread of a variable that is drawn over the journey, if one is."""
        return self._thread

    def show_thread(self, thread: Thread | None) -> None:
        """Draw where a variable runs, or no longer; `thread_left` tells of the latter."""
        was, self._thread = self._thread, thread
        self.refresh()
        if was is not None and thread is None:
            self.thread_left.emit()

    def held(self) -> Rect | None:
        """Return the step that was selected last: it stays in view."""
        is_step = bool(self._selection) and self._selection[-1] in self.scene.steps.place
        return self.scene.steps.frame(self._selection[-1]) if is_step else None

    def select(self, ids: tuple[str, ...]) -> None:
        """Select steps and notes, and nothing else: no way out stays chosen beside them."""
        there = self.scene.steps.place.keys() | self.scene.notes.place.keys()
        found = tuple(name for name in dict.fromkeys(ids) if name in there)
        if found:
            self.choose_way(NOTHING)
        if found != self._selection:
            self._selection = found
            self.refresh()
            self.selection_changed.emit(found)

    def select_all(self) -> None:
        """Select every step and every note."""
        self.select((*self.scene.steps.names, *self.scene.notes.names))

    def lay_over(self, overlay: Overlay) -> None:
        """Show something else above the drawing."""
        if overlay != self._overlay:
            self._overlay = overlay
            self.refresh()

    def spot(self, point: Point) -> Spot:
        """Return what lies at a place of the canvas."""
        return spot_at(self.scene, point, self._camera.scale, self._overlay.hovered.id)

    def do(self, edit: Edit) -> bool:
        """Do an edit, to be undone alone; False where it was refused."""
        try:
            self.document.do(edit)
        except EditRefusedError as error:
            self.refused.emit(f"{error.what} {error.attempt}".strip())
            return False
        self.document.seal()
        return True

    def ask_step(self, place: Point, after: tuple[str, str] | None, at: Point | None) -> None:
        """Ask which step to add, at a place of the view; `at` is where it would stand."""
        self._asked_at = (after, at) if at is not None else None
        self.quick_add_asked.emit(self._on_screen(place), after)

    def ask_menu(self, place: Point, spot: Spot) -> None:
        """Ask what to do with something, at a place of the view; it is selected first."""
        if spot.id in self.scene.steps.place or spot.id in self.scene.notes.place:
            if spot.id not in self._selection:
                self.select((spot.id,))
            self.choose_path(None)
        else:
            self.select(())
            self.choose_path(spot.pair)
        is_ground = spot.what == "nothing"
        self._menu_at = self._camera.to_canvas(place) if is_ground else None
        self.menu_asked.emit(self._on_screen(place), self.chosen)

    @property
    def chosen(self) -> str:
        """What is selected: "step", "note", "several", "path" or "end", or "ground" for nothing.

        An "end" is a way out of a step that leads nowhere yet.
        """
        if len(self._selection) > 1:
            return "several"
        if self._selection:
            return "step" if self._selection[0] in self.scene.steps.place else "note"
        way = self._overlay.chosen_way
        return {"path": "path", "port": "end"}.get(way.what, "ground")

    def click_tag(self, spot: Spot) -> None:
        """Tell whose count was clicked; without counts the path is chosen."""
        if self.scene.counts is not None:
            self.chip_clicked.emit((spot.id, spot.port))
        else:
            self.select(())
            self.choose_path(spot.pair)

    def choose_path(self, pair: tuple[str, str] | None) -> None:
        """Choose the path from one step to another, or none."""
        self.choose_way(Spot("path", pair=pair) if pair is not None else NOTHING)

    def choose_way(self, way: Spot) -> None:
        """Choose a path, or a way out that leads nowhere; what is neither chooses none."""
        chosen = way if is_way(self.scene, way) else NOTHING
        self.lay_over(replace(self._overlay, chosen_way=chosen))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view."""
        del event
        self.scene.settle(A_FRAME, self.sight)
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        view = Shown(
            camera=self._camera,
            width=math.ceil(self.width() * ratio),
            height=math.ceil(self.height() * ratio),
            ratio=ratio,
            selection=frozenset(() if self._story else self._selection),
            overlay=self._overlay,
            story=self._story,
            thread=self._thread,
            has_flow=self._has_flow,
            is_hurried=not self._is_fresh,
        )
        try:
            self._screen.paint(painter, self.scene, view)
        finally:
            painter.end()
        self._is_fresh = False
        self._shown.restart()
        if self._screen.is_behind or not self.scene.is_settled:
            self._again.start()

    def _on_screen(self, place: Point) -> QPoint:
        return self.mapToGlobal(QPoint(round(place.x), round(place.y)))

    def _go_on(self) -> None:
        """Make another part of what the last frame lacked; much of it shows now and then."""
        is_settled = self.scene.settle(A_FRAME, self.sight)
        if is_settled or self._screen.is_behind or self._shown.elapsed() > NOW_AND_THEN:
            self.refresh()
        else:
            self._again.start()

    def _take(self, changed: Changed) -> None:
        self.scene.take(changed.after, changed.diff)
        self._checking.check()
        self.scene.settle(A_FRAME, self.sight)
        hovered, chosen = self._overlay.hovered, self._overlay.chosen_way
        is_there = hovered.pair in self.scene.ways.ports or hovered.pair == NOTHING.pair
        self.lay_over(
            replace(
                self._overlay,
                hovered=hovered if is_there else NOTHING,
                chosen_way=chosen if is_way(self.scene, chosen) else NOTHING,
            )
        )
        self.select(self._selection)
        self.refresh()

    def _show_problems(self, problems: object) -> None:
        if isinstance(problems, tuple):
            self.document.know(problems)
            self.scene.show_names(self.document.names)
            self.scene.show_problems(problems)
            self.update()
            self.checked.emit(problems)
