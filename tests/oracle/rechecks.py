"""What comes true as time alone goes by: looked at wherever it may (R24, R215)."""

from collections.abc import Iterator
from dataclasses import replace

from journeys.conditions.tree import Condition
from tests.oracle.ageing import may_change
from tests.oracle.catching import caught, waits_for
from tests.oracle.conditions import ask
from tests.oracle.fate import Fate
from tests.oracle.goals import leave
from tests.oracle.holding import gate_of, try_again
from tests.oracle.instance import Instance
from tests.oracle.standing import scene
from tests.oracle.steps import go


def next_recheck(fate: Fate) -> list[int]:
    """Return the next instant at which time alone might change an answer, or nothing."""
    trees = (
        tree
        for instance in fate.instances
        if instance.is_active
        for tree in with_segments(instance)
    )
    return sorted({instant for instant in may_change(fate, trees) if instant > fate.asked_at})[:1]


def asked(instance: Instance) -> Iterator[Condition]:
    """Yield the conditions that may act on an instance where it stands."""
    for rule in instance.plan.journey.exits:
        if rule.condition is not None:
            yield rule.condition
    gate = gate_of(instance)
    if gate is not None:
        yield gate
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
        is_paused = fate.is_paused(instance.plan)
        if not is_paused and comes_true(fate, instance, gate_of(instance)):
            try_again(instance)
        node = None if is_paused else waits_for(instance)
        for branch in node.branches if node is not None else ():
            if comes_true(fate, instance, branch.condition):
                go(fate, instance, caught(fate, instance, branch))
                break


def comes_true(fate: Fate, instance: Instance, condition: Condition | None) -> bool:
    """Return whether a condition is true, and came true when this was due (R228)."""
    if condition is None:
        return False
    seen = scene(fate, instance)
    then, before = replace(seen, now=fate.due), replace(seen, now=fate.due - 1)
    return ask(condition, seen) and ask(condition, then) and not ask(condition, before)
