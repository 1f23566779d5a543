"""Reads what a file holds into steps, paths, positions and notes, each with its place if wrong."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError

from journeys.document.faults import refuse
from journeys.document.journey import MOST_NODES, Note, Position
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.document.parsing import Path, printable, refuse_at
from journeys.errors import NewerFileError
from journeys.values import Json, Value

VERSION = 1
V = TypeVar("V", bound=Value)


def take_heading(tree: dict[str, Json], form: str) -> None:
    """Take `format` and `version` out of a file.

    Raises UnreadableFileError where they are not what they should be, and NewerFileError where
    a newer Throughline wrote the file.
    """
    found = tree.pop("format", None)
    if found != form:
        refuse_at(("format",), f"{form!r} is expected", "Is it the right file?")
    version = tree.pop("version", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        refuse_at(("version",), "a whole number from 1 up is expected")
    if version > VERSION:
        raise NewerFileError(
            f"The file has version {version}; this Throughline reads up to {VERSION}.",
            "Update Throughline, and open it again.",
        )


def read_value(value: type[V], content: Json, at: Path, **known: object) -> V:
    """Read one value; `known` are fields that the file does not hold itself, such as its key."""
    try:
        fields = {**content, **known} if isinstance(content, dict) else content
        return value.model_validate(fields, by_alias=True, by_name=False)
    except ValidationError as error:
        refuse(error, content, at)


def read_nodes(content: Json) -> tuple[Node, ...]:
    """Read the steps, kept by their ids."""
    entries = tuple(_entries(content, "nodes"))
    if len(entries) > MOST_NODES:
        refuse_at(("nodes",), f"there are {len(entries):,} steps, more than {MOST_NODES:,}")
    return tuple(_read_node(name, fields) for name, fields in entries)


def read_notes(content: Json) -> tuple[Note, ...]:
    """Read the notes, kept by their ids."""
    return tuple(
        read_value(Note, _without_id(fields, ("notes", name)), ("notes", name), id=name)
        for name, fields in _entries(content, "notes")
    )


def read_layout(content: Json) -> tuple[Position, ...]:
    """Read where steps stand: a pair of whole numbers for each."""
    if not isinstance(content, dict):
        refuse_at(("layout",), "an object is expected")
    return tuple(_read_position(name, place) for name, place in content.items())


def _read_position(name: str, place: Json) -> Position:
    if not isinstance(place, list) or len(place) != 2:  # noqa: PLR2004 x and y
        refuse_at(("layout", name), "a pair such as [120, 80] is expected")
    fields: Json = {"node": name, "x": place[0], "y": place[1]}
    return read_value(Position, fields, ("layout", name))


def _read_node(name: str, fields: dict[str, Json]) -> Node:
    at = ("nodes", name)
    if "kind" not in fields:
        refuse_at((*at, "kind"), "this is missing")
    kind = fields["kind"]
    made = kinds().get(kind) if isinstance(kind, str) else None
    if made is None:
        near = get_close_matches(str(kind)[:60], kinds(), n=1)
        hint = f"; the nearest is {near[0]!r}" if near else f"; known are {', '.join(kinds())}"
        refuse_at((*at, "kind"), f"there is no kind {printable(str(kind)[:60])!r} of step{hint}")
    said: dict[str, Json] = {name: part for name, part in fields.items() if name != "kind"}
    return read_value(made, _without_id(said, at), at, id=name)


def _without_id(fields: dict[str, Json], at: Path) -> dict[str, Json]:
    if "id" in fields:
        refuse_at((*at, "id"), "the id is the name this stands under, and is not repeated")
    return fields


def _entries(content: Json, what: str) -> Iterator[tuple[str, dict[str, Json]]]:
    if not isinstance(content, dict):
        refuse_at((what,), "an object is expected, with an id for each entry")
    for name, fields in content.items():
        if not isinstance(fields, dict):
            refuse_at((what, name), "an object is expected")
        yield name, fields
