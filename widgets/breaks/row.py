"""One break of a test run on a card: what rests, from when to when, and what becomes of waits."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeys.schedules import WallTime
from journeys.simulation.breaks import Break
from journeys.simulation.settings import Policy
from journeys.values import evolve
from widgets.breaks.moment import MomentField
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import IconButton
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.look import label, looks
from widgets.inspector.speech import translate
from widgets.theme import CONTROL, SECONDARY

PADDING, CALLED = 12, 68
NOTHING = ""


class BreakCard(QFrame):
    """Asks for one break; `changed` carries a Break, `removed` says that it is to go.

    `titles` are what the journeys of the run are called, by their ids.
    """

    changed = Signal(object)
    removed = Signal()

    def __init__(self, shown: Break, titles: Mapping[str, str], context: Context) -> None:
        super().__init__()
        looks(self, "item")
        self._break = shown
        self.what = Picker(translate("Breaks", "What rests"), context.theme)
        paused = translate("Breaks", "\u201c{}\u201d is paused")
        named = [Option(name, paused.format(title)) for name, title in titles.items()]
        self.what.offer((*named, Option(NOTHING, translate("Breaks", "Nothing runs at all"))))
        self.what.picked.connect(lambda name: self._tell(journey=name))
        self.start = MomentField(
            translate("Breaks", "From which day"), translate("Breaks", "From what time"), context
        )
        self.end = MomentField(
            translate("Breaks", "Until which day"), translate("Breaks", "Until what time"), context
        )
        self.start.changed.connect(lambda shown: self._tell(start=shown))
        self.end.changed.connect(lambda shown: self._tell(end=shown))
        self.policy = Picker(translate("Breaks", "Who waits meanwhile"), context.theme)
        self.policy.offer(
            (
                Option(Policy.EXTEND, translate("Breaks", "Waits that much longer")),
                Option(
                    Policy.CATCH_UP,
                    translate("Breaks", "Goes on at its end, if the wait is over by then"),
                ),
            )
        )
        self.policy.picked.connect(lambda name: self._tell(policy=Policy(name)))
        self.remove = IconButton("trash-2", translate("Breaks", "Remove"), context.theme)
        self.remove.clicked.connect(self.removed)
        self.means = label("", SECONDARY, "second", wraps=True)
        self.wrong = label("", SECONDARY, "wrong", wraps=True)
        self._place()
        self._show()

    def _place(self) -> None:
        self._waits = label(translate("Breaks", "Who waits"), CONTROL)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.what, 1)
        head.addWidget(self.remove)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (label(translate("Breaks", "From"), CONTROL), self.start),
            (label(translate("Breaks", "Until"), CONTROL), self.end),
            (self._waits, self.policy),
        )
        for place, (called, field) in enumerate(rows):
            grid.addWidget(called, place, 0, Qt.AlignmentFlag.AlignTop)
            called.setFixedHeight(field.sizeHint().height())
            grid.addWidget(field, place, 1)
        grid.setColumnMinimumWidth(0, CALLED)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self.means)
        column.addWidget(self.wrong)

    @property
    def shown(self) -> Break:
        """The break as it stands here, whether it can be or not."""
        return self._break

    def say(self, words: str) -> None:
        """Say why this break cannot be, or nothing where it can."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def _show(self) -> None:
        mine = self._break
        self.what.show_value(mine.journey)
        self.start.show_value(mine.start)
        self.end.show_value(mine.end)
        self.policy.show_value(mine.policy)
        is_pause = bool(mine.journey)
        self.policy.setVisible(is_pause)
        self._waits.setVisible(is_pause)
        self.means.setText(
            translate("Breaks", "Nobody enters or goes on. Goals and exit rules still hold.")
            if is_pause
            else translate(
                "Breaks",
                "As if the program had been off: what falls into that time is done at its end, "
                "and who would enter by something older than a day does not.",
            )
        )

    def _tell(self, **changes: WallTime | Policy | str) -> None:
        self._break = evolve(self._break, **changes)
        self._show()
        self.changed.emit(self._break)
