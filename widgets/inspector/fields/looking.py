"""How far a wait looks back: not at all, to the entry, or for a while."""

from collections.abc import Mapping

from journeys.durations import Duration
from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.duration import DurationField
from widgets.inspector.fields.field import Field
from widgets.inspector.speech import translate

WINDOW = "window"
HOUR = Duration(seconds=3_600)


class LookBackField(Field):
    """One of a few words, or a duration."""

    def __init__(
        self, what: str, context: Context, words: tuple[str, ...], said: Mapping[str, str]
    ) -> None:
        super().__init__(what, context)
        self.picker = Picker(what, context.theme)
        last = Option(WINDOW, translate("Inspector", "What happened in the last \u2026"))
        self.picker.offer((*(Option(word, said.get(word, word)) for word in words), last))
        self.picker.picked.connect(self._turn)
        self.window_length = DurationField(what, context, looks_back=True)
        self.window_length.changed.connect(self._lasting)
        self.window_length.left.connect(self.left)
        self.hold(self.picker)
        self.hold(self.window_length)
        self.start_at(self.picker)

    def show_value(self, content: object) -> None:
        """Show how far it looks back."""
        is_window = isinstance(content, Duration)
        self.picker.show_value(WINDOW if is_window else str(content))
        self.window_length.setVisible(is_window)
        if is_window:
            self.window_length.show_value(content)
        self.say("")

    def _turn(self, word: str) -> None:
        content: object = HOUR if word == WINDOW else word
        self.show_value(content)
        self.settle(content)

    def _lasting(self, content: object) -> None:
        if content == Duration():
            self.window_length.say(translate("Inspector", "A window is longer than nothing."))
        else:
            self.changed.emit(content)
