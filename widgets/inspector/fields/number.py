"""What numbers have in common: a short line, a unit behind it, and the arrows to step."""

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.inspector.context import Context
from widgets.inspector.controls.line import Line
from widgets.inspector.fields.field import Field
from widgets.inspector.look import label
from widgets.theme import BODY

LINE_WIDTH = 72


class NumberField(Field):
    """A number between two bounds; text that is none stays, with words of what is expected."""

    is_small = True
    step = 1

    def __init__(
        self, what: str, context: Context, bounds: tuple[int, int], unit: str = ""
    ) -> None:
        super().__init__(what, context)
        self._least, self._most = bounds
        self._shown: int | None = None
        self.line = Line(f"{what} ({unit})" if unit else what)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(LINE_WIDTH)
        self.line.textEdited.connect(self._read)
        self.line.stepped.connect(self._step)
        self.line.left.connect(self.left)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.line)
        if unit:
            inside.addWidget(label(unit, BODY, "second"))
        self.hold(row)
        self.column.setAlignment(row, Qt.AlignmentFlag.AlignRight)
        self.start_at(self.line)

    @property
    def held(self) -> int | None:
        """The number that was told of last."""
        return self._shown

    def hold_again(self, content: object) -> None:
        """Take a number for the one that is held."""
        self._shown = content if isinstance(content, int) else None

    @abstractmethod
    def written(self, number: int) -> str:
        """Return a number as it is written."""

    @abstractmethod
    def read(self, text: str) -> int | None:
        """Return the number of a text, or None where it is none."""

    @abstractmethod
    def expected(self, least: str, most: str) -> str:
        """Return the words for a text that does not fit."""

    def mark(self, *, wrong: bool) -> None:
        """Draw the border in the colour of mistakes."""
        self.line.mark(wrong=wrong)

    def show_value(self, content: object) -> None:
        """Show a number; one that is written already stays as it is written."""
        is_held = content == self._shown and (self.said or self._is_refusing)
        if not isinstance(content, int) or is_held:
            return
        if content != self._shown:
            self._before = content
        self._shown = content
        if self.read(self.line.text()) != content:
            self.line.show_text(self.written(content))
        self.say("")

    def _read(self, text: str) -> None:
        number = self.read(text)
        if number is None or not self._least <= number <= self._most:
            self.refuse(self.expected(self.written(self._least), self.written(self._most)))
            return
        self.say("")
        self._shown = number
        self.changed.emit(number)

    def _step(self, steps: int) -> None:
        if self._shown is None:
            return
        number = min(max(self._shown + steps * self.step, self._least), self._most)
        self.line.show_text(self.written(number))
        self._read(self.line.text())
