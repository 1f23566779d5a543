"""One of a few words."""

from collections.abc import Mapping

from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field


class ChoiceField(Field):
    """Shows the word in use and opens the others."""

    def __init__(
        self, what: str, context: Context, words: tuple[str, ...], said: Mapping[str, str]
    ) -> None:
        super().__init__(what, context)
        self.picker = Picker(what, context.theme)
        offered = (Option(word, said.get(word, _plainly(word))) for word in words)
        self.picker.offer(tuple(offered))
        self.picker.picked.connect(self.settle)
        self.hold(self.picker)
        self.start_at(self.picker)

    def show_value(self, content: object) -> None:
        """Show the word in use."""
        self.picker.show_value(str(content))
        self.say("")


def _plainly(word: str) -> str:
    return word.replace("_", " ").capitalize()
