"""How a value is held against what a comparison says (R31, R32, R125, R201, R203)."""

import unicodedata
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import re2

from journeys.conditions.comparison import Comparison, Operator
from journeys.conditions.tree import ArmTest
from journeys.durations import Duration
from journeys.people.population import Content

LOOKED_AT = 1_000  # characters

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
    """Return whether a text has other text somewhere, at an end, or what a pattern describes."""
    text, part = spelled(actual, comparison), spelled(str(comparison.value), comparison)
    match comparison.operator:
        case Operator.STARTS_WITH:
            return text.startswith(part)
        case Operator.ENDS_WITH:
            return text.endswith(part)
        case Operator.MATCHES | Operator.MATCHES_NOT:
            found = is_found(str(comparison.value), actual)
            return found is (comparison.operator is Operator.MATCHES)
        case _:
            return (part in text) is (comparison.operator is Operator.CONTAINS)


def is_found(pattern: str, text: str) -> bool:
    """Return whether a pattern is found in the beginning of a text (R203)."""
    looked_at = unicodedata.normalize("NFC", text[:LOOKED_AT])
    return re2.search(pattern, looked_at) is not None


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
    """Return text as it is compared: NFC, and without case unless exactly (R125), as arms are."""
    composed = unicodedata.normalize("NFC", text)
    is_exact = comparison.exactly or isinstance(comparison, ArmTest)
    return composed if is_exact else folded(composed)


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """Return the NFC of the casefold."""
    return unicodedata.normalize("NFC", text.casefold())
