"""The cards at the foot of Home: the sample shop, events of one's own, and recent files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.lettering import cut
from widgets.shell.buttons import Button
from widgets.shell.home.cards import label
from widgets.shell.home.content import HomeContent, Recent
from widgets.shell.look import drawn_icon
from widgets.theme import CARD_LINE, CONTROL, Theme

WIDE = 418
LEAST_HIGH = 172
ROOM = WIDE - 2 * 16
ICON = 20


def shop_card(content: HomeContent, theme: Theme, page: QWidget) -> tuple[QFrame, Button]:
    """Return the card of the sample shop, and its button."""
    card, column = _card(page)
    column.addWidget(label(page.tr("The sample shop"), "card", card))
    said = page.tr(
        "10,000 invented customers with ninety days of visits, carts and orders. "
        "Try anything, break nothing."
    )
    column.addWidget(_wrapped(said, card))
    column.addStretch(1)
    row = QHBoxLayout()
    words = page.tr("In use") if content.is_sample_shop else page.tr("Use the sample shop")
    button = Button(words, "soft", "store", card)
    button.setEnabled(not content.is_sample_shop)
    button.set_theme(theme)
    row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return card, button


def import_card(theme: Theme, page: QWidget) -> tuple[QFrame, Button]:
    """Return the card that brings in events of one's own, and its button."""
    card, column = _card(page)
    heading = QHBoxLayout()
    heading.addWidget(label(page.tr("Import your data"), "card", card))
    heading.addStretch(1)
    heading.addWidget(label(page.tr("Nothing leaves this computer"), "line", card))
    column.addLayout(heading)
    drop = QFrame(card)
    drop.setObjectName("Drop")
    inside = QHBoxLayout(drop)
    inside.setContentsMargins(14, 12, 14, 12)
    inside.setSpacing(12)
    sign = label("", "line", drop)
    sign.setPixmap(drawn_icon("file-up", theme.accent, ICON).pixmap(ICON, ICON))
    inside.addWidget(sign)
    said = QVBoxLayout()
    said.setSpacing(2)
    said.addWidget(label(page.tr("Drop a file here"), "control", drop))
    said.addWidget(label(page.tr("Events as CSV, JSON Lines or Parquet"), "line", drop))
    inside.addLayout(said, 1)
    column.addWidget(drop)
    column.addStretch(1)
    row = QHBoxLayout()
    button = Button(page.tr("Choose files"), "plain", "file-text", card)
    button.set_theme(theme)
    row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return card, button


def recent_files(
    recent: Sequence[Recent], theme: Theme, page: QWidget
) -> tuple[QFrame, tuple[tuple[Path, Button], ...]]:
    """Return the card that lists recent files, and the button of each that is there."""
    card, column = _card(page)
    column.addWidget(label(page.tr("Recent files"), "card", card))
    links = []
    for each in recent:
        row = QHBoxLayout()
        row.setSpacing(8)
        link = Button(cut(each.path.name, CONTROL, ROOM / 2), "link", parent=card)
        link.setToolTip(str(each.path))
        link.setEnabled(each.journey is not None)
        link.set_theme(theme)
        links.append((each.path, link))
        row.addWidget(link)
        row.addStretch(1)
        said = each.wrong or each.changed
        row.addWidget(label(cut(said, CARD_LINE, ROOM / 2 - 16), "line", card))
        column.addLayout(row)
    column.addStretch(1)
    return card, tuple(links)


def _card(page: QWidget) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame(page)
    card.setProperty("look", "box")
    card.setFixedWidth(WIDE)
    card.setMinimumHeight(LEAST_HIGH)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    return card, column


def _wrapped(text: str, parent: QWidget) -> QWidget:
    made = label(text, "line", parent)
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    made.setMinimumHeight(36)
    return made
