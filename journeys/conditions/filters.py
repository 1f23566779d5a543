"""Filters: what must be true of the very event that is being looked at."""

from typing import Annotated, Literal

from pydantic import Field

from journeys.conditions.comparison import Comparison
from journeys.values import Name, Value


class PropertyTest(Comparison):
    """A property of the very event that is being looked at, such as `platform`."""

    kind: Literal["property"] = "property"
    name: Name


class AllOfFilter(Value):
    """True when every part of a filter is true."""

    kind: Literal["all"] = "all"
    of: Annotated[tuple["Filter", ...], Field(max_length=200)]


class AnyOfFilter(Value):
    """True when at least one part of a filter is true."""

    kind: Literal["any"] = "any"
    of: Annotated[tuple["Filter", ...], Field(max_length=200)]


class NotFilter(Value):
    """True when its part of a filter is false."""

    kind: Literal["not"] = "not"
    of: "Filter"


Filter = Annotated[
    AllOfFilter | AnyOfFilter | NotFilter | PropertyTest, Field(discriminator="kind")
]

for _model in (AllOfFilter, AnyOfFilter, NotFilter):
    _model.model_rebuild()
