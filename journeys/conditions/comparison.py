"""A comparison: how one value is held against what the marketer wrote."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from journeys.conditions.patterns import pattern
from journeys.durations import Duration
from journeys.values import Truth, Value

LARGEST = 2**43
MOST_DIGITS = 15


class Operator(StrEnum):
    """How a value is compared; the words are those of the sentence a marketer reads."""

    IS = "is"
    IS_NOT = "is_not"
    CONTAINS = "contains"
    CONTAINS_NOT = "contains_not"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    MATCHES = "matches"
    MATCHES_NOT = "matches_not"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    LESS = "less"
    AT_MOST = "at_most"
    GREATER = "greater"
    AT_LEAST = "at_least"
    BEFORE = "before"
    AFTER = "after"
    WITHIN_LAST = "within_last"
    LONGER_AGO = "longer_ago"
    MISSING = "is_missing"
    PRESENT = "is_present"


PRESENCE = frozenset({Operator.MISSING, Operator.PRESENT})
LISTS = frozenset({Operator.ONE_OF, Operator.NONE_OF})
PATTERNS = frozenset({Operator.MATCHES, Operator.MATCHES_NOT})
TEXTUAL = PATTERNS | {
    Operator.CONTAINS,
    Operator.CONTAINS_NOT,
    Operator.STARTS_WITH,
    Operator.ENDS_WITH,
}
ORDERED = frozenset({Operator.LESS, Operator.AT_MOST, Operator.GREATER, Operator.AT_LEAST})
RELATIVE = frozenset({Operator.WITHIN_LAST, Operator.LONGER_AGO})
TIMED = RELATIVE | {Operator.BEFORE, Operator.AFTER}

WORDS = {
    Operator.IS: "is",
    Operator.IS_NOT: "is not",
    Operator.CONTAINS: "contains",
    Operator.CONTAINS_NOT: "does not contain",
    Operator.STARTS_WITH: "starts with",
    Operator.ENDS_WITH: "ends with",
    Operator.MATCHES: "matches the pattern",
    Operator.MATCHES_NOT: "does not match the pattern",
    Operator.ONE_OF: "is one of",
    Operator.NONE_OF: "is none of",
    Operator.LESS: "is less than",
    Operator.AT_MOST: "is at most",
    Operator.GREATER: "is more than",
    Operator.AT_LEAST: "is at least",
    Operator.BEFORE: "is before",
    Operator.AFTER: "is after",
    Operator.WITHIN_LAST: "is within the last",
    Operator.LONGER_AGO: "is longer ago than",
    Operator.MISSING: "is missing",
    Operator.PRESENT: "is known",
}


def _number(content: object) -> Decimal:
    """Accept JSON numbers as exact decimals; refuse truth values in their place."""
    if isinstance(content, bool) or not isinstance(content, (int, float, Decimal)):
        raise ValueError("a number is expected")
    number = Decimal(str(content)).normalize()
    if abs(number) > LARGEST or len(number.as_tuple().digits) > MOST_DIGITS:
        raise ValueError(f"a number has at most {MOST_DIGITS} digits and is at most 2^43")
    return number


Number = Annotated[Decimal, BeforeValidator(_number)]
Word = Annotated[str, StringConstraints(strict=True, max_length=1_000)]
Scalar = Truth | Word | Number


class Comparison(Value):
    """An operator with the value it is held against; a missing value makes it false (R31)."""

    operator: Operator = Operator.IS
    value: Scalar | Annotated[tuple[Scalar, ...], Field(min_length=1, max_length=10_000)] | None = (
        None
    )
    exactly: Truth = False

    @model_validator(mode="after")
    def _operator_fits_value(self) -> "Comparison":
        operator, value = self.operator, self.value
        if (value is None) != (operator in PRESENCE):
            expected = "no value" if operator in PRESENCE else "a value"
            raise ValueError(f"'{WORDS[operator]}' needs {expected}")
        if isinstance(value, tuple) != (operator in LISTS):
            raise ValueError(
                f"'{WORDS[operator]}' needs {'a list' if operator in LISTS else 'one value'}"
            )
        if operator in TEXTUAL and not isinstance(value, str):
            raise ValueError(f"'{WORDS[operator]}' needs text")
        if operator in PATTERNS:
            if self.exactly:
                raise ValueError("a pattern always regards capitals, so 'exactly' says nothing")
            pattern(str(value))
        if operator in ORDERED and not isinstance(value, Decimal):
            raise ValueError(f"'{WORDS[operator]}' needs a number")
        if operator in RELATIVE:
            look_back(value)
        elif operator in TIMED:
            instant(value)
        if self.exactly and not any(isinstance(item, str) for item in self.values):
            raise ValueError("'exactly' is for text")
        return self

    @property
    def values(self) -> tuple[bool | str | Decimal, ...]:
        """Every value it is held against, as a tuple of any length."""
        if self.value is None:
            return ()
        return self.value if isinstance(self.value, tuple) else (self.value,)


def look_back(value: object) -> int:
    """Seconds of a look-back such as PT1H or P30D; a day is 24 hours, months are refused (R118)."""
    duration = Duration.parse(value)
    if duration.months:
        raise ValueError("a window is in days, hours or minutes: write P30D instead of P1M")
    if duration.window <= 0:
        raise ValueError("a window is longer than nothing")
    return duration.window


def instant(value: object) -> int:
    """Epoch seconds of an ISO-8601 date-time with an offset, or a date-time read as UTC."""
    if not isinstance(value, str):
        raise ValueError("a time is expected, such as 2024-06-01T09:00:00Z")
    read = datetime.fromisoformat(value)
    if read.tzinfo is None:
        raise ValueError("a time says its offset: 2024-06-01T09:00:00Z")
    return int(read.timestamp() // 1)
