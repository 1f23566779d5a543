"""A journey as a file: readable, comparable line by line, and the same bytes each time."""

import json

from journeys.document.canonical import fingerprint
from journeys.document.journey import Journey
from journeys.document.parsing import parse
from journeys.document.reading import (
    VERSION,
    read_layout,
    read_nodes,
    read_notes,
    read_value,
    take_heading,
)
from journeys.values import Json, Value, as_plain

FORM = "throughline-journey"


def dumps(journey: Journey) -> bytes:
    """Return the bytes of a journey's file: sorted names, two spaces, UTF-8, a final newline."""
    return write({"format": FORM, "version": VERSION, **objects(journey)})


def loads(content: bytes) -> Journey:
    """Read a journey's file.

    Raises UnreadableFileError with what is wrong and where, and NewerFileError for the file of
    a newer Throughline.
    """
    tree = parse(content)
    take_heading(tree, FORM)
    nodes = read_nodes(tree.pop("nodes", {}))
    layout = read_layout(tree.pop("layout", {}))
    notes = read_notes(tree.pop("notes", {}))
    return read_value(Journey, tree, (), nodes=nodes, layout=layout, notes=notes)


def content_id(journey: Journey) -> str:
    """Return what names the content: it stays when steps and notes are moved about.

    The sha256 of the RFC 8785 form of the file without `layout` and `notes`, in hexadecimal.
    """
    said = objects(journey)
    kept = {name: part for name, part in said.items() if name not in ("layout", "notes")}
    return fingerprint({"format": FORM, "version": VERSION, **kept})


def objects(value: Value) -> dict[str, Json]:
    """Return a journey or a fragment as a file holds it: steps, notes and positions by id."""
    said: dict[str, Json] = {}
    for name, content in value.spoken():
        if name == "nodes":
            said[name] = {node.id: node.plain() for node in content}
        elif name == "layout":
            said[name] = {place.node: [place.x, place.y] for place in content}
        elif name == "notes":
            plain = {note.id: note.plain() for note in content}
            said[name] = {key: _without_id(note) for key, note in plain.items()}
        else:
            said[name] = as_plain(content)
    return said


def write(tree: dict[str, Json]) -> bytes:
    """Return a JSON tree as the bytes of a file."""
    text = json.dumps(tree, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode()


def _without_id(note: dict[str, Json]) -> dict[str, Json]:
    return {name: content for name, content in note.items() if name != "id"}
