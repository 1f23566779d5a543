"""A text of several lines, such as the words of a message."""

from widgets.inspector.context import Context
from widgets.inspector.controls.words import Words
from widgets.inspector.fields.field import Field

HIGH = 140


class LinesField(Field):
    """Lines to write in; every letter is told."""

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self.words = Words(what, HIGH)
        self.words.written.connect(self.changed.emit)
        self.words.left.connect(self.left)
        self.hold(self.words)
        self.start_at(self.words)
        self._known: str | None = None

    def show_value(self, content: object) -> None:
        """Show a text, unless it is the one that was known: what is being written stays."""
        if content != self._known:
            self._known = str(content)
            self.words.show_text(self._known)
            self.say("")
