"""What came of an import: rows read, rows refused with their numbers, and what was assumed."""

from dataclasses import dataclass, field

from journeys.values import Value, Whole

SHOWN = 80


class Rejection(Value):
    """A row that was not taken over; `row` is its number as an editor shows it, from 1."""

    file: str
    row: Whole
    reason: str
    text: str = ""


class Rounding(Value):
    """Numbers of a column that had more decimals than are kept; halves went to the even one."""

    name: str
    scale: Whole
    count: Whole


class History(Value):
    """An attribute that is kept with its history; it varies within so many customers (R33)."""

    name: str
    customers: Whole


class Report(Value):
    """What an import did: what came of the rows, and what had to be assumed, in sentences."""

    events: Whole = 0
    customers: Whole = 0
    changes: Whole = 0
    histories: tuple[History, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    assumptions: tuple[str, ...] = ()
    roundings: tuple[Rounding, ...] = ()


@dataclass(slots=True)
class Ledger:
    """Collects what is worth telling while an import runs; owned by one import."""

    rejected: list[Rejection] = field(default_factory=list)

    def reject(self, file: str, row: int, reason: str, text: str = "") -> None:
        """Note a row that is not taken over, with the beginning of what it says."""
        shown = text[:SHOWN].encode("utf-8", "replace").decode("utf-8").replace("\0", "\\0")
        self.rejected.append(Rejection(file=file, row=row, reason=reason, text=shown))
