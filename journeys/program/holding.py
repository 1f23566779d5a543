"""What a value is held against, as integers: thresholds, and sets of text codes."""

from collections.abc import Callable, Collection, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeAlias

from journeys.conditions.comparison import PATTERNS, Comparison, Operator, instant, look_back
from journeys.people.population import ColumnType, Known
from journeys.program import operations as op
from journeys.program.pool import Pool
from journeys.program.vocabulary import Column, Vocabulary, fold

Test: TypeAlias = tuple[int, int, int]
"""A test with the two numbers it needs."""

BITS = 63
FARTHEST = 2**62
NEGATIVE = frozenset(
    {Operator.IS_NOT, Operator.CONTAINS_NOT, Operator.NONE_OF, Operator.MATCHES_NOT}
)


def test(leaf: Comparison, column: Column, pool: Pool, vocabulary: Vocabulary) -> Test:  # noqa: PLR0911 a line a test
    """Return how a comparison holds a value of a column."""
    operator = leaf.operator
    if operator is Operator.MISSING:
        return (op.TEST_MISSING, 0, 0)
    if operator is Operator.PRESENT:
        return (op.TEST_PRESENT, 0, 0)
    if operator in (Operator.WITHIN_LAST, Operator.LONGER_AGO):
        within = op.TEST_WITHIN if operator is Operator.WITHIN_LAST else op.TEST_LONGER_AGO
        return (within, look_back(leaf.value), 0)
    if operator is Operator.BEFORE:
        return (op.TEST_AT_MOST, instant(leaf.value) - 1, 0)
    if operator is Operator.AFTER:
        return (op.TEST_AT_LEAST, instant(leaf.value) + 1, 0)
    if column.type is ColumnType.TEXT:
        return (op.TEST_TEXT, *_bitset(leaf, pool, vocabulary))
    return _numeric(leaf, column, pool)


def test_codes(leaf: Comparison, code: Callable[[str], int], pool: Pool) -> Test:
    """Return how a comparison holds one of several codes, such as those of arms."""
    codes = [code(str(value)) for value in leaf.values]
    if leaf.operator in (Operator.MISSING, Operator.PRESENT):
        is_missing = leaf.operator is Operator.MISSING
        return (op.TEST_MISSING if is_missing else op.TEST_PRESENT, 0, 0)
    is_negative = leaf.operator in NEGATIVE
    return (op.TEST_NONE_OF if is_negative else op.TEST_ONE_OF, pool.put(codes), len(codes))


def test_average(leaf: Comparison, column: Column) -> Test:
    """Return how an average of a column is held against a number: whole units and billionths."""
    if leaf.operator is Operator.MISSING:
        return (op.TEST_MISSING, 0, 0)
    if leaf.operator is Operator.PRESENT:
        return (op.TEST_PRESENT, 0, 0)
    number = scaled(Decimal(str(leaf.value)), column.scale)
    whole = number.to_integral_value(ROUND_FLOOR)
    if abs(whole) >= FARTHEST:
        return (_beyond(leaf.operator, is_high=whole > 0), 0, 0)
    kinds = {
        Operator.IS: op.TEST_EQUAL,
        Operator.IS_NOT: op.TEST_DIFFERS,
        Operator.LESS: op.TEST_LESS,
        Operator.AT_MOST: op.TEST_AT_MOST,
        Operator.GREATER: op.TEST_GREATER,
    }
    billionths = int((number - whole) * op.BILLION)
    return (kinds.get(leaf.operator, op.TEST_AT_LEAST), int(whole), billionths)


def _numeric(leaf: Comparison, column: Column, pool: Pool) -> Test:  # noqa: PLR0911 a line a test
    exact = [scaled(value, column.scale) for value in leaf.values]
    known = [value for value in exact if abs(value) < FARTHEST]
    whole = [int(value) for value in known if value == value.to_integral_value()]
    only = exact[0]
    match leaf.operator:
        case Operator.IS:
            return (op.TEST_EQUAL, whole[0], 0) if whole else (op.TEST_NEVER, 0, 0)
        case Operator.IS_NOT:
            return (op.TEST_DIFFERS, whole[0], 0) if whole else (op.TEST_PRESENT, 0, 0)
        case Operator.ONE_OF | Operator.NONE_OF:
            one_of = op.TEST_ONE_OF if leaf.operator is Operator.ONE_OF else op.TEST_NONE_OF
            return (one_of, pool.put(whole), len(whole))
    if not known:
        return (_beyond(leaf.operator, is_high=only > 0), 0, 0)
    match leaf.operator:
        case Operator.LESS:
            return (op.TEST_AT_MOST, int(only.to_integral_value(ROUND_CEILING)) - 1, 0)
        case Operator.AT_MOST:
            return (op.TEST_AT_MOST, int(only.to_integral_value(ROUND_FLOOR)), 0)
        case Operator.GREATER:
            return (op.TEST_AT_LEAST, int(only.to_integral_value(ROUND_FLOOR)) + 1, 0)
        case _:
            return (op.TEST_AT_LEAST, int(only.to_integral_value(ROUND_CEILING)), 0)


def _beyond(operator: Operator, *, is_high: bool) -> int:
    """Return the test against a number that no value comes near to."""
    below = operator in (Operator.LESS, Operator.AT_MOST)
    holds = operator is Operator.IS_NOT or (operator is not Operator.IS and below is is_high)
    return op.TEST_PRESENT if holds else op.TEST_NEVER


def _bitset(leaf: Comparison, pool: Pool, vocabulary: Vocabulary) -> tuple[int, int]:
    """Return (place, words) of the set of text codes for which the comparison holds."""
    count = len(vocabulary.texts)
    words = [0] * (count // BITS + 1)
    for code in _holding(leaf, vocabulary):
        words[code // BITS] |= 1 << (code % BITS)
    if leaf.operator in NEGATIVE:
        whole = [(1 << BITS) - 1] * (count // BITS)
        words = [x ^ y for x, y in zip(words, (*whole, (1 << count % BITS) - 1), strict=True)]
    return pool.put(words), len(words)


def _holding(leaf: Comparison, vocabulary: Vocabulary) -> Collection[int]:
    """Return the codes of texts for which a comparison, or what it negates, holds."""
    if leaf.operator in PATTERNS:
        return vocabulary.texts_matching(str(leaf.value))
    wanted = [fold(str(value), exactly=leaf.exactly) for value in leaf.values]
    forms = vocabulary.texts_as_compared(exactly=leaf.exactly)
    return [code for form in matching(leaf.operator, wanted, forms) for code in forms[form]]


def matching(operator: Operator, wanted: Sequence[str], forms: Collection[str]) -> Collection[str]:
    """Return the forms of texts for which a comparison, or what it negates, holds."""
    if operator in (Operator.CONTAINS, Operator.CONTAINS_NOT):
        return [form for form in forms if wanted[0] in form]
    if operator is Operator.STARTS_WITH:
        return [form for form in forms if form.startswith(wanted[0])]
    if operator is Operator.ENDS_WITH:
        return [form for form in forms if form.endswith(wanted[0])]
    return {form for form in wanted if form in forms}


def scaled(value: Known, scale: int) -> Decimal:
    """Return a number in units of the column's scale; a truth counts as 1 or 0."""
    return Decimal(int(value) if isinstance(value, bool) else value).scaleb(scale)
