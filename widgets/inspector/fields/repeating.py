"""At which distance a schedule comes again, and when it ends."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeys.schedules import FIRST_YEAR, LAST_YEAR, Rule, WallTime
from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.rhythms import DAILY, LAST_MINUTE, MONTHLY, WEEKLY, YEARLY
from widgets.inspector.fields.text import TextField
from widgets.inspector.fields.whole import WholeField
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import CONTROL, SECONDARY

NEVER, TIMES, UNTIL = "never", "times", "until"
FARTHEST, MOST_TIMES = 99, 999
A_FEW, A_YEAR = 10, timedelta(days=365)


class RepeatingField(Field):
    """Asks for the distance and the end of a Rule, which is its content.

    `start` is the day the schedule begins on.
    """

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self._rule = Rule(WEEKLY)
        self.start = WallTime(0)
        self.every = WholeField(translate("Inspector", "Every how many"), context, (1, FARTHEST))
        self.every.changed.connect(lambda number: self._tell(interval=number))
        self.unit = label("", CONTROL)
        self.ends = Picker(translate("Inspector", "When it ends"), context.theme)
        self.ends.offer(
            (
                Option(NEVER, translate("Inspector", "Without an end")),
                Option(TIMES, translate("Inspector", "This many times")),
                Option(UNTIL, translate("Inspector", "Until a day")),
            )
        )
        self.ends.picked.connect(self._turn)
        self.count = WholeField(translate("Inspector", "How many times"), context, (1, MOST_TIMES))
        self.count.changed.connect(lambda number: self._tell(count=number))
        self.day = TextField(translate("Inspector", "Until which day"), context)
        self.day.line.setPlaceholderText("2026-12-24")
        self.day.changed.connect(self._write_day)
        for field in (self.every, self.count, self.day):
            field.left.connect(self.left)
        comes = label(translate("Inspector", "Comes every"), SECONDARY, "second")
        self.hold(_line(comes, self.every, self.unit, None))
        self.hold(_line(self.ends, self.count, self.day))
        self.start_at(self.every.line)

    def show_value(self, content: object) -> None:
        """Show the distance and the end of a rule."""
        if not isinstance(content, Rule):
            return
        self._rule = content
        self.every.show_value(content.interval)
        self.unit.setText(_units(content)[content.frequency])
        ends = TIMES if content.count is not None else UNTIL if content.until is not None else NEVER
        self.ends.show_value(ends)
        self.count.setVisible(ends == TIMES)
        self.day.setVisible(ends == UNTIL)
        if content.count is not None:
            self.count.show_value(content.count)
        if content.until is not None and not self.day.said:
            self.day.show_value(f"{content.until:%Y-%m-%d}")

    def _turn(self, ends: str) -> None:
        last = datetime.combine(self.start.shown.date() + A_YEAR, LAST_MINUTE)
        count = A_FEW if ends == TIMES else None
        self.day.say("")
        self._tell(count=count, until=last if ends == UNTIL else None)
        self.left.emit()

    def _write_day(self, text: str) -> None:
        try:
            day = date.fromisoformat(text.strip())
        except ValueError:
            day = None
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.day.say(translate("Inspector", "A day is written like 2026-12-24."))
            return
        self.day.say("")
        self._tell(until=datetime.combine(day, LAST_MINUTE))

    def _tell(self, **changes: object) -> None:
        rule = replace(self._rule, **changes)  # type: ignore[arg-type]  # the fields of a rule
        self.show_value(rule)
        self.changed.emit(rule)


def _line(*parts: QWidget | None) -> QWidget:
    """Return parts side by side; None takes what room is left."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 1 if isinstance(part, (Picker, TextField)) else 0)
    return made


def _units(rule: Rule) -> dict[str, str]:
    one = rule.interval == 1
    return {
        DAILY: translate("Inspector", "day") if one else translate("Inspector", "days"),
        WEEKLY: translate("Inspector", "week") if one else translate("Inspector", "weeks"),
        MONTHLY: translate("Inspector", "month") if one else translate("Inspector", "months"),
        YEARLY: translate("Inspector", "year") if one else translate("Inspector", "years"),
    }
