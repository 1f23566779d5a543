"""What comes true as time alone goes by: looked at wherever it may (R24, R215)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from journeys.conditions.comparison import RELATIVE, Comparison
from journeys.conditions.tree import Condition
from journeys.durations import Duration
from journeys.values import within
from tests.oracle.catching import caught, waits_for
from tests.oracle.conditions import ask
from tests.oracle.fate import Fate
from tests.oracle.goals import leave
from tests.oracle.instance import Instance
from tests.oracle.standing import scene
from tests.oracle.steps import go


def next_recheck(fate: Fate) -> list[int]:
    """Return the next instant at which time alone might change an answer, or nothing.

    Whatever depends on time holds an instant that is known against now, perhaps some span later:
    when a row was handled or a message sent, or what stands in an attribute or a property.
    """
    lengths = {
        length
        for instance in fate.instances
        if instance.is_active
        for tree in with_segments(instance)
        for length in spans(tree)
    }
    if not lengths:
        return []
    known = instants(fate)
    ahead = (instant + length for instant in known for length in lengths)
    return sorted({instant for instant in ahead if instant > fate.now})[:1]


def asked(instance: Instance) -> Iterator[Condition]:
    """Yield the conditions that may act on an instance where it stands."""
    for rule in instance.plan.journey.exits:
        if rule.condition is not None:
            yield rule.condition
    node = waits_for(instance)
    for branch in node.branches if node is not None else ():
        if branch.condition is not None:
            yield branch.condition


def with_segments(instance: Instance) -> Iterator[Condition]:
    """Yield these conditions, and those of the segments they may ask for (R209)."""
    trees = tuple(asked(instance))
    yield from trees
    if trees:
        yield from (segment.condition for segment in instance.plan.journey.segments)


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
    return whole([*rows, *fate.profile.attributes.values(), *fate.sent_at])


def whole(values: Iterable[object]) -> set[int]:
    """Return those values that are whole numbers."""
    return {value for value in values if isinstance(value, int)}


def recheck(fate: Fate) -> None:
    """Look at everybody, in the order of R4: exit rules that come true, then what is waited for."""
    for instance in fate.in_order():
        if not instance.is_active:
            continue
        rules = instance.plan.journey.exits
        rule = next((rule for rule in rules if comes_true(fate, instance, rule.condition)), None)
        if rule is not None:
            leave(fate, instance, rule)
            continue
        node = waits_for(instance)
        for branch in node.branches if node is not None else ():
            if comes_true(fate, instance, branch.condition):
                go(fate, instance, caught(fate, instance, branch))
                break


def comes_true(fate: Fate, instance: Instance, condition: Condition | None) -> bool:
    """Return whether a condition is true, and was false a second before with the same rows."""
    if condition is None:
        return False
    seen = scene(fate, instance)
    return ask(condition, seen) and not ask(condition, replace(seen, now=fate.now - 1))
