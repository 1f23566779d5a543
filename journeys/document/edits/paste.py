"""Pasting: what was copied joins a journey under names that are still free."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeys.document.edits.edit import Alone, refusing
from journeys.document.fragment import Fragment
from journeys.document.journey import Edge, Journey, Note, Position
from journeys.values import evolve

LONGEST = 64


@dataclass(frozen=True, slots=True)
class Paste(Alone):
    """Put a fragment into a journey, `x` and `y` pixels from where it stood before.

    Steps and notes keep their ids where those are free, else they are numbered: wait_1 becomes
    wait_2. The new ones are named by the diff.
    """

    fragment: Fragment
    x: int = 0
    y: int = 0

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Paste"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with a copy of the fragment in it."""
        part = self.fragment
        steps = fresh((node.id for node in part.nodes), set(journey.by_id))
        notes = fresh((note.id for note in part.notes), {note.id for note in journey.notes})
        with refusing():
            new = [evolve(node, id=steps[node.id]) for node in part.nodes]
            placed = set(steps.values())
            layout = [place for place in journey.layout if place.node not in placed]
            return evolve(
                journey,
                nodes=(*journey.nodes, *new),
                edges=(*journey.edges, *(_edge(edge, steps) for edge in part.edges)),
                layout=(*layout, *self._layout(steps)),
                notes=(*journey.notes, *(self._note(note, notes) for note in part.notes)),
            )

    def _layout(self, steps: Mapping[str, str]) -> list[Position]:
        return [
            Position(node=steps[place.node], x=place.x + self.x, y=place.y + self.y)
            for place in self.fragment.layout
            if place.node in steps
        ]

    def _note(self, note: Note, notes: Mapping[str, str]) -> Note:
        return evolve(note, id=notes[note.id], x=note.x + self.x, y=note.y + self.y)


def fresh(names: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Return a free id for each name: the name itself, or one with the next free number."""
    found: dict[str, str] = {}
    used = set(taken)
    for name in names:
        found[name] = _free(name, used)
        used.add(found[name])
    return found


def _free(name: str, used: set[str]) -> str:
    if name not in used:
        return name
    numbered = re.fullmatch(r"(.+)_([1-9][0-9]{0,8})", name)
    stem, number = (numbered[1], int(numbered[2])) if numbered else (name, 1)
    while True:
        number += 1
        ending = f"_{number}"
        made = f"{stem[: LONGEST - len(ending)]}{ending}"
        if made not in used:
            return made


def _edge(edge: Edge, steps: Mapping[str, str]) -> Edge:
    return Edge(source=steps[edge.source], port=edge.port, target=steps[edge.target])
