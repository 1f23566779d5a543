"""A whole journey laid out, ready to be painted: every step, path, chip and note in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journeys.document.checks import problems
from journeys.document.companions import companions, names_beside
from journeys.document.journey import Journey
from journeys.document.node import Node
from widgets.canvas.geometry import Point, Rect, surrounding
from widgets.canvas.links import Link, linked
from widgets.canvas.placing import corners, lowered
from widgets.canvas.steps import CARD_WIDTH, HEADER_HEIGHT, PlacedStep, by_step, loose_step
from widgets.canvas.threadline import Threadline
from widgets.canvas.ways import Placed
from widgets.lettering import lines
from widgets.theme import NOTE

NOTE_PADDING = 12
NOTE_LINE = 18
MOST_LINES = 200
PATH_MARGIN = 2
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A remark with its frame and the lines that fit into it."""

    frame: Rect
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything there is to paint, from the bottom to the top: notes, paths, steps, chips.

    `placeholder` is where the first step would stand in a journey that has none. `tags` are chips
    with the counts of a run, in place of those of the paths; `thread` is that of a variable.
    """

    steps: tuple[PlacedStep, ...]
    links: tuple[Link, ...]
    notes: tuple[PlacedNote, ...]
    placeholder: Rect | None = None
    tags: tuple[Placed, ...] = ()
    thread: Threadline | None = None

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
                *(frame for _, frame in self.tags),
                *corners_of_paths,
                *([self.placeholder] if self.placeholder else []),
            )
        )


def laid_out(
    journey: Journey,
    there: tuple[Journey, ...] | None = None,
    *,
    in_full: bool = False,
    sentences: Mapping[str, str] = NOTHING,
) -> Drawing:
    """Return the drawing of a journey, with what is wrong told on the steps it is wrong with.

    Each stands where the canvas shows it. In full no words of a step or a note are cut: those that
    need more room are higher, and what is below goes down. `sentences` say what steps did in a run.
    `there` are the journeys there are to lead on to, where that is known.
    """
    called = names_beside(journey, there)
    wrong = by_step(problems(journey, companions(journey, there or ())))

    def written(node: Node, *, in_full: bool) -> PlacedStep:
        faults, sentence = wrong.get(node.id, ()), sentences.get(node.id, "")
        return loose_step(node, faults, sentence, called, in_full=in_full)

    loose = {node.id: written(node, in_full=False) for node in journey.nodes}
    heights = {name: step.frame.height for name, step in loose.items()}
    places = corners(journey, heights)
    steps = {name: step.moved(places[name]) for name, step in loose.items()}
    notes = {f"note {count}": note for count, note in enumerate(_notes(journey))}
    if in_full:
        whole = {node.id: written(node, in_full=True) for node in journey.nodes}
        steps, notes = _in_full(steps, notes, journey, whole)
    links = linked(journey, steps, [note.frame for note in notes.values()])
    placeholder = None if steps else _first_place(tuple(notes.values()))
    return Drawing(tuple(steps.values()), links, tuple(notes.values()), placeholder)


def _in_full(
    steps: Mapping[str, PlacedStep],
    notes: Mapping[str, PlacedNote],
    journey: Journey,
    whole: Mapping[str, PlacedStep],
) -> tuple[dict[str, PlacedStep], dict[str, PlacedNote]]:
    said = {
        name: lines(note.text, NOTE, note.width - 2 * NOTE_PADDING, MOST_LINES)
        for name, note in zip(notes, journey.notes, strict=True)
    }
    heights = {name: step.frame.height for name, step in whole.items()} | {
        name: max(notes[name].frame.height, len(found) * NOTE_LINE + 2 * NOTE_PADDING)
        for name, found in said.items()
    }
    frames = {name: step.frame for name, step in steps.items()}
    frames |= {name: note.frame for name, note in notes.items()}
    down = lowered(frames, heights)
    placed = {
        name: step.moved(Point(frames[name].centre.x - CARD_WIDTH / 2, frames[name].y + down[name]))
        for name, step in whole.items()
    }
    found = {
        name: PlacedNote(Rect(at.x, at.y + down[name], at.width, heights[name]), said[name])
        for name, at in ((name, note.frame) for name, note in notes.items())
    }
    return placed, found


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
