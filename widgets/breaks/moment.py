"""A day and a time, as clock and calendar on the wall show them."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeys.clocks import TimeOfDay
from journeys.schedules import WallTime
from widgets.inspector.context import Context
from widgets.inspector.fields.clock import ClockField
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.text import TextField
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY

DAY = 86_400
SAMPLE = "2026-12-24"


class MomentField(Field):
    """Asks for a day and a time of day; its content is a WallTime."""

    def __init__(self, day: str, time: str, context: Context) -> None:
        super().__init__(day, context)
        self._shown = WallTime(0)
        self.day = TextField(day, context)
        self.day.line.setPlaceholderText(SAMPLE)
        self.time = ClockField(time, context)
        self.day.changed.connect(self._write_day)
        self.time.changed.connect(self._write_time)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.day, 1)
        row.addWidget(label(translate("Breaks", "at"), SECONDARY, "second"))
        row.addWidget(self.time)
        self.hold(line)
        self.start_at(self.day.line)

    def show_value(self, content: object) -> None:
        """Show a day and a time; a day that is being written stays as it is."""
        if not isinstance(content, WallTime):
            return
        self._shown = content
        if not self.day.said:
            self.day.show_value(f"{content.shown:%Y-%m-%d}")
        self.time.show_value(TimeOfDay(content.seconds % DAY))

    def _write_day(self, text: str) -> None:
        try:
            day = date.fromisoformat(text.strip())
            shown = WallTime.parse(f"{day.isoformat()}T{self._shown.shown:%H:%M}")
        except ValueError:
            self.day.say(translate("Breaks", "A day is written like 2026-12-24."))
            return
        self.day.say("")
        self._tell(shown)

    def _write_time(self, time: TimeOfDay) -> None:
        self._tell(WallTime(self._shown.seconds // DAY * DAY + time.seconds))

    def _tell(self, shown: WallTime) -> None:
        self._shown = shown
        self.changed.emit(shown)
