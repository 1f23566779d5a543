"""A journey in its place on the canvas, renewed only where it has changed."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from journeys.document.diff import Diff
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.names import Names
from widgets.canvas.counts import Counts
from widgets.canvas.drawing import PlacedNote, placed_note
from widgets.canvas.geometry import Point, Rect, surrounding
from widgets.canvas.handles import open_ports
from widgets.canvas.placing import corners
from widgets.canvas.steps import (
    CARD_WIDTH,
    FIGURES_HEIGHT,
    HEADER_HEIGHT,
    PlacedStep,
    by_step,
    full_height,
    loose_step,
    usual_height,
)
from widgets.canvas.table import Table
from widgets.canvas.tinting import TINTS
from widgets.canvas.ways import Ways

PLACEHOLDER = Rect(0, 0, CARD_WIDTH, HEADER_HEIGHT)
TINT, PILL = 4, 5
MOST_LOOKED_AROUND = 400

Problems = Mapping[str | None, tuple[Problem, ...]]


class Scene:
    """Owns where everything stands, in arrays of frames; `journey` is what it shows.

    A row of `steps` is left, top, right, bottom, the number of its tint, and 1 for a pill; a row
    of `notes` is left, top, right, bottom. `revision` grows with every change of the journey.
    """

    def __init__(self, journey: Journey) -> None:
        self.journey = Journey(id=journey.id)
        self.revision = 0
        self.steps: Table[str] = Table(6)
        self.notes: Table[str] = Table(4)
        self.ways = Ways(self.steps, self.notes)
        self._problems: Problems = {}
        self._counts: Counts | None = None
        self._loose: dict[str, PlacedStep] = {}
        self._heights: dict[str, int] = {}
        self._lifted: dict[str, Rect] = {}
        self._is_loose: dict[str, bool] = {}
        self._bounds: tuple[tuple[int, int], Rect] | None = None
        self._notes: dict[str, PlacedNote] = {}
        self.names = Names()
        self.take(journey, Diff.between(self.journey, journey))

    @property
    def counts(self) -> Counts | None:
        """The counts that are shown, if any are."""
        return self._counts

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle around all steps, paths and notes."""
        of = (self.revision, self.ways.revision)
        if self._bounds is None or self._bounds[0] != of:
            self._bounds = of, self._bounded()
        return self._bounds[1]

    @property
    def placeholder(self) -> Rect | None:
        """Where the first step would stand in a journey that has none."""
        if self.journey.nodes:
            return None
        notes = surrounding(self.notes.frame(name) for name in self.notes.names)
        top = notes.bottom + HEADER_HEIGHT if self.notes.names else 0
        return Rect(PLACEHOLDER.x, top, PLACEHOLDER.width, PLACEHOLDER.height)

    def step(self, name: str) -> PlacedStep:
        """Return a step with the words that fit into it, in a column that begins at (0, 0)."""
        found = self._loose.get(name)
        if found is None:
            sentence = self._counts.sentences.get(name, "") if self._counts else ""
            found = loose_step(self.journey.by_id[name], self.wrong(name), sentence, self.names)
            self._loose[name] = found
        return found

    def note(self, name: str) -> PlacedNote:
        """Return a note with the lines that fit into it, at (0, 0)."""
        found, frame = self._notes.get(name), self.notes.frame(name)
        if found is None or (found.frame.width, found.frame.height) != (frame.width, frame.height):
            text = next(note.text for note in self.journey.notes if note.id == name)
            found = placed_note(text, Rect(0, 0, frame.width, frame.height))
            self._notes[name] = found
        return found

    def is_loose(self, name: str) -> bool:
        """Say whether a step has ports that should lead somewhere, and do not."""
        if name not in self._is_loose:
            node = self.journey.by_id[name]
            self._is_loose[name] = bool(open_ports(self.journey, node))
        return self._is_loose[name]

    def reading_order(self) -> list[str]:
        """Return the steps from top to bottom, those of one height from left to right."""
        rows = self.steps.rows
        return [self.steps.names[place] for place in np.lexsort((rows[:, 0], rows[:, 1])).tolist()]

    def sizes(self) -> dict[str, tuple[int, int]]:
        """Return width and height of each step's column, with room for what messages do."""
        return {name: (CARD_WIDTH, math.ceil(self.room(name).height)) for name in self.steps.names}

    def room(self, name: str) -> Rect:
        """Return the frame of a step, with room below for what a message does in a run."""
        frame = self.steps.frame(name)
        height = max(frame.height, full_height(self.journey.by_id[name], self.names))
        return Rect(frame.x, frame.y, frame.width, height)

    def wrong(self, name: str) -> tuple[Problem, ...]:
        """Return what is wrong with a step."""
        return self._problems.get(name, ())

    def corner(self, name: str) -> Point:
        """Return the top left corner of a step's column, which is what is stored of its place."""
        frame = self.steps.frame(name)
        return Point(frame.centre.x - CARD_WIDTH / 2, frame.y)

    def note_corner(self, name: str) -> Point:
        """Return the top left corner of a note."""
        frame = self.notes.frame(name)
        return Point(frame.x, frame.y)

    def take(self, journey: Journey, diff: Diff) -> None:
        """Show another journey, of which `diff` names what differs from the one before."""
        self.journey = journey
        self.revision += 1
        self._is_loose = {}
        new = diff.added_nodes | diff.changed_nodes
        self._forget(diff.removed_nodes)
        self.steps.drop(diff.removed_nodes)
        self._forget(new)
        before = [*self._lifted.values(), *self._reach(new | diff.moved_nodes)]
        self._lifted = {}
        moved = diff.moved_nodes & journey.by_id.keys()
        is_led_anew = bool(diff.removed_nodes or diff.added_edges or diff.removed_edges)
        affected = moved | self._place(new | moved, everything=is_led_anew)
        self._take_notes(diff)
        pairs: set[tuple[str, str]] = set()
        if diff.added_edges or diff.removed_edges or diff.added_nodes or diff.removed_nodes:
            pairs = self.ways.connect(journey)
        pairs |= self.ways.touching(affected | diff.changed_nodes)
        pairs.update(self._beside(before, set(affected)))
        self.ways.draw(pairs)
        self.show_names(replace(journey.names, journeys=self.names.journeys))

    @property
    def is_settled(self) -> bool:
        """True when every path goes around the steps."""
        return not self.ways.rough

    def settle(self, seconds: float, sight: Rect | None = None) -> bool:
        """Lead paths around the steps for so long, those in sight first; True when all do."""
        return self.ways.settle(self.journey, seconds, sight)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Write on the steps what is wrong with them."""
        found = by_step(tuple(problems))
        names = {
            name
            for name in found.keys() | self._problems.keys()
            if name is not None
            and name in self.steps.place
            and found.get(name) != self._problems.get(name)
        }
        self._problems = found
        self._renew(names)

    def show_counts(self, counts: Counts | None) -> None:
        """Write on cards what they did in a run, or take it away."""
        was = self._counts.sentences if self._counts else {}
        now = counts.sentences if counts else {}
        names = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
        self._counts = counts
        self.ways.tags.clear()
        self._renew(names & self.steps.place.keys())

    def show_names(self, names: Names) -> None:
        """Write on the steps and paths what segments, messages and other journeys are called."""
        if names != self.names:
            self.names = names
            named = {each.id for each in self.journey.nodes if each.is_named}
            self._forget(named)
            self._renew(named & self.steps.place.keys())
            self.ways.draw(self.ways.touching(named))

    def shift(self, places: Mapping[str, Point], notes: Mapping[str, Point]) -> None:
        """Show steps (by the corners of their columns) and notes elsewhere while being dragged."""
        self._bounds = None
        for name, corner in places.items():
            was = self._lifted.setdefault(name, self.steps.frame(name))
            left = corner.x + (CARD_WIDTH - was.width) / 2
            self.steps.row(name)[0:4] = left, corner.y, left + was.width, corner.y + was.height
        for name, corner in notes.items():
            row = self.notes.row(name)
            row[0:4] += [corner.x - row[0], corner.y - row[1]] * 2
        self.ways.draw(self.ways.touching(places))

    def show_note(self, name: str, frame: Rect) -> None:
        """Show a note in another size while it is being dragged."""
        self.notes.put({name: (frame.x, frame.y, frame.right, frame.bottom)})
        self._bounds = None

    def _bounded(self) -> Rect:
        tables = (self.steps, self.notes, self.ways.table)
        found = [whole for table in tables if (whole := table.whole) is not None]
        return surrounding([*found, *([self.placeholder] if self.placeholder else [])])

    def _renew(self, names: set[str]) -> None:
        """Lay steps out anew whose words have changed; paths follow where the size has."""
        for name in names:
            self._loose.pop(name, None)
        grown = self._place(names, everything=False)
        self.ways.draw(self.ways.touching(grown))
        if grown:
            self.ways.tags.clear()

    def _forget(self, names: Iterable[str]) -> None:
        for name in names:
            self._loose.pop(name, None)
            self._heights.pop(name, None)

    def _place(self, names: Iterable[str], *, everything: bool) -> set[str]:
        """Write the frames of steps; return those whose frame is another than before.

        Where steps without a place of their own stand depends on all others, and on the paths.
        """
        journey = self.journey
        asked = set(names)
        homeless = len(journey.positions) < len(journey.nodes)
        if homeless and (asked or everything):
            heights = {name: self.step(name).frame.height for name in journey.by_id}
            places = corners(journey, heights)
            asked = set(journey.by_id)
        else:
            places = {name: Point(*journey.positions[name]) for name in asked}
        rows = {name: self._row(name, places[name]) for name in sorted(asked)}
        self._bounds = None
        changed = {
            name
            for name, row in rows.items()
            if name not in self.steps.place or self.steps.row(name).tolist() != row
        }
        self.steps.put({name: rows[name] for name in rows if name in changed})
        return changed

    def _row(self, name: str, corner: Point) -> list[float]:
        node = self.journey.by_id[name]
        card = node.card
        if card.is_pill:
            frame = self.step(name).frame
        else:
            if name not in self._heights:
                self._heights[name] = usual_height(node, self.names)
            is_counted = bool(self._counts and self._counts.sentences.get(name))
            extra = FIGURES_HEIGHT if is_counted else 0
            frame = Rect(0, 0, CARD_WIDTH, self._heights[name] + extra)
        left, top = corner.x + frame.x, corner.y
        right, bottom = left + frame.width, top + frame.height
        return [left, top, right, bottom, float(TINTS.index(card.tint)), float(card.is_pill)]

    def _reach(self, names: Iterable[str]) -> list[Rect]:
        return [self.steps.frame(name) for name in names if name in self.steps.place]

    def _beside(self, before: list[Rect], affected: set[str]) -> Iterable[tuple[str, str]]:
        """Yield the paths that run where steps stood, or now stand."""
        if len(affected) > MOST_LOOKED_AROUND:
            yield from self.ways.ports
            return
        for frame in (*before, *self._reach(affected)):
            yield from self.ways.table.meeting(frame)

    def _take_notes(self, diff: Diff) -> None:
        self.notes.drop(diff.removed_notes)
        renewed = diff.added_notes | diff.changed_notes
        for name in renewed | diff.removed_notes:
            self._notes.pop(name, None)
        self.notes.put(
            {
                note.id: (note.x, note.y, note.x + note.width, note.y + note.height)
                for note in self.journey.notes
                if note.id in renewed
            }
        )
