"""What stands above the drawing while a person works: ports, signs to add a step, the band."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPainter

from widgets.canvas.blocks import BLOCKS_UNDER
from widgets.canvas.brush import area, box
from widgets.canvas.cards import paint_more
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.overlay import (
    TIP_HEIGHT,
    paint_band,
    paint_chosen_handle,
    paint_corner,
    paint_handle,
    paint_leading,
    paint_plus,
    paint_slot,
    paint_tip,
)
from widgets.canvas.scene import Scene
from widgets.canvas.shown import Shown
from widgets.canvas.spots import more_on, near_handles
from widgets.canvas.tags import plus_on
from widgets.theme import Theme

TIP_GAP = 15
TIP_BELOW = 8
ON_PATH = frozenset({"path", "plus", "tag"})
ON_NOTE = frozenset({"note", "corner"})
ADD_KEY = "A"
MARGIN = 60
MORE_RADIUS = 6


def paint_working(
    painter: QPainter,
    scene: Scene,
    view: Shown,
    theme: Theme,
) -> None:
    """Paint it all, in places of the canvas."""
    overlay, pixel = view.overlay, 1 / view.camera.scale
    if view.camera.scale >= BLOCKS_UNDER:
        _paint_handles(painter, scene, view, theme)
        _paint_signs(painter, scene, view, theme)
    if overlay.chosen_way.what == "port":
        _paint_chosen_end(painter, scene, view, theme)
    if overlay.hovered.what in ON_NOTE and overlay.hovered.id in scene.notes.place:
        paint_corner(painter, scene.notes.frame(overlay.hovered.id), theme)
    if overlay.hovered.what == "more" and overlay.hovered.id in scene.steps.place:
        sign = more_on(scene.steps.frame(overlay.hovered.id))
        box(painter, sign, MORE_RADIUS, theme.hover)
        paint_more(painter, sign, theme)
    for guide in overlay.guides:
        wide, high = max(guide.width, pixel), max(guide.height, pixel)
        painter.fillRect(area(Rect(guide.x, guide.y, wide, high)), QColor(theme.accent))
    if overlay.leading:
        paint_leading(painter, overlay.leading, theme)
    if overlay.band:
        paint_band(painter, overlay.band, theme, pixel)


def _paint_handles(painter: QPainter, scene: Scene, view: Shown, theme: Theme) -> None:
    overlay, near = view.overlay, view.overlay.hovered.id
    for name in scene.steps.meeting(view.sight.grown(MARGIN)):
        if name != near and not scene.is_loose(name):
            continue
        for handle in near_handles(scene, name, is_near=name == near):
            spots = (overlay.hovered, overlay.slot)
            is_hovered = any(
                spot.what == "port" and (spot.id, spot.port) == (name, handle.port)
                for spot in spots
            )
            paint_handle(painter, handle, theme, is_hovered=is_hovered)


def _paint_signs(painter: QPainter, scene: Scene, view: Shown, theme: Theme) -> None:
    overlay = view.overlay
    if overlay.slots:
        for pair in scene.ways.table.meeting(view.sight):
            place = plus_on(scene, pair)
            paint_slot(painter, place, theme, is_taken=overlay.slot.pair == pair)
        return
    hovered = overlay.hovered.pair if overlay.hovered.what in ON_PATH else None
    for each in dict.fromkeys((overlay.chosen_path, hovered)):
        if each is None or each not in scene.ways.table.place:
            continue
        place = plus_on(scene, each)
        paint_plus(painter, place, theme)
        if overlay.hovered.what == "plus" or each == overlay.chosen_path:
            _paint_tip(painter, Point(place.right + TIP_GAP, place.centre.y), theme)


def _paint_chosen_end(painter: QPainter, scene: Scene, view: Shown, theme: Theme) -> None:
    """Paint the chosen way out that leads nowhere; its tip leaves those beside it in view."""
    way = view.overlay.chosen_way
    for handle in near_handles(scene, way.id, is_near=True):
        if handle.port == way.port:
            paint_chosen_handle(painter, handle, theme)
            if view.camera.scale >= BLOCKS_UNDER:
                below = handle.frame.bottom + TIP_BELOW + TIP_HEIGHT / 2
                _paint_tip(painter, Point(handle.frame.x, below), theme)


def _paint_tip(painter: QPainter, left_middle: Point, theme: Theme) -> None:
    said = QCoreApplication.translate("Canvas", "Add a step here")
    paint_tip(painter, left_middle, said, ADD_KEY, theme)
