"""The kinds of steps as the palette and the quick-add list show them: by group, with their tile."""

from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from journeys.document.kinds import kinds
from journeys.document.node import Card, Group
from widgets.icons import paint_icon
from widgets.theme import Theme
from widgets.wording import kind_words

TILE_RADIUS = 0.25


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind of step that can be added: its name in files, and how it looks."""

    kind: str
    card: Card

    @property
    def title(self) -> str:
        """What the kind is called."""
        return kind_words(self.card.title)

    @property
    def says(self) -> str:
        """What the kind is for, in a sentence."""
        return kind_words(self.card.says) if self.card.says else self.title


def offered() -> tuple[tuple[str, tuple[Offered, ...]], ...]:
    """Return each group of kinds with what is in it, in the order of a journey."""
    cards = {kind: node.card for kind, node in kinds().items()}
    groups = (
        (group, tuple(Offered(kind, card) for kind, card in cards.items() if card.group == group))
        for group in get_args(Group)
    )
    return tuple((kind_words(group), inside) for group, inside in groups if inside)


def paint_tile(painter: QPainter, area: QRectF, card: Card, theme: Theme) -> None:
    """Paint the tile of a kind with its icon in the middle."""
    tint = theme.tints[card.tint]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(tint.tile))
    painter.setBrush(QColor(tint.tile))
    radius = area.width() * TILE_RADIUS
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    inner = QRectF(0, 0, area.width() / 2, area.height() / 2)
    inner.moveCenter(area.center())
    paint_icon(painter, card.icon, inner, tint.ink)
    painter.restore()
