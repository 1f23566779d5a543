"""Conditions as chains of comparisons: each knows where to go on when it is true, and when not."""

from collections.abc import Collection, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from journeys.conditions.comparison import Comparison, Operator, instant, look_back
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    AttributeTest,
    BehaviourTest,
    EntryTest,
    Leaf,
    Not,
    NotFilter,
    PropertyTest,
    Tree,
    leaves,
)
from journeys.people.population import ColumnType, Known
from journeys.program import operations as op
from journeys.program.pool import Pool
from journeys.program.reading import Reading
from journeys.program.vocabulary import Column, fold

COUNT = Column("count", ColumnType.WHOLE)
LAST = Column("last", ColumnType.INSTANT)

BITS = 63
RELATIVE = frozenset({op.TEST_WITHIN, op.TEST_LONGER_AGO})
NEGATIVE = frozenset({Operator.IS_NOT, Operator.CONTAINS_NOT, Operator.NONE_OF})


class Leaves:
    """Owns the comparisons of a program while it is being written.

    `changes_with_time` says that one is watched which time alone can change.
    """

    def __init__(self, pool: Pool, reading: Reading) -> None:
        self.pool = pool
        self.reading = reading
        self.rows: list[list[int]] = []
        self.columns: list[Column] = []
        self.asked: list[Leaf] = []
        self.changes_with_time = False

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
        changing: list[list[int]] = []
        inside: list[int] = []
        for place in range(first, len(self.rows)):
            row = self.rows[place]
            is_relative = row[op.L_TEST] in RELATIVE
            if row[op.L_SOURCE] == op.FROM_PROPERTY:
                inside += [place] if is_relative else []
                continue
            if is_relative or row[op.L_WINDOW] >= 0 or inside:
                changing.append([place, len(inside), *inside])
            inside = []
        self.changes_with_time |= bool(changing)
        return start, self.pool.put((len(changing), *(each for one in changing for each in one)))

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
        row[op.L_WINDOW], row[op.L_FILTER] = op.ALWAYS, op.ALWAYS
        column = self._source(leaf, row)
        row[op.L_TEST], row[op.L_X], row[op.L_Y] = self._test(leaf, column)
        row[op.L_NUMBER], row[op.L_YES], row[op.L_NO] = number, yes, no
        self.rows.append(row)
        self.columns.append(column)
        self.asked.append(leaf)
        return len(self.rows) - 1

    def _source(self, leaf: Leaf, row: list[int]) -> Column:
        if isinstance(leaf, (PropertyTest, EntryTest)):
            place, column = self.reading.column(leaf.name)
            row[op.L_SOURCE] = op.FROM_PROPERTY if isinstance(leaf, PropertyTest) else op.FROM_ENTRY
            row[op.L_A] = place
            return column
        if isinstance(leaf, AttributeTest):
            place, column = self.reading.attribute(leaf.name)
            row[op.L_SOURCE], row[op.L_A] = op.FROM_ATTRIBUTE, place
            return column
        return self._behaviour(leaf, row)

    def _behaviour(self, leaf: BehaviourTest, row: list[int]) -> Column:
        row[op.L_A] = self.reading.event(leaf.event)
        row[op.L_FILTER] = self.chain(leaf.where)
        if leaf.within is not None:
            row[op.L_WINDOW] = leaf.within.window
        if leaf.since is not None:
            row[op.L_WINDOW] = op.SINCE_ENTRY
        if leaf.measure == "last":
            row[op.L_SOURCE] = op.FROM_LAST
            return LAST
        if leaf.of is None:
            row[op.L_SOURCE] = op.FROM_COUNT
            return COUNT
        row[op.L_SOURCE] = op.FROM_SUM
        row[op.L_OF], column = self.reading.column(leaf.of)
        return column

    def _test(self, leaf: Comparison, column: Column) -> tuple[int, int, int]:  # noqa: PLR0911 a line a test
        """Return (test, x, y) of a comparison with a value of this column."""
        operator = leaf.operator
        if operator is Operator.MISSING:
            return (op.TEST_MISSING, 0, 0)
        if operator is Operator.PRESENT:
            return (op.TEST_PRESENT, 0, 0)
        if operator in (Operator.WITHIN_LAST, Operator.LONGER_AGO):
            test = op.TEST_WITHIN if operator is Operator.WITHIN_LAST else op.TEST_LONGER_AGO
            return (test, look_back(leaf.value), 0)
        if operator is Operator.BEFORE:
            return (op.TEST_AT_MOST, instant(leaf.value) - 1, 0)
        if operator is Operator.AFTER:
            return (op.TEST_AT_LEAST, instant(leaf.value) + 1, 0)
        if column.type is ColumnType.TEXT:
            return (op.TEST_TEXT, *self._bitset(leaf))
        return self._numeric(leaf, column)

    def _numeric(self, leaf: Comparison, column: Column) -> tuple[int, int, int]:  # noqa: PLR0911 a line a test
        exact = [scaled(value, column.scale) for value in leaf.values]
        whole = [int(value) for value in exact if value == value.to_integral_value()]
        only = exact[0]
        match leaf.operator:
            case Operator.IS:
                return (op.TEST_EQUAL, whole[0], 0) if whole else (op.TEST_NEVER, 0, 0)
            case Operator.IS_NOT:
                return (op.TEST_DIFFERS, whole[0], 0) if whole else (op.TEST_PRESENT, 0, 0)
            case Operator.ONE_OF | Operator.NONE_OF:
                test = op.TEST_ONE_OF if leaf.operator is Operator.ONE_OF else op.TEST_NONE_OF
                return (test, self.pool.put(whole), len(whole))
            case Operator.LESS:
                return (op.TEST_AT_MOST, int(only.to_integral_value(ROUND_CEILING)) - 1, 0)
            case Operator.AT_MOST:
                return (op.TEST_AT_MOST, int(only.to_integral_value(ROUND_FLOOR)), 0)
            case Operator.GREATER:
                return (op.TEST_AT_LEAST, int(only.to_integral_value(ROUND_FLOOR)) + 1, 0)
            case _:
                return (op.TEST_AT_LEAST, int(only.to_integral_value(ROUND_CEILING)), 0)

    def _bitset(self, leaf: Comparison) -> tuple[int, int]:
        """Return (place, words) of the set of text codes for which the comparison holds."""
        wanted = [fold(str(value), exactly=leaf.exactly) for value in leaf.values]
        forms = self.reading.vocabulary.texts_as_compared(exactly=leaf.exactly)
        count = len(self.reading.vocabulary.texts)
        words = [0] * (count // BITS + 1)
        for form in matching(leaf.operator, wanted, forms):
            for code in forms[form]:
                words[code // BITS] |= 1 << (code % BITS)
        if leaf.operator in NEGATIVE:
            whole = [(1 << BITS) - 1] * (count // BITS)
            words = [x ^ y for x, y in zip(words, (*whole, (1 << count % BITS) - 1), strict=True)]
        return self.pool.put(words), len(words)


def matching(operator: Operator, wanted: Sequence[str], forms: Collection[str]) -> Collection[str]:
    """Return the forms of texts for which a comparison, or what it negates, holds."""
    if operator in (Operator.CONTAINS, Operator.CONTAINS_NOT):
        return [form for form in forms if wanted[0] in form]
    if operator is Operator.STARTS_WITH:
        return [form for form in forms if form.startswith(wanted[0])]
    return {form for form in wanted if form in forms}


def scaled(value: Known, scale: int) -> Decimal:
    """Return a number in units of the column's scale; a truth counts as 1 or 0."""
    return Decimal(int(value) if isinstance(value, bool) else value).scaleb(scale)
