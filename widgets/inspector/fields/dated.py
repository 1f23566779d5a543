"""Until which date: a fixed one, one that is known of the customer, or one they entered with."""

from collections.abc import Mapping

from journeys.people.population import ColumnType
from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option, options
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.name import NameField
from widgets.inspector.fields.text import TextField
from widgets.inspector.speech import translate

FIXED, ATTRIBUTE, ENTRY = "date", "attribute", "entry"
SAMPLE = "2026-12-24"
CAN_BE_DATES = frozenset({ColumnType.INSTANT, ColumnType.TEXT})


class DateField(Field):
    """Asks where the date is read, and for its text or its name: one of the three."""

    asks_for_several = True

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self.picker = Picker(what, context.theme)
        self.picker.offer((
            Option(FIXED, translate("Inspector", "The same date for everyone")),
            Option(ATTRIBUTE, translate("Inspector", "A date in the customer\u2019s profile")),
            Option(ENTRY, translate("Inspector", "A date in what they did to enter")),
        ))  # fmt: skip
        self.picker.picked.connect(self._turn)
        self.hold(self.picker)
        self.fixed = TextField(translate("Inspector", "Date"), context)
        self.fixed.line.setPlaceholderText(SAMPLE)
        named = translate("Inspector", "Name of the date")
        self._known = dates(context.choices.attributes)
        entered = {
            name: context.choices.columns[name]
            for name in context.choices.properties_of(context.entry_events)
            if name in context.choices.columns
        }
        self._entered = dates(entered)
        self.attribute = NameField(named, context, lambda _: options(self._known))
        self.entry = NameField(named, context, lambda _: options(self._entered))
        self.inner: Mapping[str, Field] = {
            FIXED: self.fixed,
            ATTRIBUTE: self.attribute,
            ENTRY: self.entry,
        }
        for name, field in self.inner.items():
            self._hear(name, field)
            self.hold(field)
        self.start_at(self.picker)

    def show_value(self, content: object) -> None:
        """Show where the date is read."""
        where = next((each for each in self.inner if getattr(content, each, None) is not None), "")
        self.picker.show_value(where)
        for name, field in self.inner.items():
            field.setVisible(name == where)
            if name == where:
                field.show_value(getattr(content, name))
        self.say("")

    def _hear(self, name: str, field: Field) -> None:
        field.changed.connect(lambda content: self.changed.emit({name: content}))
        field.left.connect(self.left)

    def _turn(self, where: str) -> None:
        known, entered = (next(iter(names), "date") for names in (self._known, self._entered))
        begun = {FIXED: "", ATTRIBUTE: known, ENTRY: entered}
        self.settle({name: begun[name] if name == where else None for name in begun})
        self.inner[where].begin()


def dates(columns: Mapping[str, ColumnType]) -> tuple[str, ...]:
    """Return the names that can hold dates, those that surely do first."""
    found = [name for name, kind in columns.items() if kind in CAN_BE_DATES]
    return tuple(sorted(found, key=lambda name: columns[name] is not ColumnType.INSTANT))
