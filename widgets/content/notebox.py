"""Says in words what is wrong with the part in front of a person, and offers the fix."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.content.lack import Lack
from widgets.content.look import label, restyle
from widgets.content.notes import Note
from widgets.flow import Flow
from widgets.icons import drawn
from widgets.shell.buttons import Button, IconButton
from widgets.theme import CONTROL_SMALL, META, SECONDARY, Theme

MARK, STEPS = 16, 20
ROOMY = 520


@dataclass(frozen=True, slots=True)
class Said:
    """A note of a part, with what the part is called; a part that is a line has no lines."""

    part: str
    called: str
    note: Note
    is_line: bool = False


class NoteBox(QWidget):
    """Shows one note of several; `mend_asked` and `went_on` carry what is Said.

    `past_asked` and `path_asked` carry a variable: those without it are to be led past the message,
    or the path is to be seen by which they come. `out_asked` carries its name as written: they are
    meant not to get the message.
    """

    mend_asked = Signal(object)
    went_on = Signal(object)
    past_asked = Signal(str)
    path_asked = Signal(str)
    out_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notes: tuple[Said, ...] = ()
        self._here = ""
        self._at = 0
        self._lacks: Mapping[str, Lack] = MappingProxyType({})
        self.box = QFrame()
        self._mark = QLabel()
        self.words = label(CONTROL_SMALL, "strong", wraps=True)
        self.attempt = label(SECONDARY, "", wraps=True)
        self.count = label(META)
        self.fix = QPushButton()
        self.past = Button(self.tr("Lead them past it"))
        self.out = Button(self.tr("Do not send to them"))
        self.path = Button(self.tr("Show the path"))
        self.fix.setCursor(Qt.CursorShape.PointingHandCursor)
        self.key = label(META, "key", "Alt+Enter")
        self.back = IconButton("chevron-left", self.tr("Previous problem"))
        self.on = IconButton("chevron-right", self.tr("Next problem"))
        self.back.say(self.tr("Previous problem"), "Shift+F8")
        self.on.say(self.tr("Next problem"), "F8")
        self.fix.clicked.connect(self.mend)
        self.past.clicked.connect(lambda: self.past_asked.emit(self._variable))
        self.path.clicked.connect(lambda: self.path_asked.emit(self._variable))
        self.out.clicked.connect(self._leave_out)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self._foot = QWidget()
        self._done = Flow(self._foot, gap=8, line_gap=6)
        self._place()
        self.show_notes((), "", 0)

    def _place(self) -> None:
        inner = QHBoxLayout(self.box)
        inner.setContentsMargins(12, 10, 10, 10)
        inner.setSpacing(10)
        inner.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        turns = QHBoxLayout()
        turns.setSpacing(0)
        for each in (self.back, self.count, self.on):
            each.setFixedHeight(STEPS)
            turns.addWidget(each)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.words)
        said.addWidget(self.attempt)
        self._foot.setContentsMargins(0, 6, 0, 0)
        said.addWidget(self._foot)
        inner.addLayout(said, 1)
        inner.addLayout(turns)
        inner.setAlignment(turns, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 12)
        column.addWidget(self.box)

    @property
    def said(self) -> Said | None:
        """What is said in view."""
        return self._notes[self._at] if self._notes else None

    @property
    def _variable(self) -> str:
        return self.said.note.variable if self.said is not None else ""

    def show_lacks(self, lacks: Mapping[str, Lack]) -> None:
        """Take who lacks which variable."""
        if lacks != self._lacks:
            self._lacks = lacks
            self._show()

    def show_notes(self, notes: tuple[Said, ...], here: str, cursor: int) -> None:
        """Show the note nearest to a place in a part, of all there are in any."""
        self._notes, self._here = notes, here

        def far(at: int) -> tuple[bool, int]:
            return notes[at].part != here, abs(notes[at].note.place.offset - cursor)

        self._at = min(range(len(notes)), key=far, default=0)
        self._show()

    def step(self, by: int) -> None:
        """Go to the next note, or the one before."""
        if self._notes:
            self._at = (self._at + by) % len(self._notes)
            self._show()
            self.went_on.emit(self.said)

    def mend(self) -> None:
        """Ask for the fix of the note in view."""
        if self.said is not None and self.said.note.fix is not None:
            self.mend_asked.emit(self.said)

    def _leave_out(self) -> None:
        if self.said is not None:
            self.out_asked.emit(self.said.note.path)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for each in (self.back, self.on, self.past, self.out, self.path):
            each.set_theme(theme)
        self._show()

    def _show(self) -> None:
        shown = self.said
        self.setVisible(shown is not None)
        if shown is None:
            return
        note = shown.note
        look = "bad" if note.is_bad else "warning"
        ink = self._theme.bad if note.is_bad else self._theme.warning
        restyle(self.box, "look", look)
        self._mark.setPixmap(drawn("circle-x" if note.is_bad else "triangle-alert", ink, MARK))
        said = self._placed(shown)
        self.words.setText(said)
        lack = self._lacks.get(note.variable)
        attempt = note.attempt or (lack.words if lack is not None else "")
        self.attempt.setText(attempt)
        self.attempt.setVisible(bool(attempt))
        has_fix = note.fix is not None
        self.fix.setVisible(has_fix)
        self.key.setVisible(has_fix and self.width() >= ROOMY)
        self.past.setVisible(lack is not None and lack.can_lead_past)
        self.out.setVisible(bool(note.path))
        self.path.setVisible(lack is not None)
        if note.fix is not None:
            self.fix.setText(note.fix.words)
            self.fix.setAccessibleName(note.fix.words)
            restyle(self.fix, "look", look)
        several = len(self._notes) > 1
        for part in (self.back, self.count, self.on):
            part.setVisible(several)
        self._foot.setVisible(has_fix or lack is not None or bool(note.path))
        offered = (self.fix, self.key, self.past, self.out, self.path)
        self._done.arrange(tuple(each for each in offered if not each.isHidden()))
        self.count.setText(f"{self._at + 1} / {len(self._notes)}")
        self.box.setAccessibleName(f"{said} {attempt}".strip())

    def _placed(self, said: Said) -> str:
        """Return the words of a note with where it is: the part, unless it is written in."""
        line, words, is_here = said.note.place.line, said.note.words, said.part == self._here
        if said.is_line:
            return words if is_here else f"{said.called}: {words}"
        if is_here:
            return self.tr("Line {0}: {1}").format(line, words)
        return self.tr("{0}, line {1}: {2}").format(said.called, line, words)
