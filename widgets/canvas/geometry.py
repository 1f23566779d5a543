"""Places and sizes on the canvas, in pixels at 100 %."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the canvas: `x` grows to the right, `y` downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle, by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, centre: Point, width: float, height: float) -> "Rect":
        """Return the rectangle of a size with this centre."""
        return cls(centre.x - width / 2, centre.y - height / 2, width, height)

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, by: float) -> "Rect":
        """Return it with so much more on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def shared(self, other: "Rect") -> float:
        """Return the area the two share, in square pixels."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        high = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0.0, wide) * max(0.0, high)

    def holds(self, point: Point) -> bool:
        """Say whether a place lies inside, its border included."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom


def surrounding(rectangles: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around all of these; of none it is empty."""
    found = tuple(rectangles)
    if not found:
        return Rect(0, 0, 0, 0)
    left, top = min(each.x for each in found), min(each.y for each in found)
    right, bottom = max(each.right for each in found), max(each.bottom for each in found)
    return Rect(left, top, right - left, bottom - top)
