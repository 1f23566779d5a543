"""Days of the week, and what they make of the week together with the times beside them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.clocks import WEEK, TimeOfDay, Weekday
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.controls.token import PressButton
from widgets.inspector.controls.week import Week, WeekPicture
from widgets.inspector.fields.field import Field
from widgets.inspector.look import looks
from widgets.inspector.speech import translate


class DaysField(Field):
    """Seven days to press, and a picture of the week; all of them are every day."""

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self._days: tuple[Weekday, ...] = ()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.buttons: dict[Weekday, PressButton] = {}
        for day, name in day_names().items():
            made = PressButton(name, "plain")
            made.setText(name[:2])
            made.setProperty("short", True)  # noqa: FBT003 Qt takes it by its place
            made.setCheckable(True)
            made.setToolTip(name)
            made.clicked.connect(lambda _, day=day: self._press(day))
            row.addWidget(made, 1)
            self.buttons[day] = made
        self.picture = WeekPicture(context.theme)
        column.addLayout(row)
        column.addWidget(self.picture)
        self.hold(body)
        self.start_at(self.buttons["mon"])

    def show_beside(self, owner: Value) -> None:
        """Draw the week with the times of the value."""
        time, until = getattr(owner, "time", None), getattr(owner, "until", None)
        days = getattr(owner, "weekdays", ())
        if isinstance(time, TimeOfDay):
            self.picture.show_week(Week(time, until, days or WEEK))

    def show_value(self, content: object) -> None:
        """Show which days are chosen."""
        if isinstance(content, tuple):
            self._days = content
            for day, button in self.buttons.items():
                is_on = day in (content or WEEK)
                button.setChecked(is_on)
                looks(button, "group" if is_on else "plain")
            self.say("")

    def _press(self, day: Weekday) -> None:
        chosen = set(self._days or WEEK) ^ {day}
        days = tuple(each for each in WEEK if each in chosen)
        if not days:
            self.say(translate("Inspector", "One day at least, or nobody would ever go on."))
            self.buttons[day].setChecked(True)
            return
        self.show_value(() if len(days) == len(WEEK) else days)
        self.settle(self._days)


def day_names() -> dict[Weekday, str]:
    """Return what the days of the week are called."""
    return dict(
        zip(
            WEEK,
            (
                translate("Inspector", "Monday"),
                translate("Inspector", "Tuesday"),
                translate("Inspector", "Wednesday"),
                translate("Inspector", "Thursday"),
                translate("Inspector", "Friday"),
                translate("Inspector", "Saturday"),
                translate("Inspector", "Sunday"),
            ),
            strict=True,
        )
    )
