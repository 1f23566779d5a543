"""The common ground of everything that is written to a file: values that never change."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Self, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from journeys.lines import LINES, split

NAME_LENGTH = 200

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

Whole = Annotated[int, Field(strict=True)]
Truth = Annotated[bool, Field(strict=True)]
Name = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=NAME_LENGTH)]
Title = Annotated[str, StringConstraints(strict=True, max_length=NAME_LENGTH)]
VARIABLE = re.compile(r"""^[A-Za-z]\w*(\.\w+|\[-?[0-9]{1,4}\]|\['[^'\\]+'\]|\["[^"\\]+"\])*$""")
VariableName = Annotated[
    str, StringConstraints(strict=True, max_length=2 * NAME_LENGTH, pattern=VARIABLE.pattern)
]
"""A variable as it is written in a message, such as before.purchase[0].product."""
Identifier = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,63}$")
]


class Value(BaseModel):
    """A frozen value; unknown keys are refused, so a typing mistake in a file is never lost."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False
    )

    def plain(self) -> dict[str, Any]:
        """Return this value as JSON-ready objects without the fields left at their default."""
        return {name: as_plain(content) for name, content in self.spoken()}

    @classmethod
    def another(cls) -> Self | None:
        """Return one more where a list of such is filled; None where any form can begin one."""
        return None

    def asks(self, name: str) -> bool:
        """Say whether a field makes a difference, given the others; else no form asks for it."""
        del name
        return True

    def along(self, changes: Mapping[str, object]) -> Mapping[str, object]:
        """Return what has to change along with some fields, so that the value stays whole."""
        del changes
        return {}

    def spoken(self) -> Iterator[tuple[str, Any]]:
        """Yield (name in the file, content) of each field that says something."""
        for name, field in type(self).model_fields.items():
            content = getattr(self, name)
            default = field.get_default(call_default_factory=True)
            if field.is_required() or name == "kind" or content != default:
                yield field.alias or name, split(content) if LINES in field.metadata else content


V = TypeVar("V", bound="Value")


def evolve(value: V, **changes: object) -> V:
    """Return the same value with some fields replaced, validated again as a whole."""
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    return type(value).model_validate(fields | changes)


def within(content: object) -> Iterator[Value]:
    """Yield every value in a content, down to the innermost; an outer one comes first."""
    if isinstance(content, tuple):
        for part in content:
            yield from within(part)
    elif isinstance(content, Value):
        yield content
        for name in type(content).model_fields:
            yield from within(getattr(content, name))


def replaced(content: Any, old: "Value", made: "Value") -> Any:  # noqa: ANN401 whatever goes in comes out
    """Return a content with one value in the place of another, shared where nothing differs."""
    if content is old:
        return made
    if isinstance(content, tuple):
        parts = tuple(replaced(part, old, made) for part in content)
        is_same = all(part is before for part, before in zip(parts, content, strict=True))
        return content if is_same else parts
    if not isinstance(content, Value):
        return content
    fields = {name: getattr(content, name) for name in type(content).model_fields}
    changes = {name: replaced(inner, old, made) for name, inner in fields.items()}
    changes = {name: inner for name, inner in changes.items() if inner is not fields[name]}
    return evolve(content, **changes) if changes else content


def as_plain(content: object) -> Json:
    """Turn values, tuples and decimals into what `json` writes."""
    if isinstance(content, Value):
        return content.plain()
    if isinstance(content, tuple):
        return [as_plain(item) for item in content]
    if isinstance(content, Decimal):
        return int(content) if content == content.to_integral_value() else float(content)
    if isinstance(content, dict):
        return {
            name: as_plain(part) if isinstance(part, Decimal) else part
            for name, part in content.items()
        }
    if content is None or isinstance(content, (str, bool, int)):
        return content
    return str(content)
