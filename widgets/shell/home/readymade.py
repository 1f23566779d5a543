"""Cards of ready-made journeys: what each looks like, what it does, and by which channels."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from widgets.canvas.drawing import Drawing
from widgets.icons import drawn_icon
from widgets.lettering import visible
from widgets.shell.home.cards import Card, rule, steps
from widgets.shell.home.content import ReadyMade
from widgets.shell.home.lettered import Lettered, label
from widgets.shell.home.picture import JourneyPicture
from widgets.theme import Theme

PADDING = 14
PICTURE, HIGH = 112, 212
ICON = 16


def ready_card(ready: ReadyMade, drawing: Drawing | None, theme: Theme) -> Card:
    """Return the card of a ready-made journey."""
    journey = ready.journey
    card = Card(visible(journey.name))
    card.setMinimumHeight(HIGH)
    card.setAccessibleDescription(journey.description)
    card.column.addWidget(JourneyPicture(drawing, PICTURE, theme, card))
    card.column.addWidget(rule(card))
    text = QVBoxLayout()
    text.setContentsMargins(PADDING, 10, PADDING, 10)
    text.setSpacing(2)
    text.addWidget(Lettered(visible(journey.name), "card", card))
    text.addWidget(Lettered(visible(journey.description), "line", card, most=2))
    text.addStretch(1)
    foot = QHBoxLayout()
    foot.setSpacing(8)
    for icon in channels(ready):
        seen = QLabel(card)
        seen.setPixmap(drawn_icon(icon, theme.second_ink, ICON).pixmap(ICON, ICON))
        foot.addWidget(seen)
    foot.addStretch(1)
    foot.addWidget(label(steps(card, len(journey.nodes)), "line", card))
    text.addLayout(foot)
    card.column.addLayout(text, 1)
    return card


def channels(ready: ReadyMade) -> dict[str, str]:
    """Return the channels of a journey: (icon, what it is called)."""
    cards = [node.card for node in ready.journey.nodes]
    return {card.icon: card.title for card in cards if card.group == "Messages"}
