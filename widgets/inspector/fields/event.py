"""An event, picked from those the data has."""

from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import events
from widgets.inspector.fields.field import Field
from widgets.inspector.speech import translate


class EventField(Field):
    """Shows the event and opens those the data has, the most frequent first."""

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self.picker = Picker(what, context.theme, is_open=True)
        self.picker.show_icon("zap", context.theme.tints["split"].ink)
        self.picker.offer(events(context.choices))
        self.picker.picked.connect(self._take)
        self.hold(self.picker)
        self.start_at(self.picker)

    def show_value(self, content: object) -> None:
        """Show the event, and say so where the data does not have it."""
        self.picker.show_value(str(content))
        choices = self.context.choices
        lost = bool(choices.events) and str(content) not in {*choices.events, *choices.reactions}
        self.say(translate("Inspector", "Not in the data that is open.") if lost else "")

    def _take(self, event: str) -> None:
        self.show_value(event)
        self.settle(event)
