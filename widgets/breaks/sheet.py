"""The sheet of the breaks of test runs: what rests, and from when to when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from journeys.schedules import WallTime
from journeys.simulation.breaks import Break, clashing, is_backwards
from journeys.values import evolve
from widgets.breaks.row import BreakCard
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import LinkButton, PlainButton
from widgets.inspector.look import label, sheet
from widgets.inspector.speech import translate
from widgets.theme import CARD_TITLE, SECONDARY, Theme

WIDE, HIGH = 520, 620
MARGIN = 24
DAY = 86_400
MORE = """
#Breaks, #BreakRows, #Breaks QScrollArea {{ background: {t.panel}; }}
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet begins with: the breaks there are, and what a fresh one is.

    `titles` are what the journeys of the run are called, by their ids; `zone` is that of the times.
    """

    breaks: Sequence[Break]
    titles: Mapping[str, str]
    zone: str
    fresh: Break


class BreakSheet(QDialog):
    """Asks for breaks; `changed` carries all of them as soon as each of them can be.

    Esc closes it.
    """

    changed = Signal(object)

    def __init__(self, asked: Asked, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Breaks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asked, self._context = asked, Context(theme)
        self.cards: list[BreakCard] = []
        title = translate("Breaks", "Pauses in test runs")
        self.setWindowTitle(title)
        self.setStyleSheet(sheet(theme) + MORE.format(t=theme))
        body = QWidget(self)
        body.setObjectName("BreakRows")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(MARGIN, 20, MARGIN, 8)
        inside.setSpacing(10)
        inside.addWidget(label(title, CARD_TITLE))
        says = translate(
            "Breaks",
            "See what a pause, or a time in which nothing ran, would have done. They are kept for "
            "test runs on this computer; the journey stays as it is. Times are those of {}.",
        )
        inside.addWidget(label(says.format(asked.zone), SECONDARY, "second", wraps=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        inside.addLayout(self._rows)
        none = translate("Breaks", "No pause: test runs go through.")
        self._nothing = label(none, SECONDARY, "second", wraps=True)
        inside.addWidget(self._nothing)
        add = translate("Breaks", "Add a pause")
        self.add = LinkButton(add, add, theme)
        self.add.clicked.connect(self._add)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        close = translate("Breaks", "Close")
        self.close_button = PlainButton(close, close, self)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(self._area)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        for each in asked.breaks:
            self._put(each)
        self._judge()
        self.resize(min(WIDE, parent.width()), min(HIGH, parent.height()))
        self.add.setFocus()

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The breaks as they stand here, whether they can be or not."""
        return tuple(card.shown for card in self.cards)

    def _put(self, shown: Break) -> BreakCard:
        card = BreakCard(shown, self._asked.titles, self._context)
        card.changed.connect(self._tell)
        card.removed.connect(lambda: self._remove(card))
        self._rows.addWidget(card)
        self.cards.append(card)
        return card

    def _add(self) -> None:
        last = max((each.end.seconds + DAY for each in self.breaks), default=0)
        card = self._put(_from(self._asked.fresh, last))
        self._tell()
        card.what.setFocus()
        self._area.ensureWidgetVisible(card)

    def _remove(self, card: BreakCard) -> None:
        self.cards.remove(card)
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.add.setFocus()
        self._tell()

    def _tell(self) -> None:
        if self._judge():
            self.changed.emit(self.breaks)

    def _judge(self) -> bool:
        """Say beneath each break why it cannot be; return whether all can."""
        breaks = self.breaks
        self._nothing.setVisible(not breaks)
        for place, card in enumerate(self.cards):
            words = ""
            if is_backwards(breaks[place]):
                words = translate("Breaks", "It would end before it begins. Choose a later end.")
            elif clashing(breaks, place):
                words = translate(
                    "Breaks",
                    "It overlaps or touches another pause of this journey. Make one of them.",
                )
            card.say(words)
        return all(card.wrong.isHidden() for card in self.cards)


def _from(fresh: Break, instant: int) -> Break:
    """Return a break as long as the fresh one that begins at an instant, or with it if later."""
    start = max(fresh.start.seconds, instant)
    long = fresh.end.seconds - fresh.start.seconds
    return evolve(fresh, start=WallTime(start), end=WallTime(start + long))
