"""When a schedule comes: how often, on which days, from when on; and its first dates."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.clocks import TimeOfDay, Weekday
from journeys.schedules import Rule, WallTime
from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.week import Week
from widgets.inspector.fields.clock import ClockField
from widgets.inspector.fields.coming import coming, since
from widgets.inspector.fields.days import DaysField
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.repeating import RepeatingField
from widgets.inspector.fields.rhythms import (
    MONTHLY,
    ONCE,
    RULE,
    WEEKLY,
    again,
    fresh_rule,
    month_day,
    month_days,
    rhythm,
    rhythms,
    week_days,
    with_month_day,
    with_week_days,
)
from widgets.inspector.fields.text import TextField
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY

DAY = 86_400


class ScheduleField(Field):
    """Asks how often, on which days, from which day on and at which time."""

    asks_for_several = True

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self._start = WallTime(0)
        self._repeat: str | None = None
        self._rhythm = ""
        self.picker = Picker(what, context.theme)
        self.picker.offer(rhythms())
        self.picker.picked.connect(self._turn)
        self.days = DaysField(translate("Inspector", "On which days"), context)
        self.days.changed.connect(self._pick_days)
        self.month = Picker(translate("Inspector", "On which day"), context.theme)
        self.month.offer(month_days())
        self.month.picked.connect(lambda picked: self._settle(with_month_day(picked)))
        self.repeating = RepeatingField(translate("Inspector", "How often, and how long"), context)
        self.repeating.changed.connect(lambda rule: self._tell(self._start, str(rule)))
        self.rule = TextField(translate("Inspector", "The rule"), context)
        self.rule.line.setPlaceholderText("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
        self.rule.changed.connect(lambda text: self._tell(self._start, str(text) or None))
        self.day = TextField(translate("Inspector", "From which day on"), context)
        self.day.line.setPlaceholderText("2026-12-24")
        self.day.changed.connect(self._write_day)
        self.time = ClockField(translate("Inspector", "At which time"), context)
        self.time.changed.connect(self._write_time)
        for field in (self.days, self.repeating, self.rule, self.day, self.time):
            field.left.connect(self.left)
        self._day_label = label("", SECONDARY, "second")
        self.dates = label("", SECONDARY, "second", wraps=True)
        parts: tuple[QWidget, ...] = (
            self.picker, self.days, self.month, self.repeating, self.rule, self._moment(),
            self.dates,
        )  # fmt: skip
        for part in parts:
            self.hold(part)
        self.start_at(self.picker)

    def _moment(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.day, 1)
        line.addWidget(label(translate("Inspector", "at"), SECONDARY, "second"))
        line.addWidget(self.time)
        column.addWidget(self._day_label)
        column.addLayout(line)
        return made

    def show_value(self, content: object) -> None:
        """Show when the schedule comes."""
        start, repeat = getattr(content, "start", None), getattr(content, "repeat", None)
        if not isinstance(start, WallTime):
            return
        found = rhythm(repeat)
        is_kept = self._rhythm == RULE and repeat is not None and repeat == self._repeat
        self._show(start, repeat, RULE if is_kept else found)
        self.say("")

    def _show(self, start: WallTime, repeat: str | None, found: str) -> None:
        self._start, self._repeat, self._rhythm = start, repeat, found
        self.picker.show_value(found)
        self.repeating.setVisible(found not in (ONCE, RULE))
        if found not in (ONCE, RULE):
            self.repeating.start = start
            self.repeating.show_value(Rule.parse(repeat or ""))
        self.days.setVisible(found == WEEKLY)
        self.month.setVisible(found == MONTHLY)
        self.rule.setVisible(found == RULE)
        if found == WEEKLY:
            self._show_week(week_days(start, Rule.parse(repeat or "")))
        elif found == MONTHLY:
            self.month.show_value(month_day(start, Rule.parse(repeat or "")))
        elif found == RULE:
            self.rule.show_value(repeat or "")
        once, later = translate("Inspector", "On"), translate("Inspector", "From this day on")
        self._day_label.setText(once if found == ONCE else later)
        if not self.day.said:
            self.day.show_value(f"{start.shown:%Y-%m-%d}")
        self.time.show_value(TimeOfDay(start.seconds % DAY))
        self._say_dates()

    def _show_week(self, days: tuple[Weekday, ...]) -> None:
        self.days.show_value(days)
        self.days.picture.show_week(Week(TimeOfDay(self._start.seconds % DAY), None, days))

    def _say_dates(self) -> None:
        self.dates.setText(coming(self._start, self._repeat, since(self.context.choices.span)))

    def _turn(self, wanted: str) -> None:
        if wanted == RULE:
            repeat = self._repeat or fresh_rule(self._start, WEEKLY)
            self._rhythm = RULE
        else:
            repeat = fresh_rule(self._start, wanted)
            self._rhythm = wanted
        self._show(self._start, repeat, wanted)
        self.settle({"start": self._start, "repeat": repeat})

    def _pick_days(self, days: tuple[Weekday, ...]) -> None:
        self._settle(with_week_days(days))

    def _settle(self, repeat: str) -> None:
        self._tell(self._start, again(self._repeat, repeat))
        self.left.emit()

    def _tell(self, start: WallTime, repeat: str | None) -> None:
        self._start, self._repeat = start, repeat
        if self._rhythm == WEEKLY and repeat is not None:
            self._show_week(week_days(start, Rule.parse(repeat)))
        self._say_dates()
        self.changed.emit({"start": start, "repeat": repeat})

    def _write_day(self, text: str) -> None:
        try:
            day = date.fromisoformat(text.strip())
            start = WallTime.parse(f"{day.isoformat()}T{self._start.shown:%H:%M}")
        except ValueError:
            self.day.say(translate("Inspector", "A day is written like 2026-12-24."))
            return
        self.day.say("")
        self._tell(start, self._repeat)

    def _write_time(self, time: TimeOfDay) -> None:
        midnight = self._start.seconds // DAY * DAY
        self._tell(WallTime(midnight + time.seconds), self._repeat)
