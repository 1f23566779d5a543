"""How a value is held against what a comparison says (R31, R32, R125)."""

import unicodedata
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from journeys.conditions.comparison import Comparison, Operator
from journeys.durations import Duration
from journeys.people.population import Content

Actual = Content | Fraction


def compare(comparison: Comparison, actual: Actual, now: int) -> bool:
    """Return whether a value passes; a missing one passes 'is missing' alone (R31)."""
    operator = comparison.operator
    if operator in (Operator.MISSING, Operator.PRESENT):
        return (actual is None) is (operator is Operator.MISSING)
    if actual is None:
        return False
    wanted = comparison.values
    match operator:
        case Operator.IS | Operator.ONE_OF:
            held = any(same(actual, value, comparison) for value in wanted)
        case Operator.IS_NOT | Operator.NONE_OF:
            held = not any(same(actual, value, comparison) for value in wanted)
        case Operator.LESS | Operator.AT_MOST | Operator.GREATER | Operator.AT_LEAST:
            held = compare_order(comparison, actual)
        case Operator.BEFORE | Operator.AFTER | Operator.WITHIN_LAST | Operator.LONGER_AGO:
            held = compare_time(comparison, actual, now)
        case _:
            held = isinstance(actual, str) and compare_text(comparison, actual)
    return held


def same(actual: Actual, wanted: Content, comparison: Comparison) -> bool:
    """Return whether two values of one kind are equal."""
    if isinstance(actual, str) and isinstance(wanted, str):
        return spelled(actual, comparison) == spelled(wanted, comparison)
    if isinstance(actual, bool) or isinstance(wanted, bool):
        return actual is wanted
    if isinstance(actual, str) or isinstance(wanted, str) or actual is None or wanted is None:
        return False
    return Fraction(actual) == Fraction(wanted)


def compare_text(comparison: Comparison, actual: str) -> bool:
    """Return whether a text has other text somewhere, or at its beginning."""
    text, part = spelled(actual, comparison), spelled(str(comparison.value), comparison)
    match comparison.operator:
        case Operator.STARTS_WITH:
            return text.startswith(part)
        case _:
            return (part in text) is (comparison.operator is Operator.CONTAINS)


def compare_order(comparison: Comparison, actual: Actual) -> bool:
    """Return whether a number is less, more, or equal."""
    if isinstance(actual, (bool, str)) or actual is None:
        return False
    if not isinstance(comparison.value, Decimal):
        return False
    number, bound = Fraction(actual), Fraction(comparison.value)
    match comparison.operator:
        case Operator.LESS:
            return number < bound
        case Operator.AT_MOST:
            return number <= bound
        case Operator.GREATER:
            return number > bound
        case _:
            return number >= bound


def compare_time(comparison: Comparison, actual: Actual, now: int) -> bool:
    """Return whether an instant is before, after, recent or long ago (R125)."""
    if not isinstance(actual, int) or isinstance(actual, bool):
        return False
    match comparison.operator:
        case Operator.WITHIN_LAST:
            return now - Duration.parse(comparison.value).window < actual <= now
        case Operator.LONGER_AGO:
            return actual <= now - Duration.parse(comparison.value).window
        case Operator.BEFORE:
            return actual < instant(str(comparison.value))
        case _:
            return actual > instant(str(comparison.value))


def instant(text: str) -> int:
    """Return the epoch seconds of a time, finer parts cut (R5)."""
    return int(datetime.fromisoformat(text).timestamp() // 1)


def spelled(text: str, comparison: Comparison) -> str:
    """Return text as it is compared: NFC, and without case unless exactly (R125)."""
    composed = unicodedata.normalize("NFC", text)
    return composed if comparison.exactly else folded(composed)


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """Return the NFC of the casefold."""
    return unicodedata.normalize("NFC", text.casefold())
