"""A value with some of its fields replaced, whatever those fields are called."""

from collections.abc import Mapping
from typing import TypeVar

from journeys.values import Value

V = TypeVar("V", bound=Value)


def amended(owner: V, changes: Mapping[str, object]) -> V:
    """Return the value with other content in some fields; raises ValidationError."""
    fields = {name: getattr(owner, name) for name in type(owner).model_fields}
    return type(owner).model_validate({**fields, **changes})
