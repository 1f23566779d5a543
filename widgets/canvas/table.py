"""Rows of numbers under names, kept in one array so that thousands are compared at once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from widgets.canvas.geometry import Point, Rect

K = TypeVar("K", bound=Hashable)
Floats = NDArray[np.float64]
Places = NDArray[np.intp]


class Table(Generic[K]):
    """Owns an array float64 (names, columns); the first four are left, top, right and bottom."""

    def __init__(self, columns: int) -> None:
        self.names: list[K] = []
        self.place: dict[K, int] = {}
        self.rows: Floats = np.empty((0, columns))

    def put(self, found: Mapping[K, Sequence[float]]) -> None:
        """Write rows: those of names that are there already in their places, others at the end."""
        if not found:
            return
        new = [name for name in found if name not in self.place]
        if new:
            self.place.update({name: len(self.names) + count for count, name in enumerate(new)})
            self.names.extend(new)
            more = np.zeros((len(new), self.rows.shape[1]))
            self.rows = np.concatenate([self.rows, more])
        places = np.fromiter((self.place[name] for name in found), np.intp, len(found))
        self.rows[places] = np.array(list(found.values()), dtype=np.float64)

    def drop(self, names: Iterable[K]) -> None:
        """Take rows away; the others keep their order."""
        gone = {self.place[name] for name in names if name in self.place}
        if not gone:
            return
        kept = [name for count, name in enumerate(self.names) if count not in gone]
        self.rows = np.delete(self.rows, sorted(gone), axis=0)
        self.names = kept
        self.place = {name: count for count, name in enumerate(kept)}

    def row(self, name: K) -> Floats:
        """Return the row of a name; what is written into it is written into the table."""
        found: Floats = self.rows[self.place[name]]
        return found

    def frame(self, name: K) -> Rect:
        """Return the rectangle of a name."""
        left, top, right, bottom = (float(number) for number in self.row(name)[:4])
        return Rect(left, top, right - left, bottom - top)

    def inside(self, rect: Rect) -> Places:
        """Return the places of all rows whose rectangle meets this one, in their order."""
        return meeting(self.rows, rect)

    def meeting(self, rect: Rect) -> list[K]:
        """Return the names of all rows whose rectangle meets this one, in their order."""
        return [self.names[place] for place in self.inside(rect)]

    def at(self, point: Point, reach: float = 0.0) -> K | None:
        """Return the name whose rectangle holds a place, the last where there are several."""
        found = self.inside(Rect(point.x - reach, point.y - reach, 2 * reach, 2 * reach))
        return self.names[found[-1]] if len(found) else None

    @property
    def whole(self) -> Rect | None:
        """The smallest rectangle around all rows; None where there are none."""
        if not len(self.rows):
            return None
        left, top = self.rows[:, :2].min(axis=0).tolist()
        right, bottom = self.rows[:, 2:4].max(axis=0).tolist()
        return Rect(left, top, right - left, bottom - top)

    def around(self, names: Iterable[K]) -> Floats | None:
        """Return left, top, right and bottom of all these together, or None where none is there."""
        places = [self.place[name] for name in names if name in self.place]
        if not places:
            return None
        rows = self.rows[places]
        return np.concatenate([rows[:, :2].min(axis=0), rows[:, 2:4].max(axis=0)])


def meeting(rows: Floats, rect: Rect) -> Places:
    """Return the places of rows (left, top, right, bottom, ...) that meet a rectangle."""
    met = (rows[:, 0] <= rect.right) & (rows[:, 2] >= rect.x)
    met &= (rows[:, 1] <= rect.bottom) & (rows[:, 3] >= rect.y)
    return np.nonzero(met)[0]
