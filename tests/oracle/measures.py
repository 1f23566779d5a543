"""How often, how much, how many different, what first and last (R25, R31, R153, R200, R201)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from journeys.conditions.tree import BehaviourTest, Filter
from journeys.durations import Duration
from journeys.people.population import Content
from tests.oracle.comparisons import Actual
from tests.oracle.filters import passes
from tests.oracle.happening import Happening


def looked_at(
    history: Sequence[Happening],
    entered: int,
    now: int,
    *,
    since: str | None,
    within: Duration | None,
) -> Sequence[Happening]:
    """Return the rows in (now - W, now], those after the entry event, or all, by their times."""
    order = sorted((row.time, place) for place, row in enumerate(history))
    if since == "entry":
        entry = (history[entered - 1].time, entered - 1)
        return [history[place] for time, place in order if (time, place) > entry]  # R227
    return [history[place] for time, place in order if within is None or time > now - within.window]


def is_one(row: Happening, event: str, where: Filter | None, now: int) -> bool:
    """Return whether a row is the event that is asked for."""
    return row.name == event and passes(where, row.properties, now)


def measure(leaf: BehaviourTest, history: Sequence[Happening], entered: int, now: int) -> Actual:
    """Return what a behaviour amounts to; None where it is missing."""
    in_time = looked_at(history, entered, now, since=leaf.since, within=leaf.within)
    rows = [row for row in in_time if is_one(row, leaf.event, leaf.where, now)]
    if leaf.measure == "count":
        return len(rows)
    if leaf.measure in ("first", "last"):
        return end_of(rows, 0 if leaf.measure == "first" else -1, leaf.of)
    values = [value for row in rows if (value := row.properties.get(leaf.of or "")) is not None]
    if leaf.measure == "distinct":
        return len(set(values))
    return amount(leaf.measure, [value for value in values if isinstance(value, (int, Decimal))])


def end_of(rows: Sequence[Happening], place: int, of: str | None) -> Content:
    """Return the instant of the oldest or newest row, or what it says in a property."""
    if not rows:
        return None
    row = rows[place]
    return row.time if of is None else row.properties.get(of)


def amount(measure: str, numbers: Sequence[int | Decimal]) -> Actual:
    """Return a sum, which of nothing is 0, or an average, the least or the greatest."""
    total = sum((Decimal(number) for number in numbers), Decimal(0))
    if measure == "sum":
        return total
    if not numbers:
        return None
    if measure == "average":
        return Fraction(total) / len(numbers)
    return min(numbers) if measure == "minimum" else max(numbers)
