"""Groups of customers: segments, which are conditions with a name, and lists."""

from typing import Literal

from journeys.values import Identifier, Value


class SegmentTest(Value):
    """True for the customers of a segment of the journey (R209)."""

    kind: Literal["segment"] = "segment"
    segment: Identifier


class ListTest(Value):
    """True for the customers who are on a list (R210)."""

    kind: Literal["list"] = "list"
    list: Identifier
