"""A whole journey laid out, ready to be painted: every step, path, chip and note in its place."""

from dataclasses import dataclass

from journeys.document.checks import problems
from journeys.document.journey import Journey
from widgets.canvas.geometry import Point, Rect, surrounding
from widgets.canvas.links import Link, linked
from widgets.canvas.placing import corners
from widgets.canvas.steps import CARD_WIDTH, HEADER_HEIGHT, PlacedStep, by_step, loose_step
from widgets.lettering import lines
from widgets.theme import NOTE

NOTE_PADDING = 12
NOTE_LINE = 18
PATH_MARGIN = 2


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A remark with its frame and the lines that fit into it."""

    frame: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything there is to paint, from the bottom to the top: notes, paths, steps, chips.

    `placeholder` is where the first step would stand in a journey that has none.
    """

    steps: tuple[PlacedStep, ...]
    links: tuple[Link, ...]
    notes: tuple[PlacedNote, ...]
    placeholder: Rect | None = None

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle around all of it."""
        corners_of_paths = (
            Rect(corner.x, corner.y, 0, 0).grown(PATH_MARGIN)
            for link in self.links
            for corner in link.way
        )
        return surrounding(
            (
                *(step.frame for step in self.steps),
                *(note.frame for note in self.notes),
                *(link.chip.frame for link in self.links if link.chip),
                *corners_of_paths,
                *([self.placeholder] if self.placeholder else []),
            )
        )


def laid_out(journey: Journey) -> Drawing:
    """Return the drawing of a journey, with what is wrong told on the steps it is wrong with."""
    wrong = by_step(problems(journey))
    loose = {node.id: loose_step(node, wrong.get(node.id, ())) for node in journey.nodes}
    heights = {name: step.frame.height for name, step in loose.items()}
    places = corners(journey, heights)
    steps = {name: step.moved(places[name]) for name, step in loose.items()}
    notes = tuple(_notes(journey))
    links = linked(journey, steps, [note.frame for note in notes])
    placeholder = None if steps else _first_place(notes)
    return Drawing(tuple(steps.values()), links, notes, placeholder)


def placed_note(text: str, frame: Rect) -> PlacedNote:
    """Return a remark with as many lines as there is room for."""
    room = frame.width - 2 * NOTE_PADDING
    most = max(1, int((frame.height - 2 * NOTE_PADDING) // NOTE_LINE))
    return PlacedNote(frame, lines(text, NOTE, room, most))


def _notes(journey: Journey) -> list[PlacedNote]:
    return [
        placed_note(note.text, Rect(note.x, note.y, note.width, note.height))
        for note in journey.notes
    ]


def _first_place(notes: tuple[PlacedNote, ...]) -> Rect:
    around = surrounding(note.frame for note in notes)
    corner = Point(0, around.bottom + HEADER_HEIGHT if notes else 0)
    return Rect(corner.x, corner.y, CARD_WIDTH, HEADER_HEIGHT)
