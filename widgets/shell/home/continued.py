"""Cards of journeys to go on with: what they look like, how large they are, what is wrong."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.canvas.drawing import Drawing
from widgets.icons import drawn_icon
from widgets.lettering import visible
from widgets.shell.buttons import Button
from widgets.shell.home.cards import Card, Pill, rule
from widgets.shell.home.content import Recent
from widgets.shell.home.lettered import Lettered, label
from widgets.shell.home.picture import JourneyPicture
from widgets.theme import Theme

PADDING = 16
PICTURE, HIGH, FIGURES = 154, 264, 43
SIGN = 14


def recent_card(recent: Recent, drawing: Drawing | None, theme: Theme, *, is_first: bool) -> Card:
    """Return the card of a journey to go on with."""
    journey = recent.journey
    name = visible(journey.name) if journey is not None else visible(recent.path.name)
    card = Card(name)
    card.setMinimumHeight(HIGH)
    is_unreadable = bool(recent.wrong) and not recent.is_gone
    card.column.addWidget(JourneyPicture(drawing, PICTURE, theme, card, recent.at))
    card.column.addWidget(rule(card))
    text = QVBoxLayout()
    text.setContentsMargins(PADDING, 11, PADDING, 0)
    text.setSpacing(3)
    card.title = Lettered(name, "card", card)
    text.addWidget(card.title)
    said = recent.wrong or _changed(card, recent)
    look, most = ("bad" if recent.wrong else "line"), 2 if is_unreadable else 1
    text.addWidget(Lettered(said, look, card, most))
    card.column.addLayout(text)
    card.column.addStretch(1)
    card.column.addWidget(rule(card))
    card.column.addWidget(_figures(recent, theme, card))
    if journey is not None:
        card.pill = Pill(card.tr("Continue"), theme, card)
        card.is_pill_kept = is_first
        card.pill.setVisible(is_first)
    elif recent.is_gone:
        card.title.setProperty("is_gone", "yes")
    card.offers = offers(card, recent)
    card.setAccessibleDescription(said)
    return card


def offers(owner: QWidget, recent: Recent) -> Mapping[str, str]:
    """Return what can be done with a recent file: (id, words)."""
    remove = owner.tr("Take off this list")
    if recent.is_gone:
        return {"find": owner.tr("Find it\u2026"), "remove": remove}
    show = {"folder": owner.tr("Show in its folder"), "remove": remove}
    if recent.journey is None:
        return show
    return {
        "open": owner.tr("Open"),
        "rename": owner.tr("Rename"),
        "duplicate": owner.tr("Duplicate"),
        **show,
    }


def _changed(owner: QWidget, recent: Recent) -> str:
    """Return when the file was written, and which step was changed last."""
    journey = recent.journey
    node = journey.by_id.get(recent.at) if journey is not None else None
    if node is None:
        return owner.tr("Edited {}").format(recent.changed)
    return owner.tr("Edited {when}, at \u201c{step}\u201d").format(
        when=recent.changed, step=visible(node.name)
    )


def _figures(recent: Recent, theme: Theme, card: Card) -> QWidget:
    """Return the row of figures: steps, messages and problems; where the file is, without them."""
    made = QWidget(card)
    made.setFixedHeight(FIGURES)
    row = QHBoxLayout(made)
    row.setContentsMargins(PADDING, 0, PADDING, 0)
    row.setSpacing(8)
    journey = recent.journey
    if journey is None:
        row.addWidget(Lettered(str(recent.path.parent), "line", card), 1)
        for id_, words in ways_out(card, recent).items():
            button = Button(words, "link", parent=card)
            button.clicked.connect(lambda _=False, id_=id_: card.asked.emit(id_))
            row.addWidget(button)
        return made
    messages = sum(node.card.group == "Messages" for node in journey.nodes)
    for count, one, many in (
        (len(journey.nodes), card.tr("step"), card.tr("steps")),
        (messages, card.tr("message"), card.tr("messages")),
    ):
        row.addWidget(_figure(count, one if count == 1 else many, made), 1)
    row.addWidget(_problems(recent.problems, theme, made), 1)
    return made


def ways_out(owner: QWidget, recent: Recent) -> Mapping[str, str]:
    """Return what can be done about a file that is gone, or cannot be read."""
    remove = {"remove": owner.tr("Remove")}
    return {"find": owner.tr("Find"), **remove} if recent.is_gone else remove


def _figure(count: int, of: str, parent: QWidget, look: str = "") -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(label(f"{count:,}", look or "card", made))
    row.addWidget(label(of, look or "line", made))
    row.addStretch(1)
    return made


def _problems(count: int, theme: Theme, parent: QWidget) -> QWidget:
    words = parent.tr("problem") if count == 1 else parent.tr("problems")
    made = _figure(count, words, parent, "warning" if count else "")
    layout = made.layout()
    if count and isinstance(layout, QHBoxLayout):
        sign = QLabel(made)
        sign.setPixmap(drawn_icon("triangle-alert", theme.warning, SIGN).pixmap(SIGN, SIGN))
        layout.insertWidget(0, sign)
    return made
