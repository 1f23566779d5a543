"""A small badge with an icon and a word: how surely something is known."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.icons import paint_icon
from widgets.inspector.here import Sureness
from widgets.inspector.speech import translate
from widgets.lettering import font, width
from widgets.theme import COUNT, Theme

HIGH, PADDING, ICON, GAP = 20, 8, 12, 5


@dataclass(frozen=True, slots=True)
class Look:
    """How sureness is shown: icon, word, what the word means, and colours."""

    icon: str
    word: str
    meaning: str
    ink: str
    ground: str


def look_of(sureness: Sureness, theme: Theme) -> Look:
    """Return how sureness is shown in the colours of a theme."""
    icon, word, meaning = {
        Sureness.ALWAYS: ("circle-check", "Always known", "Everyone who comes here has it."),
        Sureness.SO_FAR: (
            "circle-dashed",
            "Everyone so far",
            "Everyone in your data has it, but nothing in the journey makes sure of it.",
        ),
        Sureness.SOME: (
            "circle-dashed",
            "Sometimes",
            "Some who come here have it, others may lack it.",
        ),
        Sureness.NEVER: ("ban", "Never", "Nobody who comes here has it."),
    }[sureness]
    ink, ground = {
        Sureness.ALWAYS: (theme.good, theme.good_ground),
        Sureness.NEVER: (theme.second_ink, theme.track),
    }.get(sureness, (theme.warning, theme.warning_ground))
    return Look(icon, translate("Inspector", word), translate("Inspector", meaning), ink, ground)


class Badge(QWidget):
    """Shows how sure something is, and says where the mouse rests what that means."""

    def __init__(self, sureness: Sureness, theme: Theme) -> None:
        super().__init__()
        self._look = look_of(sureness, theme)
        self.setAccessibleName(self._look.word)
        self.setAccessibleDescription(self._look.meaning)
        self.setToolTip(self._look.meaning)
        wide = 2 * PADDING + ICON + GAP + width(self._look.word, COUNT)
        self.setFixedSize(QSize(round(wide), HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.ground))
        painter.drawRoundedRect(self.rect(), HIGH / 2, HIGH / 2)
        sign = QRectF(PADDING, (HIGH - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._look.icon, sign, self._look.ink)
        painter.setPen(QColor(self._look.ink))
        painter.setFont(font(COUNT))
        left = PADDING + ICON + GAP
        room = QRectF(left, 0, self.width() - left, HIGH)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._look.word)
        painter.end()
