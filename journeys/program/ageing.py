"""When time alone can change the segments by which customers enter, as far as the data tell."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from journeys.program import operations as op
from journeys.program.pool import Pool

RELATIVE = (op.TEST_WITHIN, op.TEST_LONGER_AGO)


class Ageing:
    """Owns the spans after which events leave what such segments look at (R218).

    Any event of such an instant has them asked, so it is read, whatever it is about.
    """

    def __init__(self, pool: Pool, leaves: Sequence[Sequence[int]]) -> None:
        self._pool = pool
        self._leaves = leaves
        self._spans: set[tuple[int, int]] = set()
        self._is_known = True

    def watch(self, changes: int) -> None:
        """Take up what changes in a segment, as `Leaves.watched` lists it."""
        numbers, at = self._pool.numbers, changes + 1
        for _ in range(numbers[changes]):
            leaf = self._leaves[numbers[at]]
            is_behaviour = op.FROM_COUNT <= leaf[op.L_SOURCE] <= op.FROM_SEQUENCE
            if numbers[at + 1] or leaf[op.L_TEST] in RELATIVE or not is_behaviour:
                self._is_known = False
            else:
                self._spans |= self._spans_of(leaf)
            at += 2 + numbers[at + 1]

    def _spans_of(self, leaf: Sequence[int]) -> set[tuple[int, int]]:
        events, spans = {leaf[op.L_A]}, {leaf[op.L_WINDOW]}
        if leaf[op.L_SOURCE] == op.FROM_SEQUENCE:
            then = leaf[op.L_OF]
            events.add(self._pool.numbers[then + op.Q_TYPE])
            spans.add(self._pool.numbers[then + op.Q_GAP])
        return {(event, span) for event in events for span in spans if span >= 0}

    def put(self, made: AbstractSet[int], *, is_asleep: bool) -> int:
        """Write the spans as a counted list of event and seconds; 0 where nothing changes.

        NOWHERE where it may at any instant: `made` are the events that the run may make up, and
        after a sleep everything is asked as of its end.
        """
        if self._is_known and not self._spans:
            return 0
        if is_asleep or not self._is_known or any(event in made for event, _ in self._spans):
            return op.NOWHERE
        spans = sorted(self._spans)
        return self._pool.put((len(spans), *(number for each in spans for number in each)))
