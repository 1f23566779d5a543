"""A variable to press: its name, where it comes from, who lacks it, and how often it is there."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.inspector.controls.token import PressButton
from widgets.inspector.here import Known
from widgets.inspector.speech import translate
from widgets.lettering import cut, font, visible, width
from widgets.theme import FIGURES, META, SECONDARY, SENTENCE, Style, Theme

LINE, NAME_LINE, EDGE, ASIDE = 18, 20, 6, 10
BAR, BAR_HIGH, RADIUS = 72, 4, 8
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class VariableRow(PressButton):
    """Shows one variable.

    `pointed` says that a person points at it, by mouse or by keys, `left` that they no longer do.
    """

    pointed = Signal()
    left = Signal()

    def __init__(
        self, known: Known, why: str, theme: Theme, ink: str, parent: QWidget | None = None
    ) -> None:
        said = ". ".join(filter(None, (known.name, known.title, known.words, why)))
        super().__init__(said, "row", parent)
        self.known, self.why = known, why
        self._theme, self._ink = theme, ink
        self.setCheckable(True)
        self.setToolTip(translate("Inspector", "Show where it runs"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * EDGE + NAME_LINE + LINE * (2 if why else 1))

    def sizeHint(self) -> QSize:
        """Return the size of the row."""
        return QSize(0, self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse is here."""
        super().enterEvent(event)
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is gone."""
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are here."""
        super().focusInEvent(event)
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are gone."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        del event
        theme, known = self._theme, self.known
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        right = self.width() - ASIDE - (BAR + ASIDE if known.share is not None else 0)
        room = right - ASIDE
        name_ink = theme.accent if self.isChecked() else theme.ink
        upper, lower = QPointF(ASIDE, EDGE), QPointF(ASIDE, EDGE + NAME_LINE)
        name, title = visible(known.name), visible(known.title or known.name)
        self._line(painter, title, upper, (SENTENCE, name_ink), room)
        words, small = known.words, (META, theme.second_ink)
        beside = width(title, SENTENCE) + EDGE
        if title != name and beside + width(name, META) <= room:
            self._line(painter, name, upper + QPointF(beside, 0), small, room - beside)
        elif title != name:
            words = f"{name}, {words[:1].lower()}{words[1:]}"
        self._line(painter, words, lower, (SECONDARY, theme.second_ink), room)
        if self.why:
            whole = self.width() - 2 * ASIDE
            lowest = lower + QPointF(0, LINE)
            self._line(painter, self.why, lowest, (SECONDARY, theme.warning), whole)
        if known.share is not None:
            self._paint_share(painter, known.share)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        elif self.underMouse():
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)

    def _line(
        self, painter: QPainter, text: str, at: QPointF, look: tuple[Style, str], room: float
    ) -> None:
        style, ink = look
        painter.setFont(font(style))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(at, QSizeF(room, LINE)), MIDDLE, cut(text, style, room))

    def _paint_share(self, painter: QPainter, share: float) -> None:
        theme, left = self._theme, self.width() - ASIDE - BAR
        said = f"{share:.0%}" if share in (0.0, 1.0) or 0.01 <= share < 0.995 else f"{share:.1%}"  # noqa: PLR2004 rounds to neither end
        painter.setFont(font(FIGURES))
        painter.setPen(QColor(theme.ink))
        begin = self.width() - ASIDE - width(said, FIGURES)
        painter.drawText(QRectF(begin, EDGE, BAR, LINE), MIDDLE, said)
        painter.setPen(Qt.PenStyle.NoPen)
        top = EDGE + NAME_LINE + (LINE - BAR_HIGH) / 2
        for colour, long in ((theme.track, BAR), (self._ink, BAR * share)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, top, long, BAR_HIGH), BAR_HIGH / 2, BAR_HIGH / 2)
