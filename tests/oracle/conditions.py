"""Is it true of this customer now? What each kind of question looks at (R30-R35, R204-R210)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from journeys.conditions.tree import (
    ArmTest,
    AttributeTest,
    BehaviourTest,
    Condition,
    ContextTest,
    EngagementTest,
    EntryTest,
    Leaf,
    ListTest,
    PropertyTest,
    SampleTest,
    SegmentTest,
    SequenceTest,
)
from journeys.people.population import Content
from tests.oracle.comparisons import Actual, compare
from tests.oracle.draws import share_point
from tests.oracle.happening import Happening
from tests.oracle.measures import measure
from tests.oracle.sequences import latest
from tests.oracle.trees import Tell, decide, silently

DECIMALS = 4

OfInstance: TypeAlias = ArmTest | EngagementTest | ContextTest


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a condition may look at; `entered` rows of history end with the entry event.

    `own` answers what only an instance can know: its arm, its messages, its context.
    """

    now: int
    customer: str
    attributes: Mapping[str, Content]
    history: Sequence[Happening]
    segments: Mapping[str, Condition]
    entry: Mapping[str, Content] = field(default_factory=dict)
    entered: int = 0
    own: Callable[[OfInstance], Content] | None = None


def ask(condition: Condition, scene: Scene, tell: Tell = silently, number: int = 0) -> bool:
    """Return whether a condition holds; its leftmost comparison has this number."""
    return decide(condition, lambda leaf: judge(leaf, scene), tell, number)


def judge(leaf: Leaf, scene: Scene) -> tuple[bool, Content]:
    """Return whether one question is answered by yes, and what was found."""
    match leaf:
        case SampleTest():
            point = share_point(leaf.name, scene.customer)
            return point < leaf.share, point
        case SequenceTest():
            instant = latest(leaf, scene.history, scene.entered, scene.now)
            return instant is not None, instant
        case SegmentTest():
            is_member = ask(scene.segments[leaf.segment], replace(scene, entry={}, own=None))
            return is_member, is_member
        case ListTest():
            is_on = scene.attributes.get(f"list.{leaf.list}") is True
            return is_on, is_on
        case PropertyTest():
            return compare(leaf, None, scene.now), None
        case _:
            actual = look_up(leaf, scene)
            return compare(leaf, actual, scene.now), shown(actual)


def look_up(
    leaf: AttributeTest | EntryTest | BehaviourTest | ArmTest | EngagementTest | ContextTest,
    scene: Scene,
) -> Actual:
    """Return the value that a comparison is about, None where it is missing."""
    match leaf:
        case AttributeTest():
            return scene.attributes.get(leaf.name)
        case EntryTest():
            return scene.entry.get(leaf.name)
        case BehaviourTest():
            return measure(leaf, scene.history, scene.entered, scene.now)
        case _:
            return None if scene.own is None else scene.own(leaf)


def shown(actual: Actual) -> Content:
    """Return a value as a trace has it: an average is cut to four decimals, downwards (R201)."""
    if isinstance(actual, Fraction):
        return Decimal(actual * 10**DECIMALS // 1).scaleb(-DECIMALS)
    return actual
