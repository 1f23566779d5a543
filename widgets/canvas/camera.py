"""Which part of the drawing is in view, and how large."""

from dataclasses import dataclass

from widgets.canvas.geometry import Point, Rect

SMALLEST = 0.02
LARGEST = 4.0
LARGEST_FIT = 1.0
WHOLE = 1.0
FIT_MARGIN = 48


@dataclass(frozen=True, slots=True)
class Camera:
    """`left` and `top` is the place on the canvas at the view's corner, `scale` 1.0 is 100 %."""

    left: float = 0.0
    top: float = 0.0
    scale: float = WHOLE

    def to_canvas(self, place: Point) -> Point:
        """Return where on the canvas a place of the view is."""
        return Point(self.left + place.x / self.scale, self.top + place.y / self.scale)

    def to_view(self, point: Point) -> Point:
        """Return where in the view a place of the canvas is."""
        return Point((point.x - self.left) * self.scale, (point.y - self.top) * self.scale)

    def frame(self, rect: Rect) -> Rect:
        """Return where in the view a rectangle of the canvas is."""
        corner = self.to_view(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)

    def sight(self, width: float, height: float) -> Rect:
        """Return the rectangle of the canvas that a view of this size shows."""
        return Rect(self.left, self.top, width / self.scale, height / self.scale)

    def panned(self, right: float, down: float) -> "Camera":
        """Return it after the drawing went so many pixels of the view to the right and down."""
        return Camera(self.left - right / self.scale, self.top - down / self.scale, self.scale)

    def zoomed(self, factor: float, at: Point) -> "Camera":
        """Return it so many times larger, with the place at this place of the view kept there."""
        scale = min(LARGEST, max(SMALLEST, self.scale * factor))
        under = self.to_canvas(at)
        return Camera(under.x - at.x / scale, under.y - at.y / scale, scale)

    @classmethod
    def fitting(cls, rect: Rect, width: float, height: float) -> "Camera":
        """Return the one that shows all of a rectangle in the middle, at most at 100 %."""
        wide = max(1.0, width - 2 * FIT_MARGIN) / max(1.0, rect.width)
        high = max(1.0, height - 2 * FIT_MARGIN) / max(1.0, rect.height)
        scale = max(SMALLEST, min(LARGEST_FIT, wide, high))
        return cls.centred(rect.centre, width, height, scale)

    @classmethod
    def centred(cls, on: Point, width: float, height: float, scale: float) -> "Camera":
        """Return the one that shows a place in the middle of a view of this size."""
        return cls(on.x - width / scale / 2, on.y - height / scale / 2, scale)
