"""When time alone might change an answer: what is known now, and the spans that are asked for."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from journeys.conditions.comparison import RELATIVE, Comparison
from journeys.conditions.tree import Condition
from journeys.durations import Duration
from journeys.values import within
from tests.oracle.fate import Fate


def may_change(fate: Fate, trees: Iterable[Condition]) -> Iterator[int]:
    """Yield the instants at which time alone might change what conditions come to, past or not.

    Whatever depends on time holds an instant that is known against now, perhaps some span later:
    when a row was handled or a message sent, or what stands in an attribute or a property.
    """
    lengths = {length for tree in trees for length in spans(tree)}
    known = instants(fate) if lengths else set()
    return (instant + length for instant in known for length in lengths)


@lru_cache(maxsize=10_000)
def spans(tree: Condition) -> frozenset[int]:
    """Return the lengths of all windows and look-backs in a condition, and none at all: 0."""
    found = {0}
    for value in within(tree):
        fields = [getattr(value, name) for name in type(value).model_fields]
        found |= {field.window for field in fields if isinstance(field, Duration)}
        if isinstance(value, Comparison) and value.operator in RELATIVE:
            found.add(Duration.parse(value.value).window)
    return frozenset(found)


def instants(fate: Fate) -> set[int]:
    """Return every number that is an instant, or might be one."""
    rows = (value for row in fate.history for value in (row.time, *row.properties.values()))
    return whole([*rows, *fate.profile.attributes.values(), *(each.time for each in fate.sent)])


def whole(values: Iterable[object]) -> set[int]:
    """Return those values that are whole numbers."""
    return {value for value in values if isinstance(value, int)}
