"""What can be done to the journey on the canvas: add, delete, copy, paste, write."""

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QPointF

from journeys.document.edits.canvas import AddNote, ChangeNote
from journeys.document.edits.edit import Edit
from journeys.document.edits.paste import fresh
from journeys.document.edits.paths import Disconnect
from journeys.document.edits.steps import Rename
from journeys.document.fragment import Fragment
from journeys.document.journey import Note
from journeys.errors import UnreadableFileError
from journeys.layout.align import How
from journeys.layout.edit import Tidy
from journeys.values import evolve
from widgets.canvas.adding import adding, new_step
from widgets.canvas.arranging import arranging
from widgets.canvas.camera import Camera
from widgets.canvas.clipping import from_clipboard, pasting, put_on_clipboard, taken
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.gliding import Gliding
from widgets.canvas.handles import HANGS
from widgets.canvas.removing import is_between, removing
from widgets.canvas.snapping import GRID
from widgets.canvas.steps import PADDING, PILL_HEIGHT, TITLE_LEFT
from widgets.canvas.surface import Surface
from widgets.canvas.writing import Writing
from widgets.document import Changed, Document
from widgets.theme import Theme

NOTE_TRIES = 40
NOTE_SIZE = (240, 96)
FIELD_HEIGHT = 28


class Editing(Surface):
    """A surface on which the journey is changed."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__(document, theme)
        self._events: tuple[str, ...] = ()
        self._writing = Writing(self)
        self._gliding = Gliding(self.scene, self.refresh, self)

    def look(self, camera: Camera) -> None:
        """Look elsewhere; what is being written is kept first, as it stands at its old place."""
        if camera != self.camera:
            self.finish_writing()
        super().look(camera)

    def finish_writing(self) -> None:
        """Keep what is being written on a note or as a title."""
        self._writing.finish()

    def set_events(self, events: Sequence[str]) -> None:
        """Name the events the data has, the most frequent first, for steps that begin with one."""
        self._events = tuple(events)

    def add(
        self, kind: str, after: tuple[str, str] | None = None, at: QPointF | None = None
    ) -> str:
        """Add a step of a kind after a port, or at a place of the canvas; return its id.

        Without either it stands where it was last asked for, else apart from the others. The id
        is empty where the journey refused the step, which the person is told.
        """
        place = Point(at.x(), at.y()) if at is not None else self._asked_for(after)
        node = new_step(self.journey, kind, self._events)
        if not self.do(adding(self.scene, node, after, place)):
            return ""
        self.select((node.id,))
        self.reveal_step(node.id)
        return node.id

    def reveal_step(self, name: str) -> None:
        """Bring a step into view, with the sign to go on from it."""
        frame = self.scene.steps.frame(name)
        below = HANGS if self.scene.is_loose(name) else 0
        self.reveal_uncovered(Rect(frame.x, frame.y, frame.width, frame.height + below))

    def delete_selection(self, *, reconnect: bool) -> None:
        """Delete what is selected; with `reconnect` paths lead on to what came after.

        So they do in any case around one step with one path in and one path out.
        """
        chosen = self.overlay.chosen_path
        if chosen is not None and not self._selection:
            edges = tuple(e for e in self.journey.edges if (e.source, e.target) == chosen)
            self.do(Disconnect(edges))
            return
        gone = frozenset(self._selection)
        joins = reconnect or is_between(self.journey, gone)
        edit = removing(self.scene, gone, reconnect=joins)
        if edit is not None:
            self.do(edit)

    def copy(self) -> None:
        """Put what is selected on the clipboard as text."""
        if self._selection:
            put_on_clipboard(taken(self.journey, frozenset(self._selection)))

    def cut(self) -> None:
        """Put what is selected on the clipboard, and delete it."""
        if self._selection:
            self.copy()
            self.delete_selection(reconnect=False)

    def paste(self) -> None:
        """Add what is on the clipboard; where it is no part of a journey the person is told."""
        try:
            fragment = from_clipboard()
        except UnreadableFileError:
            self.refused.emit(self.tr("There are no steps to paste: copy some on a canvas first."))
            return
        self._put(fragment)

    def duplicate(self) -> None:
        """Add what is selected once more."""
        if self._selection:
            self._put(taken(self.journey, frozenset(self._selection)))

    def add_note(self) -> str:
        """Put a note where a menu was asked for, else where nothing is; return its id.

        It is ready to be written on.
        """
        width, height = NOTE_SIZE
        corner, self._menu_at = self._menu_at or self._free_for_note(), None
        used = {note.id for note in self.journey.notes} | set(self.journey.by_id)
        note = Note(
            id=fresh(("note",), used)["note"],
            text="",
            x=round(corner.x),
            y=round(corner.y),
            width=width,
            height=height,
        )
        if not self.do(AddNote(note)):
            return ""
        self.select((note.id,))
        self.reveal(self.scene.notes.frame(note.id))
        self.edit_note(note.id)
        return note.id

    def _free_for_note(self) -> Point:
        """Return the place nearest to the middle of what is in view where a note covers nothing."""
        width, height = NOTE_SIZE
        middle = self.clear_sight.centre
        left = GRID * round((middle.x - width / 2) / GRID)
        top = GRID * round((middle.y - height / 2) / GRID)
        aside = range(-NOTE_TRIES * GRID, NOTE_TRIES * GRID + 1, GRID)
        for across, down in sorted(product(aside, aside), key=lambda by: abs(by[0]) + abs(by[1])):
            place = Rect(left + across, top + down, width, height).grown(GRID / 2)
            if not any(len(of.inside(place)) for of in (self.scene.steps, self.scene.notes)):
                return Point(left + across, top + down)
        return Point(left, top)

    def edit_note(self, name: str) -> None:
        """Let a person write on a note."""
        note = next((each for each in self.journey.notes if each.id == name), None)
        if note is None:
            return
        frame = self.camera.frame(self.scene.notes.frame(name))

        def write(text: str) -> None:
            now = next((each for each in self.journey.notes if each.id == name), None)
            if now is not None and now.text != text:
                self.do(ChangeNote(evolve(now, text=text)))

        self._writing.write_note(note.text, frame, self.camera.scale, self.theme, write)

    def rename(self, name: str) -> None:
        """Let a person write the title of a step."""
        node = self.journey.by_id.get(name)
        if node is None:
            return
        frame = self.scene.steps.frame(name)
        left = PILL_HEIGHT if node.card.is_pill else TITLE_LEFT - PADDING / 2
        top = frame.y + (PILL_HEIGHT - FIELD_HEIGHT) / 2
        place = Rect(frame.x + left, top, frame.width - left - PADDING / 2, FIELD_HEIGHT)

        def write(text: str) -> None:
            now = self.journey.by_id.get(name)
            if now is not None and now.title != text:
                self.do(Rename(name, text))

        shown = self.camera.frame(place)
        self._writing.write_title(node.title, shown, self.camera.scale, self.theme, write)

    def tidy(self) -> bool:
        """Put every step where it reads best, undone as one; False where all stand so already.

        The step that is selected, else the one under the mouse, stays at its place on the screen.
        """
        return self._do_gently(Tidy(tuple(sorted(self.scene.sizes().items()))))

    def arrange(self, how: How) -> bool:
        """Put what is selected in line, or spread it evenly; False where it is so already."""
        edit = arranging(self.scene, self._selection, how)
        return edit is not None and self._do_gently(edit)

    def _do_gently(self, edit: Edit) -> bool:
        """Do an edit that puts things elsewhere, and let them be seen on their way."""
        self.finish_writing()
        before, camera = self.journey, self.camera
        steps = {name: self.scene.corner(name) for name in self.scene.steps.names}
        notes = {name: self.scene.note_corner(name) for name in self.scene.notes.names}
        held = next((n for n in (*self._selection[-1:], self.overlay.hovered.id) if n in steps), "")
        is_fitted = self.is_fitted
        if not self.do(edit) or self.journey is before:
            return False
        if held and isinstance(edit, Tidy):
            was, now = steps[held], self.scene.corner(held)
            self.look(Camera(camera.left + now.x - was.x, camera.top + now.y - was.y, camera.scale))
        elif is_fitted:
            self.fit_all()
        self._gliding.begin(
            {name: self._seen_at(place, camera) for name, place in steps.items()},
            {name: self._seen_at(place, camera) for name, place in notes.items()},
        )
        return True

    def _seen_at(self, place: Point, camera: Camera) -> Point:
        """Return where on the canvas something now looks as it did at a place before."""
        return self.camera.to_canvas(camera.to_view(place))

    def _take(self, changed: Changed) -> None:
        self._gliding.finish()
        super()._take(changed)
        if self.scene.placeholder is not None and not self.is_fitted:
            self.fit_all()

    def _put(self, fragment: Fragment) -> None:
        before = self.journey
        if self.do(pasting(self.scene, fragment, self.clear_sight)):
            notes = {note.id for note in self.journey.notes} - {note.id for note in before.notes}
            new = (*sorted(self.journey.by_id.keys() - before.by_id.keys()), *sorted(notes))
            self.select(new)

    def _asked_for(self, after: tuple[str, str] | None) -> Point | None:
        """Return where a step was asked for, if it was asked for after this port."""
        asked, self._asked_at = self._asked_at, None
        return asked[1] if asked is not None and asked[0] == after else None
