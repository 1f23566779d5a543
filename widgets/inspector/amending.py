"""A value with some of its fields replaced, whatever those fields are called."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from journeys.document.faults import fault
from journeys.values import Value

V = TypeVar("V", bound=Value)


def amended(owner: V, changes: Mapping[str, object]) -> V:
    """Return the value with other content in some fields; raises ValidationError."""
    fields = {name: getattr(owner, name) for name in type(owner).model_fields}
    return type(owner).model_validate({**fields, **changes})


def why(error: ValidationError) -> str:
    """Return in a sentence why a content cannot be."""
    _, words = fault(error, None)
    return f"{words[:1].upper()}{words[1:]}."
