"""What a run says: one row for each decision, and what became of each unit of an experiment."""

from dataclasses import dataclass
from decimal import Decimal

Operand = str | int | Decimal | bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """One decision; instants are epoch seconds, `entry` is 16 hexadecimal digits or None."""

    time: int
    journey: str
    entry: str | None
    node: str | None
    reason: str
    operands: tuple[Operand, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitResult:
    """What became of one unit of an experiment from its first exposure (R126)."""

    arm: str
    exposed_at: int
    converted: bool
    censored: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """All rows by customer, the span of the run, and results by (experiment, unit)."""

    rows: dict[str, tuple[Row, ...]]
    start: int
    end: int
    units: dict[tuple[str, str], UnitResult]
