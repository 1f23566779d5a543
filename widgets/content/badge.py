"""How sure a variable is to be there, as it is seen: a word, an icon and a colour."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from journeys.context.lineage import Verdict
from widgets.icons import paint_icon
from widgets.lettering import font, width
from widgets.theme import COUNT, Theme

HIGH = 20
ICON = 12
ICONS = {
    Verdict.GUARANTEED: "circle-check",
    Verdict.POSSIBLE: "circle-dashed",
    Verdict.IMPOSSIBLE: "ban",
}


def badge_words(verdict: Verdict) -> str:
    """Return what a verdict is called to people."""
    translate = QCoreApplication.translate
    return {
        Verdict.GUARANTEED: translate("Content", "Always known"),
        Verdict.POSSIBLE: translate("Content", "Sometimes"),
        Verdict.IMPOSSIBLE: translate("Content", "Never"),
    }[verdict]


def colours(verdict: Verdict, theme: Theme) -> tuple[str, str]:
    """Return ink and ground of a verdict."""
    return {
        Verdict.GUARANTEED: (theme.good, theme.good_ground),
        Verdict.POSSIBLE: (theme.warning, theme.warning_ground),
        Verdict.IMPOSSIBLE: (theme.second_ink, theme.track),
    }[verdict]


def badge_width(verdict: Verdict) -> float:
    """Return how wide a badge is."""
    return 6 + ICON + 4 + width(badge_words(verdict), COUNT) + 8


def paint_badge(
    painter: QPainter, right: float, middle: float, verdict: Verdict, theme: Theme
) -> None:
    """Paint a badge that ends at a place."""
    ink, ground = colours(verdict, theme)
    wide = badge_width(verdict)
    area = QRectF(right - wide, middle - HIGH / 2, wide, HIGH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, HIGH / 2, HIGH / 2)
    icon = QRectF(area.left() + 6, middle - ICON / 2, ICON, ICON)
    paint_icon(painter, ICONS[verdict], icon, ink)
    painter.setFont(font(COUNT))
    painter.setPen(QColor(ink))
    text = area.adjusted(6 + ICON + 4, 0, 0, 0)
    painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), badge_words(verdict))
