"""The canvas as it is painted on the screen: what is in view, mostly from finished pictures."""

from collections.abc import Hashable, Iterable
from functools import partial

import numpy as np
from PySide6.QtGui import QColor, QPainter

from widgets.canvas.backdrop import paint_backdrop
from widgets.canvas.blocks import BLOCKS_UNDER, paint_far
from widgets.canvas.cards import CARD_RADIUS, paint_more, paint_placeholder, paint_step
from widgets.canvas.farthread import FarThread
from widgets.canvas.flow import Flow
from widgets.canvas.geometry import Rect
from widgets.canvas.overlay import paint_focus, paint_outline, paint_ring
from widgets.canvas.paint import NOTE_RADIUS, paint_note
from widgets.canvas.scene import Scene
from widgets.canvas.shown import Shown
from widgets.canvas.spots import more_on
from widgets.canvas.sprites import Sprites
from widgets.canvas.steps import PILL_HEIGHT, PlacedStep
from widgets.canvas.storyline import Storyline, paint_badges, paint_storyline
from widgets.canvas.strokes import RADIUS, SMALLEST_RADIUS, THICKNESS, paint_legs, paint_ways
from widgets.canvas.table import Table, meeting
from widgets.canvas.tag import waiting
from widgets.canvas.tags import tag_on
from widgets.canvas.threaded import paint_knots, paint_thread
from widgets.canvas.threadline import Threadline
from widgets.canvas.tinting import mixed
from widgets.canvas.ways import Pair, Placed
from widgets.canvas.working import paint_working
from widgets.theme import Theme

REACH = 24
DIMMED = 0.5


class Screen:
    """Paints a scene; owns the finished pictures. `is_behind` asks for another frame soon."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sprites = Sprites()
        self._flow = Flow()
        self._far_thread = FarThread()

    @property
    def is_behind(self) -> bool:
        """True when the last frame was not quite finished."""
        return self._sprites.is_behind

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._sprites.clear()

    def paint(self, painter: QPainter, scene: Scene, view: Shown) -> None:
        """Paint one frame; a pixel of the painter is a pixel of the device."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._sprites.begin_frame(view.zoom, is_hurried=view.is_hurried)
        paint_backdrop(painter, view, self._theme)
        storyline = Storyline.of(view.story, scene) if view.story else None
        threadline = None
        has_thread = view.thread is not None and not storyline
        if view.thread and has_thread and view.camera.scale >= BLOCKS_UNDER:
            threadline = Threadline.of(view.thread, scene, view.sight.grown(REACH))
        self._paint_notes(painter, scene, view)
        self._paint_ways(painter, scene, view, storyline)
        if threadline:
            paint_thread(painter, threadline, view, self._theme)
        elif view.thread and has_thread:
            colours = self._theme.accent, self._theme.sometimes
            self._far_thread.paint(painter, view.thread, scene, view, colours)
        self._paint_steps(painter, scene, view, storyline)
        if view.camera.scale >= BLOCKS_UNDER:
            self._paint_tags(painter, scene, view, storyline)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _to_canvas(painter, view)
        place = scene.placeholder
        if place:
            paint_placeholder(painter, place, self._theme)
            if view.overlay.hovered.what == "placeholder":
                paint_focus(painter, place, CARD_RADIUS, self._theme.accent)
        if storyline:
            paint_badges(painter, storyline, self._theme)
        if threadline:
            paint_knots(painter, threadline, self._theme)
        paint_working(painter, scene, view, self._theme)
        painter.restore()

    def _paint_notes(self, painter: QPainter, scene: Scene, view: Shown) -> None:
        for name, frame in _seen(scene.notes, view):
            note = scene.note(name)
            self._sprites.draw(
                painter,
                ("note", name),
                note,
                frame,
                partial(paint_note, note=note, theme=self._theme),
            )
            self._paint_marks(painter, view, scene.notes, name, NOTE_RADIUS)

    def _paint_ways(
        self, painter: QPainter, scene: Scene, view: Shown, storyline: Storyline | None
    ) -> None:
        table = scene.ways.table
        sight = view.sight.grown(REACH)
        theme = self._theme
        colour = mixed(theme.edge, theme.background, DIMMED) if storyline else QColor(theme.edge)
        width, radius = _line(view)
        if radius < SMALLEST_RADIUS:
            legs = scene.ways.legs
            paint_legs(painter, view.frames(legs[meeting(legs, sight)]), colour, width)
        else:
            seen = table.inside(sight)
            if view.has_flow and not storyline and view.camera.scale >= BLOCKS_UNDER:
                self._flow.paint(painter, scene, view, theme, seen)
            points = view.points(table.rows[seen])
            paint_ways(painter, points, colour, width, radius)
        lit = [pair for pair in _lit(view) if pair in table.place]
        if lit:
            rows = table.rows[[table.place[pair] for pair in lit]]
            paint_ways(painter, view.points(rows), QColor(theme.accent), *_line(view))
        if storyline:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _to_canvas(painter, view)
            paint_storyline(painter, storyline, theme)
            painter.restore()

    def _paint_steps(
        self, painter: QPainter, scene: Scene, view: Shown, storyline: Storyline | None
    ) -> None:
        steps = scene.steps
        if view.camera.scale < BLOCKS_UNDER:
            seen = steps.inside(view.sight.grown(REACH))
            rows = steps.rows[seen]
            painter.setOpacity(DIMMED if storyline else 1.0)
            paint_far(painter, rows, view, self._theme)
            painter.setOpacity(1.0)
            marked = [name for name in view.selection if name in steps.place]
            if storyline:
                marked += storyline.steps
            for name in marked:
                self._paint_marks(painter, view, steps, name, CARD_RADIUS)
            return
        for name, frame in _seen(steps, view):
            step = storyline.shown(scene.step(name)) if storyline else scene.step(name)
            is_dim = storyline is not None and name not in storyline.steps
            painter.setOpacity(DIMMED if is_dim else 1.0)
            self._sprites.draw(
                painter,
                name,
                step,
                frame,
                partial(_paint_at_corner, step=step, theme=self._theme),
            )
            painter.setOpacity(1.0)
            radius = PILL_HEIGHT / 2 if step.is_pill else CARD_RADIUS
            self._paint_marks(painter, view, steps, name, radius)

    def _paint_tags(
        self, painter: QPainter, scene: Scene, view: Shown, storyline: Storyline | None
    ) -> None:
        pairs = scene.ways.table.meeting(view.sight.grown(REACH))
        found: list[tuple[Hashable, Placed]] = [
            (pair, placed) for pair in pairs if (placed := _tag(scene, pair, storyline)) is not None
        ]
        if scene.counts and scene.counts.waiting and storyline is None:
            waits = scene.counts.waiting
            found += [
                (name, waiting(waits[name], scene.steps.frame(name)))
                for name in scene.steps.meeting(view.sight.grown(REACH))
                if waits.get(name)
            ]
        if not found:
            return
        rows = np.array([(at.x, at.y, at.right, at.bottom) for _, (_, at) in found])
        for (name, (tag, _)), frame in zip(found, view.frames(rows).tolist(), strict=True):
            is_dim = storyline is not None and name not in storyline.pairs
            painter.setOpacity(DIMMED if is_dim else 1.0)
            self._sprites.draw(
                painter,
                ("tag", name),
                tag,
                Rect(*frame),
                partial(tag.paint, theme=self._theme),
            )
        painter.setOpacity(1.0)

    def _paint_marks(
        self, painter: QPainter, view: Shown, table: Table[str], name: str, radius: float
    ) -> None:
        is_ringed = view.is_ringed(name)
        if not (is_ringed or view.overlay.hovered.id == name):
            return
        frame = table.frame(name)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _to_canvas(painter, view)
        if is_ringed:
            paint = paint_outline if view.is_passed(name) else paint_ring
            paint(painter, frame, radius, self._theme)
        else:
            paint_focus(painter, frame, radius, self._theme.edge)
        painter.restore()


def _tag(scene: Scene, pair: Pair, storyline: Storyline | None) -> Placed | None:
    return storyline.tag(scene, pair) if storyline else tag_on(scene, pair)


def _paint_at_corner(painter: QPainter, step: PlacedStep, theme: Theme) -> None:
    painter.translate(-step.frame.x, -step.frame.y)
    paint_step(painter, step, theme)
    if not step.is_pill:
        paint_more(painter, more_on(step.frame), theme)


def _seen(table: Table[str], view: Shown) -> Iterable[tuple[str, Rect]]:
    """Return what is in view, with its frames in pixels of the painter."""
    seen = table.inside(view.sight.grown(REACH))
    frames = view.frames(table.rows[seen]).tolist()
    return [(table.names[place], Rect(*frame)) for place, frame in zip(seen, frames, strict=True)]


def _line(view: Shown) -> tuple[int, int]:
    return max(1, round(THICKNESS * view.zoom)), round(RADIUS * view.zoom)


def _lit(view: Shown) -> list[Pair]:
    overlay = view.overlay
    found = [overlay.hovered.pair, overlay.slot.pair, overlay.chosen_path]
    return [pair for pair in found if pair is not None]


def _to_canvas(painter: QPainter, view: Shown) -> None:
    painter.translate(-view.left, -view.top)
    painter.scale(view.zoom, view.zoom)
