"""A small badge with an icon and a word: how surely something is known."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeys.context.lineage import Verdict
from widgets.icons import paint_icon
from widgets.inspector.speech import translate
from widgets.lettering import font, width
from widgets.theme import COUNT, Theme

HIGH, PADDING, ICON, GAP = 20, 8, 12, 5


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is shown: icon, word and colours."""

    icon: str
    word: str
    ink: str
    ground: str


def look_of(verdict: Verdict, theme: Theme) -> Look:
    """Return how a verdict is shown in the colours of a theme."""
    if verdict is Verdict.GUARANTEED:
        word = translate("Inspector", "Always known")
        return Look("circle-check", word, theme.good, theme.good_ground)
    if verdict is Verdict.POSSIBLE:
        word = translate("Inspector", "Sometimes")
        return Look("circle-dashed", word, theme.warning, theme.warning_ground)
    return Look("ban", translate("Inspector", "Never"), theme.second_ink, theme.track)


class Badge(QWidget):
    """Shows a verdict."""

    def __init__(self, verdict: Verdict, theme: Theme) -> None:
        super().__init__()
        self._look = look_of(verdict, theme)
        self.setAccessibleName(self._look.word)
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
