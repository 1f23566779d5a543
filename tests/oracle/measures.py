"""How often, how much and when last (R25, R31, R153)."""

from collections.abc import Sequence
from decimal import Decimal

from journeys.conditions.tree import BehaviourTest, Filter
from journeys.durations import Duration
from journeys.people.population import Content
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
    """Return the rows in (now - W, now], those after the entry event, or all."""
    if since == "entry":
        return history[entered:]
    return [row for row in history if within is None or row.time > now - within.window]


def is_one(row: Happening, event: str, where: Filter | None, now: int) -> bool:
    """Return whether a row is the event that is asked for."""
    return row.name == event and passes(where, row.properties, now)


def measure(leaf: BehaviourTest, history: Sequence[Happening], entered: int, now: int) -> Content:
    """Return how often, how much or when last; None where it is missing."""
    in_time = looked_at(history, entered, now, since=leaf.since, within=leaf.within)
    rows = [row for row in in_time if is_one(row, leaf.event, leaf.where, now)]
    if leaf.measure == "count":
        return len(rows)
    if leaf.measure == "last":
        return max((row.time for row in rows), default=None)
    amounts = (row.properties.get(leaf.of or "") for row in rows)
    numbers = (amount for amount in amounts if isinstance(amount, (int, Decimal)))
    return sum((Decimal(number) for number in numbers), Decimal(0))
