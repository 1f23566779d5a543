"""One thing after another, and one thing without another after it (R207)."""

from collections.abc import Sequence

from journeys.conditions.tree import SequenceTest
from tests.oracle.happening import Happening
from tests.oracle.measures import is_one, looked_at


def latest(leaf: SequenceTest, history: Sequence[Happening], entered: int, now: int) -> int | None:
    """Return the instant of the latest row that makes a sequence true, None where none does."""
    rows = looked_at(history, entered, now, since=leaf.since, within=leaf.within)
    firsts, thens = (
        [place for place, row in enumerate(rows) if is_one(row, one.event, one.where, now)]
        for one in (leaf.first, leaf.then)
    )
    pairs = [(one, other) for one in firsts for other in thens if is_pair(leaf, rows, one, other)]
    if leaf.but_not:
        paired = {one for one, _ in pairs}
        found = [one for one in firsts if one not in paired and is_over(leaf, rows[one], now)]
    else:
        found = [other for _, other in pairs]
    return max((rows[place].time for place in found), default=None)


def is_pair(leaf: SequenceTest, rows: Sequence[Happening], one: int, other: int) -> bool:
    """Return whether one row follows another soon enough, and says the same."""
    first, then = rows[one], rows[other]
    if other <= one or (leaf.gap is not None and then.time - first.time > leaf.gap.window):
        return False
    if leaf.same is None:
        return True
    said = first.properties.get(leaf.same)
    return said is not None and said == then.properties.get(leaf.same)


def is_over(leaf: SequenceTest, first: Happening, now: int) -> bool:
    """Return whether it is too late for anything to follow."""
    return leaf.gap is None or first.time + leaf.gap.window <= now
