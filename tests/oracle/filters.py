"""Whether an event passes a filter of its properties (R31, R124)."""

from collections.abc import Mapping

from journeys.conditions.tree import Filter, Leaf, PropertyTest
from journeys.people.population import Content
from tests.oracle.comparisons import compare
from tests.oracle.trees import Tell, decide, silently


def passes(
    where: Filter | None, properties: Mapping[str, Content], now: int, tell: Tell = silently
) -> bool:
    """Return whether properties pass a filter; where there is none, all do."""

    def judge(leaf: Leaf) -> tuple[bool, Content]:
        assert isinstance(leaf, PropertyTest)
        actual = properties.get(leaf.name)
        return compare(leaf, actual, now), actual

    return where is None or decide(where, judge, tell)
