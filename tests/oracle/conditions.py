"""Is it true of this customer now? What each kind of question looks at (R30-R33)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeys.conditions.comparison import Comparison
from journeys.conditions.tree import AttributeTest, BehaviourTest, Condition, EntryTest, Leaf
from journeys.people.population import Content
from tests.oracle.comparisons import compare
from tests.oracle.happening import Happening
from tests.oracle.measures import measure
from tests.oracle.trees import Tell, decide, silently


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a condition may look at; `entered` rows of history end with the entry event."""

    now: int
    attributes: Mapping[str, Content]
    history: Sequence[Happening]
    entry: Mapping[str, Content] = field(default_factory=dict)
    entered: int = 0


def ask(condition: Condition, scene: Scene, tell: Tell = silently, number: int = 0) -> bool:
    """Return whether a condition holds; its leftmost comparison has this number."""
    return decide(condition, lambda leaf: judge(leaf, scene), tell, number)


def judge(leaf: Leaf, scene: Scene) -> tuple[bool, Content]:
    """Return whether one question is answered by yes, and what was found."""
    assert isinstance(leaf, Comparison)
    actual = look_up(leaf, scene)
    return compare(leaf, actual, scene.now), actual


def look_up(leaf: Leaf, scene: Scene) -> Content:
    """Return the value that a comparison is about, None where it is missing."""
    match leaf:
        case AttributeTest():
            return scene.attributes.get(leaf.name)
        case EntryTest():
            return scene.entry.get(leaf.name)
        case BehaviourTest():
            return measure(leaf, scene.history, scene.entered, scene.now)
        case _:
            return None
