"""Conditions as chains of comparisons: each knows where to go on when it is true, and when not."""

from journeys.conditions.segments import depths
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    ArmTest,
    AttributeTest,
    BehaviourTest,
    ContextTest,
    EngagementTest,
    EntryTest,
    Leaf,
    ListTest,
    Not,
    NotFilter,
    PropertyTest,
    SampleTest,
    SegmentTest,
    SequenceTest,
    Tree,
    leaves,
)
from journeys.errors import InvalidJourneyError
from journeys.hashing import stable_hash
from journeys.people.population import ColumnType
from journeys.program import operations as op
from journeys.program.contexts import Contexts
from journeys.program.holding import Test, test, test_average, test_codes
from journeys.program.measuring import TIME, Measuring
from journeys.program.needs import Needs
from journeys.program.pool import Pool
from journeys.program.reading import Reading
from journeys.program.scope import Scope
from journeys.program.vocabulary import Column

ARM = Column("arm", ColumnType.TEXT)
POINT = Column("point", ColumnType.WHOLE)
TRUTH = Column("truth", ColumnType.TRUTH)

RELATIVE = frozenset({op.TEST_WITHIN, op.TEST_LONGER_AGO})
IS_THERE: Test = (op.TEST_PRESENT, 0, 0)
IS_SO: Test = (op.TEST_EQUAL, 1, 0)
DID = {"sent": op.DID_SENT, "opened": op.DID_OPENED, "clicked": op.DID_CLICKED}


class Leaves:
    """Owns the comparisons of a program while it is being written.

    `scope` is what surrounds the conditions that are written next. `changes_with_time` says that
    one is watched which time alone can change.
    """

    def __init__(self, pool: Pool, reading: Reading, needs: Needs) -> None:
        self.pool = pool
        self.reading = reading
        self.scope = Scope()
        self.rows: list[list[int]] = []
        self.columns: list[Column] = []
        self.asked: list[Leaf] = []
        self.changes_with_time = False
        self.measuring = Measuring(pool, reading, self.chain)
        self._contexts = Contexts(reading, needs)
        self._segments: dict[tuple[str, str], tuple[int, range]] = {}
        self._calls: dict[int, range] = {}

    def chain(self, tree: Tree | None, first_number: int = 0) -> int:
        """Write a condition; return where asking it begins (ALWAYS for none at all)."""
        if tree is None:
            return op.ALWAYS
        return self._write(tree, op.YES, op.NO, first_number)

    def watched(self, tree: Tree | None) -> tuple[int, int]:
        """Write a condition; return where asking it begins, and the list of what changes in it.

        The list is counted: every comparison that can change with time alone, each followed by the
        counted list of those in its filter (R24).
        """
        first = len(self.rows)
        start = self.chain(tree)
        changing = self._changing(range(first, len(self.rows)))
        self.changes_with_time |= bool(changing)
        return start, self.pool.put((len(changing), *(each for one in changing for each in one)))

    def _changing(self, places: range) -> list[list[int]]:
        """Return what changes with time alone among rows, and in the segments they ask for."""
        changing: list[list[int]] = []
        inside: list[int] = []
        for place in places:
            row = self.rows[place]
            is_relative = row[op.L_TEST] in RELATIVE
            if row[op.L_SOURCE] == op.FROM_PROPERTY:
                inside += [place] if is_relative else []
                continue
            segment = self._calls.get(place)
            if segment is not None and segment.start not in places:
                changing += self._changing(segment)
            if is_relative or row[op.L_WINDOW] >= 0 or inside or self._waits_for_gap(row):
                changing.append([place, len(inside), *inside])
            inside = []
        return changing

    def _waits_for_gap(self, row: list[int]) -> bool:
        """Say whether time alone tells that nothing followed any more."""
        if row[op.L_SOURCE] != op.FROM_SEQUENCE:
            return False
        then = row[op.L_OF]
        has_gap = self.pool.numbers[then + op.Q_GAP] != op.NOWHERE
        return has_gap and self.pool.numbers[then + op.Q_BUT_NOT] == 1

    def _write(self, tree: Tree, yes: int, no: int, number: int) -> int:
        """Write a tree back to front, so that each part knows where its successor begins."""
        if isinstance(tree, (Not, NotFilter)):
            return self._write(tree.of, no, yes, number)
        if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
            needs_all = isinstance(tree, (AllOf, AllOfFilter))
            counts = [sum(1 for _ in leaves(part)) for part in tree.of]
            onward = yes if needs_all else no
            for place in range(len(tree.of) - 1, -1, -1):
                ways = (onward, no) if needs_all else (yes, onward)
                onward = self._write(tree.of[place], *ways, number + sum(counts[:place]))
            return onward
        return self._write_leaf(tree, yes, no, number)

    def _write_leaf(self, leaf: Leaf, yes: int, no: int, number: int) -> int:
        row = [0] * op.LEAF_WIDTH
        row[op.L_WINDOW], row[op.L_FILTER], row[op.L_OF] = op.ALWAYS, op.ALWAYS, op.NOWHERE
        row[op.L_RUNNING] = op.NOWHERE
        column, asks = self._source(leaf, row)
        row[op.L_TEST], row[op.L_X], row[op.L_Y] = asks
        row[op.L_NUMBER], row[op.L_YES], row[op.L_NO] = number, yes, no
        self.rows.append(row)
        self.columns.append(column)
        self.asked.append(leaf)
        if isinstance(leaf, SegmentTest):
            self._calls[len(self.rows) - 1] = self._segment(leaf.segment)[1]
        return len(self.rows) - 1

    def _source(self, leaf: Leaf, row: list[int]) -> tuple[Column, Test]:  # noqa: PLR0911 a line a kind
        """Write where the value of a leaf comes from; return its column and how it is held."""
        match leaf:
            case SequenceTest():
                return self.measuring.sequence(leaf, row), IS_THERE
            case SampleTest():
                row[op.L_SOURCE], row[op.L_A] = op.FROM_SAMPLE, stable_hash(leaf.name)
                return POINT, (op.TEST_AT_MOST, leaf.share - 1, 0)
            case ListTest():
                row[op.L_SOURCE] = op.FROM_LIST
                row[op.L_A] = self.reading.find_attribute(f"list.{leaf.list}")
                return TRUTH, IS_SO
            case SegmentTest():
                row[op.L_SOURCE], row[op.L_A] = op.FROM_SEGMENT, self._segment(leaf.segment)[0]
                return TRUTH, IS_SO
            case ArmTest():
                row[op.L_SOURCE], row[op.L_A] = op.FROM_ARM, self._unit(leaf.experiment)
                return ARM, test_codes(
                    leaf, lambda arm: stable_hash(leaf.experiment, arm), self.pool
                )
            case BehaviourTest(measure="average"):
                column, measured = self.measuring.behaviour(leaf, row)
                return column, test_average(leaf, measured)
            case _:
                column = self._compared(leaf, row)
                return column, test(leaf, column, self.pool, self.reading.vocabulary)

    def _compared(
        self,
        leaf: PropertyTest
        | EntryTest
        | AttributeTest
        | ContextTest
        | EngagementTest
        | BehaviourTest,
        row: list[int],
    ) -> Column:
        match leaf:
            case BehaviourTest():
                return self.measuring.behaviour(leaf, row)[0]
            case AttributeTest():
                row[op.L_SOURCE] = op.FROM_ATTRIBUTE
                row[op.L_A], column = self.reading.attribute(leaf.name)
                return column
            case ContextTest():
                row[op.L_SOURCE] = op.FROM_CONTEXT
                row[op.L_A], column = self._contexts.look_up(leaf.name, self.scope)
                return column
            case EngagementTest():
                row[op.L_SOURCE], row[op.L_A] = op.FROM_MESSAGE, self._message(leaf)
                return TIME
        is_entry = isinstance(leaf, EntryTest)
        row[op.L_SOURCE] = op.FROM_ENTRY if is_entry else op.FROM_PROPERTY
        row[op.L_A], column = self.reading.column(leaf.name)
        return column

    def _unit(self, experiment: str) -> int:
        """Return the place of what is known of the unit of an experiment; 0 where none is dealt."""
        unit = self.scope.units.get(experiment)
        if unit is None:
            return 0
        table = [0] * op.S_FIRST
        table[op.S_EXPERIMENT], table[op.S_UNIT] = stable_hash(experiment), unit
        table[op.S_HASHES] = self.scope.hashes.get(unit, 0)
        return self.pool.put(table)

    def _message(self, leaf: EngagementTest) -> int:
        """Return the place of what is asked of a message; one that is no step was never sent."""
        table = [0] * op.ENGAGEMENT_WIDTH
        table[op.Y_DID] = DID[leaf.did]
        noted = self.scope.messages.get(leaf.step)
        if noted is not None:
            table[op.Y_NOTES], table[op.Y_NODE] = noted.place, noted.node
            if leaf.did != "sent":
                table[op.Y_ANSWER] = self.measuring.event(f"{noted.channel}_{leaf.did}")
        return self.pool.put(table)

    def _segment(self, name: str) -> tuple[int, range]:
        """Return where asking a segment begins, and its rows; it is written when first asked for.

        Raises InvalidJourneyError for one that is not there, or lies in others without end.
        """
        scope = self.scope
        depth = depths(scope.segments).get(name)
        if depth is None or depth > op.DEEPEST_SEGMENTS:
            raise InvalidJourneyError(
                f"The segment {name!r} cannot be asked for.", "Mend what the problems say of it."
            )
        if (scope.journey, name) not in self._segments:
            first = len(self.rows)
            start = self.chain(scope.segments[name])
            self._segments[scope.journey, name] = start, range(first, len(self.rows))
        return self._segments[scope.journey, name]
