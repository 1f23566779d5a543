"""A text of one line, such as a name."""

from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.fields.field import Field


class TextField(Field):
    """A line to write in; every letter is told."""

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self.line = Line(what)
        self.line.textEdited.connect(self.changed.emit)
        self.line.left.connect(self.left)
        self.hold(self.line)
        self.start_at(self.line)
        self._shown: str | None = None

    def begin(self) -> None:
        """Go to the line; what stands there is selected, so that writing replaces it."""
        super().begin()
        self.line.selectAll()

    def mark(self, *, wrong: bool) -> None:
        """Draw the border in the colour of mistakes."""
        self.line.mark(wrong=wrong)

    def show_value(self, content: object) -> None:
        """Show a text, unless it is the one that was known: what is being written stays."""
        if content == self._shown and self.said:
            return
        self._shown = str(content)
        self.line.show_text(self._shown)
        self.say("")
