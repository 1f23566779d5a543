"""What is wrong with what is selected, in words, with a button that mends it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeys.document.problems import Fix, Problem, Severity
from widgets.icons import paint_icon
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import PlainButton
from widgets.inspector.look import label, looks
from widgets.inspector.speech import translate
from widgets.theme import SECONDARY

PADDING = 10
ICON = 16
MOST = 20


class Sign(QWidget):
    """The triangle before the words."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(QSize(ICON, ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the triangle."""
        del event
        painter = QPainter(self)
        paint_icon(painter, "triangle-alert", QRectF(0, 0, ICON, ICON), self._colour)
        painter.end()


class Faults(QWidget):
    """Shows problems; `mended` carries the fix of one when its button is pressed."""

    mended = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Problem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.buttons: list[PlainButton] = []
        self.hide()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems, the first of many."""
        shown = problems[:MOST]
        if shown == self._shown:
            return
        self._shown = shown
        self.buttons = []
        while (item := self._column.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        for problem in shown:
            self._column.addWidget(self._card(problem))
        self.setVisible(bool(shown))

    def _card(self, problem: Problem) -> QFrame:
        theme = self._context.theme
        is_error = problem.severity is Severity.ERROR
        card = QFrame()
        looks(card, "bad" if is_error else "warning")
        severity = (
            translate("Inspector", "Error") if is_error else translate("Inspector", "Warning")
        )
        card.setAccessibleName(f"{severity}: {problem.words}")
        line = QHBoxLayout()
        line.setSpacing(8)
        sign = Sign(theme.bad if is_error else theme.warning)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(problem.words, SECONDARY, wraps=True), 1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        inside.setSpacing(8)
        inside.addLayout(line)
        for fix in problem.fixes:
            inside.addWidget(self._button(problem, fix), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _button(self, problem: Problem, fix: Fix) -> PlainButton:
        button = PlainButton(fix.words, f"{fix.words}: {problem.words}")
        button.clicked.connect(lambda: self.mended.emit(fix))
        self.buttons.append(button)
        return button
