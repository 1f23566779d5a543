"""The canvas: the journey to look at and to work on, with mouse and keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from widgets.canvas.accessible import make_heard, tell_selected
from widgets.canvas.camera import WHOLE
from widgets.canvas.furnished import Furnished
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.handles import open_ports
from widgets.canvas.keys import ARROWS, key_of
from widgets.canvas.leaving import is_way, ports_of, sign_on, ways_out
from widgets.canvas.navigating import first_step, next_step
from widgets.canvas.overlay import paint_surround
from widgets.canvas.spots import NOTHING, Spot
from widgets.document import Document
from widgets.theme import Theme

BY_A_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class CanvasView(Furnished):
    """The canvas of a document.

    `find_asked` is sent when a person wants to find a step, `connect_asked` when the selected one
    or the chosen way out is to lead to another.
    """

    find_asked = Signal()
    connect_asked = Signal()

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__(document, theme)
        make_heard()
        self._is_ringed = False
        self.selection_changed.connect(lambda _: tell_selected(self))

    def zoom_to_fit(self) -> None:
        """Show the whole journey."""
        self.fit_all()

    def zoom_to_selection(self) -> None:
        """Show all that is selected, at most at 100 %."""
        found = [
            Rect(left, top, right - left, bottom - top)
            for table in (self.scene.steps, self.scene.notes)
            for sides in [table.around(self.selection)]
            if sides is not None
            for left, top, right, bottom in [sides.tolist()]
        ]
        if found:
            left, top = min(each.x for each in found), min(each.y for each in found)
            right = max(each.right for each in found)
            bottom = max(each.bottom for each in found)
            self.fit(Rect(left, top, right - left, bottom - top))

    def reveal_selection(self) -> None:
        """Bring the selected step into view, as large as it is."""
        for name in self.selection[:1]:
            if name in self.scene.steps.place:
                self.reveal_step(name)

    def zoom_by(self, factor: float) -> None:
        """Make everything so many times larger, around the middle of the view."""
        self.look(self.camera.zoomed(factor, self.part.centre))

    def zoom_reset(self) -> None:
        """Show the middle of the view at 100 %."""
        self.zoom_by(WHOLE / self.camera.scale)
        self.look_afresh()

    def choose_next_way(self) -> None:
        """Choose the next way out of the selected step, or of the step the chosen one leaves."""
        chosen = self.overlay.chosen_way
        ways = ways_out(self.scene, self.connecting_from[0])
        if ways:
            place = ways.index(chosen) + 1 if chosen in ways else 0
            self.select(())
            self.show_way(ways[place % len(ways)])

    def show_way(self, way: Spot) -> None:
        """Choose a way out, and bring into view where a step is added to it."""
        self.choose_way(way)
        if self.overlay.chosen_way != NOTHING:
            self.reveal(sign_on(self.scene, way))

    @property
    def connecting_from(self) -> tuple[str, str]:
        """The step and port of the way out that is chosen; the port is empty where several may be.

        So it is where a step is selected. Without either both are empty.
        """
        way = self.overlay.chosen_way
        if self._has_step_selected():
            return self.selection[-1], ""
        if way == NOTHING:
            return "", ""
        step, ports = ports_of(self.scene, way)
        return step, ports[0] if len(ports) == 1 else ""

    def ask_find(self) -> None:
        """Tell that a person wants to find a step."""
        self.find_asked.emit()

    def ask_connection(self) -> None:
        """Tell that the chosen way out, or one of the selected step, is to lead to another."""
        self.connect_asked.emit()

    def ask_after(self) -> None:
        """Ask for a step on the chosen way, else on the path under the mouse, else after a step."""
        ways = self.overlay.chosen_way, Spot("path", pair=self.overlay.hovered.pair)
        way = next((way for way in ways if is_way(self.scene, way)), None)
        if way is not None:
            step, ports = ports_of(self.scene, way)
            middle = self.camera.to_view(sign_on(self.scene, way).centre)
            self.ask_step(middle, (step, ports[0]), None)
            return
        name = self.selection[-1] if self._has_step_selected() else None
        if name is None:
            self.ask_step(self.part.centre, None, None)
            return
        frame = self.scene.steps.frame(name)
        below = Point(frame.centre.x, frame.bottom)
        self.ask_step(self.camera.to_view(below), self.way_after(name), None)

    def way_after(self, name: str) -> tuple[str, str] | None:
        """Return the way out of a step that the next one would follow, an open one first."""
        node = self.journey.by_id[name]
        ports = [*open_ports(self.journey, node), *(port.id for port in node.ports())]
        return (name, ports[0]) if ports else None

    def go(self, key: Qt.Key, *, extends: bool) -> None:
        """Select the step an arrow leads to; `extends` keeps what is selected."""
        here = self.selection[-1] if self._has_step_selected() else None
        found = next_step(self.scene, here, ARROWS[key]) if here else self._begun(key)
        if found is None:
            return
        kept = [name for name in self.selection if name != found] if extends else []
        self.select((*kept, found))
        self.reveal_step(found)

    def escape(self) -> None:
        """Give up what is being done, else follow no thread, else select nothing."""
        if self.cancel():
            return
        if self.followed is not None:
            self.show_thread(None)
        else:
            self.select(())
            self.choose_path(None)

    def open_selected(self) -> None:
        """Open the selected step, or write on the selected note."""
        if not self.selection:
            if self.overlay.chosen_way != NOTHING:
                self.ask_after()
            return
        name = self.selection[-1]
        if name in self.journey.by_id:
            self.opened.emit(name)
        else:
            self.edit_note(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here, where a key has led here."""
        super().focusInEvent(event)
        self._is_ringed = event.reason() in BY_A_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self._is_ringed = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view, and the ring of the keyboard around it."""
        super().paintEvent(event)
        if self._is_ringed:
            painter = QPainter(self)
            paint_surround(painter, Rect(0, 0, self.width(), self.height()), self.theme)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of the canvas does."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.hold_space(is_held=True)
        elif key in ARROWS:
            self.go(key, extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif (done := key_of(event)) is not None:
            done(self)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop panning with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.hold_space(is_held=False)
        else:
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ask for a step with Tab where one is selected; else Tab leaves the canvas."""
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        is_press = event.type() == QEvent.Type.KeyPress
        has_chosen = self._has_step_selected() or self.overlay.chosen_way != NOTHING
        if is_tab and is_press and has_chosen:
            self.ask_after()
            return True
        return super().event(event)

    def _begun(self, key: Qt.Key) -> str | None:
        """Return where the arrows begin: at an end of the chosen way, else at the start."""
        if self.overlay.chosen_path is not None:
            return self.overlay.chosen_path[0 if ARROWS[key] == "up" else 1]
        return self.overlay.chosen_way.id or first_step(self.scene)

    def _has_step_selected(self) -> bool:
        return bool(self.selection) and self.selection[-1] in self.scene.steps.place
