"""Shares as a bar: its borders are dragged, or moved with the arrows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.inspector.fields.share import percent
from widgets.inspector.sharing import WHOLE, Shares, made_whole, with_border
from widgets.inspector.speech import translate
from widgets.lettering import cut, font, width
from widgets.roles import hear_as
from widgets.theme import CHIP, Theme

HIGH = 34
RING = 3
ROUND = 7
GAP = 2
NEAR = 8
STEP = 100
ROOM = 8
TINTS = ("email", "trigger", "split", "wait", "push", "sms", "update")


def colour_of(place: int | None, theme: Theme) -> str:
    """Return the colour of an arm by its place; None is the holdout."""
    return theme.second_ink if place is None else theme.tints[TINTS[place % len(TINTS)]].ink


class WeightsBar(QWidget):
    """Shares side by side. `moved` carries all shares, `released` that the mouse let go."""

    moved = Signal(tuple)
    released = Signal()

    def __init__(self, what: str, theme: Theme) -> None:
        super().__init__()
        self._what, self._theme = what, theme
        self._shares: Shares = ()
        self._names: tuple[str, ...] = ()
        self._border: int | None = None
        self._focused = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(what)
        hear_as(self, QAccessible.Role.Slider)
        self.setToolTip(translate("Inspector", "Drag a border, or move it with the arrows"))

    def sizeHint(self) -> QSize:
        """Return the size it likes to have."""
        return QSize(4 * HIGH, HIGH)

    def show_shares(self, shares: Shares, names: tuple[str, ...]) -> None:
        """Show shares, with what they are called."""
        self._shares, self._names = shares, names
        self._focused = min(self._focused, max(0, len(shares) - 2))
        said = (f"{name} {percent(share)}%" for name, share in zip(names, shares, strict=True))
        self.setAccessibleName(f"{self._what}: {', '.join(said)}")
        self.update()

    def borders(self) -> tuple[int, ...]:
        """Return the place of each border between two shares, in pixels from the left."""
        shares, upto, found = made_whole(self._shares), 0, []
        for share in shares[:-1]:
            upto += share
            found.append(RING + round(upto * self._length / WHOLE))
        return tuple(found)

    @property
    def _length(self) -> int:
        return max(1, self.width() - 2 * RING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the border that is near; of several in one place the last that can move."""
        self._border = self._near(event.position().x())
        if self._border is not None:
            self._focused = self._border
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the border along, by whole percents."""
        if self._border is None:
            near = self._near(event.position().x()) is not None
            shape = Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        position = (event.position().x() - RING) * WHOLE / self._length
        self._move(self._border, round(position / STEP) * STEP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        if self._border is not None:
            self._border = None
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a border with Left and Right, choose another with Up and Down."""
        step = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        other = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and len(self._shares) > 1:
            upto = sum(made_whole(self._shares)[: self._focused + 1])
            self._move(self._focused, upto + step)
        elif other is not None:
            self._focused = max(0, min(self._focused + other, len(self._shares) - 2))
            self.update()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:
        """Tell that it was left."""
        del event
        self.update()
        self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shares, each with its percent where there is room."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        shape = QPainterPath()
        shape.addRoundedRect(area, ROUND, ROUND)
        painter.setClipPath(shape)
        painter.fillRect(area, QColor(self._theme.track))
        ends = (*self.borders(), round(area.right()))
        begin = area.left()
        for place, end in enumerate(ends if self._shares else ()):
            self._paint_share(painter, place, QRectF(begin, area.top(), end - begin, area.height()))
            begin = end
        painter.setClipping(False)
        self._paint_focus(painter, area)
        painter.end()

    def _paint_share(self, painter: QPainter, place: int, area: QRectF) -> None:
        is_holdout = place == len(self._shares) - 1
        gap = 0 if is_holdout else GAP
        seen = area.adjusted(0, 0, -gap, 0)
        painter.fillRect(seen, QColor(colour_of(None if is_holdout else place, self._theme)))
        text = f"{percent(self._shares[place])}"
        if width(text, CHIP) + ROOM > seen.width():
            return
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(font(CHIP))
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, cut(text, CHIP, seen.width()))

    def _paint_focus(self, painter: QPainter, area: QRectF) -> None:
        borders = self.borders()
        if not self.hasFocus() or not borders:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), ROUND + 2, ROUND + 2)
        painter.setBrush(QColor(self._theme.card))
        place = QPointF(borders[self._focused] - GAP / 2, area.center().y())
        painter.drawRoundedRect(QRectF(place.x() - 4, place.y() - 9, 8, 18), 4, 4)

    def _near(self, x: float) -> int | None:
        found = [place for place, border in enumerate(self.borders()) if abs(border - x) <= NEAR]
        if not found:
            return None
        nearest = min(abs(self.borders()[place] - x) for place in found)
        return [place for place in found if abs(self.borders()[place] - x) == nearest][-1]

    def _move(self, border: int, position: int) -> None:
        moved = with_border(self._shares, border, position)
        if moved != self._shares:
            self.moved.emit(moved)
