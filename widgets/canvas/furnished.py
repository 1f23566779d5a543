"""What stands in the corners of the canvas: the map, the bar, and what an empty journey offers."""

from PySide6.QtWidgets import QWidget

from widgets.canvas.camera import FIT_MARGIN
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.minimap import Minimap
from widgets.canvas.pointing import Pointing
from widgets.document import Document
from widgets.theme import Theme

MARGIN = 16
CHIP_GAP = 8
FEWEST = 2
BELOW_FIRST, ROOM_FOR_FIRST = 40, 240
ROOM = 420, 320


class Furnished(Pointing):
    """A canvas with things at its edges, which keep to the part that no panel covers."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__(document, theme)
        self._map = Minimap(self.scene, theme, self)
        self._map.looked.connect(self._look_at)
        self._bar: QWidget | None = None
        self._beside: QWidget | None = None
        self._above: QWidget | None = None
        self._taken = 0
        self._beginnings: QWidget | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self._map.set_theme(theme)

    def pin(self, bar: QWidget, beside: QWidget | None = None) -> None:
        """Keep a bar in the lower left corner of what no panel covers, and a chip beside it."""
        self._bar, self._beside = bar, beside
        for each in (bar, beside):
            if each is not None:
                each.setParent(self)
                each.show()
        self.refresh()

    def pin_above(self, chip: QWidget) -> None:
        """Keep a chip in the upper left corner of what no panel covers, while it is shown."""
        self._above = chip
        chip.setParent(self)
        self.refresh()

    def share_foot(self, taken: int) -> None:
        """Keep the bar at the right, as something so wide stands in the lower left corner; 0: none.

        Where there is no room for both the bar is not shown.
        """
        self._taken = taken
        self.refresh()

    def show_when_empty(self, beginnings: QWidget) -> None:
        """Show something under the place of the first step while there is none."""
        beginnings.setParent(self)
        self._beginnings = beginnings
        self.refresh()

    @property
    def fitting_part(self) -> Rect:
        """The part of the view that neither a panel nor the bar nor the chip above covers."""
        part = super().fitting_part
        foot = max(0, self._bar.height() + 2 * MARGIN - FIT_MARGIN) if self._bar else 0
        if self._beginnings is not None and self._has_room_for_beginnings():
            foot = self._beginnings.height() + BELOW_FIRST
        above = self._above.height() if self._above and not self._above.isHidden() else 0
        head = max(0, above + 2 * MARGIN - FIT_MARGIN) if above else 0
        return Rect(part.x, part.y + head, part.width, max(0, part.height - foot - head))

    def reveal_uncovered(self, frame: Rect) -> None:
        """Bring a part of the canvas to where nothing lies over it, the map included."""
        super().reveal_uncovered(frame)
        small, seen = self._map.geometry(), self.camera.frame(frame)
        over = Rect(small.x(), small.y(), small.width(), small.height()).grown(CHIP_GAP)
        if not self._map.isHidden() and over.shared(seen):
            self.look(self.camera.panned(over.x - seen.right, 0.0))

    def refresh(self) -> None:
        """Paint again soon, the map as well."""
        super().refresh()
        part = self.part
        self._map.move(round(part.right) - self._map.width() - MARGIN, round(part.y) + MARGIN)
        self._map.setVisible(self._has_room_for_map())
        self._map.show_sight(self.clear_sight)
        self._place_beginnings()
        if self._above is not None:
            self._above.move(round(part.x) + MARGIN, round(part.y) + MARGIN)
        if self._bar is not None:
            bottom = round(part.bottom) - self._bar.height() - MARGIN
            right = round(part.right) - self._bar.width() - MARGIN
            room = part.width - self._taken - self._bar.width() - 3 * MARGIN
            has_room = part.width >= self._bar.width() + 2 * MARGIN
            self._bar.setVisible(room >= 0 if self._taken else has_room)
            self._bar.move(right if self._taken else round(part.x) + MARGIN, bottom)
            self._place_beside(bottom)

    def _place_beside(self, bottom: int) -> None:
        """Show the chip beside the bar where there is room for all of it."""
        bar, chip = self._bar, self._beside
        if bar is not None and chip is not None:
            left = bar.x() + bar.width() + CHIP_GAP
            has_room = left + chip.width() + MARGIN <= self.part.right
            chip.setVisible(has_room and bool(chip.width()) and not self._taken)
            chip.move(left, bottom)

    def _place_beginnings(self) -> None:
        first, shown = self.scene.placeholder, self._beginnings
        if shown is None:
            return
        if first is not None and self._has_room_for_beginnings():
            below = self.camera.to_view(Point(first.centre.x, first.bottom))
            shown.move(round(below.x - shown.width() / 2), round(below.y) + BELOW_FIRST)
            shown.show()
        else:
            shown.hide()

    def _has_room_for_beginnings(self) -> bool:
        part, shown = self.part, self._beginnings
        is_empty = not self.journey.nodes and shown is not None
        return (
            is_empty
            and shown is not None
            and part.width >= shown.width()
            and (part.height >= shown.height() + ROOM_FOR_FIRST)
        )

    def _has_room_for_map(self) -> bool:
        """Say whether there is room for a map, and it hides nothing of a view of everything."""
        part, scale = self.part, self.camera.scale
        if part.width < ROOM[0] or part.height < ROOM[1] or len(self.scene.steps.names) < FEWEST:
            return False
        at = self.camera.to_canvas(Point(self._map.x(), self._map.y()))
        under = Rect(at.x, at.y, self._map.width() / scale, self._map.height() / scale)
        return not (self.is_fitted and len(self.scene.steps.inside(under)))

    def _look_at(self, point: object) -> None:
        if isinstance(point, Point):
            self.look_at(point, self.camera.scale)
