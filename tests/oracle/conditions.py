"""Is it true of this customer now? Comparisons, and, or, not (R25, R30-R32, R124, R125, R153)."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from journeys.conditions.comparison import Comparison, Operator
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
)
from journeys.durations import Duration
from journeys.people.population import Content
from tests.oracle.happening import Happening

Tell = Callable[[int, bool, Content], None]


@dataclass(slots=True)
class Scene:
    """All that a condition may look at; `entered` rows of history end with the entry event."""

    now: int
    event: Mapping[str, Content] = field(default_factory=dict)
    entry: Mapping[str, Content] = field(default_factory=dict)
    attributes: Mapping[str, Content] = field(default_factory=dict)
    history: Sequence[Happening] = ()
    entered: int = 0


def silently(_number: int, _held: bool, _actual: Content) -> None:  # noqa: FBT001
    """Ask without a word in the trace."""


def ask(tree: Tree, scene: Scene, tell: Tell = silently, number: int = 0) -> bool:
    """Return whether a condition holds; its leftmost comparison has this number."""
    if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
        decisive = isinstance(tree, (AnyOf, AnyOfFilter))
        for part in tree.of:
            if ask(part, scene, tell, number) is decisive:
                return decisive
            number += width(part)
        return not decisive
    if isinstance(tree, (Not, NotFilter)):
        return not ask(tree.of, scene, tell, number)
    actual = look_up(tree, scene)
    held = compare(tree, actual, scene.now)
    tell(number, held, actual)
    return held


def width(tree: Tree) -> int:
    """Return how many comparisons a condition has."""
    if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
        return sum(width(part) for part in tree.of)
    return width(tree.of) if isinstance(tree, (Not, NotFilter)) else 1


def look_up(leaf: Leaf, scene: Scene) -> Content:
    """Return the value that a comparison is about, None where it is missing."""
    if isinstance(leaf, PropertyTest):
        return scene.event.get(leaf.name)
    if isinstance(leaf, EntryTest):
        return scene.entry.get(leaf.name)
    if isinstance(leaf, AttributeTest):
        return scene.attributes.get(leaf.name)
    return measure(leaf, scene)


def measure(leaf: BehaviourTest, scene: Scene) -> Content:
    """Return how often, how much or when last: in (now - W, now], or since the entry (R153)."""
    since = scene.now - leaf.within.window if leaf.within else None
    rows = [
        row
        for row in scene.history[scene.entered if leaf.since == "entry" else 0 :]
        if row.name == leaf.event
        and (since is None or row.time > since)
        and (leaf.where is None or ask(leaf.where, Scene(scene.now, event=row.properties)))
    ]
    if leaf.measure == "count":
        return len(rows)
    if leaf.measure == "last":
        return max((row.time for row in rows), default=None)
    amounts = (row.properties.get(leaf.of or "") for row in rows)
    return total(amount for amount in amounts if isinstance(amount, (int, Decimal)))


def total(amounts: Iterable[int | Decimal]) -> Decimal:
    """Return an exact sum; of nothing it is 0."""
    return sum((Decimal(amount) for amount in amounts), Decimal(0))


def compare(comparison: Comparison, actual: Content, now: int) -> bool:
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
        case Operator.CONTAINS | Operator.CONTAINS_NOT | Operator.STARTS_WITH:
            held = compare_parts(comparison, actual)
        case Operator.LESS | Operator.AT_MOST | Operator.GREATER | Operator.AT_LEAST:
            held = compare_order(comparison, actual)
        case _:
            held = compare_time(comparison, actual, now)
    return held


def same(actual: Content, wanted: Content, comparison: Comparison) -> bool:
    """Return whether two values of one kind are equal."""
    if isinstance(actual, str) and isinstance(wanted, str):
        return spelled(actual, comparison) == spelled(wanted, comparison)
    if isinstance(actual, bool) or isinstance(wanted, bool):
        return actual is wanted
    return not isinstance(actual, str) and not isinstance(wanted, str) and actual == wanted


def compare_parts(comparison: Comparison, actual: Content) -> bool:
    """Return whether text contains, does not contain or starts with other text."""
    if not isinstance(actual, str):
        return False
    text, part = spelled(actual, comparison), spelled(str(comparison.value), comparison)
    if comparison.operator is Operator.STARTS_WITH:
        return text.startswith(part)
    return (part in text) is (comparison.operator is Operator.CONTAINS)


def compare_order(comparison: Comparison, actual: Content) -> bool:
    """Return whether a number is less, more, or equal."""
    bound = comparison.value
    if isinstance(actual, (bool, str)) or actual is None or not isinstance(bound, Decimal):
        return False
    match comparison.operator:
        case Operator.LESS:
            return actual < bound
        case Operator.AT_MOST:
            return actual <= bound
        case Operator.GREATER:
            return actual > bound
        case _:
            return actual >= bound


def compare_time(comparison: Comparison, actual: Content, now: int) -> bool:
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
