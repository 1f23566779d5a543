"""The tables behind the operations: one long row of integers that only ever grows."""

from collections.abc import Iterable, Mapping

from journeys.hashing import signed
from journeys.program.operations import RUN_WIDTH


class Pool:
    """Owns the integers of a program while it is being written; equal tables are kept once.

    The first numbers are left free for the run itself, so that a place is a place in the program.
    """

    def __init__(self) -> None:
        self.numbers: list[int] = [0] * RUN_WIDTH
        self._places: dict[tuple[int, ...], int] = {}

    def put(self, numbers: Iterable[int]) -> int:
        """Return the place of a table."""
        table = tuple(signed(number % 2**64) for number in numbers)
        place = self._places.get(table)
        if place is None:
            place = len(self.numbers)
            self.numbers.extend(table)
            self._places[table] = place
        return place

    def put_counted(self, numbers: Iterable[int]) -> int:
        """Return the place of a table that begins with its length."""
        table = tuple(numbers)
        return self.put((len(table), *table))

    def put_pairs(self, pairs: Mapping[int, int]) -> int:
        """Return the place of a table (count, then sorted keys, then their values)."""
        ordered = sorted(pairs.items())
        return self.put(
            (len(ordered), *(key for key, _ in ordered), *(value for _, value in ordered))
        )

    def put_text(self, text: str) -> int:
        """Return the place of a text as its UTF-8 bytes, counted."""
        return self.put_counted(text.encode("utf-8"))
