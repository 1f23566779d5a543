"""How far a part of the drawing reaches to the left and to the right, row by row."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contour:
    """The outline of a part: for each row it touches, left and right end in pixels less `shift`.

    Parts are put together by writing the smaller outline into the larger one, which then belongs
    to the whole alone: so the time stays small however deep a journey is.
    """

    rows: dict[int, tuple[int, int]]
    shift: int = 0

    def moved(self, by: int) -> "Contour":
        """Return the outline of the part, put further to the right."""
        return Contour(self.rows, self.shift + by)

    def beside(self, other: "Contour") -> int | None:
        """Return how far right another part must go to stand right of this one.

        None says that they have no row in common.
        """
        shared = self._shared(other)
        if not shared:
            return None
        mine, its = self.rows, other.rows
        return max(mine[row][1] - its[row][0] for row in shared) + self.shift - other.shift

    def nearest(self, other: "Contour", wanted: int) -> int:
        """Return where another part can stand without lying over this one, closest to a place."""
        between = self.shift - other.shift
        mine, its = self.rows, other.rows
        shared = self._shared(other)
        is_free = all(
            mine[row][1] + between <= its[row][0] + wanted
            or its[row][1] + wanted <= mine[row][0] + between
            for row in shared
        )
        if is_free:
            return wanted
        right = max(mine[row][1] - its[row][0] for row in shared) + between
        left = min(mine[row][0] - its[row][1] for row in shared) + between
        return right if right - wanted <= wanted - left else left

    def joined(self, other: "Contour", at: int) -> "Contour":
        """Return the outline of both, the other one put at a place; it uses up both."""
        large, small = self, other.moved(at)
        if len(small.rows) > len(large.rows):
            large, small = small, large
        by = small.shift - large.shift
        for row, (begin, end) in small.rows.items():
            left, right = large.rows.get(row, (begin + by, end + by))
            large.rows[row] = (min(left, begin + by), max(right, end + by))
        return large

    def _shared(self, other: "Contour") -> list[int]:
        """Return the rows both touch."""
        few, many = sorted((self.rows, other.rows), key=len)
        return [row for row in few if row in many]

    def span(self) -> tuple[int, int]:
        """Return its left and right end over all rows."""
        ends = self.rows.values()
        return min(left for left, _ in ends) + self.shift, max(
            right for _, right in ends
        ) + self.shift
