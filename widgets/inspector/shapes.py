"""What sort of thing a field holds, read from its type: from this its widget is chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from journeys.clocks import WEEK, TimeOfDay
from journeys.conditions.tree import BehaviourTest, PropertyTest
from journeys.durations import Duration
from journeys.values import Value

Sort = Literal[
    "text", "whole", "share", "truth", "choice", "duration", "filter", "condition", "value",
    "values", "names", "clock", "days", "look back", "content", "contents", "other",
]  # fmt: skip

FULL = 10_000
SORTS: Mapping[object, Sort] = {Duration: "duration", TimeOfDay: "clock"}


@dataclass(frozen=True, slots=True)
class Shape:
    """A sort of content, and what narrows it down.

    `model` is the kind of value where there are values; `words` those of a choice; `least` and
    `most` bound a number; `may_be_empty` is True where the field may say nothing at all.
    """

    sort: Sort
    may_be_empty: bool = False
    least: int = 0
    most: int = FULL
    words: tuple[str, ...] = ()
    model: type[Value] | None = None


def shape_of(field: FieldInfo) -> Shape:
    """Return the shape of a field of a value."""
    return _shape(field.annotation, field.metadata)


def _shape(annotation: object, metadata: list[object]) -> Shape:
    plain, marks = _unwrapped(annotation)
    marks = [*metadata, *marks]
    parts = get_args(plain)
    if get_origin(plain) in (Union, UnionType):
        return _either(parts, marks)
    if get_origin(plain) is Literal:
        return Shape("choice", words=tuple(str(word) for word in parts))
    if get_origin(plain) is tuple:
        return _several(parts[0])
    if get_origin(plain) is dict:
        return Shape("contents")
    if isinstance(plain, type) and issubclass(plain, Value):
        return Shape("value", model=plain)
    return _plain(plain, marks)


def _several(part: object) -> Shape:
    inside, _ = _unwrapped(part)
    if isinstance(inside, type) and issubclass(inside, Value):
        return Shape("values", model=inside)
    if get_args(inside) == WEEK:
        return Shape("days")
    return Shape("names") if inside is str else Shape("other")


def _plain(plain: object, marks: list[object]) -> Shape:
    if plain is bool:
        return Shape("truth")
    if plain is str:
        return Shape("text")
    if plain in SORTS:
        return Shape(SORTS[plain])
    if plain is not int:
        return Shape("other")
    bounds = list(_bounds(marks))
    least = next((mark.ge for mark in bounds if isinstance(mark, Ge)), 0)
    most = next((mark.le for mark in bounds if isinstance(mark, Le)), FULL)
    sort: Sort = "share" if (least, most) == (0, FULL) else "whole"
    return Shape(sort, least=int(str(least)), most=int(str(most)))


def _either(parts: tuple[object, ...], marks: list[object]) -> Shape:
    full = [part for part in parts if part is not NoneType]
    if len(full) == 1:
        inside = _shape(full[0], marks)
        return Shape(
            inside.sort, len(full) < len(parts), inside.least, inside.most, inside.words,
            inside.model,
        )  # fmt: skip
    words = next((get_args(part) for part in full if get_origin(part) is Literal), ())
    if words and Duration in (_unwrapped(part)[0] for part in full):
        return Shape("look back", words=tuple(str(word) for word in words))
    if {bool, str} <= {_unwrapped(part)[0] for part in full}:
        return Shape("content", len(full) < len(parts))
    if BehaviourTest in full:
        return Shape("condition")
    return Shape("filter") if PropertyTest in full else Shape("other")


def _unwrapped(annotation: object) -> tuple[object, list[object]]:
    if get_origin(annotation) is Annotated:
        inside, *marks = get_args(annotation)
        return inside, marks
    return annotation, []


def _bounds(marks: list[object]) -> Iterator[Ge | Le]:
    for mark in marks:
        if isinstance(mark, (Ge, Le)):
            yield mark
        elif isinstance(mark, FieldInfo):
            yield from _bounds(mark.metadata)
