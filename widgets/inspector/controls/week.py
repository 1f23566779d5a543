"""A week as a small picture: seven days side by side, and when it is time."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeys.clocks import WEEK, TimeOfDay, Weekday
from widgets.lettering import font
from widgets.roles import hear_as
from widgets.theme import CHIP, Theme

HIGH, WORDS = 84, 14
GAP, ROUND = 4, 4.0
DAY = 86_400
LINE = 3.0


@dataclass(frozen=True, slots=True)
class Week:
    """A time of day, or the window from it on, on some days of the week."""

    time: TimeOfDay
    until: TimeOfDay | None
    days: tuple[Weekday, ...]

    def spans(self) -> Iterator[tuple[int, int, int]]:
        """Yield (day of the week, begin, end) in seconds of the day; one over night is two."""
        for place, day in enumerate(WEEK):
            if day not in self.days:
                continue
            if self.until is None:
                yield place, self.time.seconds, self.time.seconds
            elif self.time < self.until:
                yield place, self.time.seconds, self.until.seconds
            elif self.time > self.until:
                yield place, self.time.seconds, DAY
                yield (place + 1) % len(WEEK), 0, self.until.seconds


class WeekPicture(QWidget):
    """Paints a week: midnight on top, a bar for a window, a line for a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.week: Week | None = None
        self.setFixedHeight(HIGH + WORDS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hear_as(self, QAccessible.Role.Graphic)

    def sizeHint(self) -> QSize:
        """Return the size it likes to have."""
        return QSize(4 * HIGH, HIGH + WORDS)

    def show_week(self, week: Week) -> None:
        """Show a week."""
        self.week = week
        until = "" if week.until is None else f" \u2013 {week.until}"
        self.setAccessibleName(f"{', '.join(week.days)}: {week.time}{until}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days, noon across them, and the times."""
        del event
        if self.week is None:
            return
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, day in enumerate(WEEK):
            painter.setBrush(QColor(theme.track if day in self.week.days else theme.field))
            painter.drawRoundedRect(self._column(place), ROUND, ROUND)
        painter.setPen(QPen(QColor(theme.border), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(0, HIGH / 2), QPointF(self.width(), HIGH / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        for place, begin, end in self.week.spans():
            painter.drawRoundedRect(self._bar(place, begin, end), LINE / 2, LINE / 2)
        painter.setPen(QColor(theme.second_ink))
        painter.setFont(font(CHIP))
        for place, word in ((0, str(self.week.time)), (6, str(self.week.until or ""))):
            side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, HIGH, self.width(), WORDS), side, word)
        painter.end()

    def _column(self, place: int) -> QRectF:
        wide = (self.width() - GAP * (len(WEEK) - 1)) / len(WEEK)
        return QRectF(place * (wide + GAP), 0, wide, HIGH)

    def _bar(self, place: int, begin: int, end: int) -> QRectF:
        column = self._column(place)
        top, bottom = HIGH * begin / DAY, HIGH * end / DAY
        high = max(bottom - top, LINE)
        return QRectF(column.left() + 2, min(top, HIGH - high), column.width() - 4, high)
