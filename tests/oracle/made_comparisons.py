"""Made-up comparisons: every operator on every type of column it fits."""

from collections.abc import Mapping
from random import Random
from typing import Any

from journeys.people.population import ColumnType, Held
from tests.oracle.made_people import COUNTRIES

WINDOWS = ("PT10M", "PT1H", "PT1H", "PT3H", "P1D", "PT24H", "P7D", "P7D", "P30D")
WORDS = ("WEB", "web", "app", "STRASSE", "E\u0301", "c1", "s1", "", "a", "s", *COUNTRIES[:2])
ENDS = ("EB", "app", "ße", "SSE", "\u0301", "1", "1", "s", "n", "")
PATTERNS = (
    *("web", "^[a-z]+$", "(?i)WEB|c1|h.", "app$", "s.?s|ß", "^.?$", r"\bapp\b", "^[A-Za-z ]{2,}"),
    *(r"\d", "É", "E\u0301", "^(c|s)[12]$", "[^a-z]", "", "^$|US", "^[^A-Z]*$", "[aeiou].*[1-9]?$"),
)
NUMBERS = (0, 1, 2, 3, 12.5, 12.51, 0.5, 2.5, -0.75, 12.5001)
TIMES = ("2024-03-10T07:00:00Z", "2024-10-06T01:30:00+10:30", "2024-06-10T06:13:20.9Z")
PRESENCE = ("is_missing", "is_present")
EVEN = ("is", "is_not", "one_of", "none_of")
ORDER = ("less", "at_most", "greater", "at_least")
MATCHING = ("matches", "matches_not")
TEXTUAL = ("contains", "contains_not", "starts_with", "ends_with", *MATCHING)
TIMED = ("before", "after", "within_last", "longer_ago")
OPERATORS: Mapping[ColumnType, tuple[str, ...]] = {
    ColumnType.TEXT: (*EVEN, *EVEN, *TEXTUAL, *MATCHING, "ends_with", *PRESENCE),
    ColumnType.TRUTH: ("is", "is", "is_not", "one_of", "none_of", *PRESENCE),
    ColumnType.WHOLE: (*EVEN, *ORDER, *ORDER, *PRESENCE),
    ColumnType.DECIMAL: (*EVEN, *ORDER, *ORDER, *PRESENCE),
    ColumnType.INSTANT: (*TIMED, *PRESENCE),
}


def compared(chance: Random, type_: ColumnType) -> dict[str, Any]:
    """Return an operator that fits a type, with a value to compare with."""
    operator = chance.choice(OPERATORS[type_])
    if operator in PRESENCE:
        return {"operator": operator}
    values = values_for(operator, type_)
    made: dict[str, Any] = {"operator": operator, "value": chance.choice(values)}
    if operator in ("one_of", "none_of"):
        made["value"] = tuple(chance.sample(values, chance.randint(1, 2)))
    if type_ is ColumnType.TEXT and operator not in MATCHING and chance.random() < 0.3:
        made["exactly"] = True
    return made


def values_for(operator: str, type_: ColumnType) -> tuple[Any, ...]:
    """Return what a value of a type can be held against."""
    if operator in ("within_last", "longer_ago"):
        return WINDOWS
    if operator in MATCHING:
        return PATTERNS
    if operator == "ends_with":
        return ENDS
    kinds: Mapping[ColumnType, tuple[Any, ...]] = {
        ColumnType.TEXT: WORDS,
        ColumnType.TRUTH: (True, False),
        ColumnType.INSTANT: TIMES,
    }
    return kinds.get(type_, NUMBERS)


def column(chance: Random, columns: Mapping[str, Held]) -> dict[str, Any]:
    """Return a comparison with the name of a column."""
    name = chance.choice(sorted(columns))
    return {"name": name, **compared(chance, columns[name].type)}
