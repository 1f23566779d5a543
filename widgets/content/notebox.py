"""Says in words what is wrong with the part in front of a person, and offers the fix."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.content.look import label, restyle
from widgets.content.notes import Note
from widgets.icons import drawn
from widgets.shell.buttons import IconButton
from widgets.theme import CONTROL_SMALL, META, SECONDARY, Theme

MARK = 16


@dataclass(frozen=True, slots=True)
class Said:
    """A note of a part, with what the part is called; a part that is a line has no lines."""

    part: str
    called: str
    note: Note
    is_line: bool = False


class NoteBox(QWidget):
    """Shows one note of several; `mend_asked` and `went_on` carry what is Said."""

    mend_asked = Signal(object)
    went_on = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notes: tuple[Said, ...] = ()
        self._here = ""
        self._at = 0
        self.box = QFrame()
        self._mark = QLabel()
        self.words = label(CONTROL_SMALL, "strong", wraps=True)
        self.attempt = label(SECONDARY, "", wraps=True)
        self.count = label(META)
        self.fix = QPushButton()
        self.fix.setCursor(Qt.CursorShape.PointingHandCursor)
        self.key = label(META, "key", "Alt+Enter")
        self.back = IconButton("chevron-left", self.tr("Previous problem"))
        self.on = IconButton("chevron-right", self.tr("Next problem"))
        self.back.say(self.tr("Previous problem"), "Shift+F8")
        self.on.say(self.tr("Next problem"), "F8")
        self.fix.clicked.connect(self.mend)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self._foot = QWidget()
        self._place()
        self.show_notes((), "", 0)

    def _place(self) -> None:
        inner = QHBoxLayout(self.box)
        inner.setContentsMargins(12, 10, 10, 10)
        inner.setSpacing(10)
        inner.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.words)
        said.addWidget(self.attempt)
        done = QHBoxLayout(self._foot)
        done.setContentsMargins(0, 6, 0, 0)
        done.setSpacing(8)
        done.addWidget(self.fix)
        done.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        done.addStretch(1)
        for each in (self.back, self.count, self.on):
            done.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._foot)
        inner.addLayout(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 12)
        column.addWidget(self.box)

    @property
    def said(self) -> Said | None:
        """What is said in view."""
        return self._notes[self._at] if self._notes else None

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

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.back.set_theme(theme)
        self.on.set_theme(theme)
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
        self.attempt.setText(note.attempt)
        self.attempt.setVisible(bool(note.attempt))
        has_fix = note.fix is not None
        for each in (self.fix, self.key):
            each.setVisible(has_fix)
        if note.fix is not None:
            self.fix.setText(note.fix.words)
            self.fix.setAccessibleName(note.fix.words)
            restyle(self.fix, "look", look)
        several = len(self._notes) > 1
        for part in (self.back, self.count, self.on):
            part.setVisible(several)
        self._foot.setVisible(several or has_fix)
        self.count.setText(f"{self._at + 1} / {len(self._notes)}")
        self.box.setAccessibleName(f"{said} {note.attempt}".strip())

    def _placed(self, said: Said) -> str:
        """Return the words of a note with where it is: the part, unless it is written in."""
        line, words, is_here = said.note.place.line, said.note.words, said.part == self._here
        if said.is_line:
            return words if is_here else f"{said.called}: {words}"
        if is_here:
            return self.tr("Line {0}: {1}").format(line, words)
        return self.tr("{0}, line {1}: {2}").format(said.called, line, words)
