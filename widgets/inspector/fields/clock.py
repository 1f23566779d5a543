"""A time of day, written as the clock shows it."""

import re

from PySide6.QtCore import Qt

from journeys.clocks import TimeOfDay
from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.fields.field import Field
from widgets.inspector.speech import translate

LINE_WIDTH = 72
DAY, STEP = 86_400, 900
WRITTEN = re.compile(r"\s*(\d{1,2})(?:[:.h]?(\d\d))?\s*", re.ASCII)


class ClockField(Field):
    """A line such as 09:00; 9, 9.30 and 0930 are understood, the arrows move a quarter."""

    is_small = True

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self._shown: TimeOfDay | None = None
        self.line = Line(what)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(LINE_WIDTH)
        self.line.setPlaceholderText("09:00")
        self.line.textEdited.connect(self._read)
        self.line.stepped.connect(self._step)
        self.line.left.connect(self._leave)
        self.hold(self.line)
        self.column.setAlignment(self.line, Qt.AlignmentFlag.AlignRight)
        self.start_at(self.line)

    @property
    def held(self) -> TimeOfDay | None:
        """The time that was told of last."""
        return self._shown

    def hold_again(self, content: object) -> None:
        """Take a time for the one that is held."""
        self._shown = content if isinstance(content, TimeOfDay) else None

    def mark(self, *, wrong: bool) -> None:
        """Draw the border in the colour of mistakes."""
        self.line.mark(wrong=wrong)

    def show_value(self, content: object) -> None:
        """Show a time; one that is written already stays as it is written."""
        is_held = content == self._shown and (self.said or self._is_refusing)
        if not isinstance(content, TimeOfDay) or is_held:
            return
        if content != self._shown:
            self._before = content
        self._shown = content
        if time_of(self.line.text()) != content:
            self.line.show_text(str(content))
        self.say("")

    def _read(self, text: str) -> None:
        time = time_of(text)
        if time is None:
            self.refuse(translate("Inspector", "A time of day is expected, such as 09:00."))
            return
        self.say("")
        self._shown = time
        self.changed.emit(time)

    def _step(self, steps: int) -> None:
        if self._shown is not None:
            seconds = (self._shown.seconds // STEP + steps) * STEP % DAY
            self.line.show_text(str(TimeOfDay(seconds)))
            self._read(self.line.text())

    def _leave(self) -> None:
        if self._shown is not None and not self.said:
            self.line.show_text(str(self._shown))
        self.left.emit()


def time_of(text: str) -> TimeOfDay | None:
    """Return the time of day that somebody wrote, or None where it is none."""
    match = WRITTEN.fullmatch(text)
    try:
        return TimeOfDay.parse(f"{int(match[1]):02}:{match[2] or '00'}") if match else None
    except ValueError:
        return None
