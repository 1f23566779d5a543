"""Edits of what stands where on the canvas: positions of steps, and notes."""

from collections.abc import Hashable
from dataclasses import dataclass

from journeys.document.edits.edit import Alone, refusing
from journeys.document.journey import Journey, Note, Position
from journeys.errors import EditRefusedError
from journeys.values import evolve


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step or a note is put, in pixels at 100 %."""

    id: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Move:
    """Put steps and notes elsewhere."""

    nodes: tuple[Place, ...] = ()
    notes: tuple[Place, ...] = ()

    @property
    def words(self) -> str:
        """What the edit does."""
        count = len(self.nodes) + len(self.notes)
        return "Move" if count == 1 else f"Move {count} things"

    @property
    def key(self) -> Hashable | None:
        """Moves of the same things in a row are undone as one."""
        nodes = frozenset(place.id for place in self.nodes)
        return ("move", nodes, frozenset(place.id for place in self.notes))

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the new places."""
        layout = {place.node: place for place in journey.layout}
        notes = {note.id: note for note in journey.notes}
        with refusing():
            for place in self.nodes:
                step = journey.node(place.id)
                layout[step.id] = Position(node=step.id, x=place.x, y=place.y)
            for place in self.notes:
                notes[place.id] = evolve(_note(journey, place.id), x=place.x, y=place.y)
        return evolve(journey, layout=tuple(layout.values()), notes=tuple(notes.values()))


@dataclass(frozen=True, slots=True)
class AddNote(Alone):
    """Put a note on the canvas."""

    note: Note

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Add a note"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the note."""
        if any(note.id == self.note.id for note in journey.notes):
            raise EditRefusedError(f"There is already a note {self.note.id!r}.", "Use another id.")
        return evolve(journey, notes=(*journey.notes, self.note))


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """Give a note other words, or another size or place."""

    note: Note

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Change a note"

    @property
    def key(self) -> Hashable | None:
        """Changes of one note in a row are undone as one."""
        return ("note", self.note.id)

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the note changed."""
        before = _note(journey, self.note.id)
        notes = tuple(self.note if note is before else note for note in journey.notes)
        return evolve(journey, notes=notes)


@dataclass(frozen=True, slots=True)
class RemoveNotes(Alone):
    """Take notes off the canvas."""

    notes: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the edit does."""
        return "Delete a note" if len(self.notes) == 1 else f"Delete {len(self.notes)} notes"

    def apply(self, journey: Journey) -> Journey:
        """Return the journey without the notes."""
        gone = {_note(journey, note).id for note in self.notes}
        return evolve(journey, notes=tuple(note for note in journey.notes if note.id not in gone))


def _note(journey: Journey, name: str) -> Note:
    for note in journey.notes:
        if note.id == name:
            return note
    raise EditRefusedError(f"There is no note {name!r}.", "It may have been deleted.")
