"""A part of a journey on its own: what is copied, carried as text, and pasted."""

from typing import Annotated

from pydantic import Field, SerializeAsAny, model_validator

from journeys.document.format import objects, write
from journeys.document.journey import MOST_NODES, Edge, Journey, Note, Position
from journeys.document.node import Node
from journeys.document.parsing import parse
from journeys.document.reading import (
    VERSION,
    read_layout,
    read_nodes,
    read_notes,
    read_value,
    take_heading,
)
from journeys.values import Value

FORM = "throughline-fragment"


class Fragment(Value):
    """Steps with the paths between them, where they stood, and notes."""

    nodes: Annotated[tuple[SerializeAsAny[Node], ...], Field(max_length=MOST_NODES)] = ()
    edges: Annotated[tuple[Edge, ...], Field(max_length=4 * MOST_NODES)] = ()
    layout: Annotated[tuple[Position, ...], Field(max_length=MOST_NODES)] = ()
    notes: Annotated[tuple[Note, ...], Field(max_length=MOST_NODES)] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> "Fragment":
        inside = {node.id for node in self.nodes}
        for edge in self.edges:
            if edge.source not in inside or edge.target not in inside:
                raise ValueError("a path leads out of what was copied")
        return self


def cut(journey: Journey, nodes: frozenset[str], notes: frozenset[str] = frozenset()) -> Fragment:
    """Return some steps with the paths between them, and some notes; the journey keeps them."""
    inside = nodes & journey.by_id.keys()
    return Fragment(
        nodes=tuple(node for node in journey.nodes if node.id in inside),
        edges=tuple(
            edge for edge in journey.edges if edge.source in inside and edge.target in inside
        ),
        layout=tuple(place for place in journey.layout if place.node in inside),
        notes=tuple(note for note in journey.notes if note.id in notes),
    )


def fragment_dumps(fragment: Fragment) -> bytes:
    """Return a fragment as the text that is put on the clipboard."""
    return write({"format": FORM, "version": VERSION, **objects(fragment)})


def fragment_loads(content: bytes) -> Fragment:
    """Read a fragment from the clipboard; raises UnreadableFileError where it is none."""
    tree = parse(content)
    take_heading(tree, FORM)
    nodes = read_nodes(tree.pop("nodes", {}))
    layout = read_layout(tree.pop("layout", {}))
    notes = read_notes(tree.pop("notes", {}))
    return read_value(Fragment, tree, (), nodes=nodes, layout=layout, notes=notes)
