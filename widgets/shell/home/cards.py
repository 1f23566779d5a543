"""Cards on Home: a journey to go on with, a ready-made one, and what else can be begun."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from widgets.lettering import cut, visible
from widgets.shell.home.content import ReadyMade, Recent
from widgets.shell.home.picture import JourneyPicture
from widgets.shell.look import drawn_icon
from widgets.theme import CARD_LINE, CARD_TITLE, Theme

PADDING = 16
LARGE, SMALL = 156, 112
ICON = 16


class Card(QFrame):
    """A card that is opened by a click or by Enter.

    `opened` is sent then; `asked` carries the id of a line of its menu.
    """

    opened = Signal()
    asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "box")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.offers: dict[str, str] = {}

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go along the row with the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what else can be done."""
        if self.offers:
            menu = QMenu(self)
            for id_, words in self.offers.items():
                menu.addAction(words).setData(id_)
            menu.triggered.connect(lambda line: self.asked.emit(line.data()))
            menu.popup(event.globalPos())


def label(text: str, look: str, parent: QWidget) -> QLabel:
    """Return words in one of the looks of the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    return made


def recent_card(recent: Recent, theme: Theme, wide: int) -> Card:
    """Return the card of a journey to go on with."""
    journey = recent.journey
    name = visible(journey.name) if journey is not None else recent.path.name
    card = Card(name)
    card.setFixedWidth(wide)
    card.column.addWidget(JourneyPicture(journey, LARGE, theme, card))
    card.column.addWidget(_rule(card))
    text = QVBoxLayout()
    text.setContentsMargins(PADDING, 12, PADDING, 12)
    text.setSpacing(4)
    room = wide - 2 * PADDING
    text.addWidget(label(cut(name, CARD_TITLE, room), "card", card))
    said = recent.wrong or recent.changed
    text.addWidget(label(cut(said, CARD_LINE, room), "line", card))
    card.column.addLayout(text)
    card.column.addWidget(_rule(card))
    foot = QHBoxLayout()
    foot.setContentsMargins(PADDING, 12, PADDING, 12)
    foot.setSpacing(24)
    if journey is not None:
        foot.addWidget(label(steps(card, len(journey.nodes)), "line", card))
        wrong = label(problems(card, recent.problems), "line", card)
        wrong.setProperty("look", "warning" if recent.problems else "line")
        foot.addWidget(wrong)
    else:
        foot.addWidget(label(str(recent.path.parent), "line", card))
    foot.addStretch(1)
    card.column.addLayout(foot)
    card.offers = {"remove": card.tr("Take off this list")}
    return card


def ready_card(ready: ReadyMade, theme: Theme, wide: int) -> Card:
    """Return the card of a ready-made journey."""
    journey = ready.journey
    card = Card(visible(journey.name))
    card.setFixedWidth(wide)
    card.setToolTip(card.tr("Open a copy of this journey"))
    card.column.addWidget(JourneyPicture(journey, SMALL, theme, card))
    card.column.addWidget(_rule(card))
    text = QVBoxLayout()
    text.setContentsMargins(14, 12, 14, 14)
    text.setSpacing(4)
    room = wide - 28
    text.addWidget(label(cut(visible(journey.name), CARD_TITLE, room), "card", card))
    starts = journey.triggers[0].summary() if journey.triggers else ""
    text.addWidget(label(cut(visible(starts), CARD_LINE, room), "line", card))
    text.addSpacing(6)
    foot = QHBoxLayout()
    foot.setSpacing(8)
    icons = {node.card.icon: None for node in journey.nodes if node.card.group == "Messages"}
    for icon in icons:
        seen = QLabel(card)
        seen.setPixmap(drawn_icon(icon, theme.second_ink, ICON).pixmap(ICON, ICON))
        foot.addWidget(seen)
    foot.addStretch(1)
    foot.addWidget(label(steps(card, len(journey.nodes)), "line", card))
    text.addLayout(foot)
    card.column.addLayout(text)
    return card


def steps(owner: QWidget, count: int) -> str:
    """Return how many steps there are, in words."""
    return owner.tr("1 step") if count == 1 else owner.tr("{} steps").format(f"{count:,}")


def problems(owner: QWidget, count: int) -> str:
    """Return how many problems there are, in words."""
    if count == 0:
        return owner.tr("No problems")
    return owner.tr("1 problem") if count == 1 else owner.tr("{} problems").format(f"{count:,}")


def _rule(parent: QWidget) -> QFrame:
    made = QFrame(parent)
    made.setProperty("look", "rule")
    made.setFixedHeight(1)
    return made
