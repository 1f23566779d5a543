"""The way of one customer to a message, drawn as a line of stops with what was learnt at each."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.content.badge import ICONS, badge_words, colours
from widgets.content.known import Piece, Stop, lasting
from widgets.icons import drawn_icon, paint_icon
from widgets.lettering import cut, font, tip, width
from widgets.theme import CHIP, CONTROL_SMALL, SECONDARY, Theme

HIGH, MARGIN = 108, 20
COLUMN, USUAL, LEAST = 190, 150, 132
DISC, ICON, SMALL = 32, 16, 12
CHIP_HIGH, APART, LONGEST = 22, 6, 168
TITLE, PIECES = 42, 72


class Way(QWidget):
    """Shows the stops; `pressed` carries the name of a variable."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stops: tuple[Stop, ...] = ()
        self._shown: tuple[tuple[int, float], ...] = ()
        self.chips: list[QPushButton] = []
        self._more: list[QPushButton] = []
        self._pieces: list[tuple[int, QPushButton, Piece]] = []
        self.setFixedHeight(HIGH)

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops of the way."""
        return self._stops

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the stops there is room for."""
        return tuple(place for place, _ in self._shown)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show another way."""
        self._stops = tuple(stops)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        for chip in (*self.chips, *self._more):
            chip.setParent(None)
            chip.deleteLater()
        self.chips, self._more, self._pieces = [], [], []
        for place, stop in enumerate(self._stops):
            for piece in stop.pieces:
                chip = self._chip(piece)
                self.chips.append(chip)
                self._pieces.append((place, chip, piece))
        said = ", ".join(f"{stop.title} {stop.moment}" for stop in self._stops)
        self.setAccessibleName(said)
        self._lay()

    def _chip(self, piece: Piece) -> QPushButton:
        ink, _ = colours(piece.verdict, self._theme)
        made = QPushButton(cut(piece.name, CHIP, LONGEST), self)
        made.setProperty("look", f"chip_{piece.verdict}")
        made.setIcon(drawn_icon(ICONS[piece.verdict], ink, SMALL))
        made.setIconSize(QSize(SMALL, SMALL))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setToolTip(tip(self._said(piece)))
        made.setAccessibleName(self._said(piece))
        made.clicked.connect(lambda: self.pressed.emit(piece.name))
        return made

    def _said(self, piece: Piece) -> str:
        value = piece.value or self.tr("not known of this customer")
        return f"{piece.name}: {value}\n{piece.source}. {badge_words(piece.verdict)}."

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the stops."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        """Place the stops that there is room for: those that say something, and the two ends."""
        room = self.width() - 2 * MARGIN
        kept = list(range(len(self._stops)))
        for place in reversed(kept[1:-1]):
            if len(kept) * COLUMN > room and not self._stops[place].pieces:
                kept.remove(place)
        least = min(USUAL, max(LEAST, room // max(len(kept), 1)))
        weights = [1 + 2 * len(self._stops[place].pieces) for place in kept]
        spare = max(room - least * len(kept), 0) / max(sum(weights), 1)
        left, shown = float(MARGIN), []
        for place, weight in zip(kept, weights, strict=True):
            shown.append((place, left))
            left += least + spare * weight
        self._shown = tuple(shown)
        self._place_chips()
        self.update()

    def _place_chips(self) -> None:
        for more in self._more:
            more.setParent(None)
            more.deleteLater()
        self._more = []
        for place, left, right in self._columns():
            mine = [(chip, piece) for at, chip, piece in self._pieces if at == place]
            at = left
            for count, (chip, _) in enumerate(mine):
                wide = self._wide(chip)
                rest = len(mine) - count
                needed = wide if rest == 1 else wide + APART + 40
                if at + needed > right - APART and count:
                    self._put_more([each for _, each in mine[count:]], at)
                    for hidden, _ in mine[count:]:
                        hidden.hide()
                    break
                chip.setGeometry(round(at), PIECES, min(wide, round(right - at)), CHIP_HIGH)
                chip.show()
                at += wide + APART

    def _put_more(self, pieces: list[Piece], left: float) -> None:
        made = QPushButton(f"+{len(pieces)}", self)
        made.setProperty("look", "chip_more")
        words = "\n".join(map(self._said, pieces))
        made.setToolTip(tip(words))
        made.setAccessibleName(words)
        made.setGeometry(round(left), PIECES, 38, CHIP_HIGH)
        made.show()
        self._more.append(made)

    def _columns(self) -> list[tuple[int, float, float]]:
        ends = (*(left for _, left in self._shown[1:]), float(self.width() - MARGIN))
        return [(*shown, end) for shown, end in zip(self._shown, ends, strict=False)]

    @staticmethod
    def _wide(chip: QPushButton) -> int:
        return round(width(chip.text(), CHIP)) + SMALL + 22

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, the times on it, and the stops."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (one, left), (other, right) in pairwise(self._shown):
            self._paint_line(painter, left + DISC, right, self._between(one, other))
        for place, left, right in self._columns():
            self._paint_stop(painter, self._stops[place], left, right - left)
        painter.end()

    def _between(self, one: int, other: int) -> str:
        """Return what lies between two stops: how much time, and which steps are not shown."""
        time = sum(stop.since for stop in self._stops[one + 1 : other + 1])
        words = lasting(time) if time else self.tr("at once")
        left_out = other - one - 1
        if not left_out:
            return words
        form = self.tr("1 step, {1}") if left_out == 1 else self.tr("{0} steps, {1}")
        return form.format(left_out, words)

    def _paint_line(self, painter: QPainter, left: float, right: float, words: str) -> None:
        theme, middle = self._theme, DISC / 2 + 2
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawLine(QPointF(left + 4, middle), QPointF(right - 4, middle))
        wide = min(width(words, CHIP) + 18, right - left - 16)
        box = QRectF((left + right - wide) / 2, middle - CHIP_HIGH / 2, wide, CHIP_HIGH)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(box, CHIP_HIGH / 2, CHIP_HIGH / 2)
        painter.setFont(font(CHIP))
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), cut(words, CHIP, wide - 8))

    def _paint_stop(self, painter: QPainter, stop: Stop, left: float, room: float) -> None:
        theme = self._theme
        tint, is_last = theme.tints[stop.card.tint], stop is self._stops[-1]
        disc = QRectF(left, 2, DISC, DISC)
        ring = QPen(QColor(theme.accent), 2) if is_last else QPen(QColor(tint.tile), 1)
        painter.setPen(ring)
        painter.setBrush(QColor(tint.tile))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        icon = QRectF(0, 0, ICON, ICON)
        icon.moveCenter(disc.center())
        paint_icon(painter, stop.card.icon, icon, tint.ink)
        age = self.tr("{} old").format(lasting(stop.age)) if stop.age else self.tr("just now")
        age = self.tr("now") if is_last else age
        self._paint_words(painter, stop, left, room - 12, age)

    def _paint_words(
        self, painter: QPainter, stop: Stop, left: float, room: float, age: str
    ) -> None:
        theme, middle = self._theme, int(Qt.AlignmentFlag.AlignVCenter)
        aged = SMALL + 4 + width(age, CONTROL_SMALL)
        said = 8 + width(stop.moment, SECONDARY)
        name = width(stop.title, CONTROL_SMALL)
        has_moment = name + said + 8 + aged <= room
        title = cut(stop.title, CONTROL_SMALL, room - aged - 8)
        at = left
        inks = [(title, CONTROL_SMALL, theme.ink)]
        inks += [(stop.moment, SECONDARY, theme.second_ink)] if has_moment else []
        for words, style, ink in inks:
            painter.setFont(font(style))
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(at, TITLE, room, 22), middle, words)
            at += width(words, style) + 8
        mark = QRectF(at, TITLE + 11 - SMALL / 2, SMALL, SMALL)
        paint_icon(painter, "clock", mark, theme.second_ink)
        painter.setFont(font(CONTROL_SMALL))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(at + SMALL + 4, TITLE, room, 22), middle, age)
