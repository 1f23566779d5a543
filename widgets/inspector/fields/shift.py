"""Some time before or after a date, with what it means for one."""

from PySide6.QtWidgets import QWidget

from journeys.dates import WrittenDate
from journeys.durations import Duration
from journeys.simulation.clock import shifted
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.dated import SAMPLE
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.field import Field
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.inspector.spoken_dates import spoken_date
from widgets.theme import SECONDARY

AT, BEFORE, AFTER = "at", "before", "after"
DAY = Duration(days=1)


class ShiftField(Field):
    """Asks whether it is before or after the date, and how long; says what comes of it."""

    asks_for_several = True

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self.picker = Picker(what, context.theme)
        self.picker.offer((
            Option(AT, translate("Inspector", "At the date itself")),
            Option(BEFORE, translate("Inspector", "Some time before it")),
            Option(AFTER, translate("Inspector", "Some time after it")),
        ))  # fmt: skip
        self.picker.picked.connect(self._turn)
        self.duration = DurationField(what, context)
        self.duration.changed.connect(lambda content: self.changed.emit({"offset": content}))
        self.duration.left.connect(self.left)
        self.example = label("", SECONDARY, "second", wraps=True)
        parts: tuple[QWidget, ...] = (self.picker, self.duration, self.example)
        for part in parts:
            self.hold(part)
        self.start_at(self.picker)

    def show_beside(self, owner: Value) -> None:
        """Say what the wait means for its date, or for one that could be."""
        words = example(owner)
        self.example.setText(words)
        self.example.setVisible(bool(words))

    def show_value(self, content: object) -> None:
        """Show how far from the date it is."""
        offset, is_before = getattr(content, "offset", None), getattr(content, "before", False)
        self.picker.show_value(AT if offset is None else BEFORE if is_before else AFTER)
        self.duration.setVisible(offset is not None)
        if offset is not None:
            self.duration.show_value(offset)
        self.say("")

    def _turn(self, where: str) -> None:
        offset = None if where == AT else self.duration.held or DAY
        self.settle({"offset": offset, "before": where == BEFORE})
        self.duration.setVisible(offset is not None)
        if offset is not None:
            self.duration.show_value(offset)


def example(owner: Value) -> str:
    """Return what a wait means for its own date, or for a sample; nothing where it is none."""
    date = getattr(owner, "date", None)
    written = WrittenDate.parse(date or SAMPLE)
    if written is None:
        return ""
    time, offset = getattr(owner, "time", None), getattr(owner, "offset", None)
    begin = written.seconds + (0 if written.has_time or time is None else time.seconds)
    end = shifted(begin, offset or Duration(), is_before=getattr(owner, "before", False))
    where = "" if written.is_instant else translate("Inspector", " by the customer\u2019s clock")
    shown = f"{spoken_date(end)}{' UTC' * (not where)}{where}"
    if not hasattr(owner, "date"):
        sample = spoken_date(written.seconds, with_time=False)
        words = translate("Inspector", "For the date %(date)s they enter on %(shown)s.")
        return words % {"date": sample, "shown": shown}
    until = translate("Inspector", "until %s") % shown
    if date:
        return translate("Inspector", "They wait %s.") % until
    return translate("Inspector", "For the date %(date)s they wait %(until)s.") % {
        "date": spoken_date(written.seconds, with_time=False),
        "until": until,
    }
